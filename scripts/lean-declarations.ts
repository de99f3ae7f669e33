import * as ts from 'typescript';

/** The base classes of references to blocks and lists of blocks. Only the bindings themselves make references. */
const REFERENCES = /\bComplex(Object|List|Map)$/;

/** Links in the documentation. The compiler reads every comment that has one, and leaves out all others. */
const LINK = /\{@link (\S+) ([^}]*)\}/g;

/**
 * Removes from the declarations of a generated binding what programs do not use: private members, members that the base
 * class has as well, the functions that convert values for Terraform, and how references to blocks are made. Links become
 * those of Markdown, which editors show in the same way. TypeScript reads the declarations of all bindings for each
 * program, so they take time.
 */
export function makeDeclarationsLean(declarations: string): string {
  const file = ts.createSourceFile('index.d.ts', declarations, ts.ScriptTarget.ES2022);
  const unused = file.statements.flatMap((statement): readonly ts.Node[] => {
    if (ts.isFunctionDeclaration(statement)) {
      return [statement];
    }
    return ts.isClassDeclaration(statement) ? unusedMembers(statement, file) : [];
  });
  const lean = unused.reduceRight((text, node) => text.slice(0, node.getFullStart()) + text.slice(node.end), declarations);
  return lean.replace(LINK, '[$2]($1)');
}

function unusedMembers(declaration: ts.ClassDeclaration, file: ts.SourceFile): readonly ts.Node[] {
  const [base] = declaration.heritageClauses?.[0].types ?? [];
  const isReference = base && REFERENCES.test(base.expression.getText(file));
  return declaration.members.filter((member) =>
    hasModifier(member, ts.SyntaxKind.PrivateKeyword) ||
    hasModifier(member, ts.SyntaxKind.ProtectedKeyword) ||
    (isReference && ts.isConstructorDeclaration(member)));
}

function hasModifier(member: ts.ClassElement, kind: ts.SyntaxKind): boolean {
  return ts.canHaveModifiers(member) && ts.getModifiers(member)?.some((modifier) => modifier.kind === kind) === true;
}

import * as ts from 'typescript';

/** The base classes of references to blocks and lists of blocks. Only the bindings themselves make references. */
const REFERENCES = /\bComplex(Object|List|Map)$/;

/**
 * Removes from the declarations of a generated binding what programs do not use: private members, the functions that
 * convert values for Terraform, and how references to blocks are made. TypeScript reads the declarations of all bindings
 * for each program, so they take time.
 */
export function makeDeclarationsLean(declarations: string): string {
  const file = ts.createSourceFile('index.d.ts', declarations, ts.ScriptTarget.ES2022);
  const unused = file.statements.flatMap((statement): readonly ts.Node[] => {
    if (ts.isFunctionDeclaration(statement)) {
      return [statement];
    }
    return ts.isClassDeclaration(statement) ? unusedMembers(statement, file) : [];
  });
  return unused.reduceRight((text, node) => text.slice(0, node.getFullStart()) + text.slice(node.end), declarations);
}

function unusedMembers(declaration: ts.ClassDeclaration, file: ts.SourceFile): readonly ts.Node[] {
  const [base] = declaration.heritageClauses?.[0].types ?? [];
  const isReference = base && REFERENCES.test(base.expression.getText(file));
  return declaration.members.filter((member) =>
    hasModifier(member, ts.SyntaxKind.PrivateKeyword) ||
    (isReference && (ts.isConstructorDeclaration(member) || hasModifier(member, ts.SyntaxKind.ProtectedKeyword))));
}

function hasModifier(member: ts.ClassElement, kind: ts.SyntaxKind): boolean {
  return ts.canHaveModifiers(member) && ts.getModifiers(member)?.some((modifier) => modifier.kind === kind) === true;
}

import * as ts from 'typescript';

/** An edit of a text: what replaces the characters from `start` to `end`. */
interface Edit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** A field whose generated initializer makes a reference to a block or a map. */
interface Reference {
  readonly field: ts.PropertyDeclaration;
  readonly name: string;
  /** The class of the reference. */
  readonly type: string;
  /** The expression that makes it. */
  readonly make: string;
}

const HELPER = 'lazyBlock';

/**
 * Rewrites a generated binding so that references to nested blocks are made on first use.
 *
 * The generator makes one for each block in the constructor, and each captures a stack trace, which takes longer than
 * the rest of the constructor. Until a reference is used, its field keeps only the value of the block (see
 * lib/framework/lazy-block.ts).
 *
 * @throws Error if the generated code has a shape that this function does not know
 */
export function makeLean(source: string, fileName: string): string {
  const file = ts.createSourceFile(fileName, source, ts.ScriptTarget.ES2022, true);
  const edits = file.statements.filter(ts.isClassDeclaration).flatMap((declaration) => editsOf(declaration, file));
  if (edits.length === 0) {
    return source;
  }
  const imports = file.statements.filter(ts.isImportDeclaration);
  const afterImports = imports[imports.length - 1].end;
  const helper = { start: afterImports, end: afterImports, text: `\nimport * as ${HELPER} from '../../framework/lazy-block';` };
  return [helper, ...edits].sort((a, b) => b.start - a.start).reduce((text, { start, end, text: replacement }) =>
    text.slice(0, start) + replacement + text.slice(end), source);
}

function editsOf(declaration: ts.ClassDeclaration, file: ts.SourceFile): Edit[] {
  const references = new Map(referencesOf(declaration, file).map((reference) => [reference.name, reference]));
  const edits = [...references.values()].map(({ field, name, type }): Edit =>
    ({ start: field.getStart(file), end: field.end, text: `private ${name}?: ${type};` }));

  const visit = (node: ts.Node): void => {
    const reference = ts.isPropertyAccessExpression(node) && node.expression.kind === ts.SyntaxKind.ThisKeyword
      ? references.get(node.name.text)
      : undefined;
    if (reference) {
      edits.push(editOfUse(node as ts.PropertyAccessExpression, reference, file));
    }
    ts.forEachChild(node, visit);
  };
  visit(declaration);
  return edits;
}

/** The fields of a class that are initialized with a reference. Refuses initializers of other kinds. */
function referencesOf(declaration: ts.ClassDeclaration, file: ts.SourceFile): Reference[] {
  return declaration.members.filter(ts.isPropertyDeclaration).flatMap((field) => {
    const { initializer } = field;
    const name = field.name.getText(file);
    if (!initializer || initializer.kind === ts.SyntaxKind.FalseKeyword || ts.isStringLiteral(initializer)) {
      return [];
    }
    const isReference = ts.isNewExpression(initializer) &&
      initializer.arguments?.[0]?.kind === ts.SyntaxKind.ThisKeyword &&
      /^private _\w+ = /.test(field.getText(file));
    if (!isReference) {
      throw unknownShape(field, file);
    }
    return [{ field, name, type: initializer.expression.getText(file), make: initializer.getText(file) }];
  });
}

/** The edit of one use of such a field: as the value of its getter, or to read or write the value of the block. */
function editOfUse(use: ts.PropertyAccessExpression, { name, type, make }: Reference, file: ts.SourceFile): Edit {
  const { parent } = use;
  if (ts.isReturnStatement(parent) && ts.isGetAccessor(parent.parent.parent)) {
    const text = `return this.${name} = ${HELPER}.reference(this.${name}, () => ${make});`;
    return { start: parent.getStart(file), end: parent.end, text };
  }
  if (!ts.isPropertyAccessExpression(parent) || parent.name.text !== 'internalValue') {
    throw unknownShape(parent, file);
  }
  const assignment = parent.parent;
  const isAssigned = ts.isBinaryExpression(assignment) && assignment.left === parent &&
    assignment.operatorToken.kind === ts.SyntaxKind.EqualsToken;
  if (!isAssigned) {
    return { start: parent.getStart(file), end: parent.end, text: `this.${name}?.internalValue` };
  }
  if (!ts.isExpressionStatement(assignment.parent)) {
    throw unknownShape(assignment, file);
  }
  const text = `this.${name} = ${HELPER}.withValue(this.${name}, ${type}, ${assignment.right.getText(file)})`;
  return { start: assignment.getStart(file), end: assignment.end, text };
}

function unknownShape(node: ts.Node, file: ts.SourceFile): Error {
  const { line } = file.getLineAndCharacterOfPosition(node.getStart(file));
  return new Error(`${file.fileName}:${line + 1}: the generated code has an unknown shape: ${node.getText(file)}`);
}

import { IResolvable, IResolveContext, Token } from 'cdktf';
import { lazy } from './lazy';
import { isUnknown } from './tokens';
import { parseTemplate } from '../util/hcl';

/** Whether a text is one interpolation, with no text around it. */
export function isOneInterpolation(text: string): boolean {
  const expression = text.startsWith('${') ? parseTemplate(text) : undefined;
  return expression !== undefined && expression.kind !== 'template';
}

/** Returns the Terraform expression of a literal or a token, as it stands in another expression. */
export function expressionOf(value: unknown, context: IResolveContext): string {
  const outside = context.suppressBraces;
  context.suppressBraces = false;
  const resolved = context.resolve(value);
  context.suppressBraces = outside;
  if (typeof resolved !== 'string') {
    return JSON.stringify(resolved);
  }
  if (isOneInterpolation(resolved)) {
    return resolved.slice(2, -1).trim();
  }
  return isUnknown(resolved) ? `"${resolved}"` : JSON.stringify(resolved);
}

/** Makes an expression a token. */
export function expressionToken(produce: (context: IResolveContext) => string): IResolvable {
  return lazy((context) => {
    const expression = produce(context);
    return context.suppressBraces ? expression : `\${${expression}}`;
  });
}

/** A number, a reference or a call of a function: it needs no parentheses. */
const ONE_TERM = /^[\w.-]+(?:\([^()]*\))?$/;

/**
 * Multiplies a number that only Terraform knows: a number token, a token object, or an interpolation as a text.
 *
 * `Op.mul` of CDKTF writes the text of a token as it is: of a condition, it would multiply only the last branch.
 */
export function times(amount: unknown, factor: number): number {
  return Token.asNumber(expressionToken((context) => {
    const term = expressionOf(amount, context);
    return `(${ONE_TERM.test(term) ? term : `(${term})`} * ${factor})`;
  }));
}

/**
 * Returns the text of a file that Terraform reads.
 *
 * `Fn.file` would escape an interpolation that is written by hand, such as `${path.module}/key.pem`.
 */
export function fileAt(path: unknown): string {
  return Token.asString(expressionToken((context) => `file(${expressionOf(path, context)})`));
}

/** Returns the object of an expression: `{"name" = "read:orders"}`. A name can be a token; an undefined value is left out. */
export function objectOf(entries: ReadonlyArray<readonly [name: unknown, value: unknown]>, context: IResolveContext): string {
  const written = entries
    .filter(([, value]) => value !== undefined && value !== null)
    .map(([name, value]) => {
      const key = expressionOf(name, context);
      return `${key.startsWith('"') ? key : `(${key})`} = ${expressionOf(value, context)}`;
    });
  return `{${written.join(', ')}}`;
}

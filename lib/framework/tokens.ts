import { DefaultTokenResolver, IResolvable, StringConcat, Token, Tokenization } from 'cdktf';
import type { IConstruct } from 'constructs';
import { isExpression } from '../util/hcl';

/** An empty creation stack for our tokens: capturing a real one costs more than everything else about a token. */
export const NO_STACK: string[] = [];

/** A token of CDKTF in a text: a value, an entry of a list, a key of a map. */
const IN_TEXT = /[$#&]\{TfToken\[/;

/** A number token in a text. */
const NUMBER_IN_TEXT = /-?\d(?:\.\d+)?e\+\d{3}/g;

/** Whether only Terraform knows the value: a CDKTF token, or a text with a Terraform interpolation or directive. */
export function isUnknown(value: unknown): boolean {
  switch (typeof value) {
    case 'string':
      if (value.includes('{')) {
        return isExpression(value) || IN_TEXT.test(value);
      }
      return (value.includes('e+') && hasNumberToken(value)) || isMapEntry(value);
    case 'number':
      return !Number.isSafeInteger(value) && Token.isUnresolved(value);
    case 'object':
      return value !== null && isTokenObject(value);
    default:
      return false;
  }
}

// read once: each use of an export of CDKTF calls two getters
const { STRING_MAP_TOKEN_VALUE, ANY_MAP_TOKEN_VALUE } = Token;

/** Whether a text is what CDKTF puts into the encoding of a map token in place of the values. */
function isMapEntry(text: string): boolean {
  return text === STRING_MAP_TOKEN_VALUE || text === ANY_MAP_TOKEN_VALUE;
}

function hasNumberToken(text: string): boolean {
  return text.match(NUMBER_IN_TEXT)?.some((digits) => Token.isUnresolved(Number(digits))) ?? false;
}

const LIST_FUNCTIONS = 'use Fn.element(list, index), or Fn.concat to add to a list';

/** Numbers beyond this come from a token: CDKTF encodes number tokens as huge numbers. */
const LARGEST = 1e280;

/**
 * Says why a value of a text, a number or a flag cannot be written: it was taken out of a token, or calculated from one,
 * by the program. Only Terraform can do that. Undefined for any other value.
 */
export function misuseOf(value: unknown): string | undefined {
  switch (typeof value) {
    case 'string':
      if (!value.includes('{') && !isMapEntry(value)) {
        return undefined;
      }
      if (value.includes('#{TfToken[')) {
        return `must not be an entry of a list token: ${LIST_FUNCTIONS}`;
      }
      if (value.includes('&{TfToken[') || isMapEntry(value)) {
        return 'must not be an entry of a map token: use Fn.lookup(map, key)';
      }
      return /\$\$\{TfToken\[/.test(value) ? 'must not have a $ directly before a token: Terraform would not evaluate the token' : undefined;
    case 'number':
      return Math.abs(value) > LARGEST && Number.isFinite(value) && value < 0 && !Token.isUnresolved(value)
        ? 'must not be calculated from a number token, or be an entry of a list token: use Op, Fn.element or a method of Duration'
        : undefined;
    case 'object':
      return value === null || isResolvable(value) || !isUnknown(value)
        ? undefined
        : `must not be ${Array.isArray(value) ? `a list token: ${LIST_FUNCTIONS}` : 'a map token: use Fn.lookup(map, key)'}`;
    default:
      return undefined;
  }
}

/** Returns a token object, such as `variable.value`, as a text. Returns any other value as it is. */
export function asText<T>(value: T): T | string {
  return isResolvable(value) ? Token.asString(value) : value;
}

/** Returns names in one order: literals in alphabetical order, then tokens in the order in which they are given. */
export function sortedNames(names: readonly string[]): string[] {
  return names.some(isUnknown) ? [...names.filter((name) => !isUnknown(name)).sort(), ...names.filter(isUnknown)] : [...names].sort();
}

/** Compares two names for the order of `sortedNames`. */
export function compareNames(a: string, b: string): number {
  const [unknownA, unknownB] = [isUnknown(a), isUnknown(b)];
  return unknownA || unknownB ? Number(unknownA) - Number(unknownB) : a < b ? -1 : a > b ? 1 : 0;
}

/** Whether a value is a token object. False for a Proxy or a getter that throws. */
function isResolvable(value: unknown): value is IResolvable {
  try {
    return Tokenization.isResolvable(value);
  } catch {
    return false;
  }
}

/** Whether an object is a token, or a list or map whose only entry is a token (CDKTF's encoding of list and map tokens). */
function isTokenObject(value: object): boolean {
  try {
    return Tokenization.isResolvable(value) || (isOne(value) && Token.isUnresolved(value));
  } catch {
    return false;
  }
}

function isOne(value: object): boolean {
  return (Array.isArray(value) ? value : Object.keys(value)).length === 1;
}

/** Resolves the tokens in a text, for example to `${auth0_client.worker.client_id}`. */
export function resolvedText(value: string, scope: IConstruct): string {
  return isUnknown(value)
    ? String(Tokenization.resolve(value, { scope, resolver: new DefaultTokenResolver(new StringConcat()) }))
    : value;
}

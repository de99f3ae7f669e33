import type { IResolveContext, TerraformResource } from 'cdktf';
import { Tokenization } from 'cdktf';
import { lazyReferenceText } from './lazy';

/**
 * Whether a value has no tokens.
 *
 * @param l1 an L1, if references within its stack do not count
 */
export function hasNoTokens(value: unknown, l1?: TerraformResource): boolean {
  switch (typeof value) {
    case 'string':
      return !mayHoldToken(value) || (l1 !== undefined && lazyReferenceText(value, l1) !== undefined);
    case 'number':
      return isPlainNumber(value);
    case 'object':
      if (value === null) {
        return true;
      }
      if (Array.isArray(value)) {
        for (const item of value) {
          if (!hasNoTokens(item, l1)) {
            return false;
          }
        }
        return true;
      }
      if (!isPlain(value)) {
        return false;
      }
      for (const key in value) {
        if (mayHoldToken(key) || !hasNoTokens(value[key], l1)) {
          return false;
        }
      }
      return true;
    default:
      return typeof value !== 'function';
  }
}

/**
 * Resolves a value as CDKTF does. CDKTF gets only the parts that may contain a token. Undefined members are dropped.
 */
function resolveTokens(value: unknown, context: IResolveContext): unknown {
  switch (typeof value) {
    case 'string':
      return mayHoldToken(value) ? lazyReferenceText(value, context.scope) ?? context.resolve(value) : value;
    case 'number':
      return isPlainNumber(value) ? value : context.resolve(value);
    case 'boolean':
    case 'undefined':
      return value;
    case 'object':
      if (value === null) {
        return value;
      }
      if (Array.isArray(value)) {
        return resolveList(value, context);
      }
      return isPlain(value) ? resolveObject(value, context) : context.resolve(value);
    default:
      return context.resolve(value);
  }
}

function resolveList(list: unknown[], context: IResolveContext): unknown {
  // CDKTF encodes a list token as a list with one entry
  if (list.length === 1 && typeof list[0] !== 'object') {
    return context.resolve(list);
  }
  const resolved = list.map((item) => resolveTokens(item, context));
  return resolved.includes(undefined) ? resolved.filter((item) => item !== undefined) : resolved;
}

export function resolveObject(object: Record<string, unknown>, context: IResolveContext): any {
  const result: Record<string, unknown> = {};
  for (const key of Object.keys(object)) {
    if (mayHoldToken(key)) {
      return context.resolve(object);
    }
    const value = resolveTokens(object[key], context);
    if (value !== undefined) {
      result[key] = value;
    }
  }
  return result;
}

/** Whether a text may have a token of CDKTF: `${TfToken[...]}` and similar, a number token in digits, a map token. */
function mayHoldToken(text: string): boolean {
  return text.includes('{') || text.includes('e+') || text.endsWith('Map Token Value');
}

/** Whether a number is not a token. Number tokens are huge numbers; -123456789 stands for a map token. */
function isPlainNumber(value: number): boolean {
  return Math.abs(value) < 1e100 && value !== -123456789;
}

function isPlain(value: object): value is Record<string, unknown> {
  return Object.getPrototypeOf(value) === Object.prototype && !Tokenization.isResolvable(value);
}

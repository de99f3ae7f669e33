import { isExpression } from './reference';
import { UNKNOWN, Value } from '../schema/value';
import { camelCase, normalized } from '../util/text';

/** Returns a literal text in the form that Terraform gives it; UNKNOWN for an expression. */
export function literal(value: unknown): Value<string> {
  if (value === undefined || value === null) {
    return undefined;
  }
  return typeof value === 'string' && !isExpression(value) ? normalized(value) : UNKNOWN;
}

/** Returns a boolean. Terraform also accepts the strings 'true' and 'false'. */
export function flagOf(value: unknown): Value<boolean> {
  if (value === undefined || value === null) {
    return undefined;
  }
  return value === true || value === 'true' ? true : value === false || value === 'false' ? false : UNKNOWN;
}

/** Returns the literals of a list, with UNKNOWN for each expression in it. */
export function literals(value: unknown): Value<ReadonlyArray<Value<string>>> {
  if (value === undefined || value === null) {
    return undefined;
  }
  return Array.isArray(value) ? value.map(literal) : UNKNOWN;
}

/** Returns the blocks of an attribute. Terraform's JSON syntax allows one block without a list around it. */
export function blocksOf(value: unknown): Value<readonly object[]> {
  if (value === undefined || value === null) {
    return undefined;
  }
  const blocks = Array.isArray(value) ? value : [value];
  return blocks.every((block) => typeof block === 'object' && block !== null) ? blocks : UNKNOWN;
}

/** Returns the block of an attribute that has at most one. */
export function blockOf(value: unknown): Value<object> {
  const blocks = blocksOf(value);
  return blocks === UNKNOWN ? UNKNOWN : blocks?.[0];
}

/** Returns a member of a block, by its name in Terraform or in the bindings. */
export function memberOf(block: Value<object>, name: string): unknown {
  if (block === undefined || block === UNKNOWN) {
    return block;
  }
  const members = block as Readonly<Record<string, unknown>>;
  return members[name] ?? members[camelCase(name)];
}

/** Checks whether an attribute is not set. A state has null or an empty string in that case. */
export function isMissing(value: unknown): boolean {
  return value === undefined || value === null || value === '';
}

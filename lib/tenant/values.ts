import { isExpression } from './reference';
import { UNKNOWN, Value } from '../schema/value';
import { camelCase } from '../util/text';

/** A literal text; an expression is not known. */
export function literal(value: unknown): Value<string> {
  if (value === undefined || value === null) {
    return undefined;
  }
  return typeof value === 'string' && !isExpression(value) ? value : UNKNOWN;
}

/** True or false; Terraform takes both as texts, too. */
export function flagOf(value: unknown): Value<boolean> {
  if (value === undefined || value === null) {
    return undefined;
  }
  return value === true || value === 'true' ? true : value === false || value === 'false' ? false : UNKNOWN;
}

/** The literals of a list. */
export function literals(value: unknown): Value<ReadonlyArray<Value<string>>> {
  if (value === undefined || value === null) {
    return undefined;
  }
  return Array.isArray(value) ? value.map(literal) : UNKNOWN;
}

/** The blocks of an attribute: Terraform's JSON may write one without a list around it. */
export function blocksOf(value: unknown): Value<readonly object[]> {
  if (value === undefined || value === null) {
    return undefined;
  }
  const blocks = Array.isArray(value) ? value : [value];
  return blocks.every((block) => typeof block === 'object' && block !== null) ? blocks : UNKNOWN;
}

/** The block of an attribute that can have one. */
export function blockOf(value: unknown): Value<object> {
  const blocks = blocksOf(value);
  return blocks === UNKNOWN ? UNKNOWN : blocks?.[0];
}

/** A member of a block, under its name in Terraform or in the bindings. */
export function memberOf(block: Value<object>, name: string): unknown {
  if (block === undefined || block === UNKNOWN) {
    return block;
  }
  const members = block as Readonly<Record<string, unknown>>;
  return members[name] ?? members[camelCase(name)];
}

/** Whether nothing is referred to; a state has null or an empty text for what is not set. */
export function isMissing(value: unknown): boolean {
  return value === undefined || value === null || value === '';
}

import { problem, Converted } from './convert';
import { listTokenIn, shapeOf } from '../framework/expression';
import { isUnknown } from '../framework/tokens';
import { describeType } from '../util/text';

/** An argument that is a list. */
export interface ListArgument {
  /** The list, if only Terraform knows it. */
  readonly token?: unknown;
  /** The items, if the program knows them. */
  readonly items: readonly unknown[];
}

/**
 * Reads an argument that is a list. Another value is a problem: a program without types may give the items one by one.
 *
 * @param example the call as it should be, for the message
 */
export function readList(given: unknown, example: string): Converted<ListArgument> {
  if (Array.isArray(given)) {
    const token = listTokenIn(given);
    return { value: { token, items: token === undefined ? given : [] } };
  }
  if (isUnknown(given) && (shapeOf(given) ?? (typeof given === 'object' ? 'list' : 'text')) === 'list') {
    return { value: { token: given, items: [] } };
  }
  return problem('wrong-type', `must be a list, but ${describeType(given)} was given: write ${example}`);
}

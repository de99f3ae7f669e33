import { IResolvable, TerraformIterator, Token, Tokenization } from 'cdktf';
import { Misfit } from '../schema/shape';
import { describeType } from '../util/text';

/** Whether there is a value. */
export function isPresent<T>(value: T | undefined): value is T {
  return value !== undefined && value !== null;
}

/** Only what is given: a `null`, which a program without types may hand in, would stay in the JSON. */
export function withoutNullish<T extends object>(config: T): T {
  return Object.fromEntries(Object.entries(config).filter(([, value]) => isPresent(value))) as T;
}

/**
 * What a value class becomes in the binding. Anything else is handed on as a misfit, which validation reports at its
 * place: a program without types must get an answer, too.
 *
 * @param method of the value class: a value from a second copy of this library has it as well
 * @param expected what should have been given, 'a Duration, such as Duration.hours(1)'
 */
export function rendered<Method extends string, Args extends unknown[], Result>(
  value: Record<Method, (...args: Args) => Result>,
  method: Method,
  expected: string,
  ...args: Args
): Result;
export function rendered<Method extends string, Args extends unknown[], Result>(
  value: Record<Method, (...args: Args) => Result> | undefined,
  method: Method,
  expected: string,
  ...args: Args
): Result | undefined;
export function rendered(value: any, method: string, expected: string, ...args: unknown[]): unknown {
  if (value === undefined || value === null || Tokenization.isResolvable(value)) {
    return value;
  }
  if (typeof value[method] !== 'function') {
    return misfit(expected, value);
  }
  // made of nothing, as of an environment variable that is not set: not the same as left out
  return value[method](...args) ?? new Misfit('wrong-type', 'must hold a value, but holds nothing');
}

/** As `rendered`, for a class of named values. */
export function renderedValue(value: { readonly value: string }, example: string): string;
export function renderedValue(value: { readonly value: string } | undefined, example: string): string | undefined;
export function renderedValue(value: any, example: string): unknown {
  if (value === undefined || value === null) {
    return undefined;
  }
  return typeof value.value === 'string' ? value.value : misfit(`one of the named values, such as ${example}`, value);
}

function misfit(expected: string, value: unknown): Misfit {
  return new Misfit('wrong-type', `must be ${expected}, but ${describeType(value)} was given`);
}

/**
 * A map as a list of blocks, in the order of its keys, so that the order in the source makes no difference.
 *
 * A map that only Terraform knows becomes a dynamic block.
 *
 * @param missing what stands for a value that is not there
 */
export function mapToBlocks(
  map: Record<string, string> | undefined,
  key: string,
  value: string,
  missing?: Misfit,
): any[] | IResolvable | undefined {
  if (map === undefined || map === null) {
    return undefined;
  }
  if (Token.isUnresolved(map)) {
    const iterator = TerraformIterator.fromMap(map);
    return iterator.dynamic({ [key]: iterator.key, [value]: iterator.value });
  }
  if (typeof map !== 'object' || Array.isArray(map)) {
    return new Misfit('wrong-type', `must be an object, but ${describeType(map)} was given`) as never;
  }
  return Object.keys(map).sort().map((name) => ({ [key]: name, [value]: map[name] ?? missing }));
}

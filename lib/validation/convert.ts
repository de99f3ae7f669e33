import type { IResolvable } from 'cdktf';
import { dynamicBlocks, EACH_VALUE } from '../framework/dynamic-blocks';
import { shapeOf } from '../framework/expression';
import { expressionOf, expressionToken, objectOf } from '../framework/expression-text';
import { isUnknown, sortedNames } from '../framework/tokens';
import type { Block } from '../schema/attributes';
import type { Path } from '../schema/path';
import { describeNonRecord, describeType, isRecord } from '../util/text';

/** An error that is found while props are converted. */
export interface Problem {
  /** The place of the error: in the resource, or relative to the value that is converted. */
  readonly path: Path;
  readonly rule: string;
  /** What is wrong. The message is the name of the place, followed by this text. */
  readonly text: string;
}

/** A converted value for the binding, or the problems that prevent the conversion. */
export interface Converted<T> {
  readonly value?: T;
  readonly problems?: readonly Problem[];
}

/** The values in an object of the user, and what is wrong with its form. */
export interface Options {
  readonly values: Readonly<Record<string, any>>;
  readonly problems: readonly Problem[];
}

/** Converts the value of a property for the binding. It is never called with undefined or null. */
export type Conversion = (value: any) => Converted<unknown>;

/** The meta-arguments of Terraform that our constructs take. They are passed to the binding unchanged. */
export const META_ARGUMENTS = ['provider', 'lifecycle', 'dependsOn'] as const;

/**
 * Converts the props of a construct to the configuration of its binding. Adds no defaults.
 *
 * @param props the props as `readProps` returns them
 * @param conversions the key is the value class in the attribute table, or the name of the attribute
 */
export function convertProps<Config>(
  resource: Block,
  { values: given, problems: found }: Options,
  conversions: Readonly<Record<string, Conversion>>,
): { readonly config: Config; readonly problems: readonly Problem[] } {
  const config: Record<string, unknown> = {};
  const problems = [...found];
  for (const { name, key, attribute } of resource.members) {
    const value = given[attribute.prop ?? key];
    if (!isPresent(value)) {
      continue;
    }
    const conversion = conversions[attribute.as ?? name];
    if (!conversion) {
      config[key] = value;
      continue;
    }
    const converted = conversion(value);
    if (isPresent(converted.value)) {
      config[key] = converted.value;
    }
    if (converted.problems) {
      problems.push(...below([name], converted.problems));
    }
  }
  for (const key of META_ARGUMENTS) {
    if (isPresent(given[key])) {
      config[key] = given[key];
    }
  }
  return { config: config as Config, problems };
}

/** Whether a value is neither undefined nor null. */
export function isPresent<T>(value: T | undefined): value is T {
  return value !== undefined && value !== null;
}

/** Prefixes the paths of problems with the place where the value is used. */
export function below(path: Path, problems: readonly Problem[] = []): Problem[] {
  return problems.map((one) => ({ ...one, path: [...path, ...one.path] }));
}

/** The problem that a value has a wrong type. */
export function wrongType(expected: string, value: unknown): Converted<never> {
  return problem('wrong-type', `must be ${expected}, but ${describeType(value)} was given`);
}

/**
 * The problem that a value is not a plain object.
 *
 * @param example an object as it should be
 */
export function noRecord(value: unknown, example?: string): Converted<never> {
  return problem('wrong-type', `must be an object${example ? `, such as ${example},` : ','} but ${describeNonRecord(value)} was given`);
}

/** A problem with the whole value. */
export function problem(rule: string, text: string): Converted<never> {
  return { problems: [{ path: [], rule, text }] };
}

/**
 * Returns a conversion that calls a method of the value. A token is returned unchanged.
 *
 * @param method the name of the method; it identifies a value class, also from a second copy of this library
 * @param expected the expected value, for the message: 'a Duration, such as Duration.hours(1)'
 */
export function byMethod(method: string, expected: string, ...args: unknown[]): Conversion {
  return (value) => {
    if (isUnknown(value)) {
      return { value };
    }
    return typeof value[method] === 'function' ? asConverted(value[method](...args)) : wrongType(expected, value);
  };
}

/** Wraps the result of a method. A class of the user may have a method of that name that returns the plain value. */
function asConverted(result: any): Converted<unknown> {
  return typeof result === 'object' && result !== null && ('value' in result || 'problems' in result) ? result : createdWith(result);
}

/** Returns a conversion for a class of named values, such as `SigningAlg`. */
export function namedValue(example: string): Conversion {
  return (value) => {
    const named: unknown = isUnknown(value) ? value : value.value;
    return isUnknown(named) || (typeof named === 'string' && typeof value !== 'string')
      ? { value: named }
      : wrongType(`one of the named values, such as ${example}`, value);
  };
}

/** Wraps the value that an object was created from. Undefined is an error here, unlike a property that is left out. */
export function createdWith<T>(value: T | undefined): Converted<T> {
  return isPresent(value) ? { value } : problem('wrong-type', 'was created from undefined or null: is an environment variable unset?');
}

/**
 * Returns a conversion of a map to a list of blocks. The blocks are sorted by key, so that the order in the source
 * makes no difference. A map or a list of objects that only Terraform knows becomes a dynamic block.
 *
 * @param key the attribute for the keys of the map
 * @param value the attribute for the values of the map
 * @param isRequired whether each key must have a value
 * @param example a map, for messages
 */
export function mapToBlocks(key: string, value: string, isRequired: boolean, example: string): Conversion {
  return (map): Converted<any[] | IResolvable> => {
    if (isUnknown(map)) {
      return { value: blocksOfToken(map, key, value) };
    }
    if (!isRecord(map)) {
      return noRecord(map, example);
    }
    const names = sortedNames(Object.keys(map));
    return {
      value: names.map((name) => ({ [key]: name, [value]: map[name] ?? undefined })),
      problems: !isRequired ? undefined : names
        .filter((name) => !isPresent(map[name]))
        .map((name) => ({ path: [name, value], rule: 'wrong-type', text: 'must be a string, but nothing was given' })),
    };
  };
}

/** An entry that is written beside those that only Terraform knows. */
export type AddedEntry = readonly [key: string, value: string | undefined];

/**
 * Returns blocks for a map, or for a list of names or objects, that only Terraform knows.
 *
 * @param added the entries that are added until synth
 */
export function blocksOfToken(token: unknown, key: string, value: string, added: () => readonly AddedEntry[] = () => []): IResolvable {
  const shape = shapeOf(token);
  if (shape === 'list') {
    const entries = expressionToken((context) => {
      const own = added().map((entry) => objectOf([[key, entry[0]], [value, entry[1]]], context));
      const list = expressionOf(token, context);
      return own.length > 0 ? `concat([${own.join(', ')}], ${list})` : list;
    });
    return dynamicBlocks(entries, { [key]: `\${try(each.value.${key}, each.value)}`, [value]: `\${try(each.value.${value}, null)}` });
  }
  const entries = expressionToken((context) => {
    const own = added().map((entry) => [entry[0], entry[1] ?? ''] as const);
    const map = expressionOf(token, context);
    // a list would have its indexes for keys: Terraform refuses to merge it
    return own.length > 0 ? `merge(${objectOf(own, context)}, ${map})` : shape === 'map' ? map : `merge(${map})`;
  });
  return dynamicBlocks(entries, { [key]: '${each.key}', [value]: EACH_VALUE });
}

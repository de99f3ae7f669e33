import { IResolvable, TerraformIterator, Token, Tokenization } from 'cdktf';
import type { Block } from '../schema/attributes';
import type { Path } from '../schema/path';
import { describeNonRecord, describeType, isRecord } from '../util/text';

/** A mistake that is found while props are converted. */
export interface Problem {
  /** Where it is: in the resource, or in the value of which it is told. */
  readonly path: Path;
  readonly rule: string;
  /** What is wrong; follows the name of the place. */
  readonly text: string;
}

/** What a value becomes in the binding; without a value where that cannot be told. */
export interface Converted<T> {
  readonly value?: T;
  readonly problems?: readonly Problem[];
}

/** Makes of a property what the binding takes. It is only called with a value. */
export type Conversion = (value: any) => Converted<unknown>;

/** The arguments of Terraform that every construct hands on as they are. */
const META_ARGUMENTS = ['provider', 'lifecycle', 'dependsOn'];

/**
 * The props of a construct as its binding takes them: nothing is added, and what is left out stays out.
 *
 * @param conversions by the value class that the table names, or by the attribute
 */
export function convertProps<Config>(
  resource: Block,
  props: object,
  conversions: Readonly<Record<string, Conversion>>,
): { readonly config: Config; readonly problems: readonly Problem[] } {
  const config: Record<string, unknown> = {};
  const problems: Problem[] = [];
  const given = props as Readonly<Record<string, unknown>>;
  for (const [name, key, attribute] of resource.members) {
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
    problems.push(...below([name], converted.problems));
  }
  for (const key of META_ARGUMENTS) {
    if (isPresent(given[key])) {
      config[key] = given[key];
    }
  }
  return { config: config as Config, problems };
}

/** Whether there is a value. */
export function isPresent<T>(value: T | undefined): value is T {
  return value !== undefined && value !== null;
}

/** The problems of a value, at the place where the value is used. */
export function below(path: Path, problems: readonly Problem[] = []): Problem[] {
  return problems.map((one) => ({ ...one, path: [...path, ...one.path] }));
}

/** The problem that a value has a wrong type. */
export function wrongType(expected: string, value: unknown): Converted<never> {
  return problem('wrong-type', `must be ${expected}, but ${describeType(value)} was given`);
}

/** The problem that something stands in the place of a plain object. */
export function noRecord(value: unknown): Converted<never> {
  return problem('wrong-type', `must be an object, but ${describeNonRecord(value)} was given`);
}

/** A problem of the value itself. */
export function problem(rule: string, text: string): Converted<never> {
  return { problems: [{ path: [], rule, text }] };
}

/**
 * A conversion by a method of a value class. A token is handed on as it is.
 *
 * @param method a value from a second copy of this library has it as well
 * @param expected what should have been given, 'a Duration, such as Duration.hours(1)'
 */
export function byMethod(method: string, expected: string, ...args: unknown[]): Conversion {
  return (value) => {
    if (Tokenization.isResolvable(value)) {
      return { value };
    }
    return typeof value[method] === 'function' ? asConverted(value[method](...args)) : wrongType(expected, value);
  };
}

/** The class may be one of the user's own, with a method of that name that returns the value itself. */
function asConverted(result: any): Converted<unknown> {
  return typeof result === 'object' && result !== null && ('value' in result || 'problems' in result) ? result : createdWith(result);
}

/** A conversion of a class of named values. */
export function namedValue(example: string): Conversion {
  return (value) => (typeof value.value === 'string' ? { value: value.value } : wrongType(`one of the named values, such as ${example}`, value));
}

/** The value that an object was created with, which must be there: leaving the property out is something else. */
export function createdWith<T>(value: T | undefined): Converted<T> {
  return isPresent(value) ? { value } : problem('wrong-type', 'was created from undefined or null: is an environment variable unset?');
}

/**
 * A conversion of a map to a list of blocks, in the order of its keys, so that the order in the source makes no
 * difference. A map that only Terraform knows becomes a dynamic block.
 *
 * @param value the attribute for the values of the map
 * @param isRequired whether each key must have a value
 */
export function mapToBlocks(key: string, value: string, isRequired: boolean): Conversion {
  return (map): Converted<any[] | IResolvable> => {
    if (Token.isUnresolved(map)) {
      const iterator = TerraformIterator.fromMap(map);
      return { value: iterator.dynamic({ [key]: iterator.key, [value]: iterator.value }) };
    }
    if (!isRecord(map)) {
      return noRecord(map);
    }
    const names = Object.keys(map).sort();
    return {
      value: names.map((name) => ({ [key]: name, [value]: map[name] ?? undefined })),
      problems: names
        .filter((name) => isRequired && !isPresent(map[name]))
        .map((name) => ({ path: [name, value], rule: 'wrong-type', text: 'must be a string, but nothing was given' })),
    };
  };
}

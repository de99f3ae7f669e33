import { Construct } from 'constructs';
import { Converted, isPresent, noRecord, Options, Problem, problem } from './convert';
import { ValidationError } from './validation-error';
import { isUnknown } from '../framework/tokens';
import { nearest } from '../util/nearest';
import { isRecord, quote } from '../util/text';

/** The names that an object of the user can have. */
export interface OptionNames {
  readonly names: ReadonlySet<string>;
  /** The same names as a list. */
  readonly list: readonly string[];
  /** The same names in the form in which they are compared. */
  readonly compared: ReadonlyMap<string, string>;
}

/** What `readOptions` finds in an object. */
export interface ReadOptions extends Options {
  /** The names in the object that are no options. */
  readonly others: readonly string[];
}

/** What is wrong with a getter that throws. */
export const UNREADABLE = 'must be a value, but reading it throws an error';

/** Defines the names that an object of the user can have. */
export function optionNames(...names: string[]): OptionNames {
  const set = new Set(names);
  return { names: set, list: Array.from(set), compared: new Map(names.map((name) => [compared(name), name])) };
}

/**
 * Reads an object of the user, each value once. Undefined and null are the same as an object without members.
 *
 * Finds what a program without types, or a spread, can give: another type, a getter that throws, and a name that is
 * nearly the name of an option. Other names are ignored: the options of a subclass can have more. The paths of the
 * problems are names of options.
 */
export function readOptions(given: unknown, known: OptionNames): ReadOptions {
  if (!isPresent(given)) {
    return { values: {}, problems: [], others: [] };
  }
  if (!readable(() => isOptions(given, known))) {
    return { values: {}, problems: notAnObject(given).problems!, others: [] };
  }
  const values: Record<string, unknown> = {};
  const problems: Problem[] = [];
  for (const name of known.list) {
    try {
      const value = (given as Record<string, unknown>)[name];
      if (value !== undefined) {
        values[name] = value;
      }
    } catch {
      problems.push({ path: [name], rule: 'wrong-type', text: UNREADABLE });
    }
  }
  const others = (readable(() => Object.keys(given as object)) ?? []).filter((key) => !known.names.has(key));
  for (const key of others) {
    problems.push(...misspelled(key, known));
  }
  return { values, problems, others };
}

/**
 * Reads the options of a method.
 *
 * @param name the name of the construct or method in messages
 * @throws ValidationError if the options are not an object, or one is misspelled
 */
export function optionsOf(name: string, given: unknown, known: OptionNames, argument = 'options'): Options['values'] {
  const { values, problems } = readOptions(given, known);
  if (problems.length > 0) {
    throw new ValidationError(name, problems.map(({ path, rule, text }) => {
      const place = path.length === 0 ? argument : path.join('.');
      return { rule, path: place, message: `${place} ${text}` };
    }));
  }
  return values;
}

/** Returns the result of a function. Returns undefined if it throws, as a getter or a Proxy of the user can. */
export function readable<T>(read: () => T): T | undefined {
  try {
    return read();
  } catch {
    return undefined;
  }
}

function isOptions(given: unknown, { names }: OptionNames): boolean {
  if (isRecord(given)) {
    return !isUnknown(given);
  }
  // an instance of a class can implement an interface; a Map, a Date or an Error has another tag
  return typeof given === 'object' && Object.prototype.toString.call(given) === '[object Object]' && !isUnknown(given) &&
    !Construct.isConstruct(given) && Array.from(names).some((name) => name in given!);
}

/** Returns a problem if a name is nearly a known one. */
function misspelled(key: string, { compared: candidates }: OptionNames): Problem[] {
  const near = compared(key);
  const meant = candidates.get(near) ?? candidates.get(nearest(near, candidates.keys()) ?? '');
  return meant === undefined
    ? []
    : [{ path: [meant], rule: 'misspelled-property', text: `must be spelled like this, but ${quote(key)} was given` }];
}

/** Returns a name without the case of its letters and without underscores and hyphens. */
function compared(name: string): string {
  return name.toLowerCase().replace(/[_-]/g, '');
}

function notAnObject(given: unknown): Converted<never> {
  return readable(() => (isUnknown(given) ? problem('wrong-type', 'must be an object, but a token was given') : noRecord(given))) ??
    problem('wrong-type', 'must be an object, but a value that cannot be read was given');
}

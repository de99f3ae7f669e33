import { Path } from './path';
import { UNKNOWN, Value } from './value';
import { describeType } from '../util/text';

/** The type of an attribute, a block (an object of shapes) or a list of blocks or values (an array of one shape). */
export type Shape = 'string' | 'number' | 'boolean' | { readonly [attribute: string]: Shape } | readonly [Shape];

/** The configuration that a shape describes, with the three states for every value in it. */
export type ConfigOf<S extends Shape> = S extends 'string'
  ? string
  : S extends 'number'
    ? number
    : S extends 'boolean'
      ? boolean
      : S extends readonly [infer Item extends Shape]
        ? ReadonlyArray<Value<ConfigOf<Item>>>
        : { readonly [Attribute in keyof S]?: S[Attribute] extends Shape ? Value<ConfigOf<S[Attribute]>> : never };

// a registered symbol, so that a value made by a second copy of the library is recognized
const MISFIT = Symbol.for('cdk-auth0/Misfit');

/** A value that cannot be right whatever Terraform makes of it; it carries its own finding to the place where it is used. */
export class Misfit {
  public static isMisfit(x: unknown): x is Misfit {
    return typeof x === 'object' && x !== null && MISFIT in x;
  }

  public constructor(public readonly rule: string, public readonly text: string) {
    // enumerable, so that it is still one after defaults were merged into it
    Object.defineProperty(this, MISFIT, { value: true, enumerable: true });
  }
}

/** How to read a configuration that somebody else made. */
export interface Reader {
  /** Whether the value is known only to Terraform. */
  isUnknown(value: unknown): boolean;
  /** The key under which the configuration holds an attribute. */
  key(attribute: string): string;
  /** Is told of each value that does not fit; it is taken for unknown, so that no rule trips over it. */
  misfit(path: Path, misfit: Misfit): void;
}

const ARTICLES = { string: 'a string', number: 'a number', boolean: 'a boolean' } as const;

/** Reads a configuration in Terraform's shape. */
export function readConfig<S extends Shape>(shape: S, value: unknown, reader: Reader): Value<ConfigOf<S>> {
  return read(shape, value, reader, []) as Value<ConfigOf<S>>;
}

/** @param place where the reading has come to: one list for all, since few places are ever asked for */
function read(shape: Shape, value: unknown, reader: Reader, place: Array<string | number>): unknown {
  if (value === undefined || value === null) {
    return undefined;
  }
  if (reader.isUnknown(value)) {
    return UNKNOWN;
  }
  if (typeof shape === 'string') {
    return typeof value === shape ? value : refuse(ARTICLES[shape], value, reader, place);
  }
  if (isList(shape)) {
    return Array.isArray(value)
      ? value.map((item, index) => readAt(nameOf(item, reader) ?? index, shape[0], item, reader, place))
      : refuse('a list', value, reader, place);
  }
  if (typeof value !== 'object' || Array.isArray(value) || Misfit.isMisfit(value)) {
    return refuse('an object', value, reader, place);
  }
  const config: Record<string, unknown> = {};
  for (const attribute in shape) {
    const member = (value as Record<string, unknown>)[reader.key(attribute)];
    if (member !== undefined && member !== null) {
      config[attribute] = readAt(attribute, shape[attribute], member, reader, place);
    }
  }
  return config;
}

function readAt(
  name: string | number,
  shape: Shape,
  value: unknown,
  reader: Reader,
  place: Array<string | number>,
): unknown {
  place.push(name);
  const config = read(shape, value, reader, place);
  place.pop();
  return config;
}

/** What tells a block from its neighbours, where it has a name: the order in the source is none of the user's. */
function nameOf(item: unknown, reader: Reader): string | undefined {
  const name = (item as { name?: unknown } | undefined | null)?.name;
  return typeof name === 'string' && !reader.isUnknown(name) ? name : undefined;
}

function isList(shape: Shape): shape is readonly [Shape] {
  return Array.isArray(shape);
}

function refuse(expected: string, value: unknown, reader: Reader, place: Path): typeof UNKNOWN {
  const misfit = Misfit.isMisfit(value)
    ? value
    : new Misfit('wrong-type', `must be ${expected}, but ${describeType(value)} was given`);
  reader.misfit([...place], misfit);
  return UNKNOWN;
}

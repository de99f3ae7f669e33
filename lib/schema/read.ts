import type { Attribute, Block, ConfigOf } from './attributes';
import type { Path } from './path';
import { UNKNOWN, Value } from './value';
import { describeNonRecord, describeType, isRecord, normalized } from '../util/text';

/** Options for reading a configuration. */
export interface Reader {
  /**
   * Whether the configuration may have every form that Terraform accepts: a single block in a list, a list with one
   * item without the list, and numbers and booleans as strings.
   *
   * @default false
   */
  readonly isTerraform?: boolean;
  /** Whether only Terraform knows the value. */
  isUnknown(value: unknown): boolean;
  /** Says why a value of a text, a number or a flag cannot be written although only Terraform knows it. */
  misuseOf?(value: unknown): string | undefined;
  /** Says why a value of a whole block cannot be written although only Terraform knows it. */
  misuseOfBlock?(value: unknown): string | undefined;
  /** Called for each value of a wrong type. The value is read as unknown, so that no rule checks it. */
  wrongType(path: Path, text: string): void;
}

/**
 * The highest number of characters in a text, far above all limits of Auth0. CDKTF looks for tokens in a text, and that
 * takes time in the square of the length.
 */
const MAX_LENGTH = 20_000;

/** The highest number of items in a list, far above all limits of Auth0. A list can have holes for more than memory. */
export const MAX_ITEMS = 10_000;

const ARTICLES = { string: 'a string', number: 'a number', boolean: 'a boolean' } as const;

/** Reads a configuration with the names of the bindings or of Terraform. The result has the names of Terraform. */
export function readConfig<A extends Block>(resource: A, config: object, reader: Reader): ConfigOf<A> {
  return readBlock(resource, config as Record<string, unknown>, reader, []) as ConfigOf<A>;
}

/** An item of a list. One object is used for all items. */
interface Item {
  readonly attribute: Attribute;
  index: number;
  value?: unknown;
}

/** The path of a value. The name of an item is looked up only to report an error. */
type LazyPath = Array<string | Item>;

/** @param path the path of `value`. One array is used for the whole walk. */
function read(attribute: Attribute, value: unknown, reader: Reader, path: LazyPath): unknown {
  if (value === undefined || value === null || (reader.isTerraform && attribute.type === 'block' && isEmptyList(value))) {
    return undefined;
  }
  if (attribute.type === 'string' && typeof value === 'string' && value.length <= MAX_LENGTH && !value.includes('{') && !reader.isUnknown(value)) {
    return normalized(value); // most values are such texts
  }
  if (typeof value === 'string' && value.length > MAX_LENGTH && !reader.isTerraform) {
    return wrong(`a text of at most ${MAX_LENGTH} characters`, value, reader, path, `${value.length}`);
  }
  const isWhole = (attribute.type === 'list' || attribute.type === 'block') && typeof value !== 'string';
  const misuse = attribute.type === 'block' ? reader.misuseOfBlock?.(value) : isWhole ? undefined : reader.misuseOf?.(value);
  if (misuse !== undefined) {
    reader.wrongType(named(path, reader), misuse);
  }
  if (value === UNKNOWN || misuse !== undefined || reader.isUnknown(value)) {
    return UNKNOWN;
  }
  return readKnown(attribute, reader.isTerraform ? asDescribed(attribute, value) : value, reader, path);
}

function readKnown(attribute: Attribute, value: unknown, reader: Reader, path: LazyPath): unknown {
  switch (attribute.type) {
    case 'list':
      if (Array.isArray(value) && value.length > MAX_ITEMS && !reader.isTerraform) {
        return wrong(`a list of at most ${MAX_ITEMS} items`, value, reader, path, `${value.length}`);
      }
      return Array.isArray(value) ? readList(attribute.item, value, reader, path) : wrong('a list', value, reader, path);
    case 'block':
      return isRecord(value)
        ? readBlock(attribute, value, reader, path)
        : wrong('an object', value, reader, path, describeNonRecord(value));
    default:
      return typeof value === attribute.type ? asRead(value) : wrong(ARTICLES[attribute.type], value, reader, path);
  }
}

/** Returns a text as Terraform reads it: in its normal form, and `$${` stands for `${`. */
function asRead(value: unknown): unknown {
  if (typeof value !== 'string') {
    return value;
  }
  return normalized(value.includes('{') ? value.replace(/([$%])\1\{/g, '$1{') : value);
}

/** Converts a value that Terraform accepts to the form that the table describes. */
function asDescribed(attribute: Attribute, value: unknown): unknown {
  switch (attribute.type) {
    case 'list':
      return typeof value === 'object' && !Array.isArray(value) ? [value] : value;
    case 'block':
      return Array.isArray(value) && value.length === 1 ? value[0] : value;
    case 'number':
      return typeof value === 'string' && value.trim() !== '' && Number.isFinite(Number(value)) ? Number(value) : value;
    case 'boolean':
      return value === 'true' ? true : value === 'false' ? false : value;
    default:
      return value;
  }
}

function readBlock(block: Block, value: Record<string, unknown>, reader: Reader, path: LazyPath): object {
  const config: Record<string, unknown> = {};
  for (const { name, key, attribute } of block.members) {
    const member = value[key] ?? value[name];
    if (member !== undefined && member !== null) {
      path.push(name);
      config[name] = read(attribute, member, reader, path);
      path.pop();
    }
  }
  return config;
}

function readList(attribute: Attribute, list: readonly unknown[], reader: Reader, path: LazyPath): unknown[] {
  const item: Item = { attribute, index: 0, value: undefined };
  const config: unknown[] = [];
  path.push(item);
  // also the holes of a sparse array
  for (; item.index < list.length; item.index++) {
    const value = list[item.index];
    item.value = value;
    config.push((value === undefined || value === null) && !reader.isTerraform
      ? wrong(attribute.type === 'string' ? ARTICLES.string : 'an object', value, reader, path)
      : read(attribute, value, reader, path));
  }
  path.pop();
  return config;
}

function isEmptyList(value: unknown): boolean {
  return Array.isArray(value) && value.length === 0;
}

/** The name of a block in a list, or else its index. We sort the blocks, so the index says little. */
function nameOf({ attribute, index, value }: Item, reader: Reader): string | number {
  const name = attribute.type === 'block' && isRecord(value) ? value.name : undefined;
  return typeof name === 'string' && !reader.isUnknown(name) ? normalized(name) : index;
}

function wrong(expected: string, value: unknown, reader: Reader, path: LazyPath, given = describeType(value)): Value<never> {
  reader.wrongType(named(path, reader), `must be ${expected}, but ${given} was given`);
  return UNKNOWN;
}

function named(path: LazyPath, reader: Reader): Path {
  return path.map((part) => (typeof part === 'string' ? part : nameOf(part, reader)));
}

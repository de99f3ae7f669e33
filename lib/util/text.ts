const LONGEST_QUOTE = 60;

/** The placeholder of CDKTF for a token in a text. Its number says nothing to a reader. */
const TOKEN = /[$#]\{TfToken\[[^\]]{0,100}(?:\]\}|$)/g;

/** Quotes a value for a message: on one line, and shortened. */
export function quote(text: string): string {
  const shown = shortened(text, LONGEST_QUOTE);
  // JSON escapes line ends and control characters, which would break the line of a message
  return `'${JSON.stringify(shown).slice(1, -1).replace(/\\"/g, '"')}'`;
}

/** Returns the beginning of a text, with `…` if there is more. Tokens are shown without their numbers. */
export function shortened(text: string, max: number): string {
  if (text.length <= max && !text.includes('{')) {
    return text;
  }
  // a character can have two UTF-16 units, and a token becomes shorter
  const start = text.slice(0, max * 2 + 100);
  const characters = Array.from(start.replace(TOKEN, '<token>'));
  return characters.length > max || start.length < text.length ? `${characters.slice(0, max).join('')}…` : characters.join('');
}

/** Lists quoted values: `'a', 'b' or 'c'`. */
export function anyOf(values: readonly string[]): string {
  const quoted = values.map(quote);
  return quoted.length < 2 ? quoted.join('') : `${quoted.slice(0, -1).join(', ')} or ${quoted[quoted.length - 1]}`;
}

/** A number of seconds for a message, with the number of days if it is a whole number: `2592000 (30 days)`. */
export function seconds(value: number): string {
  const days = value / 86400;
  return days >= 1 && Number.isInteger(days) ? `${value} (${days} ${days === 1 ? 'day' : 'days'})` : `${value}`;
}

/** The number of characters in a text, as Auth0 counts. `length` of a string counts UTF-16 units. */
export function lengthOf(text: string): number {
  let length = 0;
  for (const _ of text) {
    length++;
  }
  return length;
}

/**
 * Returns a text in the form in which Terraform compares and writes it: Unicode NFC. Two texts that only differ in the
 * form of an accent are the same text to Terraform.
 */
export function normalized(text: string): string {
  return /^[\x00-\x7f]*$/.test(text) ? text : text.normalize('NFC');
}

/** Returns the texts without duplicates. Of two texts that are the same to Terraform, it keeps the first. */
export function distinctTexts(texts: readonly string[]): string[] {
  const found = new Set<string>();
  return texts.filter((text) => found.size < found.add(normalized(text)).size);
}

/** The type of a value for a message. Never the value itself: it may be a secret in the wrong place. */
export function describeType(value: unknown): string {
  if (value === null || value === undefined) {
    return 'nothing';
  }
  if (typeof value !== 'object') {
    return `a ${typeof value}`;
  }
  try {
    return Array.isArray(value) ? 'a list' : isConstruct(value) ? 'a construct' : 'an object';
  } catch {
    return 'an object that cannot be read'; // a Proxy, or a getter that throws
  }
}

/** Whether a value is a construct. */
function isConstruct(value: object): boolean {
  const { node } = value as { readonly node?: { readonly path?: unknown } };
  return typeof node === 'object' && node !== null && typeof node.path === 'string';
}

/** The type of a value that is not a plain object, for a message: 'an instance of Map'. */
export function describeNonRecord(value: unknown): string {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? `an instance of ${classNameOf(value)}` : describeType(value);
}

/** Whether a value is a plain object: not a list, a Map, a Date or an instance of another class. */
export function isRecord(value: unknown): value is Record<string, unknown> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    return false;
  }
  // no comparison with `Object.prototype`: each realm (a worker, a jest test) has its own `Object`
  const prototype = Object.getPrototypeOf(value);
  return prototype === null || Object.getPrototypeOf(prototype) === null;
}

function classNameOf(value: object): string {
  const { name } = (value.constructor ?? {}) as { readonly name?: unknown };
  return typeof name === 'string' && name !== '' ? name : 'a class';
}

const camelCased = new Map<string, string>();

/** Converts `token_lifetime` to `tokenLifetime`. */
export function camelCase(attribute: string): string {
  let name = camelCased.get(attribute);
  if (name === undefined) {
    name = attribute.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());
    camelCased.set(attribute, name);
  }
  return name;
}

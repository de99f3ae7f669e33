const LONGEST_QUOTE = 60;

/** Quotes a value for a message: on one line, and shortened. */
export function quote(text: string): string {
  const characters = text.length > LONGEST_QUOTE ? Array.from(text) : [];
  const shown = characters.length > LONGEST_QUOTE ? `${characters.slice(0, LONGEST_QUOTE).join('')}…` : text;
  // JSON escapes line ends and control characters, which would break the line of a message
  return `'${JSON.stringify(shown).slice(1, -1).replace(/\\"/g, '"')}'`;
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

/** The type of a value for a message. Never the value itself: it may be a secret in the wrong place. */
export function describeType(value: unknown): string {
  if (value === null || value === undefined) {
    return 'nothing';
  }
  return Array.isArray(value) ? 'a list' : typeof value === 'object' ? 'an object' : `a ${typeof value}`;
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

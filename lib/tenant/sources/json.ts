import { nearest } from '../../util/nearest';
import { describeType, quote } from '../../util/text';

/** An object of a JSON document. */
export type JsonObject = Readonly<Record<string, unknown>>;

/**
 * Reads a JSON document.
 *
 * @param file the name of the file, for errors
 * @throws Error that names the file and the place; it never shows a part of the content, which may be secret
 */
export function parseJson(text: string, file: string): JsonObject {
  // some programs on Windows write a byte order mark first
  const json = text.replace(/^\uFEFF/, '');
  const failure = failureOf(json);
  if (failure !== undefined) {
    throw new Error(`${file} is not JSON: ${placeOf(failure, json)}`);
  }
  return objectAt(JSON.parse(json), file, 'the document');
}

/** Returns the object at a place in a document; an empty one if nothing is there. */
export function objectAt(value: unknown, file: string, place: string): JsonObject {
  if (value === undefined || value === null) {
    return {};
  }
  if (typeof value !== 'object' || Array.isArray(value)) {
    throw new Error(`${file}: ${place} must be an object, but ${describeType(value)} was found`);
  }
  return value as JsonObject;
}

/** Returns the list at a place in a document; an empty one if nothing is there. */
export function listAt(value: unknown, file: string, place: string): readonly unknown[] {
  if (value === undefined || value === null) {
    return [];
  }
  if (!Array.isArray(value)) {
    throw new Error(`${file}: ${place} must be a list, but ${describeType(value)} was found`);
  }
  return value;
}

/** Returns the text at a place in a document. */
export function textAt(value: unknown, file: string, place: string): string {
  if (typeof value !== 'string') {
    throw new Error(`${file}: ${place} must be a string, but ${describeType(value)} was found`);
  }
  return value;
}

/**
 * Refuses members that an object may not have. `//` is a comment.
 *
 * @param place the file and the place, for errors
 */
export function rejectOthers(value: JsonObject, known: readonly string[], place: string): void {
  const unknown = Object.keys(value).find((key) => !known.includes(key) && key !== '//');
  if (unknown !== undefined) {
    const meant = nearest(unknown, known);
    throw new Error(`${place} has an unknown member ${quote(unknown)}: ${meant === undefined ? `known are ${known.join(', ')}` : `did you mean ${quote(meant)}?`}`);
  }
}

/** Describes the place of the first JSON error. The message of Node is not shown, because it contains a part of the content. */
function placeOf(failure: string, text: string): string {
  const position = Number(/position (\d+)/.exec(failure)?.[1] ?? (isWrongToken(failure) ? wrongTokenIn(text) : text.length));
  if (position >= text.trimEnd().length) {
    return text.trim() === '' ? 'it is empty' : 'it ends too early';
  }
  const before = text.slice(0, position).split('\n');
  return `line ${before.length}, column ${before[before.length - 1].length + 1}`;
}

/** Finds the position of a wrong token if Node does not give it. Text that ends before the token fails with another message. */
function wrongTokenIn(text: string): number {
  let [right, wrong] = [0, text.length];
  while (wrong - right > 1) {
    const middle = Math.floor((right + wrong) / 2);
    if (isWrongToken(failureOf(text.slice(0, middle)))) {
      wrong = middle;
    } else {
      right = middle;
    }
  }
  return right;
}

function isWrongToken(failure = ''): boolean {
  return failure.includes('Unexpected token');
}

function failureOf(text: string): string | undefined {
  try {
    JSON.parse(text);
    return undefined;
  } catch (error) {
    return String(error);
  }
}

import { describeType } from '../../util/text';

/** An object of a JSON document. */
export type JsonObject = Readonly<Record<string, unknown>>;

/**
 * Reads a JSON document.
 *
 * @param file its name, for errors
 * @throws Error that names the file and the place, and nothing of the content, which may be secret
 */
export function parseJson(text: string, file: string): JsonObject {
  // Windows likes to put a mark in front
  const json = text.replace(/^\uFEFF/, '');
  const failure = failureOf(json);
  if (failure !== undefined) {
    throw new Error(`${file} is not JSON: ${placeOf(failure, json)}`);
  }
  return objectAt(JSON.parse(json), file, 'the document');
}

/** The object at a place of a document; empty where there is nothing. */
export function objectAt(value: unknown, file: string, place: string): JsonObject {
  if (value === undefined || value === null) {
    return {};
  }
  if (typeof value !== 'object' || Array.isArray(value)) {
    throw new Error(`${file}: ${place} must be an object, but ${describeType(value)} was found`);
  }
  return value as JsonObject;
}

/** The list at a place of a document; empty where there is nothing. */
export function listAt(value: unknown, file: string, place: string): readonly unknown[] {
  if (value === undefined || value === null) {
    return [];
  }
  if (!Array.isArray(value)) {
    throw new Error(`${file}: ${place} must be a list, but ${describeType(value)} was found`);
  }
  return value;
}

/** The text at a place of a document. */
export function textAt(value: unknown, file: string, place: string): string {
  if (typeof value !== 'string') {
    throw new Error(`${file}: ${place} must be a string, but ${describeType(value)} was found`);
  }
  return value;
}

/** Where a document stops being JSON. Node says it in its message, beside a part of the content. */
function placeOf(failure: string, text: string): string {
  const position = Number(/position (\d+)/.exec(failure)?.[1] ?? (isWrongToken(failure) ? wrongTokenIn(text) : text.length));
  if (position >= text.trimEnd().length) {
    return text.trim() === '' ? 'it is empty' : 'it ends too early';
  }
  const before = text.slice(0, position).split('\n');
  return `line ${before.length}, column ${before[before.length - 1].length + 1}`;
}

/** The position of a wrong token, which Node does not tell: with the text up to it, the failure becomes another. */
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

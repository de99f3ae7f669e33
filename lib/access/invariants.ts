import { JsonObject, objectAt, rejectOthers } from '../tenant/sources/json';
import type { Subject } from '../tenant/tenant';
import { nearest } from '../util/nearest';
import { anyOf, describeType, quote } from '../util/text';

/** What must never be allowed: a pattern of statements. What is left out is true of every statement. */
export interface Pattern {
  readonly clients?: readonly string[];
  readonly exceptClients?: readonly string[];
  readonly party?: 'first' | 'third';
  readonly subject?: Subject;
  readonly users?: 'all';
  readonly role?: string;
  readonly api?: string;
  readonly scopes?: readonly string[];
}

/** Something that must stay true of who can do what. */
export interface Invariant {
  readonly name: string;
  readonly never: Pattern;
  /** Whether it holds where an answer is unknown: `allow`, or `refuse` (default). */
  readonly unknown: 'allow' | 'refuse';
}

/** Reads a value. Returns undefined if it has a wrong type. */
type Reader = { readonly title: string; readonly values?: readonly string[]; readonly reads: (value: unknown) => boolean };

const isText = (value: unknown) => typeof value === 'string' && value !== '';
const TEXT: Reader = { title: 'a text', reads: isText };
const TEXTS: Reader = { title: 'a list of at least one text', reads: (value) => Array.isArray(value) && value.length > 0 && value.every(isText) };
const oneOf = (...values: string[]): Reader => ({ title: anyOf(values), values, reads: (value) => values.includes(value as string) });

const PATTERN: Readonly<Record<keyof Pattern, Reader>> = {
  clients: TEXTS,
  exceptClients: TEXTS,
  party: oneOf('first', 'third'),
  subject: oneOf('client', 'user', 'anonymous_user'),
  users: oneOf('all'),
  role: TEXT,
  api: TEXT,
  scopes: TEXTS,
};

/**
 * Reads invariants: `{ "invariants": [{ "name", "never": { ... }, "unknown" }] }`.
 *
 * @param file the name of the file, for errors
 * @throws Error that names the file, the invariant and what is wrong with it
 */
export function invariantsIn(document: JsonObject, file: string): Invariant[] {
  const { invariants } = document;
  rejectOthers(document, ['invariants'], file);
  if (!Array.isArray(invariants) || invariants.length === 0) {
    throw new Error(`${file}: invariants must be a list of at least one, but ${Array.isArray(invariants) ? 'none is in it' : `${describeType(invariants)} was found`}`);
  }
  const names = new Set<string>();
  return invariants.map((one, index) => {
    const invariant = invariantAt(objectAt(one, file, `invariants[${index}]`), `${file}: invariants[${index}]`);
    if (names.has(invariant.name)) {
      throw new Error(`${file}: invariants[${index}].name must be unique, but ${quote(invariant.name)} is there twice`);
    }
    names.add(invariant.name);
    return invariant;
  });
}

function invariantAt(entry: JsonObject, place: string): Invariant {
  rejectOthers(entry, ['name', 'never', 'unknown'], place);
  const { name, unknown = 'refuse' } = entry;
  requireValue(TEXT, name, `${place}.name`);
  requireValue(oneOf('allow', 'refuse'), unknown, `${place}.unknown`);
  const never = objectAt(entry.never, place, 'never');
  rejectOthers(never, Object.keys(PATTERN), `${place}.never`);
  const given = Object.entries(never).filter(([member]) => member !== '//');
  if (given.length === 0) {
    throw new Error(`${place}.never must say what is never allowed, with ${anyOf(Object.keys(PATTERN))}`);
  }
  given.forEach(([member, value]) => requireValue(PATTERN[member as keyof Pattern], value, `${place}.never.${member}`));
  const pattern = Object.fromEntries(given) as Pattern;
  if ((pattern.users ?? pattern.role) !== undefined && (pattern.subject ?? 'user') !== 'user') {
    throw new Error(`${place}.never has ${pattern.users === undefined ? 'role' : 'users'}, so its subject must be 'user', but it is ${quote(pattern.subject!)}`);
  }
  return { name: name as string, never: pattern, unknown: unknown as Invariant['unknown'] };
}

function requireValue({ title, values, reads }: Reader, value: unknown, place: string): void {
  if (!reads(value)) {
    const meant = typeof value === 'string' && values ? nearest(value, values) : undefined;
    const found = typeof value === 'string' ? (value === '' ? 'an empty text' : quote(value)) : describeType(value);
    throw new Error(`${place} must be ${title}, but ${found} was found${meant === undefined ? '' : `: did you mean ${quote(meant)}?`}`);
  }
}

import { isDeclared, Key } from './keys';
import { isKnown } from '../schema/value';
import { isExpression, parseReference } from '../tenant/reference';
import type { Declaration } from '../tenant/tenant';
import { nearest } from '../util/nearest';
import { describeType, quote } from '../util/text';

/** The highest number of names in an error message. */
const MAX_LISTED = 10;

/** A name, id or reference together with the stack that uses it, or the path of a construct. */
export type NameOrPath = { readonly text: string; readonly stack: string } | { readonly path: string };

/** Finds an application, role or API by any of its names. */
export class Lookup<T extends Declaration> {
  readonly #what: string;
  readonly #titles = new Set<string>();
  readonly #byName = new Map<string, Set<Key<T>>>();
  readonly #byPath = new Map<string, Key<T>>();

  /** @param what the noun for messages, with its article: 'an application' */
  public constructor(what: string) {
    this.#what = what;
  }

  /** Adds those that the definition refers to but does not declare. */
  public addUndeclared(keys: Iterable<Key<T>>): void {
    for (const key of keys) {
      if (!isDeclared(key)) {
        this.#add(key.id, key);
        this.#add(key.title, key);
        this.#titles.add(key.title);
      }
    }
  }

  /**
   * Adds one that the definition declares.
   *
   * @param key the object that `find` returns for it
   * @param names more names, besides its path and its address
   */
  public addDeclared(declaration: T, key: T, names: readonly unknown[]): void {
    const { title, stack, resource: { path, address } } = declaration;
    const paths = path === undefined ? [] : [path, title];
    paths.forEach((one) => this.#byPath.set(one, key));
    this.#titles.add(title);
    for (const name of [title, title.split('/').pop(), path, address, `${stack} ${address}`, ...names]) {
      if (typeof name === 'string' && isKnown(name)) {
        this.#add(name, key);
      }
    }
  }

  /**
   * Returns the one that has a name or a path.
   *
   * @param isPreferred chooses if several have the name
   * @throws Error if none has the name, or more than one
   */
  public find(nameOrPath: NameOrPath | undefined, given: unknown, isPreferred: (key: Key<T>) => boolean = () => true): Key<T> {
    if (!nameOrPath || ('text' in nameOrPath && nameOrPath.text === '')) {
      throw new Error(`${this.#what} must be named, but ${nameOrPath ? 'an empty text' : describeType(given)} was given`);
    }
    if ('path' in nameOrPath) {
      const found = this.#byPath.get(nameOrPath.path);
      if (!found) {
        throw new Error(`${quote(nameOrPath.path)} is not ${this.#what} of this definition${this.#listed()}`);
      }
      return found;
    }
    const { text } = nameOrPath;
    const exact = this.#byPath.get(text);
    if (exact) {
      return exact;
    }
    const all = Array.from(this.#named(nameOrPath) ?? this.#fail(text));
    const preferred = all.length > 1 ? all.filter(isPreferred) : all;
    const found = preferred.length > 0 ? preferred : all;
    if (found.length > 1) {
      const titles = found.map((one) => quote(one.title)).join(' or ');
      throw new Error(`${quote(text)} is the name of more than one ${this.#what.replace(/^an? /, '')}: give the path, ${titles}`);
    }
    return found[0];
  }

  #named({ text, stack }: { readonly text: string; readonly stack: string }): ReadonlySet<Key<T>> | undefined {
    const name = parseReference(text)?.address ?? text;
    return (isExpression(text) ? this.#byName.get(`${stack} ${name}`) : undefined) ?? this.#byName.get(text) ?? this.#byName.get(name);
  }

  #fail(text: string): never {
    const meant = nearest(text, [...this.#titles, ...this.#byName.keys()]);
    throw new Error(
      `there is no ${this.#what.replace(/^an? /, '')} ${quote(text)} in this definition` +
        (meant === undefined ? this.#listed() : `: did you mean ${quote(meant)}?`),
    );
  }

  #add(name: string, key: Key<T>): void {
    this.#byName.set(name, (this.#byName.get(name) ?? new Set()).add(key));
  }

  #listed(): string {
    return this.#titles.size === 0 ? ', which has none' : `, which has ${listed(Array.from(this.#titles))}`;
  }
}

/** Formats names for a message: in quotes, and at most ten. */
export function listed(names: readonly string[]): string {
  const more = names.length > MAX_LISTED ? ` and ${names.length - MAX_LISTED} more` : '';
  return `${names.slice(0, MAX_LISTED).map(quote).join(', ')}${more}`;
}

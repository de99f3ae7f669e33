import { isDeclared, Key } from './keys';
import { isKnown } from '../schema/value';
import { isExpression, parseReference } from '../tenant/reference';
import type { Declaration } from '../tenant/tenant';
import { nearest } from '../util/nearest';
import { describeType, quote } from '../util/text';

/** How many names an error lists. */
const MOST_LISTED = 10;

/** What is asked about: a text and the stack in which it means something, or the path of a construct. */
export type Wanted = { readonly text: string; readonly stack: string } | { readonly path: string };

/** Finds what a question is about, by any of its names. */
export class Lookup<T extends Declaration> {
  readonly #what: string;
  readonly #titles = new Set<string>();
  readonly #byName = new Map<string, Set<Key<T>>>();
  readonly #byPath = new Map<string, Key<T>>();

  /** @param what is looked for, with its article: 'an application' */
  public constructor(what: string) {
    this.#what = what;
  }

  /** Adds something that the definition only names. */
  public addElsewhere(keys: Iterable<Key<T>>): void {
    for (const key of keys) {
      if (!isDeclared(key)) {
        this.#add(key.id, key);
        this.#add(key.title, key);
        this.#titles.add(key.title);
      }
    }
  }

  /**
   * Adds something that the definition has.
   *
   * @param key what it is taken for
   * @param names those that it has beside its path and its address
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
   * What goes by a name, or belongs to a construct.
   *
   * @param isNear chooses where several have the name
   * @throws Error where there is nothing, or more than one
   */
  public find(wanted: Wanted | undefined, given: unknown, isNear: (key: Key<T>) => boolean = () => true): Key<T> {
    if (!wanted || ('text' in wanted && wanted.text === '')) {
      throw new Error(`${this.#what} must be named, but ${wanted ? 'an empty text' : describeType(given)} was given`);
    }
    if ('path' in wanted) {
      const found = this.#byPath.get(wanted.path);
      if (!found) {
        throw new Error(`${quote(wanted.path)} is not ${this.#what} of this definition${this.#listed()}`);
      }
      return found;
    }
    const { text } = wanted;
    const exact = this.#byPath.get(text);
    if (exact) {
      return exact;
    }
    const all = Array.from(this.#named(wanted) ?? this.#fail(text));
    const near = all.length > 1 ? all.filter(isNear) : all;
    const found = near.length > 0 ? near : all;
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

/** Names in quotes, not too many. */
export function listed(names: readonly string[]): string {
  const more = names.length > MOST_LISTED ? ` and ${names.length - MOST_LISTED} more` : '';
  return `${names.slice(0, MOST_LISTED).map(quote).join(', ')}${more}`;
}

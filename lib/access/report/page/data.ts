import type { AccessReportJson, PathJson, StatementJson } from '../model';
import { visible } from '../visible';

/**
 * A report in few bytes, for the script of the page. What repeats is there once, and its position stands for it; -1 stands
 * for nothing.
 */
export interface PageData {
  /** All texts in alphabetical order: the number of characters that each shares with the one before, and the rest of it. */
  readonly texts: ReadonlyArray<number | string>;
  /** APIs: name, address, identifier, scopes, and whether there may be others. The first four are texts. */
  readonly apis: ReadonlyArray<readonly [number, number, number, readonly number[], 0 | 1]>;
  /** Applications: name, address, and whether it is a first-party or a third-party one. */
  readonly clients: ReadonlyArray<readonly [number, number, number]>;
  /** Roles: name and address. */
  readonly roles: ReadonlyArray<readonly [number, number]>;
  /** Lists of applications. */
  readonly groups: ReadonlyArray<readonly number[]>;
  /** For whom: a letter (see `letterOf`), a role, and whether the answer is unknown. */
  readonly kinds: ReadonlyArray<readonly [string, number, 0 | 1]>;
  /** Lists of scopes of an API; -1 stands for those that the definition does not name. */
  readonly scopes: ReadonlyArray<readonly number[]>;
  /** Reasons and conditions: texts, with a single quote between them; -1 stands for the name of the role. */
  readonly sentences: ReadonlyArray<readonly number[]>;
  /** Why: the reason, the conditions, the address, and the APIs on the way of a path. */
  readonly grounds: ReadonlyArray<readonly [number, readonly number[], number, readonly number[]]>;
  /**
   * Statements, then paths, with `;` between them. Each has five numbers with base 36: API, group, kind, scopes, grounds. An empty
   * one is that of the statement before.
   */
  readonly statements: string;
}

/** Returns the letter that the page shows: I for the application itself, U, R or P for users, A for anonymous users. */
export function letterOf({ subject, users }: Pick<StatementJson, 'subject' | 'users'>): string {
  return subject === 'client' ? 'I' : subject === 'anonymous_user' ? 'A' : users === 'with_role' ? 'R' : users === 'with_permission' ? 'P' : 'U';
}

/** Returns the data of the page. Hidden characters in texts become codes. */
export function pageDataOf(report: AccessReportJson): PageData {
  const texts = new Set<string>();
  encode(report, (text) => texts.add(text).size);
  const sorted = Array.from(texts).sort();
  const positions = new Map(sorted.map((text, index) => [text, index]));
  const shared = sorted.flatMap((text, index) => {
    const length = sharedLength(text, index === 0 ? '' : sorted[index - 1]);
    return [length, text.slice(length)];
  });
  return { texts: shared, ...encode(report, (text) => positions.get(text)!) };
}

function sharedLength(text: string, other: string): number {
  let length = 0;
  while (length < text.length && text[length] === other[length]) {
    length++;
  }
  return length;
}

function encode({ apis, clients, roles, statements, paths }: AccessReportJson, positionOf: (text: string) => number): Omit<PageData, 'texts'> {
  const text = (one: string | undefined) => (one === undefined ? -1 : positionOf(visible(one)));
  const [apiAt, clientAt, roleAt] = [apis, clients, roles].map((list) => positionsOf(list.map(({ name }) => name)));
  const scopesAt = new Map(apis.map(({ name, scopes }) => [name, positionsOf(scopes)]));
  const [groups, kinds, scopes, sentences, grounds] = Array.from({ length: 5 }, () => new Table<any>());
  let last: readonly number[] = [];
  const numbersOf = (one: StatementJson & Partial<PathJson>): string => {
    const { api, because, unless, address, role, through = [] } = one;
    const sentence = (words: string) => sentences.at(words.split("'").map((part) => (part === role ? -1 : text(part))));
    const numbers = [
      apiAt(api),
      groups.at(one.clients.map(clientAt)),
      kinds.at([letterOf(one), roleAt(role), one.answer === 'yes' ? 0 : 1]),
      scopes.at(one.scopes.map(scopesAt.get(api)!)),
      grounds.at([sentence(because), unless.map(sentence), text(address), through.map(text)]),
    ];
    const written = numbers.map((number, index) => (number === last[index] ? '' : number.toString(36))).join(',');
    last = numbers;
    return written;
  };
  return {
    apis: apis.map((one) => [text(one.name), text(one.address), text(one.identifier), one.scopes.map(text), one.hasOtherScopes ? 1 : 0]),
    clients: clients.map(({ name, address, party }) => [text(name), text(address), text(party && `${party}-party`)]),
    roles: roles.map(({ name, address }) => [text(name), text(address)]),
    statements: [...statements, ...paths].map(numbersOf).join(';'),
    groups: groups.list,
    kinds: kinds.list,
    scopes: scopes.list,
    sentences: sentences.list,
    grounds: grounds.list,
  };
}

function positionsOf(names: readonly string[]): (name: string | null | undefined) => number {
  const positions = new Map<string | null | undefined, number>(names.map((name, index) => [name, index]));
  return (name) => positions.get(name) ?? -1;
}

/** Gives each value a position. */
class Table<Value> {
  public readonly list: Value[] = [];
  readonly #positions = new Map<string, number>();

  public at(value: Value): number {
    const key = JSON.stringify(value);
    const position = this.#positions.get(key) ?? this.list.push(value) - 1;
    this.#positions.set(key, position);
    return position;
  }
}

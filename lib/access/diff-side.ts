import { push } from './maps';
import type { AccessReportJson, ApiJson, EntityJson, PathJson, StatementJson } from './report/model';
import type { Subject } from '../tenant/tenant';

/** An answer on one side of a diff. Where nothing allows it, it is 'no' without a reason. */
export interface Answer {
  readonly answer: 'yes' | 'no' | 'unknown';
  readonly because?: string;
  readonly unless: readonly string[];
  readonly address?: string;
  readonly through?: readonly string[];
}

export const NO: Answer = { answer: 'no', unless: [] };
export const RANKS: Readonly<Record<Answer['answer'], number>> = { no: 0, unknown: 1, yes: 2 };

/** The users of an answer: '' for tokens that are not for users. A role stands by its id after a blank. */
export type UsersKey = '' | 'all' | 'with_permission' | ` ${string}`;

/** The answers for one application, API, subject and scope, by users. */
export type Answers = ReadonlyMap<UsersKey, Answer>;

/** A statement, or one about a path. */
export type Line = StatementJson & Partial<PathJson>;

/** Numbers for statements, whoever they are about, and for lists of applications. Equal ones have the same on both sides. */
export class Shapes {
  readonly #numbers = new Map<string, number>();
  readonly #lists = new Map<string, number>();
  readonly #listsRead = new WeakMap<readonly string[], number>();

  public numberOf({ clients: _, ...statement }: Line, roleId: string | undefined): number {
    const text = JSON.stringify([statement, roleId]);
    const number = this.#numbers.get(text) ?? this.#numbers.size;
    this.#numbers.set(text, number);
    return number;
  }

  /** @param clients a list of names; many statements share it */
  public numberOfList(clients: readonly string[], idOf: (name: string) => string): number {
    let number = this.#listsRead.get(clients);
    if (number === undefined) {
      const text = JSON.stringify(clients.map(idOf));
      number = this.#lists.get(text) ?? this.#lists.size;
      this.#lists.set(text, number);
      this.#listsRead.set(clients, number);
    }
    return number;
  }
}

/** What one application may get of one API. */
export interface ClientLines {
  readonly lines: Line[];
  readonly shapes: number[];
}

/** One side of a diff: its statements by API and application, which are known by their ids. */
export class Side {
  public readonly apis: ReadonlyMap<string, ApiJson>;
  public readonly clients: ReadonlyMap<string, EntityJson>;
  public readonly roles: ReadonlyMap<string, EntityJson>;
  readonly #roleIds: ReadonlyMap<string, string>;
  readonly #clientIds: ReadonlyMap<string, string>;
  readonly #lines = { statements: new Map<string, StatementJson[]>(), paths: new Map<string, PathJson[]>() };
  readonly #shapes: Shapes;

  public constructor({ apis, clients, roles, statements, paths }: AccessReportJson, shapes: Shapes) {
    this.#shapes = shapes;
    [this.apis, this.clients, this.roles] = [byId(apis), byId(clients), byId(roles)];
    [this.#clientIds, this.#roleIds] = [idsOf(clients), idsOf(roles)];
    const apiIds = idsOf(apis);
    statements.forEach((statement) => push(this.#lines.statements, `${statement.subject} ${apiIds.get(statement.api)}`, statement));
    paths.forEach((path) => push(this.#lines.paths, `${path.subject} ${apiIds.get(path.api)}`, path));
  }

  /** Returns the statements on an API and a subject. */
  public linesOn(kind: 'statements' | 'paths', api: string, subject: Subject): readonly Line[] {
    return this.#lines[kind].get(`${subject} ${api}`) ?? [];
  }

  /** Returns a text that is equal for equal statements about the same applications. */
  public nameOf(lines: readonly Line[]): string {
    const idOf = (name: string) => this.#clientIds.get(name)!;
    return lines.map((line) => `${this.#shapeOf(line)} ${this.#shapes.numberOfList(line.clients, idOf)}`).sort().join();
  }

  /** Returns what each application gets by some statements, by the id of the application. */
  public byClient(lines: readonly Line[]): ReadonlyMap<string, ClientLines> {
    const found = new Map<string, ClientLines>();
    for (const line of lines) {
      const shape = this.#shapeOf(line);
      for (const name of line.clients) {
        const id = this.#clientIds.get(name)!;
        let own = found.get(id);
        if (!own) {
          own = { lines: [], shapes: [] };
          found.set(id, own);
        }
        own.lines.push(line);
        own.shapes.push(shape);
      }
    }
    return found;
  }

  #shapeOf(line: Line): number {
    return this.#shapes.numberOf(line, line.role === undefined ? undefined : this.#roleIds.get(line.role));
  }

  /** Returns the answers of statements on the same scopes. */
  public answersOf(lines: readonly Line[]): Answers {
    const answers = new Map<UsersKey, Answer>();
    for (const line of lines) {
      const { answer, because, unless, address, through } = line;
      const users: UsersKey = line.role === undefined ? (line.users as UsersKey | undefined) ?? '' : ` ${this.#roleIds.get(line.role)}`;
      answers.set(users, alternatives(answers.get(users), { answer, because, unless, address, through }));
    }
    return answers;
  }
}

/**
 * Returns the answer for some users. Users with a role get what every user gets, too; and a role gives the permission, so that
 * there is no statement of its own for users with the permission.
 */
export function answerFor(answers: Answers, users: UsersKey): Answer {
  const roles = users === 'with_permission' ? Array.from(answers).filter(([key]) => key.startsWith(' ')).map(([, answer]) => answer) : [];
  const best = roles.sort((a, b) => RANKS[b.answer] - RANKS[a.answer])[0];
  return answers.get(users) ?? best ?? (users === '' ? undefined : answers.get('all')) ?? NO;
}

/** Joins the answers of two paths: the better one, with the conditions of both as alternatives. */
function alternatives(first: Answer | undefined, second: Answer): Answer {
  if (!first || RANKS[first.answer] < RANKS[second.answer]) {
    return second;
  }
  if (RANKS[first.answer] > RANKS[second.answer] || first.unless.length === 0) {
    return first;
  }
  return second.unless.length === 0 ? second : { ...first, unless: Array.from(new Set([first.unless.join('; '), second.unless.join('; ')])).sort() };
}

function byId<T extends EntityJson>(entities: readonly T[]): ReadonlyMap<string, T> {
  return new Map(entities.map((entity) => [entity.id, entity]));
}

function idsOf(entities: readonly EntityJson[]): ReadonlyMap<string, string> {
  return new Map(entities.map(({ name, id }) => [name, id]));
}

import type { AccessIndex } from './access-index';
import type { ApiKey, RoleKey } from './keys';
import { push } from './maps';
import { roleAllows } from './roles';
import type { Verdict } from './verdict';

/** A role that gives a permission, or may give it. */
export interface Giving {
  readonly role: RoleKey;
  readonly verdict: Verdict;
}

/** Scopes of an API that the same roles give for the same reasons. */
interface RoleGroup {
  readonly roles: readonly Giving[];
  readonly scopes: readonly string[];
}

/** The scopes of an API, grouped by the roles that give them. With groups, the time does not grow with roles times scopes. */
export class RoleGroups {
  readonly #index: AccessIndex;
  readonly #api: ApiKey;
  readonly #names = new Map<string, string>();
  readonly #roles = new Map<string, readonly Giving[]>();
  readonly #numbers = new Map<string, number>();

  public constructor(index: AccessIndex, api: ApiKey) {
    this.#index = index;
    this.#api = api;
  }

  /** Groups some scopes. */
  public of(scopes: readonly string[]): RoleGroup[] {
    const groups = new Map<string, string[]>();
    scopes.forEach((scope) => push(groups, this.#nameOf(scope), scope));
    return Array.from(groups, ([name, own]) => ({ roles: this.#roles.get(name)!, scopes: own }));
  }

  #nameOf(scope: string): string {
    let name = this.#names.get(scope);
    if (name === undefined) {
      const roles = Array.from(this.#index.permissions.candidates(this.#api, scope, this.#index.roles), (role): Giving =>
        ({ role, verdict: roleAllows(this.#index, role, scope, this.#api) })).filter(({ verdict }) => verdict.answer !== 'no');
      name = roles.map(({ role, verdict }) => this.#numberOf(role, verdict)).join();
      this.#names.set(scope, name);
      this.#roles.set(name, roles);
    }
    return name;
  }

  /** Returns a number that is equal for the same role and reason. */
  #numberOf({ title }: RoleKey, verdict: Verdict): number {
    const text = JSON.stringify([title, verdict]);
    const number = this.#numbers.get(text) ?? this.#numbers.size;
    this.#numbers.set(text, number);
    return number;
  }
}

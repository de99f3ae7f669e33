import { AccessIndex } from './access-index';
import { ApiKey, ClientKey, RoleKey } from './keys';
import { listed, Lookup, NameOrPath } from './lookup';
import { OnBehalfOf } from './on-behalf-of';
import { conditionsOfRbac, hasPermission, roleAllows } from './roles';
import { canGet, SUBJECT_WORDS } from './tokens';
import { anyOf, both, Verdict } from './verdict';
import type { Api, Client, Role, Subject, Tenant } from '../tenant/tenant';
import { nearest } from '../util/nearest';
import { describeType, quote } from '../util/text';

/** Converts an argument of a question to a name or a path. Returns undefined if it is neither. */
export type Reader = (given: unknown) => NameOrPath | undefined;

/** The users that a question is about: those with a role, those without a role, or all of them (undefined). */
export type Users = { readonly role: RoleKey | undefined } | undefined;

const SUBJECTS = Object.keys(SUBJECT_WORDS) as readonly Subject[];

/** Answers questions about a definition. An application, role, API or scope that does not exist is an error. */
export class Questions {
  readonly #index: AccessIndex;
  readonly #onBehalfOf: OnBehalfOf;
  readonly #read: Reader;
  readonly #clients = new Lookup<Client>('an application');
  readonly #roles = new Lookup<Role>('a role');
  readonly #apis = new Lookup<Api>('an API');

  public constructor(tenant: Tenant, read: Reader) {
    const index = new AccessIndex(tenant);
    this.#index = index;
    this.#onBehalfOf = new OnBehalfOf(index);
    this.#read = read;
    tenant.clients.forEach((one) => this.#clients.addDeclared(one, index.keys.declaredClient(one), [one.name, one.clientId, one.externalId]));
    tenant.roles.forEach((one) => this.#roles.addDeclared(one, index.keys.declaredRole(one), [one.name, one.roleId]));
    tenant.apis.forEach((one) => this.#apis.addDeclared(one, index.keys.declaredApi(one), [one.key, one.identifier, one.name]));
    this.#clients.addUndeclared(index.clients);
    this.#roles.addUndeclared(index.roles);
    this.#apis.addUndeclared(index.apis);
  }

  public client(given: unknown): ClientKey {
    return this.#clients.find(this.#read(given), given);
  }

  public role(given: unknown): RoleKey {
    return this.#roles.find(this.#read(given), given);
  }

  /** @param of the application or role that the question is about: if several APIs have the name, the one in its tenant is meant */
  public api(given: unknown, of?: ClientKey | RoleKey): ApiKey {
    return this.#apis.find(this.#read(given), given, (api) => !of || this.#index.keys.areInSameTenant(api, of));
  }

  /** Tells whether an application may get a scope for at least one of the subjects. */
  public canGet(client: ClientKey, subjects: readonly Subject[], users: Users, scope: string, api: ApiKey): Verdict {
    return anyOf(subjects.map((subject) => {
      const verdict = canGet(this.#index, { client, api, scope }, subject);
      return subject === 'user' ? this.#withRbac(verdict, users, scope, api) : verdict;
    }));
  }

  /** Tells whether an application reaches a scope for users through other applications. */
  public reaches(client: ClientKey, users: Users, scope: string, api: ApiKey): Verdict {
    return this.#onBehalfOf.reaches({ client, api, scope }, (verdict) => this.#withRbac(verdict, users, scope, api));
  }

  public hasPermission(role: RoleKey, scope: string, api: ApiKey): Verdict {
    return hasPermission(this.#index, role, scope, api);
  }

  /** Returns the scopes of an API in alphabetical order: the declared ones, or the used ones if those are not known. */
  public scopesOf(api: ApiKey): string[] {
    return Array.from(this.#index.declared(api) ?? this.#index.used(api)).sort();
  }

  /** The applications that the definition declares or refers to. */
  public get clients(): readonly ClientKey[] {
    return Array.from(this.#index.clients);
  }

  /** The roles that the definition declares or refers to. */
  public get roles(): readonly RoleKey[] {
    return Array.from(this.#index.roles);
  }

  /**
   * Checks the name of a scope and returns it.
   *
   * @throws Error if the definition tells that the API does not have it, or that it is probably misspelt
   */
  public scope(given: unknown, api: ApiKey): string {
    if (typeof given !== 'string' || given === '') {
      throw new Error(`a scope must be named, but ${given === '' ? 'an empty text' : describeType(given)} was given`);
    }
    const [declared, used] = [this.#index.declared(api), this.#index.used(api)];
    const meant = declared?.has(given) || used.has(given) ? undefined : nearest(given, declared ?? used);
    if (meant !== undefined || (declared && !declared.has(given) && !used.has(given))) {
      const hint = meant === undefined ? `: it has ${listed(this.scopesOf(api))}` : `: did you mean ${quote(meant)}?`;
      throw new Error(`${quote(api.title)} has no scope ${quote(given)}${hint}`);
    }
    return given;
  }

  /**
   * Returns the subjects that a question is about: the given one, or all if none is given.
   *
   * @throws Error if it is not a subject type
   */
  public subjects(given: unknown): readonly Subject[] {
    if (given === undefined || given === null) {
      return SUBJECTS;
    }
    if (!SUBJECTS.includes(given as Subject)) {
      throw new Error(`subjectType must be one of ${SUBJECTS.map(quote).join(', ')}, but ${typeof given === 'string' ? quote(given) : describeType(given)} was given`);
    }
    return [given as Subject];
  }

  #withRbac(verdict: Verdict, users: Users, scope: string, api: ApiKey): Verdict {
    if (users) {
      return both(verdict, roleAllows(this.#index, users.role, scope, api));
    }
    return verdict.answer === 'yes' ? { ...verdict, unless: [...verdict.unless, ...conditionsOfRbac(this.#index, scope, api)] } : verdict;
  }
}

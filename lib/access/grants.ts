import { ApiKey, ClientKey, hasUnknownId, Keys, mayBeSame } from './keys';
import { listIn, push } from './maps';
import { UNKNOWN, Value } from '../schema/value';
import { exists } from '../tenant/existence';
import { isExpression } from '../tenant/reference';
import type { Grant, Subject } from '../tenant/tenant';

/** A client grant with its references resolved. */
export interface GrantEntry {
  readonly grant: Grant;
  /** The application; undefined for a default grant, or if only Terraform knows it. */
  readonly client?: ClientKey;
  /** The API; undefined if only Terraform knows it. */
  readonly api?: ApiKey;
  /** True for the default grant of third-party applications; UNKNOWN if only Terraform knows `default_for`. */
  readonly isDefault: boolean | typeof UNKNOWN;
  readonly subject: Value<string>;
  /** Whether only Terraform knows if the grant exists. */
  readonly mayBeMissing: boolean;
  /** The names of the scopes. Contains UNKNOWN if some names are known only to Terraform. */
  readonly scopes: ReadonlySet<Value<string>>;
}

/** The grants of a definition, found by application and API. */
export class Grants {
  readonly #keys: Keys;
  readonly #all: GrantEntry[] = [];
  readonly #byClient = new Map<ClientKey, GrantEntry[]>();
  readonly #byApi = new Map<ApiKey, GrantEntry[]>();
  readonly #own = new Map<ClientKey, Map<ApiKey, GrantEntry[]>>();
  readonly #defaults = new Map<ApiKey, GrantEntry[]>();
  /** Grants whose application, API, subject or existence is known only to Terraform. They are kept by what is known of them. */
  readonly #uncertainByApi = new Map<ApiKey, GrantEntry[]>();
  readonly #uncertainByClient = new Map<ClientKey, GrantEntry[]>();
  readonly #uncertain: GrantEntry[] = [];

  public constructor(grants: readonly Grant[], keys: Keys) {
    this.#keys = keys;
    grants.forEach((grant) => this.#add(grant));
  }

  public get all(): readonly GrantEntry[] {
    return this.#all;
  }

  /** Returns the grants that certainly belong to an application. */
  public own(client: ClientKey, api: ApiKey, subject: Subject): readonly GrantEntry[] {
    return (this.#own.get(client)?.get(api) ?? []).filter((entry) => entry.subject === subject);
  }

  /** Returns the default grants that certainly apply to third-party applications without a grant of their own. */
  public defaults(client: ClientKey, api: ApiKey, subject: Subject): readonly GrantEntry[] {
    return (this.#defaults.get(api) ?? []).filter(({ grant, subject: one }) => one === subject && this.#keys.areInSameTenant(grant, client));
  }

  /** Returns the grants that decide, or may decide, which scopes an application gets. */
  public deciding(client: ClientKey, api: ApiKey, subject: Subject): readonly GrantEntry[] {
    const own = this.own(client, api, subject);
    return [...(own.length > 0 ? own : this.defaults(client, api, subject)), ...this.possible(client, api, subject)];
  }

  /** Returns the grants that may be for this application, API and subject: whether they are is known only to Terraform. */
  public possible(client: ClientKey, api: ApiKey, subject: Subject): readonly GrantEntry[] {
    return this.#candidates(client, api).filter((entry) =>
      (entry.subject === subject || !isLiteral(entry.subject)) &&
      !this.#isCertain(entry, client, api) &&
      (entry.isDefault === true || mayBeSame(entry.client, client)) &&
      mayBeSame(entry.api, api) &&
      this.#keys.areInSameTenant(entry.grant, client));
  }

  #candidates(client: ClientKey, api: ApiKey): readonly GrantEntry[] {
    if (hasUnknownId(client)) {
      return hasUnknownId(api) ? this.#all : [...listIn(this.#byApi, api), ...this.#uncertainByClient.values()].flat().concat(this.#uncertain);
    }
    return hasUnknownId(api)
      ? [...listIn(this.#byClient, client), ...this.#uncertainByApi.values(), ...this.#defaults.values()].flat().concat(this.#uncertain)
      : [...listIn(this.#uncertainByClient, client), ...listIn(this.#uncertainByApi, api), ...this.#uncertain];
  }

  #isCertain(entry: GrantEntry, client: ClientKey, api: ApiKey): boolean {
    return !entry.mayBeMissing && entry.api === api && isLiteral(entry.subject) && (entry.isDefault === true || entry.client === client);
  }

  #add(grant: Grant): void {
    const client = grant.client && this.#keys.client(grant.client, grant);
    if (client && !this.#keys.areInSameTenant(client, grant)) {
      return; // Auth0 refuses it: the application is in another tenant
    }
    const existence = exists(grant);
    if (existence === false) {
      return;
    }
    const { defaultFor, subject } = grant;
    const isDefault = grant.client ? false : isLiteral(defaultFor) ? defaultFor === 'third_party_clients' : defaultFor !== undefined && UNKNOWN;
    if (!grant.client && isDefault === false) {
      return; // the grant is for no application
    }
    const scopes = new Set(grant.scopes === UNKNOWN ? [UNKNOWN] : grant.scopes ?? []);
    const api = this.#keys.api(grant.api, grant);
    this.#index({ grant, client, isDefault, api, subject, scopes, mayBeMissing: existence === UNKNOWN });
  }

  #index(entry: GrantEntry): void {
    const { client, api, isDefault, subject, mayBeMissing } = entry;
    this.#all.push(entry);
    const [knownClient, knownApi] = [hasUnknownId(client) ? undefined : client, hasUnknownId(api) ? undefined : api];
    if (client) {
      push(this.#byClient, client, entry);
    }
    if (api) {
      push(this.#byApi, api, entry);
    }
    if (api && isLiteral(subject) && !mayBeMissing) {
      if (isDefault === true) {
        push(this.#defaults, api, entry);
      } else if (client) {
        this.#own.set(client, push(this.#own.get(client) ?? new Map<ApiKey, GrantEntry[]>(), api, entry));
      }
      if (knownApi && (isDefault === true || knownClient)) {
        return;
      }
    }
    if (knownClient) {
      push(this.#uncertainByClient, knownClient, entry);
    } else if (knownApi) {
      push(this.#uncertainByApi, knownApi, entry);
    } else {
      this.#uncertain.push(entry);
    }
  }
}

/** Checks whether a text is known: it is no expression of Terraform. */
export function isLiteral(text: Value<string>): boolean {
  return typeof text === 'string' && !isExpression(text);
}

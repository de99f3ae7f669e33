import { ApiKey, ClientKey, isVague, Keys, mayBeSame } from './keys';
import { listIn, push } from './maps';
import { UNKNOWN, Value } from '../schema/value';
import { isExpression } from '../tenant/reference';
import type { Grant, Subject } from '../tenant/tenant';

/** A grant, read once. */
export interface GrantEntry {
  readonly grant: Grant;
  /** The application; nothing for a default grant, or where only Terraform knows. */
  readonly client?: ClientKey;
  /** The API; nothing where only Terraform knows. */
  readonly api?: ApiKey;
  /** Whether it is for third-party applications that have no grant of their own; unknown where only Terraform knows. */
  readonly isDefault: boolean | typeof UNKNOWN;
  readonly subject: Value<string>;
  /** The names of the scopes; UNKNOWN among them where there are others. */
  readonly scopes: ReadonlySet<Value<string>>;
}

/** The grants of a definition, by whom and what they are for. */
export class Grants {
  readonly #keys: Keys;
  readonly #all: GrantEntry[] = [];
  readonly #byClient = new Map<ClientKey, GrantEntry[]>();
  readonly #byApi = new Map<ApiKey, GrantEntry[]>();
  readonly #own = new Map<ClientKey, Map<ApiKey, GrantEntry[]>>();
  readonly #defaults = new Map<ApiKey, GrantEntry[]>();
  /** Those of which something is not certain: by the API, the application, or neither. */
  readonly #openByApi = new Map<ApiKey, GrantEntry[]>();
  readonly #openByClient = new Map<ClientKey, GrantEntry[]>();
  readonly #open: GrantEntry[] = [];

  public constructor(grants: readonly Grant[], keys: Keys) {
    this.#keys = keys;
    grants.forEach((grant) => this.#add(grant));
  }

  public get all(): readonly GrantEntry[] {
    return this.#all;
  }

  /** The grants that an application has for certain. */
  public own(client: ClientKey, api: ApiKey, subject: Subject): readonly GrantEntry[] {
    return (this.#own.get(client)?.get(api) ?? []).filter((entry) => entry.subject === subject);
  }

  /** The grants that third-party applications have for certain where they have none of their own. */
  public defaults(client: ClientKey, api: ApiKey, subject: Subject): readonly GrantEntry[] {
    return (this.#defaults.get(api) ?? []).filter(({ grant, subject: one }) => one === subject && this.#keys.areOfOneTenant(grant, client));
  }

  /** The grants that may be for this application, API and subject: what decides is known only to Terraform. */
  public open(client: ClientKey, api: ApiKey, subject: Subject): readonly GrantEntry[] {
    return this.#candidates(client, api).filter((entry) =>
      (entry.subject === subject || !isLiteral(entry.subject)) &&
      !this.#isCertain(entry, client, api) &&
      (entry.isDefault === true || mayBeSame(entry.client, client)) &&
      mayBeSame(entry.api, api) &&
      this.#keys.areOfOneTenant(entry.grant, client));
  }

  #candidates(client: ClientKey, api: ApiKey): readonly GrantEntry[] {
    if (isVague(client)) {
      return isVague(api) ? this.#all : [...listIn(this.#byApi, api), ...this.#openByClient.values()].flat().concat(this.#open);
    }
    return isVague(api)
      ? [...listIn(this.#byClient, client), ...this.#openByApi.values(), ...this.#defaults.values()].flat().concat(this.#open)
      : [...listIn(this.#openByClient, client), ...listIn(this.#openByApi, api), ...this.#open];
  }

  #isCertain(entry: GrantEntry, client: ClientKey, api: ApiKey): boolean {
    return entry.api === api && isLiteral(entry.subject) && (entry.isDefault === true || entry.client === client);
  }

  #add(grant: Grant): void {
    const client = grant.client && this.#keys.client(grant.client, grant);
    if (client && !this.#keys.areOfOneTenant(client, grant)) {
      return; // Auth0 refuses it: the application is in another tenant
    }
    const { defaultFor, subject } = grant;
    const isDefault = grant.client ? false : isLiteral(defaultFor) ? defaultFor === 'third_party_clients' : defaultFor !== undefined && UNKNOWN;
    if (!grant.client && isDefault === false) {
      return; // it is for nobody
    }
    const scopes = new Set(grant.scopes === UNKNOWN ? [UNKNOWN] : grant.scopes ?? []);
    this.#file({ grant, client, isDefault, api: this.#keys.api(grant.api, grant), subject, scopes });
  }

  #file(entry: GrantEntry): void {
    const { client, api, isDefault, subject } = entry;
    this.#all.push(entry);
    const [knownClient, knownApi] = [isVague(client) ? undefined : client, isVague(api) ? undefined : api];
    if (client) {
      push(this.#byClient, client, entry);
    }
    if (api) {
      push(this.#byApi, api, entry);
    }
    if (api && isLiteral(subject)) {
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
      push(this.#openByClient, knownClient, entry);
    } else if (knownApi) {
      push(this.#openByApi, knownApi, entry);
    } else {
      this.#open.push(entry);
    }
  }
}

/** Whether it is known what a text says. */
export function isLiteral(text: Value<string>): boolean {
  return typeof text === 'string' && !isExpression(text);
}

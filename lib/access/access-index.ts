import { Application, applicationFor } from './applications';
import { Grants } from './grants';
import { ApiKey, ClientKey, isDeclared, Keys, RoleKey } from './keys';
import { Organizations } from './organizations';
import { RolePermissions } from './permissions';
import { policiesOf, Policies } from './policies';
import type { Verdict } from './verdict';
import { isKnown } from '../schema/value';
import type { Subject, Tenant } from '../tenant/tenant';
import { quote } from '../util/text';

/** The access rights of a definition, in maps by application, API and role. Built once per definition. */
export class AccessIndex {
  public readonly keys: Keys;
  public readonly grants: Grants;
  public readonly permissions: RolePermissions;
  public readonly organizations: Organizations;

  /** The APIs, applications and roles that the definition declares, and those that it only refers to. */
  public readonly apis = new Set<ApiKey>();
  public readonly clients = new Set<ClientKey>();
  public readonly roles = new Set<RoleKey>();

  readonly #namesApplications: boolean;
  readonly #used = new Map<ApiKey, Set<string>>();
  readonly #applications = new Map<ClientKey, Application>();
  readonly #policies = { client: new Map<ApiKey, Policies>(), user: new Map<ApiKey, Policies>(), anonymous_user: new Map<ApiKey, Policies>() };

  /**
   * @param namesApplications false if the reasons of unknown answers say 'the application', so that they are the same for
   * several applications
   */
  public constructor(public readonly tenant: Tenant, namesApplications = true) {
    this.#namesApplications = namesApplications;
    this.keys = new Keys(tenant);
    this.grants = new Grants(tenant.grants, this.keys);
    this.permissions = new RolePermissions(tenant, this.keys);
    this.organizations = new Organizations(tenant, this.keys);
    tenant.apis.forEach((api) => this.apis.add(this.keys.declaredApi(api)));
    tenant.clients.forEach((client) => this.clients.add(this.keys.declaredClient(client)));
    tenant.roles.forEach((role) => this.roles.add(this.keys.declaredRole(role)));
    for (const declaration of tenant.credentials) {
      const client = this.keys.client(declaration.client, declaration);
      if (client) {
        this.#applications.set(client, applicationFor(client, declaration.authenticationMethod, this.#namesApplications));
      }
    }
    this.#addUsedScopes();
  }

  /** Returns what the definition tells about an application. */
  public application(client: ClientKey): Application {
    let application = this.#applications.get(client);
    if (!application) {
      application = applicationFor(client, undefined, this.#namesApplications);
      this.#applications.set(client, application);
    }
    return application;
  }

  /** Returns a verdict that says which application it is about, where its reason does not name applications. */
  public about(client: ClientKey, verdict: Verdict): Verdict {
    return this.#namesApplications || verdict.answer !== 'unknown'
      ? verdict
      : { ...verdict, because: `for ${quote(client.title)}, ${verdict.because}` };
  }

  /** Returns the policies that the API may have for a subject. */
  public policies(api: ApiKey, subject: Subject): Policies {
    let policies = this.#policies[subject].get(api);
    if (!policies) {
      policies = policiesOf(api, subject);
      this.#policies[subject].set(api, policies);
    }
    return policies;
  }

  /** Returns the scopes of an API that grants, permissions or scope resources name. */
  public used(api: ApiKey): ReadonlySet<string> {
    return this.#used.get(api) ?? new Set();
  }

  /** Returns the scopes that an API declares; undefined if they are not known. */
  public declared(api: ApiKey): ReadonlySet<string> | undefined {
    return isDeclared(api) ? api.scopes : undefined;
  }

  #addUsedScopes(): void {
    for (const { client, api, scopes } of this.grants.all) {
      this.#addUsed(api, scopes);
      if (client) {
        this.clients.add(client);
      }
    }
    for (const { role, api, scope } of this.permissions.all) {
      this.#addUsed(api, [scope]);
      if (role) {
        this.roles.add(role);
      }
    }
    const { scopeLists, singleScopes } = this.tenant;
    for (const list of scopeLists) {
      const names = typeof list.scopes === 'object' ? list.scopes : [];
      this.#addUsed(this.keys.api(list.api, list), names.map(({ name }) => name));
    }
    singleScopes.forEach((single) => this.#addUsed(this.keys.api(single.api, single), [single.name]));
  }

  #addUsed(api: ApiKey | undefined, scopes: Iterable<unknown>): void {
    if (!api) {
      return;
    }
    this.apis.add(api);
    const used = this.#used.get(api) ?? new Set();
    this.#used.set(api, used);
    for (const scope of scopes) {
      if (typeof scope === 'string' && isKnown(scope)) {
        used.add(scope);
      }
    }
  }
}

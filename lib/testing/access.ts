import type { TerraformStack } from 'cdktf';
import type { Block } from './synth';
import { Resource, Tenant } from './tenant';
import type { SubjectType } from '../resource-server/client-grant-options';
import type { IResourceServer } from '../resource-server/i-resource-server';

/**
 * Who may ask for what in a stack: its grants, roles and access policies as they are synthesized, raw L1 resources
 * included.
 */
export function of(stack: TerraformStack): Access {
  return new Access(stack);
}

/** Who may ask for what in a stack. */
export class Access {
  private readonly tenant: Tenant;

  /** @internal */
  public constructor(stack: TerraformStack) {
    this.tenant = new Tenant(stack);
  }

  /**
   * An application.
   *
   * @param client its construct, the id of its construct, its name, or its client id
   * @param subjectType on whose behalf it asks; without it, any will do
   */
  public client(client: any, subjectType?: SubjectType): Asker {
    return new ClientAsker(this.tenant, client, subjectType);
  }

  /**
   * A role, for the users who have it.
   *
   * @param role its construct, the id of its construct, its name, or the id that Auth0 gave it
   */
  public role(role: any): Asker {
    return new RoleAsker(this.tenant, role);
  }
}

/** Who asks for scopes: an application, or the users who have a role. */
export abstract class Asker {
  /**
   * Whether a token for the API can carry the scope.
   *
   * @param api the API, or its identifier
   */
  public can(scope: string, api: any): boolean {
    return this.through(scope, api) !== undefined;
  }

  /**
   * What allows it: the path of the grant or the permissions, or the policy of the API that needs none; nothing where
   * it is not allowed.
   *
   * @param api the API, or its identifier
   */
  public through(scope: string, api: any): string | undefined {
    return this._ways(api).find(({ scopes }) => scopes === undefined || scopes.includes(scope))?.title;
  }

  /** The scopes of an API that are allowed by name, in alphabetical order. */
  public scopes(api: any): string[] {
    return Array.from(new Set(this._ways(api).flatMap(({ scopes }) => scopes ?? []))).sort();
  }

  /** @internal */
  public abstract _ways(api: IResourceServer | string): Way[];
}

/**
 * Something that allows scopes of an API; all of them where it names none.
 * @internal
 */
export interface Way {
  readonly title: string;
  readonly scopes?: string[];
}

class ClientAsker extends Asker {
  private readonly id: string;
  private readonly isThirdParty: boolean;

  public constructor(private readonly tenant: Tenant, client: unknown, private readonly subjectType?: string) {
    super();
    const found = tenant.find('auth0_client', client);
    this.id = found?.address ?? tenant.valueOf(client);
    this.isThirdParty = found?.attributes.is_first_party === false;
  }

  public _ways(api: IResourceServer | string): Way[] {
    const subjects = this.subjectType ? [this.subjectType] : ['client', 'user', 'anonymous_user'];
    return subjects.flatMap((subject) => this.waysOf(subject, identifierOf(this.tenant, api)));
  }

  private waysOf(subject: string, identifier: string): Way[] {
    const policy = policyOf(this.tenant, identifier, subject);
    if (policy === 'deny_all') {
      return [];
    }
    const grants = this.tenant.all('auth0_client_grant').filter(
      ({ attributes: { audience, subject_type: type = 'client' } }) => this.tenant.valueOf(audience) === identifier && type === subject,
    );
    const own = grants.filter(({ attributes }) => this.tenant.valueOf(attributes.client_id) === this.id);
    const byDefault = grants.filter(({ attributes }) => attributes.default_for === 'third_party_clients');
    // a grant of its own goes before the default, and needs no grant at all who may have everything
    const ways = (own.length === 0 && this.isThirdParty ? byDefault : own).map(wayOfGrant);
    return policy === 'allow_all' && !this.isThirdParty ? [...ways, { title: `the policy 'allow_all' for users` }] : ways;
  }
}

class RoleAsker extends Asker {
  private readonly id: string;

  public constructor(private readonly tenant: Tenant, role: unknown) {
    super();
    this.id = tenant.find('auth0_role', role)?.address ?? tenant.valueOf(role);
  }

  public _ways(api: IResourceServer | string): Way[] {
    const identifier = identifierOf(this.tenant, api);
    const isFor = (block: Block) => this.tenant.valueOf(block.resource_server_identifier) === identifier;
    const own = ({ attributes }: Resource) => this.tenant.valueOf(attributes.role_id) === this.id;
    return [
      ...this.tenant.all('auth0_role_permissions').filter(own).map(({ path, attributes }) => ({
        title: path,
        scopes: blocks(attributes.permissions).filter(isFor).map(({ name }) => name as string),
      })),
      ...this.tenant.all('auth0_role_permission').filter(own).filter(({ attributes }) => isFor(attributes)).map(
        ({ path, attributes }) => ({ title: path, scopes: [attributes.permission as string] }),
      ),
    ];
  }
}

function wayOfGrant({ path, attributes }: Resource): Way {
  const title = path.replace(/\/Resource$/, '');
  return attributes.allow_all_scopes === true ? { title } : { title, scopes: attributes.scopes ?? [] };
}

function identifierOf(tenant: Tenant, api: IResourceServer | string): string {
  return tenant.valueOf(typeof api === 'string' ? api : api.identifier);
}

/** The policy of an API, or what Auth0 does without one. */
function policyOf(tenant: Tenant, identifier: string, subject: string): string {
  const api = tenant.all('auth0_resource_server').find(({ attributes }) => tenant.valueOf(attributes.identifier) === identifier);
  const [access = {}] = blocks(api?.attributes.subject_type_authorization);
  const [{ policy }] = [...blocks(access[subject]), {}] as Block[];
  const unset = subject === 'user' ? 'allow_all' : subject === 'client' ? 'require_client_grant' : 'deny_all';
  return policy ?? (api ? unset : 'require_client_grant');
}

/** Blocks of one, and of many. */
function blocks(value: unknown): Block[] {
  return value === undefined ? [] : Array.isArray(value) ? value : [value as Block];
}

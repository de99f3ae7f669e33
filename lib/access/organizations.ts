import { ClientKey, isDeclared, Keys } from './keys';
import { push } from './maps';
import { UNKNOWN, Value } from '../schema/value';
import type { Grant, Subject, Tenant } from '../tenant/tenant';
import { quote } from '../util/text';

/** An organization that an application is assigned to. */
interface Membership {
  readonly organization: string;
  readonly isForMembers: Value<boolean>;
}

/** The conditions that organizations set for tokens. They never change the scopes. */
export class Organizations {
  readonly #ofGrant = new Map<Grant, string[]>();
  readonly #ofClient = new Map<ClientKey, Membership[]>();

  public constructor(tenant: Tenant, keys: Keys) {
    for (const { grant, organization } of tenant.organizationGrants) {
      if (grant) {
        push(this.#ofGrant, grant, organization);
      }
    }
    for (const declaration of tenant.organizationClients) {
      for (const { client: reference, isForMembers } of declaration.clients) {
        const client = keys.client(reference, declaration);
        if (client) {
          push(this.#ofClient, client, { organization: declaration.organization, isForMembers });
        }
      }
    }
  }

  /** Returns the conditions of a grant. Auth0 applies them only to the client credentials flow. */
  public conditionsOfGrant(grant: Grant, subject: Subject): string[] {
    const { organizationUsage: usage, title } = grant;
    // both together are what a grant has that says nothing of organizations, written or not
    const isDefault = usage === undefined || (usage === 'deny' && grant.allowAnyOrganization === false);
    if (subject !== 'client' || isDefault) {
      return [];
    }
    if (usage === UNKNOWN) {
      return [`organization_usage of ${quote(title)} is known only to Terraform: it may need an organization`];
    }
    return usage === 'deny' ? ['only without an organization'] : usage === 'require'
      ? [`only with an organization: ${this.#organizationsOf(grant)}`]
      : [`without an organization, or with: ${this.#organizationsOf(grant)}`];
  }

  /** Returns the conditions for users who log in to an application with an organization. */
  public conditionsOfClient(client: ClientKey): string[] {
    const usage = isDeclared(client) ? client.organizationUsage : undefined;
    const conditions = usage === 'require'
      ? ['only for users with an organization']
      : usage === UNKNOWN ? [`organization_usage of ${quote(client.title)} is known only to Terraform: it may need an organization`] : [];
    const memberships = (this.#ofClient.get(client) ?? []).map(({ organization, isForMembers }) =>
      isForMembers === true
        ? `with the organization ${quote(organization)}: its members may use the application`
        : isForMembers === UNKNOWN
          ? `with the organization ${quote(organization)}: only Terraform knows whether its members may use the application`
          : `with the organization ${quote(organization)}: use_for_member_access is not true, so its members may be refused`);
    return [...conditions, ...memberships];
  }

  #organizationsOf(grant: Grant): string {
    const { allowAnyOrganization: isAny } = grant;
    if (isAny === true) {
      return 'any';
    }
    const named = (this.#ofGrant.get(grant) ?? []).map(quote).join(', ');
    const others = isAny === UNKNOWN ? 'or any, which only Terraform knows (allow_any_organization)' : '';
    return [named || (others ? '' : 'none is in the definition'), others].filter(Boolean).join(', ');
  }
}

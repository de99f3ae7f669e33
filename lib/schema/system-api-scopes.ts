import type { SystemApi } from './system-apis';

const CRUD = 'create read update delete';

/** The scopes of Auth0's own APIs, as far as they are published: what can be done, and with what. Auth0 adds some every month. */
const PUBLISHED: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'management': {
    [CRUD]: 'actions authentication_methods client_credentials client_grants client_keys clients connection_profiles connections ' +
      'custom_domains custom_signing_keys device_credentials directory_provisionings email_provider encryption_keys event_streams ' +
      'flows flows_vault_connections forms hooks log_streams network_acls organization_connections organization_discovery_domains ' +
      'organizations phone_providers phone_templates resource_servers roles rules scim_config self_service_profiles shields ' +
      'token_exchange_profiles user_attribute_profiles users users_app_metadata vdcs_templates',
    'create read delete': 'group_roles organization_client_grants organization_group_roles organization_groups organization_invitations ' +
      'organization_member_roles organization_members role_members scim_token user_custom_blocks',
    'create read update': 'connections_keys email_templates signing_keys',
    'read update delete': 'branding refresh_tokens rules_configs sessions',
    'create delete': 'current_user_device_credentials passwords_checking_job sso_access_tickets',
    'read delete': 'anomaly_blocks current_user federated_connections_tokens flows_executions grants groups guardian_enrollments',
    'read update': 'attack_protection connections_options event_deliveries guardian_factors limits mfa_policies prompts ' +
      'self_service_profile_custom_texts tenant_settings triggers',
    'create': 'guardian_enrollment_tickets user_tickets',
    'read': 'client_summary entitlements events flows_vault group_members insights logs logs_users organization_member_effective_roles ' +
      'organization_member_role_source_groups organizations_summary security_metrics stats user_effective_permissions user_effective_roles ' +
      'user_idp_tokens user_permission_source_roles user_role_source_groups',
    'update': 'client_token_vault_privileged_access current_user_identities current_user_metadata',
    'blacklist': 'tokens',
  },
  'my-account': {
    [CRUD]: 'me:authentication_methods',
    'create read delete': 'me:connected_accounts',
    'read': 'me:factors',
  },
  'my-org': {
    [CRUD]: 'my_org:domains my_org:identity_providers my_org:identity_providers_provisioning',
    'create read delete': 'my_org:identity_providers_domains my_org:identity_providers_scim_tokens my_org:member_invitations',
    'create delete': 'my_org:member_roles',
    'read update': 'my_org:details',
    'read delete': 'my_org:members',
    'delete': 'my_org:memberships',
    'update': 'my_org:identity_providers_detach',
    'read': 'my_org:configuration',
  },
};

/** What is known of the scopes of one of Auth0's own APIs. */
export interface PublishedScopes {
  readonly names: ReadonlySet<string>;
  /** What stands before the first colon: `read`. */
  readonly actions: ReadonlySet<string>;
  /** What stands after it: `users`. */
  readonly objects: ReadonlySet<string>;
}

const known = new Map<string, PublishedScopes>();

/** Returns the published scopes of one of Auth0's own APIs. Undefined if none are published. */
export function publishedScopesOf({ name }: Pick<SystemApi, 'name'>): PublishedScopes | undefined {
  if (!known.has(name) && name in PUBLISHED) {
    const pairs = Object.entries(PUBLISHED[name]).flatMap(([actions, objects]) =>
      actions.split(' ').flatMap((action) => objects.split(' ').map((object) => [action, object] as const)),
    );
    known.set(name, {
      names: new Set(pairs.map(([action, object]) => `${action}:${object}`)),
      actions: new Set(pairs.map(([action]) => action)),
      objects: new Set(pairs.map(([, object]) => object)),
    });
  }
  return known.get(name);
}

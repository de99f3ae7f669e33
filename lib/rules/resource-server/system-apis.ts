import { Path } from '../../schema/path';
import { ResourceServerConfig } from '../../schema/resource-server';
import { SystemApi, systemApiNamed, systemApiOf } from '../../schema/system-apis';
import { isKnown, isSet, knownOrUndefined, UNKNOWN, Value } from '../../schema/value';
import { quote } from '../../util/text';
import { Context, defineRules, Severity } from '../rule';

/** What Auth0 lets change on its Management API; the provider silently drops the rest. */
const MANAGEMENT = ['token_lifetime', 'skip_consent_for_verifiable_first_party_clients', 'subject_type_authorization', 'authorization_policy'];

/** What Auth0 lets change on its My Account API. */
const MY_ACCOUNT = [...MANAGEMENT, 'proof_of_possession'];

/** What Auth0 has for both, where it is not off. `auth0 tf generate` writes it. */
const STANDING = { signing_alg: 'RS256', token_dialect: 'access_token', consent_policy: 'null', verification_location: '' };
const MANAGEMENT_STANDING = { ...STANDING, name: 'Auth0 Management API', token_lifetime_for_web: 7200 };
const MY_ACCOUNT_STANDING = { ...STANDING, token_lifetime_for_web: 600, allow_offline_access: true };

/** The one thing that can be in `access_token`, by which it is called. */
const CUSTOM_CLAIMS: Path = ['access_token', 'claims_mapping', 'custom_claims'];

const CLIENT_POLICY: Path = ['subject_type_authorization', 'client', 'policy'];

function clientPolicyOf(config: ResourceServerConfig): Value<string> {
  return knownOrUndefined(knownOrUndefined(config.subject_type_authorization)?.client)?.policy;
}

/** Which of Auth0's own APIs a configuration is. Where only Terraform knows the identifier, the name may tell. */
function apiOf({ identifier, name }: ResourceServerConfig, { systemApi }: Context): SystemApi | undefined {
  return systemApi ?? systemApiOf(identifier) ?? (identifier === UNKNOWN ? systemApiNamed(name) : undefined);
}

/** Whether a value is what Auth0 has there, so that writing it changes nothing. */
function stands(attribute: string, value: unknown, standing: Readonly<Record<string, unknown>>): boolean {
  return attribute in standing ? value === standing[attribute] : isOff(value);
}

/** Whether a value is false, an empty list, or a block that is disabled. */
function isOff(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) {
    return value === false;
  }
  return Array.isArray(value) ? value.every(isOff) : (value as { readonly disable?: unknown }).disable === true;
}

/** A change is a warning where the value, the API or the author is not known for sure. */
function severityOf(value: unknown, api: SystemApi, { mayExist }: Context): Severity {
  return value === UNKNOWN || mayExist || !api.isCertain ? 'warning' : 'error';
}

/** Reports each attribute that would change something, but for the identifier and those that may be changed. */
function reportChanges(
  config: ResourceServerConfig,
  api: SystemApi,
  changeable: readonly string[],
  standing: Readonly<Record<string, unknown>>,
  text: string,
  context: Context,
): void {
  for (const [attribute, value] of Object.entries(config)) {
    if (attribute !== 'identifier' && attribute !== 'name' && !changeable.includes(attribute) && isSet(value) && !stands(attribute, value, standing)) {
      context.report(attribute === 'access_token' ? CUSTOM_CLAIMS : [attribute], text, severityOf(value, api, context));
    }
  }
}

export const SYSTEM_API_RULES = defineRules<ResourceServerConfig>([
  {
    id: 'sys-management-updatable',
    severity: 'error',
    alsoWarns: true,
    canBeAcknowledged: true,
    attributes: 'all',
    summary:
      'On the Management API, only `token_lifetime`, `skip_consent_for_verifiable_first_party_clients`, ' +
      '`subject_type_authorization.user` and `authorization_policy` can be changed. What is as in Auth0 may stand there.',
    see: 'https://github.com/auth0/terraform-provider-auth0/issues/374',
    check: (config, context) => {
      const api = apiOf(config, context);
      if (api?.name !== 'management') {
        return;
      }
      const text = "cannot be changed on Auth0's Management API, and would be silently ignored: leave it out";
      reportChanges(config, api, MANAGEMENT, MANAGEMENT_STANDING, text, context);
      if (isKnown(config.name) && config.name !== MANAGEMENT_STANDING.name) {
        const severity = severityOf(config.name, api, context);
        context.report(['name'], `cannot be changed on Auth0's Management API: leave it out, or give 'Auth0 Management API'`, severity);
      }
    },
  },
  {
    id: 'sys-management-client-policy',
    severity: 'error',
    alsoWarns: true,
    attributes: CLIENT_POLICY.join('.'),
    summary: 'On the Management API, the policy for clients must not be changed.',
    see: 'https://github.com/auth0/terraform-provider-auth0/issues/1367',
    check: (config, context) => {
      const policy = clientPolicyOf(config);
      const api = apiOf(config, context);
      if (api?.name === 'management' && isSet(policy) && policy !== 'require_client_grant') {
        context.report(CLIENT_POLICY, "cannot be changed on Auth0's Management API: leave it out", severityOf(policy, api, context));
      }
    },
  },
  {
    id: 'sys-my-account',
    severity: 'error',
    alsoWarns: true,
    canBeAcknowledged: true,
    attributes: 'all',
    summary:
      'On the My Account API, only `token_lifetime`, `proof_of_possession`, ' +
      '`skip_consent_for_verifiable_first_party_clients`, `subject_type_authorization.user` and ' +
      '`authorization_policy` can be changed. What is as in Auth0 may stand there.',
    see: 'https://auth0.com/docs/manage-users/my-account-api',
    check: (config, context) => {
      const api = apiOf(config, context);
      if (api?.name !== 'my-account') {
        return;
      }
      reportChanges(config, api, MY_ACCOUNT, MY_ACCOUNT_STANDING, "cannot be changed on Auth0's My Account API: leave it out", context);
      const policy = clientPolicyOf(config);
      if (isKnown(policy) && policy !== 'deny_all') {
        const text = `cannot be changed on Auth0's My Account API, where it is 'deny_all', but ${quote(policy)} was given`;
        context.report(CLIENT_POLICY, text, severityOf(policy, api, context));
      }
    },
  },
  {
    id: 'sys-my-org-name',
    severity: 'error',
    alsoWarns: true,
    canBeAcknowledged: true,
    attributes: 'name, token_lifetime, token_lifetime_for_web',
    summary: 'On the My Organization API, lifetimes must be 600 seconds or left out, and another name should be left out.',
    see: 'https://auth0.com/docs/manage-users/my-organization-api',
    check: (config, context) => {
      const api = apiOf(config, context);
      if (api?.name !== 'my-org') {
        return;
      }
      if (isSet(config.name) && config.name !== 'Auth0 My Organization API') {
        context.report(['name'], "cannot be changed on Auth0's My Organization API: leave it out", 'warning');
      }
      for (const attribute of ['token_lifetime', 'token_lifetime_for_web'] as const) {
        const lifetime = config[attribute];
        if (isKnown(lifetime) && lifetime !== 600) {
          const text = `cannot be changed on Auth0's My Organization API, where it is 600 seconds, but ${lifetime} was given`;
          context.report([attribute], text, severityOf(lifetime, api, context));
        }
      }
    },
  },
]);

import { Path } from '../../schema/path';
import { ResourceServerConfig } from '../../schema/resource-server';
import { systemApiOf } from '../../schema/system-apis';
import { isKnown, isSet, knownOrUndefined, UNKNOWN, Value } from '../../schema/value';
import { quote } from '../../util/text';
import { defineRules } from '../rule';

/** What Auth0 lets change on its Management API; the provider silently drops the rest. */
const MANAGEMENT = ['token_lifetime', 'skip_consent_for_verifiable_first_party_clients', 'subject_type_authorization', 'authorization_policy'];

/** What Auth0 lets change on its My Account API. */
const MY_ACCOUNT = [...MANAGEMENT, 'proof_of_possession'];

/** The one thing that can be in `access_token`, by which it is called. */
const CUSTOM_CLAIMS: Path = ['access_token', 'claims_mapping', 'custom_claims'];

/** Where the attributes stand that are set, but for the identifier, the name and those that may be. */
function setBeyond(config: ResourceServerConfig, allowed: readonly string[]): Path[] {
  return Object.keys(config)
    .filter(
      (attribute) =>
        attribute !== 'identifier' &&
        attribute !== 'name' &&
        !allowed.includes(attribute) &&
        isSet(config[attribute as keyof ResourceServerConfig]),
    )
    .map((attribute) => (attribute === 'access_token' ? CUSTOM_CLAIMS : [attribute]));
}

const CLIENT_POLICY: Path = ['subject_type_authorization', 'client', 'policy'];

function clientPolicyOf(config: ResourceServerConfig): Value<string> {
  return knownOrUndefined(knownOrUndefined(config.subject_type_authorization)?.client)?.policy;
}

export const SYSTEM_API_RULES = defineRules<ResourceServerConfig>([
  {
    id: 'sys-management-updatable',
    severity: 'error',
    canBeAcknowledged: true,
    attributes: 'all',
    summary:
      'On the Management API, only `token_lifetime`, `skip_consent_for_verifiable_first_party_clients`, ' +
      '`subject_type_authorization.user` and `authorization_policy` can be changed.',
    see: 'https://github.com/auth0/terraform-provider-auth0/issues/374',
    check: (config, { report }) => {
      if (systemApiOf(config.identifier)?.name !== 'management') {
        return;
      }
      for (const path of setBeyond(config, MANAGEMENT)) {
        report(path, "cannot be changed on Auth0's Management API, and would be silently ignored: leave it out");
      }
      if (isKnown(config.name) && config.name !== 'Auth0 Management API') {
        report(['name'], `cannot be changed on Auth0's Management API: leave it out, or give 'Auth0 Management API'`);
      }
    },
  },
  {
    id: 'sys-management-client-policy',
    severity: 'error',
    alsoWarns: true,
    attributes: CLIENT_POLICY.join('.'),
    summary: 'On the Management API, the policy for clients must not be changed, and should be left out.',
    see: 'https://github.com/auth0/terraform-provider-auth0/issues/1367',
    check: (config, { report }) => {
      const policy = clientPolicyOf(config);
      if (systemApiOf(config.identifier)?.name === 'management' && isSet(policy)) {
        // the policy that stands there anyway is harmless; what a token holds cannot be told
        const harmless = policy === UNKNOWN || policy === 'require_client_grant';
        report(CLIENT_POLICY, "cannot be changed on Auth0's Management API: leave it out", harmless ? 'warning' : 'error');
      }
    },
  },
  {
    id: 'sys-my-account',
    severity: 'error',
    canBeAcknowledged: true,
    attributes: 'all',
    summary:
      'On the My Account API, only `token_lifetime`, `proof_of_possession`, ' +
      '`skip_consent_for_verifiable_first_party_clients`, `subject_type_authorization.user` and ' +
      '`authorization_policy` can be changed.',
    see: 'https://auth0.com/docs/manage-users/my-account-api',
    check: (config, { report }) => {
      if (systemApiOf(config.identifier)?.name !== 'my-account') {
        return;
      }
      for (const path of setBeyond(config, MY_ACCOUNT)) {
        report(path, "cannot be changed on Auth0's My Account API: leave it out");
      }
      const policy = clientPolicyOf(config);
      if (isKnown(policy) && policy !== 'deny_all') {
        report(CLIENT_POLICY, `cannot be changed on Auth0's My Account API, where it is 'deny_all', but ${quote(policy)} was given`);
      }
    },
  },
  {
    id: 'sys-my-org-name',
    severity: 'error',
    alsoWarns: true,
    canBeAcknowledged: true,
    attributes: 'name, token_lifetime, token_lifetime_for_web',
    summary: 'On the My Organization API, lifetimes must be 600 seconds or left out, and the name should be left out.',
    see: 'https://auth0.com/docs/manage-users/my-organization-api',
    check: (config, { report }) => {
      if (systemApiOf(config.identifier)?.name !== 'my-org') {
        return;
      }
      if (isSet(config.name)) {
        report(['name'], "cannot be changed on Auth0's My Organization API: leave it out", 'warning');
      }
      for (const attribute of ['token_lifetime', 'token_lifetime_for_web'] as const) {
        const lifetime = config[attribute];
        if (isKnown(lifetime) && lifetime !== 600) {
          report([attribute], `cannot be changed on Auth0's My Organization API, where it is 600 seconds, but ${lifetime} was given`);
        }
      }
    },
  },
]);

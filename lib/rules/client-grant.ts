import { EnumAttribute, enumRule, letterCaseRule } from './enums';
import { checkLength } from './limits';
import { defineRules, Severity } from './rule';
import { CLIENT_GRANT, ClientGrantConfig } from '../schema/client-grant';
import { itemPath } from '../schema/path';
import { SystemApi, systemApiOf } from '../schema/system-apis';
import { isKnown, isSet, knownOrUndefined, UNKNOWN } from '../schema/value';

const GRANTS = 'https://auth0.com/docs/get-started/applications/application-access-to-apis-client-grants';
const API = 'https://auth0.com/docs/api/management/v2/client-grants/post-client-grants';
const ORGANIZATIONS =
  'https://auth0.com/docs/manage-users/organizations/organizations-for-m2m-applications/configure-your-application-for-m2m-access';

export const DEFAULT_FOR: EnumAttribute<typeof CLIENT_GRANT> = {
  resource: CLIENT_GRANT,
  id: 'default-for-enum',
  path: ['default_for'],
  see: GRANTS,
};

export const SUBJECT_TYPE: EnumAttribute<typeof CLIENT_GRANT> = {
  resource: CLIENT_GRANT,
  id: 'subject-type-enum',
  path: ['subject_type'],
  see: GRANTS,
};

export const ORGANIZATION_USAGE: EnumAttribute<typeof CLIENT_GRANT> = {
  resource: CLIENT_GRANT,
  id: 'org-usage-enum',
  path: ['organization_usage'],
  see: ORGANIZATIONS,
};

/** Whether a list has something in it, or may have. */
function isFilled(list: ClientGrantConfig['scopes']): boolean {
  return isKnown(list) && list.length > 0;
}

/** An API whose host only Terraform knows is one of Auth0's almost for sure, but not beyond doubt. */
function severityOn({ isCertain }: SystemApi): Severity {
  return isCertain ? 'error' : 'warning';
}

/** Every rule on `auth0_client_grant` that needs nothing but the grant. */
export const CLIENT_GRANT_RULES = defineRules<ClientGrantConfig>([
  {
    id: 'client-xor-default',
    severity: 'error',
    attributes: 'client_id, default_for',
    summary: 'Exactly one of the two must be given, and not be empty.',
    see: GRANTS,
    check: ({ client_id: client, default_for: defaultFor }, { naming, report }) => {
      if (isSet(client) === isSet(defaultFor)) {
        const given = isSet(client) ? 'both were' : 'neither was';
        report(['client_id'], `or ${naming.path(['default_for'])} must be given, but not both: ${given} given`);
      } else if (client === '') {
        report(['client_id'], 'must not be empty');
      }
    },
  },
  enumRule(DEFAULT_FOR),
  {
    id: 'default-for-system-api',
    severity: 'error',
    alsoWarns: true,
    attributes: 'default_for, audience',
    summary: "Must not be given for one of Auth0's own APIs.",
    see: GRANTS,
    check: ({ default_for: defaultFor, audience }, { systemApi: api = systemApiOf(audience), report }) => {
      if (isSet(defaultFor) && api) {
        report(['default_for'], `cannot be given for Auth0's ${api.title}, which has no default grants`, severityOn(api));
      }
    },
  },
  {
    id: 'scopes-or-all',
    severity: 'error',
    attributes: 'scopes, allow_all_scopes',
    summary: 'Either scopes (an empty list will do) or all of them must be granted. Which one must be known when Terraform plans.',
    see: API,
    check: ({ scopes, allow_all_scopes: all }, { naming, dependsOnResources, report }) => {
      if (!isSet(scopes) && all === UNKNOWN && dependsOnResources(['allow_all_scopes'])) {
        report(['allow_all_scopes'], 'must be known when Terraform plans, unless scopes are given, but depends on a resource, a data source or a module');
      }
      if (!isSet(scopes) && all !== true && all !== UNKNOWN) {
        report(['scopes'], `must be given, unless ${naming.path(['allow_all_scopes'])} is true`);
      }
    },
  },
  {
    id: 'all-scopes-and-scopes',
    severity: 'error',
    attributes: 'scopes, allow_all_scopes',
    summary: 'Scopes must not be named where all are granted.',
    see: API,
    check: ({ scopes, allow_all_scopes: all }, { naming, report }) => {
      if (all === true && isFilled(scopes)) {
        report(['scopes'], `must be left out where ${naming.path(['allow_all_scopes'])} is true`);
      }
    },
  },
  {
    id: 'all-scopes-unknown-scopes',
    severity: 'error',
    attributes: 'scopes, allow_all_scopes',
    summary: 'Scopes must be known at synth where all are granted: the provider crashes on a token.',
    see: 'https://registry.terraform.io/providers/auth0/auth0/latest/docs/resources/client_grant',
    check: ({ scopes, allow_all_scopes: all }, { naming, report }) => {
      if (all === true && scopes === UNKNOWN) {
        report(
          ['scopes'],
          `must be left out where ${naming.path(['allow_all_scopes'])} is true, but a token was given: the provider crashes on a token here`,
        );
      }
    },
  },
  {
    id: 'all-scopes-system-api',
    severity: 'error',
    alsoWarns: true,
    attributes: 'allow_all_scopes, audience',
    summary: "Must not be given, not even as false, for one of Auth0's own APIs.",
    see: 'https://github.com/auth0/terraform-provider-auth0/issues/1466',
    check: ({ allow_all_scopes: all, audience }, { systemApi: api = systemApiOf(audience), report }) => {
      if (isSet(all) && api) {
        report(['allow_all_scopes'], `cannot be given for Auth0's ${api.title}: name the scopes`, severityOn(api));
      }
    },
  },
  {
    id: 'scope-item-length',
    severity: 'error',
    attributes: 'scopes',
    summary: 'Each must be 1 to 280 characters long.',
    see: API,
    check: ({ scopes }, context) => {
      knownOrUndefined(scopes)?.forEach((scope, index) => checkLength(scope, 280, itemPath(['scopes'], scope, index), context));
    },
  },
  {
    id: 'audience-empty',
    severity: 'error',
    attributes: 'audience',
    summary: 'Must not be empty.',
    see: API,
    check: ({ audience }, { report }) => {
      if (audience === '') {
        report(['audience'], 'must not be empty');
      }
    },
  },
  {
    id: 'audience-not-id',
    severity: 'warning',
    attributes: 'audience',
    summary: 'Should be the identifier of an API, not its id.',
    see: API,
    check: ({ audience }, { report }) => {
      if (isKnown(audience) && /^[0-9a-f]{24}$/.test(audience)) {
        report(['audience'], 'looks like the id of an API, but must be its identifier');
      }
    },
  },
  enumRule(SUBJECT_TYPE),
  enumRule(ORGANIZATION_USAGE),
  {
    id: 'org-usage-user-subject',
    severity: 'warning',
    attributes: 'organization_usage, allow_any_organization, subject_type',
    summary: 'Should be left out for users: organizations concern client credentials only.',
    see: GRANTS,
    check: (config, { report }) => {
      for (const attribute of ['organization_usage', 'allow_any_organization'] as const) {
        if (config.subject_type === 'user' && isSet(config[attribute])) {
          report([attribute], "is documented for client credentials only, but the subject type is 'user': leave it out");
        }
      }
    },
  },
  {
    id: 'any-org-without-usage',
    severity: 'warning',
    attributes: 'allow_any_organization, organization_usage',
    summary: 'Has no effect where organizations are denied, as they are by default.',
    see: ORGANIZATIONS,
    check: ({ allow_any_organization: any, organization_usage: usage }, { naming, report }) => {
      if (any === true && (usage === undefined || usage === 'deny')) {
        report(
          ['allow_any_organization'],
          `has no effect unless ${naming.path(['organization_usage'])} is 'allow' or 'require'`,
        );
      }
    },
  },
  {
    id: 'any-org-third-party',
    severity: 'error',
    attributes: 'allow_any_organization, default_for',
    summary: 'Must not be given for third-party applications.',
    see: ORGANIZATIONS,
    check: ({ allow_any_organization: any, default_for: defaultFor }, { report }) => {
      if (any === true && isSet(defaultFor)) {
        report(['allow_any_organization'], 'cannot be given for third-party applications');
      }
    },
  },
  {
    id: 'authz-types-user-only',
    severity: 'error',
    alsoWarns: true,
    attributes: 'authorization_details_types, subject_type',
    summary: 'Must be left out unless the subject type is `user`. Without a subject type it is `client`.',
    see: GRANTS,
    check: ({ authorization_details_types: types, subject_type: subject }, { naming, mayExist, report }) => {
      if (isFilled(types) && (subject === undefined || subject === 'client')) {
        report(
          ['authorization_details_types'],
          `must be left out unless ${naming.path(['subject_type'])} is 'user', but ${subject ? "it is 'client'" : "it was not given and defaults to 'client'"}`,
          subject === undefined && mayExist ? 'warning' : 'error',
        );
      }
    },
  },
  {
    id: 'authz-types-length',
    severity: 'error',
    attributes: 'authorization_details_types',
    summary: 'Each must be 1 to 255 characters long.',
    see: API,
    check: ({ authorization_details_types: types }, context) => {
      knownOrUndefined(types)?.forEach((type, index) => checkLength(type, 255, ['authorization_details_types', index], context));
    },
  },
  letterCaseRule(CLIENT_GRANT, 'grant-enum-letter-case'),
]);

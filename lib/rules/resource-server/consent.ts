import { RESOURCE_SERVER, ResourceServerConfig } from '../../schema/resource-server';
import { isKnown, isSet, knownOrUndefined, UNKNOWN } from '../../schema/value';
import { quote } from '../../util/text';
import { EnumAttribute, enumRule } from '../enums';
import { defineRules } from '../rule';

const RAR = 'https://auth0.com/docs/get-started/apis/configure-rich-authorization-requests';

export const CONSENT_POLICY: EnumAttribute<typeof RESOURCE_SERVER> = {
  resource: RESOURCE_SERVER,
  id: 'consent-policy-enum',
  path: ['consent_policy'],
  see: RAR,
};

/** Consent, rich authorization requests and online access: what a user is asked. */
export const CONSENT_RULES = defineRules<ResourceServerConfig>([
  enumRule(CONSENT_POLICY),
  {
    id: 'authz-details-disable-and-type',
    severity: 'error',
    attributes: 'authorization_details',
    summary: 'Must either be switched off (`disable`) or name types, not both.',
    see: RAR,
    check: ({ authorization_details: details }, { report }) => {
      const entries = (knownOrUndefined(details) ?? []).filter(isKnown);
      if (entries.some((entry) => entry.disable === true) && entries.some((entry) => isSet(entry.type))) {
        report(['authorization_details'], 'must either be disabled or name types, but both were given');
      }
    },
  },
  {
    id: 'authz-details-empty-entry',
    severity: 'error',
    alsoWarns: true,
    attributes: 'authorization_details',
    summary: 'The name of a type must not be empty; an entry should name one, or be switched off.',
    see: RAR,
    check: ({ authorization_details: details }, { report }) => {
      knownOrUndefined(details)?.forEach((entry, index) => {
        if (isKnown(entry) && entry.type === '') {
          report(['authorization_details', index, 'type'], 'must not be empty');
        } else if (isKnown(entry) && !isSet(entry.type) && !isSet(entry.disable)) {
          report(['authorization_details', index], 'names no type: name one, or remove the entry', 'warning');
        }
      });
    },
  },
  {
    id: 'authz-details-dup',
    severity: 'warning',
    attributes: 'authorization_details',
    summary: 'Should name a type once.',
    see: RAR,
    check: ({ authorization_details: details }, { report }) => {
      const seen = new Set<string>();
      knownOrUndefined(details)?.forEach((entry, index) => {
        if (isKnown(entry) && isKnown(entry.type)) {
          if (seen.has(entry.type)) {
            report(['authorization_details', index, 'type'], `names ${quote(entry.type)} a second time: name each type once`);
          }
          seen.add(entry.type);
        }
      });
    },
  },
  {
    id: 'online-ephemeral-without-online',
    severity: 'warning',
    attributes: 'allow_online_access_with_ephemeral_sessions, allow_online_access',
    summary: 'Has no effect unless `allow_online_access` is true.',
    see: 'https://auth0.com/docs/secure/tokens/refresh-tokens/online-refresh-tokens/online-refresh-tokens',
    check: (config, { naming, report }) => {
      const online = config.allow_online_access;
      if (config.allow_online_access_with_ephemeral_sessions === true && online !== UNKNOWN && online !== true) {
        report(
          ['allow_online_access_with_ephemeral_sessions'],
          `has no effect unless ${naming.path(['allow_online_access'])} is true`,
        );
      }
    },
  },
]);

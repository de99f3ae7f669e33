import { api, Group, rawApi } from './example';

const PAYMENT = api("authorizationDetails: auth0.AuthorizationDetails.types(['payment'])");

export const CONSENT: Group = {
  title: 'Consent and authorization details',
  text: 'What a user is asked before an application gets a token, and online access.',
  examples: {
    'consent-policy-enum': {
      why: 'Auth0 knows one policy beside its standard consent, which the provider writes as the text `null`.',
      wrong: api("consentPolicy: auth0.ConsentPolicy.of('mfa')"),
      right: api('consentPolicy: auth0.ConsentPolicy.TRANSACTIONAL_AUTHORIZATION_WITH_MFA'),
    },
    'authz-details-disable-and-type': {
      why: 'The two contradict each other. The typed property is either a list of types or `disabled()`.',
      wrong: rawApi("authorizationDetails: [{ disable: true }, { type: 'payment' }]"),
      right: PAYMENT,
    },
    'authz-details-empty-entry': {
      why: 'Auth0 cannot register a type without a name. To switch authorization details off, write `AuthorizationDetails.disabled()`.',
      wrong: api('authorizationDetails: auth0.AuthorizationDetails.types([])'),
      right: PAYMENT,
      also: [{
        title: 'A binding can have an entry without a type:',
        severity: 'warning',
        wrong: rawApi('authorizationDetails: [{}]'),
        right: rawApi("authorizationDetails: [{ type: 'payment' }]"),
      }],
    },
    'authz-details-dup': {
      why: 'A type is registered once. The second name may be meant for another type.',
      wrong: api("authorizationDetails: auth0.AuthorizationDetails.types(['payment', 'payment'])"),
      right: api("authorizationDetails: auth0.AuthorizationDetails.types(['payment', 'refund'])"),
    },
    'online-ephemeral-without-online': {
      why: 'The setting only widens online access to ephemeral sessions.',
      wrong: api('allowOnlineAccessWithEphemeralSessions: true'),
      right: api('allowOnlineAccess: true', 'allowOnlineAccessWithEphemeralSessions: true'),
    },
  },
};

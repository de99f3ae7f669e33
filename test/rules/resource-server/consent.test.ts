import * as auth0 from '../../../lib';
import { RESOURCE_SERVER_RULES } from '../../../lib/rules/resource-server';
import { testRule } from '../../support/rules';

const { AuthorizationDetails, ConsentPolicy } = auth0;

testRule(RESOURCE_SERVER_RULES, 'consent-policy-enum', {
  refuses: {
    'the word of the manual, which Auth0 does not take': {
      props: { consentPolicy: { value: 'standard' } as any },
      path: 'consentPolicy',
      message: "consentPolicy must be 'transactional-authorization-with-mfa' or 'null', but 'standard' was given",
    },
  },
  accepts: {
    TRANSACTIONAL_AUTHORIZATION_WITH_MFA: {
      props: { consentPolicy: ConsentPolicy.TRANSACTIONAL_AUTHORIZATION_WITH_MFA },
    },
    NONE: { props: { consentPolicy: ConsentPolicy.NONE } },
  },
  tokens: { 'a token': ({ text }) => ({ consentPolicy: ConsentPolicy.of(text) }) },
});

testRule(RESOURCE_SERVER_RULES, 'authz-details-disable-and-type', {
  refuses: {
    'both in one entry': {
      config: { identifier: 'orders', authorization_details: [{ disable: true, type: 'payment' }] },
      path: 'authorizationDetails',
      message: 'authorizationDetails must either be disabled or name types, but both were given',
    },
    'both in two entries': {
      config: { identifier: 'orders', authorization_details: [{ type: 'payment' }, { disable: true }] },
      path: 'authorizationDetails',
      message: 'authorizationDetails must either be disabled or name types, but both were given',
    },
  },
  accepts: {
    'disabled': { props: { authorizationDetails: AuthorizationDetails.disabled() } },
    'types': { props: { authorizationDetails: AuthorizationDetails.types(['payment', 'transfer']) } },
    'types that are said not to be disabled': {
      config: { identifier: 'orders', authorization_details: [{ disable: false, type: 'payment' }] },
    },
  },
});

testRule(RESOURCE_SERVER_RULES, 'authz-details-empty-entry', {
  refuses: {
    'a type without a name': {
      props: { authorizationDetails: AuthorizationDetails.types(['payment', '']) },
      path: 'authorizationDetails[1]',
      message: 'authorizationDetails[1] must not be empty',
    },
    'no types': {
      props: { authorizationDetails: AuthorizationDetails.types([]) },
      path: 'authorizationDetails',
      message:
        'authorizationDetails must name at least one type, but none was given: ' +
        'use AuthorizationDetails.disabled() to switch them off',
    },
    'an entry with nothing in it': {
      config: { identifier: 'orders', authorization_details: [{ type: 'payment' }, {}] },
      severity: 'warning',
      path: 'authorizationDetails[1]',
      message: 'authorizationDetails[1] names no type: name one, or remove the entry',
    },
  },
  accepts: {
    'one character': { props: { authorizationDetails: AuthorizationDetails.types(['a']) } },
    'an entry that is not disabled': { config: { identifier: 'orders', authorization_details: [{ disable: false }] } },
  },
  tokens: { 'a token': ({ text }) => ({ authorizationDetails: AuthorizationDetails.types([text]) }) },
});

testRule(RESOURCE_SERVER_RULES, 'authz-details-dup', {
  refuses: {
    'a type that is named twice': {
      props: { authorizationDetails: AuthorizationDetails.types(['payment', 'transfer', 'payment']) },
      path: 'authorizationDetails[2]',
      message: "authorizationDetails[2] names 'payment' a second time: name each type once",
    },
  },
  accepts: {
    'types that differ in case': { props: { authorizationDetails: AuthorizationDetails.types(['payment', 'Payment']) } },
  },
  tokens: { 'one token twice': ({ text }) => ({ authorizationDetails: AuthorizationDetails.types([text, text]) }) },
});

testRule(RESOURCE_SERVER_RULES, 'online-ephemeral-without-online', {
  refuses: {
    'ephemeral sessions alone': {
      props: { allowOnlineAccessWithEphemeralSessions: true },
      path: 'allowOnlineAccessWithEphemeralSessions',
      message: 'allowOnlineAccessWithEphemeralSessions has no effect unless allowOnlineAccess is true',
    },
    'ephemeral sessions without online access': {
      props: { allowOnlineAccessWithEphemeralSessions: true, allowOnlineAccess: false },
      path: 'allowOnlineAccessWithEphemeralSessions',
      message: 'allowOnlineAccessWithEphemeralSessions has no effect unless allowOnlineAccess is true',
    },
  },
  accepts: {
    'both': { props: { allowOnlineAccessWithEphemeralSessions: true, allowOnlineAccess: true } },
    'online access alone': { props: { allowOnlineAccess: true } },
    'neither': { props: { allowOnlineAccessWithEphemeralSessions: false, allowOnlineAccess: false } },
  },
  tokens: {
    'online access that is a token': ({ flag }) => ({
      allowOnlineAccessWithEphemeralSessions: true,
      allowOnlineAccess: flag,
    }),
    'ephemeral sessions that are a token': ({ flag }) => ({ allowOnlineAccessWithEphemeralSessions: flag }),
  },
});

import * as auth0 from '../../../lib';
import { RESOURCE_SERVER_RULES } from '../../../lib/rules/resource-server';
import { UNKNOWN } from '../../../lib/schema/value';
import { testRule } from '../../support/rules';

const { AuthorizationDetails, ProofOfPossession, ProofOfPossessionRequiredFor } = auth0;

/** A Terraform block that no method of `ProofOfPossession` creates. */
function raw(block: object) {
  return { identifier: 'orders', proof_of_possession: block };
}

testRule(RESOURCE_SERVER_RULES, 'pop-mechanism-enum', {
  refuses: {
    'a word that a table of the manual has': {
      config: raw({ mechanism: 'none', required: true }),
      path: 'proofOfPossession.mechanism',
      message: "proofOfPossession.mechanism must be 'dpop' or 'mtls', but 'none' was given",
    },
  },
  accepts: {
    dpop: { props: { proofOfPossession: ProofOfPossession.dpop() } },
    mtls: { props: { proofOfPossession: ProofOfPossession.mtls() } },
  },
});

testRule(RESOURCE_SERVER_RULES, 'pop-mechanism-and-required', {
  refuses: {
    'a mechanism alone': {
      config: raw({ mechanism: 'dpop' }),
      path: 'proofOfPossession.required',
      message: 'proofOfPossession.required is required where proofOfPossession.mechanism is given, but was not given',
    },
    'a requirement alone': {
      config: raw({ required: false }),
      path: 'proofOfPossession.mechanism',
      message: 'proofOfPossession.mechanism is required where proofOfPossession.required is given, but was not given',
    },
  },
  accepts: {
    'both': { config: raw({ mechanism: 'dpop', required: false }) },
    'neither, in a block that is disabled': { props: { proofOfPossession: ProofOfPossession.disabled() } },
    'one, in a block that is disabled': { config: raw({ disable: true, required: false }) },
  },
});

testRule(RESOURCE_SERVER_RULES, 'pop-disable-exclusive', {
  refuses: {
    'a mechanism in a block that is disabled': {
      config: raw({ disable: true, mechanism: 'dpop', required: false }),
      path: 'proofOfPossession',
      message: 'proofOfPossession must either be disabled or have a mechanism, but both were given',
    },
    'a requirement in a block that is disabled': {
      config: raw({ disable: true, required: true }),
      path: 'proofOfPossession',
      message: 'proofOfPossession must either be disabled or be required, but both were given',
    },
  },
  accepts: {
    'no requirement in a block that is disabled': { config: raw({ disable: true, required: false }) },
    'a filter in a block that is disabled': { config: raw({ disable: true, required_for: 'all_clients' }) },
    'a block that is said not to be disabled': { config: raw({ disable: false, mechanism: 'dpop', required: true }) },
  },
});

testRule(RESOURCE_SERVER_RULES, 'pop-mtls-all-clients', {
  refuses: {
    'public clients, which have no certificate': {
      props: {
        proofOfPossession: ProofOfPossession.mtls({ requiredFor: ProofOfPossessionRequiredFor.PUBLIC_CLIENTS }),
      },
      path: 'proofOfPossession.requiredFor',
      message: "proofOfPossession.requiredFor must be 'all_clients' with mTLS, but 'public_clients' was given",
    },
  },
  accepts: {
    'all clients': {
      props: { proofOfPossession: ProofOfPossession.mtls({ requiredFor: ProofOfPossessionRequiredFor.ALL_CLIENTS }) },
    },
    'public clients with DPoP': {
      props: {
        proofOfPossession: ProofOfPossession.dpop({ requiredFor: ProofOfPossessionRequiredFor.PUBLIC_CLIENTS }),
      },
    },
  },
  tokens: {
    'a token': ({ text }) => ({ proofOfPossession: ProofOfPossession.mtls({ requiredFor: text as any }) }),
  },
});

testRule(RESOURCE_SERVER_RULES, 'pop-required-for-enum', {
  refuses: {
    'clients that do not exist': {
      props: { proofOfPossession: ProofOfPossession.dpop({ requiredFor: 'confidential_clients' as any }) },
      path: 'proofOfPossession.requiredFor',
      message:
        "proofOfPossession.requiredFor must be 'all_clients' or 'public_clients', but 'confidential_clients' was given",
    },
  },
  accepts: {
    'all clients': {
      props: { proofOfPossession: ProofOfPossession.dpop({ requiredFor: ProofOfPossessionRequiredFor.ALL_CLIENTS }) },
    },
    'nothing': { props: { proofOfPossession: ProofOfPossession.dpop() } },
  },
  tokens: {
    'a token': ({ text }) => ({ proofOfPossession: ProofOfPossession.dpop({ requiredFor: text as any }) }),
  },
});

testRule(RESOURCE_SERVER_RULES, 'pop-required-for-ineffective', {
  refuses: {
    'a filter of what is not required': {
      props: {
        proofOfPossession: ProofOfPossession.dpop({
          required: false,
          requiredFor: ProofOfPossessionRequiredFor.PUBLIC_CLIENTS,
        }),
      },
      path: 'proofOfPossession.requiredFor',
      message: 'proofOfPossession.requiredFor has no effect, because proofOfPossession.required is false: ' +
        'leave it out, or set required to true',
    },
  },
  accepts: {
    'a filter of what is required': {
      props: {
        proofOfPossession: ProofOfPossession.dpop({
          required: true,
          requiredFor: ProofOfPossessionRequiredFor.PUBLIC_CLIENTS,
        }),
      },
    },
    'no filter': { props: { proofOfPossession: ProofOfPossession.dpop({ required: false }) } },
  },
});

testRule(RESOURCE_SERVER_RULES, 'pop-mtls-required-false', {
  refuses: {
    'mTLS that is not required': {
      props: { proofOfPossession: ProofOfPossession.mtls({ required: false }) },
      path: 'proofOfPossession.required',
      message: 'proofOfPossession.required is false, but with mTLS Auth0 requires sender constraining of every application: ' +
        'leave it out',
    },
  },
  accepts: {
    'mTLS that is required': { props: { proofOfPossession: ProofOfPossession.mtls({ required: true }) } },
    'DPoP that is not required': { props: { proofOfPossession: ProofOfPossession.dpop({ required: false }) } },
  },
});

describe('where the provider crashes', () => {
  const text =
    'must be known when Terraform plans, but depends on a resource, a data source or a module: the provider crashes on a value that is known only after apply';
  const flag: any = '${auth0_client.a.is_first_party}';

  testRule(RESOURCE_SERVER_RULES, 'unknown-in-validated-block', {
    refuses: {
      'a requirement of DPoP that is a token': {
        props: { proofOfPossession: ProofOfPossession.dpop({ required: flag }) },
        path: 'proofOfPossession.required',
        message: `proofOfPossession.required ${text}`,
      },
      'a requirement of mTLS that is a token': {
        props: { proofOfPossession: ProofOfPossession.mtls({ required: flag }) },
        path: 'proofOfPossession.required',
        message: `proofOfPossession.required ${text}`,
      },
      'a list of types that is a token': {
        props: { authorizationDetails: AuthorizationDetails.types(['${tolist(data.a.b.types)}']) },
        path: 'authorizationDetails',
        message: `authorizationDetails ${text}`,
      },
      'switches that are tokens': {
        config: {
          identifier: 'orders',
          proof_of_possession: { disable: UNKNOWN },
          token_encryption: { disable: UNKNOWN },
        },
        finds: [
          { path: 'proofOfPossession.disable', message: `proofOfPossession.disable ${text}` },
          { path: 'tokenEncryption.disable', message: `tokenEncryption.disable ${text}` },
        ],
      },
    },
    accepts: {
      'a requirement that is known': { props: { proofOfPossession: ProofOfPossession.dpop({ required: true }) } },
    },
    tokens: {
      'a requirement that is a token': (tokens) => ({ proofOfPossession: ProofOfPossession.dpop({ required: tokens.flag }) }),
      'a list of types that is a token': (tokens) => ({ authorizationDetails: AuthorizationDetails.types(tokens.list) }),
      'types that are tokens': (tokens) => ({
        authorizationDetails: AuthorizationDetails.types(['payment', tokens.text]),
      }),
    },
  });
});

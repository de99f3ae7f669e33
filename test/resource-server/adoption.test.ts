import * as auth0 from '../../lib';
import { API, IDENTIFIER } from '../support/apis';
import { resourceOf, stackOf, synthesize, warningsOf } from '../support/synth';

/** The warnings where an API with these properties is imported. */
function warningsFor(props: Partial<auth0.ResourceServerProps>, then: (api: auth0.ResourceServer) => void = () => {}): string[] {
  const stack = stackOf((own) => {
    const api = new auth0.ResourceServer(own, 'Api', { identifier: IDENTIFIER, ...props });
    api.importFrom('665f1c2a9b3e4d0012345678');
    then(api);
  });
  synthesize(stack);
  return warningsOf(stack);
}

const warning = (...written: string[]) =>
  `safeDefaults writes what the code leaves out, also where what is imported has another value (${written.join(', ')}): ` +
  'read the plan, then acknowledge this, or set safeDefaults to false [import-safe-defaults]';

const OTHERS = ['consent_policy off', 'authorization_details off', 'token_encryption off', 'proof_of_possession off'];

describe('an API that is imported with safe defaults', () => {
  test('leaves a warning with all that they write', () => {
    expect(warningsFor({})).toEqual([warning(
      'signing_alg = RS256',
      'token_dialect = rfc9068_profile_authz',
      'enforce_policies = true',
      'token_lifetime = 3600',
      'token_lifetime_for_web = 3600',
      'allow_offline_access = false',
      'skip_consent_for_verifiable_first_party_clients = false',
      ...OTHERS,
      'subject_type_authorization.user.policy = require_client_grant',
      'subject_type_authorization.client.policy = require_client_grant',
    )]);
  });

  test('does not name what the code sets', () => {
    expect(warningsFor({
      signingAlg: auth0.SigningAlg.RS256,
      tokenDialect: auth0.TokenDialect.ACCESS_TOKEN,
      enforcePolicies: false,
      tokenLifetime: auth0.Duration.days(1),
      tokenLifetimeForWeb: auth0.Duration.hours(2),
      allowOfflineAccess: true,
      skipConsentForVerifiableFirstPartyClients: true,
      subjectTypeAuthorization: { user: auth0.UserPolicy.ALLOW_ALL },
    })).toEqual([warning(...OTHERS, 'subject_type_authorization.client.policy = require_client_grant')]);
  });

  test('leaves the warning once, also if it is imported twice', () => {
    expect(warningsFor({}, (api) => api.importFrom('other'))).toHaveLength(1);
  });

  test('leaves the same warning where only the L1 is imported', () => {
    const stack = stackOf((own) => new auth0.ResourceServer(own, 'Api', { identifier: IDENTIFIER }).resource.importFrom('665f1c2a9b3e4d0012345678'));
    expect(warningsOf(stack)).toEqual(warningsFor({}));
  });

  test('is not said to be reserved by Auth0 where only the L1 is imported', () => {
    const found = (change: (api: auth0.ResourceServer) => void) => warningsOf(stackOf((own) => {
      change(new auth0.ResourceServer(own, 'Api', { identifier: 'https://tenant.eu.auth0.com/api/v2/', safeDefaults: false }));
    }));
    expect(found(() => {})).toEqual([expect.stringContaining('[identifier-reserved]')]);
    expect(found((api) => api.resource.importFrom('665f1c2a9b3e4d0012345678'))).toEqual([]);
  });

  test('leaves none where it is acknowledged', () => {
    expect(warningsFor({}, (api) => {
      auth0.Checks.of(api).acknowledge({ id: 'import-safe-defaults', reason: 'the plan is as it should be' });
    })).toEqual([]);
  });

  test('leaves none without safe defaults', () => {
    expect(warningsFor({ safeDefaults: false })).toEqual([]);
  });

  test('leaves none where there are no defaults', () => {
    expect(warningsFor({ identifier: 'https://tenant.eu.auth0.com/my-org/' })).toEqual([]);
  });

  test('leaves none where it is not imported', () => {
    const stack = stackOf((own) => void new auth0.ResourceServer(own, 'Api', { identifier: IDENTIFIER }));
    expect(resourceOf(stack, API)).toHaveProperty('enforce_policies', true);
    expect(warningsOf(stack)).toEqual([]);
  });
});

import { TerraformVariable } from 'cdktf';
import { ProofOfPossession, ProofOfPossessionRequiredFor } from '../../lib';
import { writtenOf } from '../support/apis';
import { messageFor } from '../support/errors';
import { stackOf } from '../support/synth';

const { ALL_CLIENTS, PUBLIC_CLIENTS } = ProofOfPossessionRequiredFor;

/** The `proof_of_possession` in the JSON, and the warnings. */
function written(proofOfPossession: ProofOfPossession, stack = stackOf()): { block: any; warnings: string[] } {
  const { api, warnings } = writtenOf(stack, { proofOfPossession });
  return { block: api.proof_of_possession, warnings };
}

test.each<[string, ProofOfPossession, object]>([
  ['DPoP', ProofOfPossession.dpop(), { mechanism: 'dpop', required: true }],
  ['DPoP, optional', ProofOfPossession.dpop({ required: false }), { mechanism: 'dpop', required: false }],
  [
    'DPoP for all',
    ProofOfPossession.dpop({ requiredFor: ALL_CLIENTS }),
    { mechanism: 'dpop', required: true, required_for: 'all_clients' },
  ],
  [
    'DPoP for public applications',
    ProofOfPossession.dpop({ requiredFor: PUBLIC_CLIENTS }),
    { mechanism: 'dpop', required: true, required_for: 'public_clients' },
  ],
  ['mTLS', ProofOfPossession.mtls(), { mechanism: 'mtls', required: true }],
  [
    'mTLS for all',
    ProofOfPossession.mtls({ required: true, requiredFor: ALL_CLIENTS }),
    { mechanism: 'mtls', required: true, required_for: 'all_clients' },
  ],
  ['none', ProofOfPossession.disabled(), { disable: true }],
  ['options that are null', ProofOfPossession.dpop(null as any), { mechanism: 'dpop', required: true }],
])('%s', (_, proof, block) => {
  expect(written(proof)).toStrictEqual({ block, warnings: [] });
});

test('who needs it may be a token', () => {
  const stack = stackOf();
  const variable = new TerraformVariable(stack, 'who', {});
  const proof = ProofOfPossession.dpop({ requiredFor: variable.stringValue as any });
  expect(written(proof, stack).block.required_for).toBe('${var.who}');
});

test.each<[string, ProofOfPossession, string]>([
  [
    'for some, where it is not required',
    ProofOfPossession.dpop({ required: false, requiredFor: PUBLIC_CLIENTS }),
    'proofOfPossession.requiredFor has no effect, because proofOfPossession.required is false: ' +
      'leave it out, or set required to true [pop-required-for-ineffective]',
  ],
  [
    'mTLS that is not required',
    ProofOfPossession.mtls({ required: false }),
    'proofOfPossession.required is false, but with mTLS Auth0 requires sender constraining of every application: ' +
      'leave it out [pop-mtls-required-false]',
  ],
])('%s leaves a warning', (_, proof, warning) => {
  expect(written(proof).warnings).toEqual([warning]);
});

test.each<[string, ProofOfPossession, string]>([
  [
    'mTLS for public applications',
    ProofOfPossession.mtls({ requiredFor: PUBLIC_CLIENTS }),
    `proofOfPossession.requiredFor must be 'all_clients' with mTLS, but 'public_clients' was given [pop-mtls-all-clients]`,
  ],
  [
    'what a data source says for required',
    ProofOfPossession.dpop({ required: '${data.a.b.required}' as any }),
    'proofOfPossession.required must be known when Terraform plans, but depends on a resource, a data source or a module: ' +
      'the provider crashes on a value that is known only after apply [unknown-in-validated-block]',
  ],
  [
    'an unknown group of applications',
    ProofOfPossession.dpop({ requiredFor: 'some_clients' as any }),
    `proofOfPossession.requiredFor must be 'all_clients' or 'public_clients', but 'some_clients' was given [pop-required-for-enum]`,
  ],
  [
    'another spelling',
    ProofOfPossession.dpop({ requiredFor: 'ALL_CLIENTS' as any }),
    `proofOfPossession.requiredFor must be spelled 'all_clients', but 'ALL_CLIENTS' was given [enum-letter-case]`,
  ],
])('%s is refused', (_, proof, text) => {
  expect(() => written(proof)).toThrow(new Error(messageFor("ResourceServer 'stack/Api'")(text)));
});

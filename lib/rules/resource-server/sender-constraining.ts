import { RESOURCE_SERVER, ResourceServerConfig } from '../../schema/resource-server';
import { isSet, knownOrUndefined, UNKNOWN, valueIn } from '../../schema/value';
import { EnumAttribute, enumRule } from '../enums';
import { defineRules } from '../rule';

const SEE = 'https://auth0.com/docs/secure/sender-constraining/configure-sender-constraining';
const PROVIDER = 'https://registry.terraform.io/providers/auth0/auth0/latest/docs/resources/resource_server';

/** What is wrong with a value that the provider needs when Terraform plans. */
export const AFTER_APPLY =
  'must be known when Terraform plans, but depends on a resource, a data source or a module: the provider crashes on a value that is known only after apply';

export const PROOF_OF_POSSESSION_MECHANISM: EnumAttribute<typeof RESOURCE_SERVER> = {
  resource: RESOURCE_SERVER,
  id: 'pop-mechanism-enum',
  path: ['proof_of_possession', 'mechanism'],
  see: SEE,
};

export const PROOF_OF_POSSESSION_REQUIRED_FOR: EnumAttribute<typeof RESOURCE_SERVER> = {
  resource: RESOURCE_SERVER,
  id: 'pop-required-for-enum',
  path: ['proof_of_possession', 'required_for'],
  see: SEE,
};

/** The places that the provider looks at when Terraform plans. */
const VALIDATED = [['proof_of_possession', 'disable'], ['proof_of_possession', 'required'], ['token_encryption', 'disable'], ['authorization_details']];

export const SENDER_CONSTRAINING_RULES = defineRules<ResourceServerConfig>([
  enumRule(PROOF_OF_POSSESSION_MECHANISM),
  {
    id: 'pop-mechanism-and-required',
    severity: 'error',
    attributes: 'proof_of_possession.mechanism, proof_of_possession.required',
    summary: 'Must be given together, unless the block is disabled.',
    see: 'https://auth0.com/docs/api/management/v2/resource-servers/post-resource-servers',
    check: (config, { naming, report }) => {
      const pop = knownOrUndefined(config.proof_of_possession);
      if (!pop || pop.disable === true || isSet(pop.mechanism) === isSet(pop.required)) {
        return;
      }
      const [given, missing] = isSet(pop.mechanism) ? ['mechanism', 'required'] : ['required', 'mechanism'];
      report(
        ['proof_of_possession', missing],
        `is required where ${naming.path(['proof_of_possession', given])} is given, but was not given`,
      );
    },
  },
  {
    id: 'pop-disable-exclusive',
    severity: 'error',
    attributes: 'proof_of_possession.disable',
    summary: 'Must not be true beside a mechanism or `required = true`.',
    see: PROVIDER,
    check: (config, { report }) => {
      const pop = knownOrUndefined(config.proof_of_possession);
      if (pop?.disable === true && (isSet(pop.mechanism) || pop.required === true)) {
        const other = isSet(pop.mechanism) ? 'have a mechanism' : 'be required';
        report(['proof_of_possession'], `must either be disabled or ${other}, but both were given`);
      }
    },
  },
  {
    id: 'pop-mtls-all-clients',
    severity: 'error',
    attributes: 'proof_of_possession.required_for',
    summary: 'Must be `all_clients` with mTLS: public clients have no certificate.',
    see: SEE,
    check: (config, { report }) => {
      const pop = knownOrUndefined(config.proof_of_possession);
      if (pop?.mechanism === 'mtls' && pop.required_for === 'public_clients') {
        report(['proof_of_possession', 'required_for'], "must be 'all_clients' with mTLS, but 'public_clients' was given");
      }
    },
  },
  enumRule(PROOF_OF_POSSESSION_REQUIRED_FOR),
  {
    id: 'pop-required-for-ineffective',
    severity: 'warning',
    attributes: 'proof_of_possession.required_for, proof_of_possession.required',
    summary: 'Has no effect where `required` is false.',
    see: SEE,
    check: (config, { naming, report }) => {
      const pop = knownOrUndefined(config.proof_of_possession);
      if (pop && isSet(pop.required_for) && pop.required === false) {
        report(
          ['proof_of_possession', 'required_for'],
          `has no effect, because ${naming.path(['proof_of_possession', 'required'])} is false: leave it out, or set required to true`,
        );
      }
    },
  },
  {
    id: 'pop-mtls-required-false',
    severity: 'warning',
    attributes: 'proof_of_possession.required',
    summary: 'Should not be false with mTLS: Auth0 requires sender constraining of every application.',
    see: SEE,
    check: (config, { report }) => {
      const pop = knownOrUndefined(config.proof_of_possession);
      if (pop?.mechanism === 'mtls' && pop.required === false) {
        report(['proof_of_possession', 'required'], 'is false, but with mTLS Auth0 requires sender constraining of every application: leave it out');
      }
    },
  },
  {
    id: 'unknown-in-validated-block',
    severity: 'error',
    canBeAcknowledged: true,
    attributes: VALIDATED.map((place) => place.join('.')).join(', '),
    summary: 'Must be known when Terraform plans: the provider crashes on a value that is known only after apply.',
    see: PROVIDER,
    check: (config, { dependsOnResources, report }) => {
      for (const place of VALIDATED) {
        if (valueIn(config, place) === UNKNOWN && dependsOnResources(place)) {
          report(place, AFTER_APPLY);
        }
      }
    },
  },
]);

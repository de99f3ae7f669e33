import { api, apiOf, Group, lines, rawApi } from './example';

export const EVERY_VALUE: Group = {
  title: 'Every value',
  text: 'Rules about types, spelling and blocks in many places, and about acknowledgements.',
  examples: {
    'wrong-type': {
      why: 'TypeScript finds most of these mistakes. JavaScript, JSON files and environment variables can still bring one.',
      wrong: lines('const settings = JSON.parse(\'{ "tokenLifetime": 3600 }\');', api('tokenLifetime: settings.tokenLifetime')),
      right: lines('const settings = JSON.parse(\'{ "tokenLifetime": 3600 }\');', api('tokenLifetime: auth0.Duration.seconds(settings.tokenLifetime)')),
    },
    'misspelled-property': {
      why: 'A property with another name has no effect. TypeScript does not check the names in an object that is spread.',
      wrong: lines('const common = { tokenLifeTime: auth0.Duration.minutes(5) };', api('...common')),
      right: lines('const common = { tokenLifetime: auth0.Duration.minutes(5) };', api('...common')),
    },
    'enum-letter-case': {
      why: 'With another spelling, the plan looks right and the apply fails half-way.',
      wrong: api("signingAlg: auth0.SigningAlg.of('rs256')"),
      right: api("signingAlg: auth0.SigningAlg.of('RS256')"),
      also: [{
        title: 'A binding can hold another spelling as well:',
        severity: 'error',
        wrong: rawApi("signingAlg: 'rs256'"),
        right: rawApi("signingAlg: 'RS256'"),
      }],
    },
    'block-empty-is-noop': {
      why: 'An empty block looks as if it switched something off, but it does not. Use `disabled()`.',
      wrong: rawApi('proofOfPossession: {}'),
      right: api('proofOfPossession: auth0.ProofOfPossession.disabled()'),
    },
    'unknown-in-validated-block': {
      why: 'Use a constant or a variable. The provider needs the value when Terraform plans.',
      wrong: rawApi("proofOfPossession: { mechanism: 'dpop', required: worker.isFirstParty }"),
      right: api('proofOfPossession: auth0.ProofOfPossession.dpop({ required: true })'),
    },
    'variable-default-names': {
      why: 'The framework writes the default of a variable in snake case, names included (hashicorp/terraform-cdk#2473). In the example, the scope would be `read_orders`.',
      wrong: lines(
        "const scopes = new TerraformVariable(stack, 'scopes', { type: 'map(string)', default: { 'read:orders': 'Read orders' } });",
        api('scopes: scopes.value'),
      ),
      right: lines(
        "const scopes = new TerraformVariable(stack, 'scopes', { type: 'map(string)' });",
        "scopes.addOverride('default', { 'read:orders': 'Read orders' });",
        api('scopes: scopes.value'),
      ),
    },
    'acknowledgement': {
      why: 'An acknowledgement cannot make Auth0 accept what it refuses. The reason is for those who read the definition later.',
      wrong: "auth0.Checks.of(orders).acknowledge({ id: 'identifier-empty', reason: 'It has always been so.' });",
      right: lines(
        apiOf("identifier: 'https://api.example.com/orders/'"),
        '',
        "const reason = 'Applications from 2019 ask for the one with the slash.';",
        "auth0.Checks.of(stack).acknowledge({ id: 'identifier-slash-twins', reason, until: '2027-03-31' });",
      ),
    },
  },
};

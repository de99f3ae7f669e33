import { api, Group, lines } from './example';

const HS256 = 'signingAlg: auth0.SigningAlg.HS256';
const RIGHT_SECRET = api(HS256, 'signingSecret: auth0.SigningSecret.fromVariable(variable)');

export const SIGNING_AND_DIALECT: Group = {
  title: 'Signing and dialect',
  text: 'How access tokens are signed, and which claims they carry.',
  examples: {
    'signing-alg-enum': {
      why: 'Auth0 signs access tokens with these algorithms only.',
      wrong: api("signingAlg: auth0.SigningAlg.of('ES256')"),
      right: api('signingAlg: auth0.SigningAlg.PS256'),
    },
    'signing-secret-short': {
      why: 'Auth0 refuses a shorter secret. A short secret can be guessed, and whoever has it can make tokens.',
      wrong: api(HS256, "signingSecret: auth0.SigningSecret.unsafePlainText('too short')"),
      right: RIGHT_SECRET,
    },
    'signing-secret-literal': {
      why: 'Everybody who can read the Terraform JSON, the plan or the repository can then make tokens.',
      wrong: api(HS256, "signingSecret: auth0.SigningSecret.unsafePlainText('sixteen characters')"),
      right: RIGHT_SECRET,
      also: [{
        title: 'A variable must have no default:',
        severity: 'error',
        wrong: lines(
          "const secret = new TerraformVariable(stack, 'secret', { default: 'sixteen characters' });",
          api(HS256, 'signingSecret: auth0.SigningSecret.fromVariable(secret)'),
        ),
        right: lines(
          "const secret = new TerraformVariable(stack, 'secret', { sensitive: true });",
          api(HS256, 'signingSecret: auth0.SigningSecret.fromVariable(secret)'),
        ),
      }, {
        title: 'A token must have no plain text in it:',
        severity: 'error',
        wrong: api(HS256, "signingSecret: auth0.SigningSecret.fromToken('sixteen characters')"),
        right: api(HS256, 'signingSecret: auth0.SigningSecret.fromToken(variable.stringValue)'),
      }],
    },
    'signing-secret-without-hs256': {
      why: 'RS256 and PS256 sign with a key of Auth0. The secret is not used, but it stands in the state.',
      wrong: api('signingSecret: auth0.SigningSecret.fromVariable(variable)'),
      right: RIGHT_SECRET,
    },
    'token-dialect-enum': {
      why: 'Auth0 knows these dialects only.',
      wrong: api("tokenDialect: auth0.TokenDialect.of('jwt')"),
      right: api('tokenDialect: auth0.TokenDialect.RFC9068_PROFILE_AUTHZ'),
    },
    'authz-dialect-without-rbac': {
      why: 'Auth0 puts permissions into tokens only where it evaluates roles. Your API would look for a claim that is never there.',
      wrong: api('tokenDialect: auth0.TokenDialect.RFC9068_PROFILE_AUTHZ', 'enforcePolicies: false'),
      right: api('tokenDialect: auth0.TokenDialect.RFC9068_PROFILE_AUTHZ', 'enforcePolicies: true'),
    },
    'verification-location-url': {
      why: 'Auth0 loads the keys from this address.',
      wrong: api("verificationLocation: 'api.example.com/jwks.json'"),
      right: api("verificationLocation: 'https://api.example.com/jwks.json'"),
    },
  },
};

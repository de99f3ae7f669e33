import { Auth0Provider, Duration, ResourceServer, Testing } from '../../lib';
import { spelled, spelledPath } from '../../lib/util/spelling';
import { errorOf } from '../support/errors';

const { JSII_AGENT: before } = process.env;
afterEach(() => {
  if (before === undefined) {
    delete process.env.JSII_AGENT;
  } else {
    process.env.JSII_AGENT = before;
  }
});

const MESSAGE = `tokenLifetimeForWeb must not be greater than Auth0's tokenLifetime with mTLS, but 'aB \\' cD' was given: use Fn.element(addScope)`;
const PATH = `scopes['readAll'].description`;

test.each<[string, string | undefined, string, string]>([
  ['TypeScript', undefined, MESSAGE, PATH],
  ['Java', 'Java/17.0.15', MESSAGE, PATH],
  [
    'Python', 'Python/3.11.7',
    `token_lifetime_for_web must not be greater than Auth0's token_lifetime with mTLS, but 'aB \\' cD' was given: use Fn.element(add_scope)`, PATH,
  ],
  ...['go1.26.8/linux/amd64', 'DotNet/8.0'].map((agent): [string, string, string, string] => [
    agent, agent,
    `TokenLifetimeForWeb must not be greater than Auth0's TokenLifetime with mTLS, but 'aB \\' cD' was given: use Fn.element(AddScope)`,
    `Scopes['readAll'].Description`,
  ]),
])('names in %s', (_, agent, message, path) => {
  if (agent) {
    process.env.JSII_AGENT = agent;
  }
  expect(spelled(MESSAGE)).toBe(message);
  expect(spelledPath(PATH)).toBe(path);
});

test('errors and warnings have the names of the language', () => {
  process.env.JSII_AGENT = 'Python/3.11.7';
  const stack = Testing.stack();
  new Auth0Provider(stack, 'auth0');
  const error = errorOf(() => new ResourceServer(stack, 'Api', {
    identifier: '', tokenLifetime: Duration.minutes(10), tokenLifetimeForWeb: Duration.hours(2),
  }));
  expect(error.violations).toEqual([
    { rule: 'identifier-empty', path: 'identifier', message: 'identifier must not be empty' },
    {
      rule: 'web-lifetime-gt-lifetime',
      path: 'token_lifetime_for_web',
      message: 'token_lifetime_for_web must not be greater than token_lifetime (600 seconds), but 7200 was given',
    },
  ]);
  process.env.JSII_AGENT = 'go1.26.8/linux/amd64';
  expect(errorOf(() => new ResourceServer(stack, 'Api', { identifier: '' })).violations).toEqual([
    { rule: 'identifier-empty', path: 'Identifier', message: 'Identifier must not be empty' },
  ]);
});

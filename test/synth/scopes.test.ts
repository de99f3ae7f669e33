import { TerraformVariable } from 'cdktf';
import * as auth0 from '../../lib';
import { apiIn, apiNamed, IDENTIFIER } from '../support/apis';
import { errors, foundIn, NOTHING } from '../support/checks';

const { resourceServerScope, resourceServerScopes } = auth0.bindings;

describe('the scopes of one API', () => {
  const mixed = (path: string, owner: string) =>
    errors(
      `'stack/${path}' manages one scope of an API whose scopes 'stack/${owner}' manages as a whole: put it there ` +
      '[scopes-mixed-resources]',
    );
  const twoOwners = (path: string, owner: string) =>
    errors(
      `'stack/${path}' manages the scopes of the same API as 'stack/${owner}': ` +
      'keep one auth0_resource_server_scopes for each API [scopes-two-owners]',
    );

  test.each<[string, (api: auth0.ResourceServer) => string]>([
    ['its identifier', () => IDENTIFIER],
    ['a reference to it', ({ identifier }) => identifier],
    ['its audience', ({ audience }) => audience],
    ['a reference to its L1', ({ resource }) => resource.identifier],
  ])('are refused as a single scope beside a list, where the API is named by %s', (_, identifier) => {
    expect(foundIn((stack) => {
      const api = apiIn(stack, { scopes: { a: '' } });
      new resourceServerScope.ResourceServerScope(stack, 'Single', { resourceServerIdentifier: identifier(api), scope: 'b', dependsOn: [api] });
    })).toEqual(mixed('Single', 'Api'));
  });

  test('are refused as two lists', () => {
    expect(foundIn((stack) => {
      const { identifier } = apiIn(stack, { scopes: { a: '' } });
      new resourceServerScopes.ResourceServerScopes(stack, 'Whole', {
        resourceServerIdentifier: identifier, scopes: [{ name: 'b' }],
      });
    })).toEqual(twoOwners('Whole', 'Api'));
  });

  test('are refused where a reference names an API whose identifier is a token', () => {
    expect(foundIn((stack) => {
      const identifier = new TerraformVariable(stack, 'api', {}).stringValue;
      const api = apiIn(stack, { identifier, scopes: { a: '' } });
      new resourceServerScope.ResourceServerScope(stack, 'Single', {
        resourceServerIdentifier: api.resource.identifier, scope: 'b',
      });
    })).toEqual(mixed('Single', 'Api'));
  });

  test('are refused where a reference names an API that is looked up', () => {
    expect(foundIn((stack) => {
      const api = auth0.ResourceServer.fromIdentifier(stack, 'Api', IDENTIFIER);
      for (const [id, resourceServerIdentifier] of Object.entries({ A: api.identifier, B: IDENTIFIER })) {
        new resourceServerScopes.ResourceServerScopes(stack, id, { resourceServerIdentifier, scopes: [{ name: 'a' }] });
      }
      new auth0.Role(stack, 'Role', { name: 'a' });
    })).toEqual(twoOwners('B', 'A'));
  });

  test('are accepted as single scopes, beside an API without scopes', () => {
    expect(foundIn((stack) => {
      const { identifier } = apiIn(stack);
      for (const scope of ['a', 'b']) {
        new resourceServerScope.ResourceServerScope(stack, scope, { resourceServerIdentifier: identifier, scope });
      }
    })).toEqual(NOTHING);
  });

  test('are accepted for two APIs, and for two providers', () => {
    expect(foundIn((stack) => {
      apiNamed(stack, 'A', { scopes: { a: '' } });
      const b = apiNamed(stack, 'B', { identifier: 'b' });
      const provider = new auth0.Auth0Provider(stack, 'other', { alias: 'other' });
      new resourceServerScope.ResourceServerScope(
        stack, 'Single', { resourceServerIdentifier: b.identifier, scope: 'b' },
      );
      new resourceServerScope.ResourceServerScope(stack, 'Other', {
        resourceServerIdentifier: IDENTIFIER, scope: 'b', provider,
      });
    })).toEqual(NOTHING);
  });

  test.each(['B', undefined])('are refused with two descriptions of one, A and %s', (description) => {
    expect(foundIn((stack) => {
      const resourceServerIdentifier = apiIn(stack).identifier;
      const scope = { resourceServerIdentifier, scope: 'read' };
      new resourceServerScope.ResourceServerScope(stack, 'A', { ...scope, description: 'A' });
      new resourceServerScope.ResourceServerScope(stack, 'B', { ...scope, description });
    })).toEqual(errors(
      `'stack/B' gives scope 'read' a different description than 'stack/A' does: use one description [single-scope-duplicate]`,
    ));
  });
});

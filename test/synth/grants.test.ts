import { TerraformIterator, TerraformStack, TerraformVariable } from 'cdktf';
import * as auth0 from '../../lib';
import { apiIn, apiNamed, IDENTIFIER } from '../support/apis';
import { errors, foundIn, NOTHING, warnings } from '../support/checks';
import { stackBeside } from '../support/synth';

const { clientGrant } = auth0.bindings;

describe('two grants for one client and API', () => {
  const same = (path: string, first: string) =>
    warnings(`'stack/${path}' repeats the grant 'stack/${first}' [duplicate-tuple]`);
  const differing = (path: string, first: string) =>
    errors(
      `'stack/${path}' grants the same application access to the same API as 'stack/${first}', but with other settings: ` +
      'make it one grant [duplicate-tuple]',
    );

  test('are warned of where they are the same, whatever the order of their scopes', () => {
    expect(foundIn((stack) => {
      const api = apiIn(stack);
      api.grant('worker', ['a', 'b']);
      api.grant('worker', ['b', 'a'], { subjectType: auth0.SubjectType.CLIENT });
    })).toEqual(same('Api/Grant-worker-2', 'Api/Grant-worker'));
  });

  test('are refused where they differ', () => {
    expect(foundIn((stack) => {
      const api = apiIn(stack);
      api.grant('worker', ['a']);
      api.grant('worker', ['b']);
    })).toEqual(differing('Api/Grant-worker-2', 'Api/Grant-worker'));
  });

  test.each<[string, auth0.ClientGrantOptions]>([
    ['organizations', { organizationUsage: auth0.OrganizationUsage.ALLOW }],
    ['any organization', { organizationUsage: auth0.OrganizationUsage.ALLOW, allowAnyOrganization: true }],
  ])('are refused where they differ in %s', (_, options) => {
    expect(foundIn((stack) => {
      const api = apiIn(stack);
      api.grant('worker', ['a']);
      api.grant('worker', ['a'], options);
    })).toEqual(differing('Api/Grant-worker-2', 'Api/Grant-worker'));
  });

  test('are the same where one writes what the other leaves out', () => {
    expect(foundIn((stack) => {
      const api = apiIn(stack);
      api.grant('worker', ['a']);
      api.grant('worker', ['a'], { organizationUsage: auth0.OrganizationUsage.DENY, allowAnyOrganization: false });
    })).toEqual(same('Api/Grant-worker-2', 'Api/Grant-worker'));
  });

  test('are the same or not in all scopes, and in the types of rich authorization requests', () => {
    const forUsers = { scopes: [], subjectType: auth0.SubjectType.USER };
    const two = (first: object, second: object) => foundIn((stack) => {
      const api = apiIn(stack);
      for (const [id, props] of Object.entries({ A: first, B: second })) {
        new auth0.ClientGrant(stack, id, { resourceServer: api, clientId: 'worker', scopes: [], ...props });
      }
    });
    expect(two({ allowAllScopes: false }, {})).toEqual(same('B', 'A'));
    expect(two({ allowAllScopes: true }, {})).toEqual(differing('B', 'A'));
    expect(two({ ...forUsers, authorizationDetailsTypes: [] }, forUsers)).toEqual(same('B', 'A'));
    expect(two({ ...forUsers, authorizationDetailsTypes: ['payment'] }, forUsers)).toEqual(differing('B', 'A'));
  });

  test.each<[string, (api: auth0.ResourceServer) => string]>([
    ['its identifier', () => IDENTIFIER],
    ['a reference to it', ({ identifier }) => identifier],
    ['its audience', ({ audience }) => audience],
  ])('are found where one is an L1, which names the API by %s', (_, audience) => {
    const raw = (scopes: string[]) => foundIn((stack) => {
      const worker = new auth0.bindings.client.Client(stack, 'Worker', { name: 'worker' });
      const api = apiIn(stack, { scopes: { a: '', b: '' } });
      new clientGrant.ClientGrant(stack, 'Raw', { audience: audience(api), clientId: worker.clientId, scopes, dependsOn: [api] });
      api.grant(worker.clientId, ['a', 'b']);
    });
    expect(raw(['a'])).toEqual(differing('Raw', 'Api/Grant-Worker'));
    expect(raw(['a', 'b'])).toEqual(same('Raw', 'Api/Grant-Worker'));
  });

  test('are the same where they have the same tokens', () => {
    expect(foundIn((stack) => {
      const variable = new TerraformVariable(stack, 'token', {});
      const imported = auth0.ResourceServer.fromAttributes(stack, 'Same', { identifier: IDENTIFIER });
      for (const id of ['A', 'B']) {
        new auth0.ClientGrant(stack, id, {
          resourceServer: id === 'A' ? apiIn(stack) : imported,
          clientId: variable.stringValue,
          scopes: [`read:${variable.stringValue}`],
          organizationUsage: auth0.OrganizationUsage.ALLOW,
          allowAnyOrganization: variable.booleanValue,
        });
      }
    })).toEqual(warnings(
      "'stack/Same' describes 'stack/Api', which the same stack defines: use that construct [lookup-of-own]", ...same('B', 'A').warnings,
    ));
  });

  test('are refused where they have other tokens', () => {
    expect(foundIn((stack) => {
      const api = apiIn(stack);
      for (const id of ['a', 'b']) {
        api.grant('worker', [new TerraformVariable(stack, id, {}).stringValue]);
      }
    })).toEqual(differing('Api/Grant-worker-2', 'Api/Grant-worker'));
  });

  test.each<[string, (api: auth0.ResourceServer, stack: TerraformStack) => void]>([
    ['for users', (api) => api.grant('worker', ['b'], { subjectType: auth0.SubjectType.USER })],
    ['for another client', (api) => api.grant('other', ['b'])],
    ['on another API', (_, stack) => apiNamed(stack, 'B', { identifier: 'b' }).grant('worker', ['b'])],
    ['for third-party clients', (api) => api.grantThirdPartyClients(['b'])],
    ['in another stack', (api, stack) => {
      const other = stackBeside(stack);
      new auth0.ClientGrant(other, 'Grant', { resourceServer: api, clientId: 'worker', scopes: ['b'] });
    }],
    ['with another provider', (api, stack) => {
      api.grant('worker', ['b'], { provider: new auth0.Auth0Provider(stack, 'other', { alias: 'other' }) });
    }],
  ])('are accepted %s', (_, second) => {
    expect(foundIn((stack) => {
      const api = apiIn(stack);
      api.grant('worker', ['a']);
      second(api, stack);
    })).toEqual(NOTHING);
  });

  test('are accepted where each instance is for another client', () => {
    expect(foundIn((stack) => {
      const api = apiIn(stack);
      for (const id of ['A', 'B']) {
        const each = TerraformIterator.fromList(
          new TerraformVariable(stack, id.toLowerCase(), { type: 'list(string)' }).listValue,
        );
        new auth0.ClientGrant(
          stack, id, { resourceServer: api, clientId: `${each.value}`, scopes: [id] },
        ).resource.forEach = each;
      }
    })).toEqual(NOTHING);
  });

  test('are refused by default, even the same', () => {
    expect(foundIn((stack) => {
      const api = apiIn(stack);
      api.grantThirdPartyClients(['a']);
      api.grantThirdPartyClients(['a'], { subjectType: auth0.SubjectType.USER });
      api.grantThirdPartyClients(['a'], { subjectType: auth0.SubjectType.CLIENT });
    })).toEqual(errors(
      "'stack/Api/Grant-third_party_clients-user-2' is a second default grant beside 'stack/Api/Grant-third_party_clients-user', " +
      'for the same API and subject type: make it one grant [default-for-duplicate]',
    ));
  });

  test('whose audience differs from an API by a slash at the end are warned of', () => {
    expect(foundIn((stack) => {
      apiIn(stack);
      new clientGrant.ClientGrant(stack, 'Raw', { audience: `${IDENTIFIER}/`, clientId: 'worker', scopes: [] });
    })).toEqual(warnings(
      "'stack/Raw' has an identifier that differs from that of 'stack/Api' only in the slash at the end: " +
      'Auth0 treats them as two APIs [identifier-slash-twins]',
    ));
  });
});

import { TerraformStack, TerraformVariable, Testing } from 'cdktf';
import { Construct } from 'constructs';
import * as auth0 from '../../lib';
import { apiNamed } from '../support/apis';
import { atSynth, errorOf } from '../support/errors';
import { stackBeside, stackOf, synthesize } from '../support/synth';

/** The addresses of all resources of a stack. */
const addressesOf = ({ resource }: any) =>
  Object.entries<any>(resource ?? {}).flatMap(([type, byName]) => Object.keys(byName).map((name) => `${type}.${name}`)).sort();

/** An API with every part: scopes, grants, and permissions of a role that exists elsewhere. */
function whole(stack: TerraformStack, ids = { api: 'Api', role: 'Role', known: 'Known', grant: 'Grant' }, scope: Construct = stack) {
  const api = apiNamed(scope as TerraformStack, ids.api, { scopes: { 'read': '', 'read-all': '' } });
  api.grant('worker', ['read']);
  api.grantThirdPartyClients(['read']);
  const role = new auth0.Role(scope, ids.role, { name: 'Clerk' });
  role.allow(api, ['read']);
  const known = auth0.Role.fromRoleId(scope, ids.known, 'rol_1');
  known.allow(api, ['read', 'read-all']);
  const grant = new auth0.ClientGrant(scope, ids.grant, { resourceServer: api, clientId: 'other', scopes: [] });
  return { api, role, known, grant };
}

/** Expects that what was written before moves to what is written now, whole. */
function expectMoves(before: any, after: any): void {
  const { moved } = after;
  const [from, to] = [addressesOf(before), addressesOf(after)];
  const stays = from.filter((address) => to.includes(address));
  expect(moved.map((one: any) => one.from).sort()).toEqual(from.filter((address) => !stays.includes(address)));
  expect(moved.map((one: any) => one.to).sort()).toEqual(to.filter((address) => !stays.includes(address)));
}

const before = () => synthesize(stackOf((stack) => { whole(stack); }));
const NEW = { api: 'Orders-api', role: 'Clerk', known: 'Auditor', grant: 'OtherGrant' };

test('every part of each construct moves with it', () => {
  const after = synthesize(stackOf((stack) => {
    const { api, role, known, grant } = whole(stack, NEW);
    api.movedFrom('Api');
    role.movedFrom('Role');
    known.movedFrom('Known');
    grant.movedFrom('Grant');
  }));
  expect(after.moved).toHaveLength(9);
  expectMoves(before(), after);
});

test.each<[keyof typeof NEW, number]>([['api', 6], ['role', 2], ['known', 2], ['grant', 1]])('%s moves alone', (name, count) => {
  const after = synthesize(stackOf((stack) => {
    const old = { api: 'Api', role: 'Role', known: 'Known', grant: 'Grant' };
    whole(stack, { ...old, [name]: NEW[name] })[name].movedFrom(old[name]);
  }));
  expect(after.moved).toHaveLength(count);
  expectMoves(before(), after);
});

test('parts that are added later move, too', () => {
  const stack = stackOf();
  const api = apiNamed(stack, 'New');
  api.movedFrom('Old');
  api.addScope('read');
  api.grant('worker', []);
  const after = synthesize(stack);
  expectMoves(synthesize(stackOf((old) => {
    const same = apiNamed(old, 'Old');
    same.addScope('read');
    same.grant('worker', []);
  })), after);
});

test.each<[string, (stack: TerraformStack) => Construct, string]>([
  ['into a construct', (stack) => new Construct(stack, 'Shop'), '/Api'],
  ['from one construct to another', (stack) => new Construct(new Construct(stack, 'Shop'), 'Apis'), 'Old/Place/Api'],
])('a path below the stack: %s', (_, scopeIn, oldPath) => {
  const old = synthesize(stackOf((stack) => {
    const ids = oldPath.split('/').filter(Boolean);
    const scope = ids.slice(0, -1).reduce<Construct>((parent, id) => new Construct(parent, id), stack);
    apiNamed(scope as TerraformStack, ids[ids.length - 1]).grant('worker', []);
  }));
  const after = synthesize(stackOf((stack) => {
    const api = apiNamed(scopeIn(stack) as TerraformStack, 'Orders');
    api.grant('worker', []);
    api.movedFrom(oldPath);
  }));
  expectMoves(old, after);
});

test('older ids make a chain', () => {
  const { moved } = synthesize(stackOf((stack) => {
    const api = apiNamed(stack, 'C');
    api.movedFrom('B');
    api.movedFrom('A');
  }));
  const at = (id: string) => addressesOf(synthesize(stackOf((stack) => { apiNamed(stack, id); })))[0];
  expect(moved).toEqual([{ from: at('B'), to: at('C') }, { from: at('A'), to: at('B') }]);
});

test('permissions in another stack move with their API', () => {
  const written = (id: string) => {
    const stack = stackOf();
    const other = stackBeside(stack);
    new auth0.Auth0Provider(other, 'auth0');
    const api = apiNamed(stack, id);
    auth0.Role.fromRoleId(other, 'Role', 'rol_1').allow(api, ['read']);
    if (id === 'New') {
      api.movedFrom('Old');
    }
    stack.prepareStack();
    return JSON.parse(Testing.synth(other, true));
  };
  expectMoves(written('Old'), written('New'));
});

test('moved blocks are written in HCL as well', () => {
  const stack = stackOf();
  apiNamed(stack, 'New').movedFrom('Old');
  expect(Testing.synthHcl(stack)).toMatch(/moved \{\s*from = auth0_resource_server\.Old_\w+\s*to = auth0_resource_server\.New_\w+\s*\}/);
});

describe('is refused', () => {
  test('while what it is moved from is there', () => {
    const stack = stackOf();
    apiNamed(stack, 'Old', { identifier: 'old' });
    apiNamed(stack, 'New').movedFrom('Old');
    const [from] = addressesOf(synthesize(stackOf((old) => { apiNamed(old, 'Old'); })));
    expect(() => synthesize(stack)).toThrow(new Error(atSynth(
      `'stack/New/Resource' has moved from ${from}, but 'stack/Old/Resource' is still there: remove it, or give movedFrom another id`,
    ).replace('[stack] ', '[stack/auth0-moved] ')));
  });

  test('beside a move of its L1', () => {
    const stack = stackOf();
    const api = apiNamed(stack, 'New');
    api.movedFrom('Old');
    api.resource.moveFromId('auth0_resource_server.other');
    expect(() => synthesize(stack)).toThrow("'stack/New/Resource' is moved by movedFrom and by its L1: use one of them");
  });

  test('without an id, and with a token', () => {
    const stack = stackOf();
    const api = apiNamed(stack, 'New');
    expect(errorOf(() => api.movedFrom('')).message).toContain('[existing-id-empty]');
    expect(errorOf(() => api.movedFrom(new TerraformVariable(stack, 'id', {}).stringValue)).message).toBe(
      "movedFrom of ResourceServer 'stack/New' needs the id of a construct, but a token was given: write the id as it was in the code",
    );
    expect(synthesize(stack).moved).toBeUndefined();
  });
});

import { TerraformIterator, TerraformVariable } from 'cdktf';
import * as auth0 from '../../lib';
import { apiIn, apiNamed, IDENTIFIER } from '../support/apis';
import { errors, foundIn, NOTHING, warnings } from '../support/checks';
import { stackBeside, stackOf, synthesize } from '../support/synth';

const { resourceServer } = auth0.bindings;

describe('two APIs with one identifier', () => {
  const clash = (path: string, first: string, identifier = IDENTIFIER) =>
    errors(`'stack/${path}' has the same identifier as 'stack/${first}': '${identifier}' [identifier-unique]`);

  test('are refused', () => {
    expect(foundIn((stack) => {
      apiNamed(stack, 'A', { scopes: { a: '' } });
      apiNamed(stack, 'B');
    })).toEqual(clash('B', 'A'));
  });

  test('are refused where one is an L1', () => {
    expect(foundIn((stack) => {
      new resourceServer.ResourceServer(stack, 'Raw', { identifier: IDENTIFIER });
      apiIn(stack);
    })).toEqual(clash('Api', 'Raw'));
  });

  test('are refused where it is the same reference', () => {
    expect(foundIn((stack) => {
      const variable = new TerraformVariable(stack, 'api', {});
      apiNamed(stack, 'A', { identifier: variable.stringValue });
      apiNamed(stack, 'B', { identifier: `${variable.stringValue}` });
      apiNamed(stack, 'C', { identifier: `${variable.stringValue}/c` });
    })).toEqual(clash('B', 'A', '${var.api}'));
  });

  test('are accepted with two providers', () => {
    expect(foundIn((stack) => {
      const provider = new auth0.Auth0Provider(stack, 'other', { alias: 'other' });
      apiNamed(stack, 'A');
      apiNamed(stack, 'B', { provider });
    })).toEqual(NOTHING);
  });

  test('are accepted with two other providers', () => {
    expect(foundIn((stack) => {
      for (const alias of ['a', 'b']) {
        apiNamed(stack, alias, { provider: new auth0.Auth0Provider(stack, `provider-${alias}`, { alias }) });
      }
    })).toEqual(NOTHING);
  });

  test('are refused with one other provider', () => {
    expect(foundIn((stack) => {
      const provider = new auth0.Auth0Provider(stack, 'other', { alias: 'other' });
      apiNamed(stack, 'A', { provider });
      apiNamed(stack, 'B', { provider });
    })).toEqual(clash('B', 'A'));
  });

  test('are accepted in two stacks', () => {
    const stack = stackOf((first) => apiIn(first));
    apiIn(stackBeside(stack));
    synthesize(stack);
  });

  test('are accepted where each instance has another', () => {
    expect(foundIn((stack) => {
      for (const id of ['A', 'B']) {
        const list = new TerraformVariable(stack, `list-${id}`, { type: 'list(string)' });
        const each = TerraformIterator.fromList(list.listValue);
        apiNamed(stack, id, { identifier: `${each.value}` }).resource.forEach = each;
      }
    })).toEqual(NOTHING);
  });

  test('that differ by a slash at the end are warned of', () => {
    expect(foundIn((stack) => {
      apiNamed(stack, 'A');
      apiNamed(stack, 'B', { identifier: `${IDENTIFIER}/` });
    })).toEqual(warnings(
      "'stack/B' has an identifier that differs from that of 'stack/A' only in the slash at the end: " +
      'Auth0 treats them as two APIs [identifier-slash-twins]',
    ));
  });

  test('are named by the paths of their constructs', () => {
    expect(foundIn((stack) => {
      apiNamed(apiNamed(stack, 'A') as any, 'Within');
    })).toEqual(clash('A/Within', 'A'));
  });
});

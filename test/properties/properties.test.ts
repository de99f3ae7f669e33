import { Testing } from 'cdktf';
import * as fc from 'fast-check';
import * as auth0 from '../../lib';
import { anything, asIs, illTyped, nested, Read, TEXTS, TOKENS, wellTyped } from '../support/arbitrary-props';
import { messageFor } from '../support/errors';
import { schemaProblems } from '../support/schema';
import { stackOf, warningsOf } from '../support/synth';

fc.configureGlobal({ numRuns: 100 });

/** The JSON and the warnings, or the error for the props. */
interface Outcome {
  readonly json?: string;
  readonly error?: auth0.ValidationError;
  readonly texts: string[];
}

function outcomeOf(props: unknown): Outcome {
  const stack = stackOf();
  const before = stack.node.findAll().length;
  try {
    new auth0.ResourceServer(stack, 'Api', props as auth0.ResourceServerProps);
  } catch (error: any) {
    if (!auth0.Errors.isValidationError(error)) {
      throw error;
    }
    expect(stack.node.findAll()).toHaveLength(before);
    return { error, texts: [error.message, ...error.violations.flatMap(({ path, message }) => [path, message])] };
  }
  return { json: Testing.synth(stack, true), texts: warningsOf(stack) };
}

/** Expects either one well-formed error, or JSON that conforms to the schema of the provider. */
function expectSound({ json, error, texts }: Outcome): void {
  if (error) {
    const lines = error.violations.map(({ message, rule }) => `${message} [${rule}]`);
    expect(error.message).toBe(messageFor("ResourceServer 'stack/Api'")(...lines));
    expect(lines).not.toEqual([]);
  } else {
    expect(schemaProblems(JSON.parse(json!))).toEqual([]);
  }
  expect(texts.filter((text) => text.includes('TfToken'))).toEqual([]);
}

/** Checks a property with accepted props and with refused props. */
function expectSoundly(all: fc.Arbitrary<unknown>): void {
  const outcomes: Outcome[] = [];
  fc.assert(fc.property(all, (props) => {
    const outcome = outcomeOf(props);
    outcomes.push(outcome);
    expectSound(outcome);
  }));
  const refused = outcomes.filter(({ error }) => error).length;
  expect(refused).toBeGreaterThan(10);
  expect(outcomes.length - refused).toBeGreaterThan(10);
}

test('well-typed props are refused with one error, or become JSON that conforms to the schema', () => {
  expectSoundly(wellTyped.map((recipe) => recipe(asIs)));
});

test('ill-typed props are refused with one error, or become JSON that conforms to the schema', () => {
  expectSoundly(illTyped);
});

test('anything else in place of props is refused with one error, or becomes such JSON', () => {
  fc.assert(fc.property(fc.oneof(anything, nested), (props) => expectSound(outcomeOf(props))));
});

test('the same props become the same bytes', () => {
  fc.assert(fc.property(wellTyped, (recipe) => {
    expect(outcomeOf(recipe(asIs))).toEqual(outcomeOf(recipe(asIs)));
  }));
});

test('the order of the props, of the scopes and of the claims makes no difference', () => {
  const reversed = (object: any): any => Object.fromEntries(Object.entries(object).reverse());
  fc.assert(fc.property(wellTyped, (recipe) => {
    const props: any = recipe(asIs);
    const other = reversed(props);
    for (const name of ['scopes', 'customClaims', 'subjectTypeAuthorization'].filter((key) => key in props)) {
      other[name] = reversed(props[name]);
    }
    expect(outcomeOf(other)).toEqual(outcomeOf(props));
  }));
});

test('what is accepted is accepted with tokens in any places', () => {
  let accepted = 0;
  fc.assert(fc.property(wellTyped, fc.infiniteStream(fc.nat(TEXTS.length)), (recipe, choices) => {
    if (outcomeOf(recipe(asIs)).error) {
      return;
    }
    accepted++;
    const withTokens: Read = ({ kind, value: own }) => {
      const tokens = kind === 'text' ? TEXTS : TOKENS[kind];
      const { value: choice } = choices.next();
      return choice < tokens.length ? tokens[choice]() : own;
    };
    expect(outcomeOf(recipe(withTokens)).error?.message).toBeUndefined();
  }));
  expect(accepted).toBeGreaterThan(10);
});

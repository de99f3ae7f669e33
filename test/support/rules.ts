import { Fn, TerraformStack, TerraformVariable, Token } from 'cdktf';
import { ApiProps, IDENTIFIER } from './apis';
import { messageFor } from './errors';
import { stackOf, synthesize, warningsOf } from './synth';
import * as auth0 from '../../lib';
import { CLIENT_GRANT_RULES } from '../../lib/rules/client-grant';
import { INSTANCE_NAMES, INSTANCE_RULES } from '../../lib/rules/instances';
import { PROVIDER_SECRET_RULES } from '../../lib/rules/provider';
import { RESOURCE_SERVER_RULES, RESOURCE_SERVER_SCOPES_RULES } from '../../lib/rules/resource-server';
import { ROLE_PERMISSIONS_RULES, ROLE_RULES } from '../../lib/rules/role';
import { Finding, Rule, runRules, Severity } from '../../lib/rules/rule';
import { DECLARATION_NAMES, TENANT_RULES } from '../../lib/rules/tenant';
import { UNDEFINED_POLICY_RULES } from '../../lib/rules/undefined-policies';
import { block, Block } from '../../lib/schema/attributes';
import { CLIENT_GRANT } from '../../lib/schema/client-grant';
import { propNames } from '../../lib/schema/names';
import { Naming } from '../../lib/schema/path';
import { PROVIDER_SECRETS } from '../../lib/schema/provider';
import { RESOURCE_SERVER } from '../../lib/schema/resource-server';
import { RESOURCE_SERVER_SCOPES } from '../../lib/schema/resource-server-scopes';
import { ROLE, ROLE_PERMISSIONS } from '../../lib/schema/role';

// Helpers to test rules. A test case has either props or a configuration. Props go through the constructor of an API. A
// Terraform configuration goes only through the table of rules: for values that the types of the props do not allow,
// and for rules on other resources. For a rule between resources, the configuration is a model, and the places are
// addresses.

/** The tables that the constructor of an API runs. Their cases can be props. */
const RULES_OF_PROPS: unknown[] = [RESOURCE_SERVER_RULES, RESOURCE_SERVER_SCOPES_RULES];

/** The day on which configurations are checked, for the rule on expired certificates. */
const TODAY = new Date('2030-06-15T12:00:00Z');

/** Values that only Terraform knows. */
export interface Tokens {
  readonly text: string;
  /** A token alone, with no text around it. */
  readonly secret: string;
  readonly number: number;
  readonly flag: boolean;
  readonly list: string[];
  readonly map: Record<string, string>;
}

/** Props for a test, or a function of the tokens of its stack. */
export type Given = ApiProps | ((tokens: Tokens) => ApiProps);

type Input<Config> =
  | { readonly props: Given; readonly config?: undefined }
  | { readonly config: Config; readonly props?: undefined };

/** An expected finding. It has the id and the severity of the tested rule, unless they are given. */
export interface Expected {
  readonly path: string;
  readonly message: string;
  readonly rule?: string;
  readonly severity?: Severity;
  /** The severity without safe defaults, where the definition may describe what exists. */
  readonly withoutDefaults?: Severity;
}

/** A case that breaks the rule, with one or more findings. */
type Refusal<Config> = Input<Config> & (Expected | { readonly finds: ReadonlyArray<Expected> });

/** The cases of one rule; their names complete "refuses ..." and "accepts ...". */
export interface Cases<Config> {
  readonly refuses: Readonly<Record<string, Refusal<Config>>>;
  readonly accepts: Readonly<Record<string, Input<Config>>>;
  /** Tokens at the places that the rule looks at: they are not checked, and not printed. */
  readonly tokens?: Readonly<Record<string, (tokens: Tokens) => ApiProps>>;
}

/** The resource that the rules of a table look at. In the other tables, the place is the property itself. */
const RESOURCES = new Map<unknown, Block>([
  [RESOURCE_SERVER_RULES, RESOURCE_SERVER],
  [RESOURCE_SERVER_SCOPES_RULES, RESOURCE_SERVER_SCOPES],
  [UNDEFINED_POLICY_RULES, RESOURCE_SERVER],
  [CLIENT_GRANT_RULES, CLIENT_GRANT],
  [PROVIDER_SECRET_RULES, PROVIDER_SECRETS],
  [ROLE_RULES, ROLE],
  [ROLE_PERMISSIONS_RULES, ROLE_PERMISSIONS],
]);

type Found = Omit<Finding, 'place'>;
type Expectation = Found & Pick<Expected, 'withoutDefaults'>;

/** Returns the findings of a table of rules in a Terraform configuration or in a model. */
export function findingsOf<Config, Place>(rules: ReadonlyArray<Rule<Config, Place>>, config: Config): Found[] {
  return runRules(rules, config, namesFor(rules), TODAY).map(({ place: _, ...finding }) => finding);
}

/** Returns the names of the places of a table of rules. */
function namesFor(rules: ReadonlyArray<Rule<any, any>>): Naming<any> {
  if ((INSTANCE_RULES as unknown) === rules) {
    return INSTANCE_NAMES;
  }
  const areBetweenResources = rules.some((rule) => (TENANT_RULES as unknown[]).includes(rule));
  return areBetweenResources ? DECLARATION_NAMES : propNames(RESOURCES.get(rules) ?? block({}));
}

/**
 * Defines the tests of one rule of a table.
 *
 * All rules of the table run on each case. So a refused case breaks only this rule, and an accepted case breaks no
 * rule.
 */
export function testRule<Config, Place>(
  rules: ReadonlyArray<Rule<Config, Place>>,
  id: string,
  { refuses, accepts, tokens = {} }: Cases<Config>,
): void {
  const rule = rules.find((candidate) => candidate.id === id);
  if (!rule) {
    throw new Error(`no rule '${id}' in this table`);
  }
  if (Object.keys(refuses).length === 0 || Object.keys(accepts).length === 0) {
    throw new Error(`the rule '${id}' needs a case that is refused and one that is accepted`);
  }
  const expectFound = (input: Input<Config>, expectations: Expectation[]): void => {
    const expected = expectations.map(({ withoutDefaults: _, ...finding }) => finding);
    const relaxed = expectations.map(({ withoutDefaults, ...finding }) => ({ ...finding, severity: withoutDefaults ?? finding.severity }));
    if (!input.props) {
      expect(findingsOf(rules, input.config)).toEqual(expected);
    } else if (RULES_OF_PROPS.includes(rules)) {
      withAndWithoutSafeDefaults(input.props, (props, hasDefaults) =>
        expect(judge(props)).toMatchObject(verdictOf(hasDefaults ? expected : relaxed)),
      );
    } else {
      throw new Error(`the rule '${id}' is not run on props of an API: give a config`);
    }
  };

  describe(id, () => {
    for (const [name, refusal] of Object.entries(refuses)) {
      const findings = 'finds' in refusal ? refusal.finds : [refusal];
      const expected = findings.map(({ path, message, ...other }) => ({
        rule: other.rule ?? id,
        severity: other.severity ?? rule.severity,
        withoutDefaults: other.withoutDefaults,
        path,
        message,
      }));
      const isError = expected.some(({ severity }) => severity === 'error');
      test(`${isError ? 'refuses' : 'warns of'} ${name}`, () => expectFound(refusal, expected));
    }

    for (const [name, input] of Object.entries(accepts)) {
      test(`accepts ${name}`, () => expectFound(input, []));
    }

    for (const [name, given] of Object.entries(tokens)) {
      test(`does not judge ${name}`, () => {
        for (let form = 0; form < FORMS; form++) {
          withAndWithoutSafeDefaults(given, (props) => {
            const verdict = judge(props, form);
            expect(verdict).toMatchObject({ errors: [], warnings: [] });
            expect(JSON.stringify(verdict.json.resource)).toMatch(/\$\{[^}]*var\.token/);
          });
        }
      });

      test(`does not print ${name}`, () => {
        for (let form = 0; form < FORMS; form++) {
          const { errors, printed } = judge((values) => ({ ...given(values), ...MISTAKE }), form);
          expect(errors).toEqual([MISTAKE_FOUND]);
          expect(printed).not.toMatch(/TfToken|var\.token|\$\{|%\{|e\+308/);
        }
      });
    }
  });
}

/** Expected result of the constructor: if there is an error, it throws, and adds no warnings. */
function verdictOf(expected: Found[]): Pick<Verdict, 'errors' | 'warnings'> {
  const errors = expected.filter(({ severity }) => severity === 'error');
  return errors.length > 0
    ? { errors: errors.map(({ severity: _, ...violation }) => violation), warnings: [] }
    : { errors: [], warnings: expected.map(({ message, rule }) => `${message} [${rule}]`).sort() };
}

/** Runs with and without safe defaults, because validation is the same, unless the props set it. */
function withAndWithoutSafeDefaults(given: Given, expectations: (given: Given, hasDefaults: boolean) => void): void {
  if (typeof given !== 'function' && 'safeDefaults' in given) {
    return expectations(given, given.safeDefaults !== false);
  }
  for (const safeDefaults of [true, false]) {
    expectations(
      typeof given === 'function' ? (tokens) => ({ safeDefaults, ...given(tokens) }) : { safeDefaults, ...given },
      safeDefaults,
    );
  }
}

/** A mistake that no table covers, to check what an error prints with it. */
const MISTAKE = { skipConsentForVerifiableFirstPartyClients: 'yes' as unknown as boolean };
const MISTAKE_FOUND = {
  rule: 'wrong-type',
  path: 'skipConsentForVerifiableFirstPartyClients',
  message: 'skipConsentForVerifiableFirstPartyClients must be a boolean, but a string was given',
};

/** The result of the constructor for these props. */
export interface Verdict {
  readonly errors: auth0.Violation[];
  /** Sorted by text: some warnings are added at synth, so their order has no meaning. */
  readonly warnings: string[];
  /** All texts that a user sees. */
  readonly printed: string;
  /** The stack, if the props were accepted. */
  readonly json?: any;
}

/** Creates an API in a new stack. */
export function judge(given: Given, form = 0): Verdict {
  const stack = stackOf();
  const props = typeof given === 'function' ? given(everyTokens(stack)[form]) : given;
  try {
    new auth0.ResourceServer(stack, 'Api', { identifier: IDENTIFIER, ...props });
  } catch (error) {
    if (!auth0.Errors.isValidationError(error)) {
      throw error;
    }
    const lines = error.violations.map(({ message, rule }) => `${message} [${rule}]`);
    expect(error.message).toBe(messageFor("ResourceServer 'stack/Api'")(...lines));
    // a refused construct leaves nothing behind
    expect(stack.node.tryFindChild('Api')).toBeUndefined();
    return { errors: error.violations, warnings: [], printed: `${(error as unknown as Error).stack}` };
  }
  const json = synthesize(stack);
  const warnings = warningsOf(stack).sort();
  return { errors: [], warnings, printed: warnings.join('\n'), json };
}

/** A value that only Terraform knows, in each form that it can have. */
function everyTokens(stack: TerraformStack): Tokens[] {
  const variable = new TerraformVariable(stack, 'token', {});
  const rest = {
    secret: variable.stringValue,
    number: variable.numberValue as number,
    flag: variable.booleanValue as unknown as boolean, // an IResolvable, which the bindings accept
    list: variable.listValue,
    map: Token.asStringMap(variable.value),
  };
  return [
    { ...rest, text: variable.stringValue },
    { ...rest, text: Token.asString(variable.value), number: Token.asNumber(variable.value) },
    { ...rest, text: `${variable.stringValue} and more`, list: Fn.tolist(variable.listValue) },
    { ...rest, text: '${var.token}' },
    { ...rest, text: '%{ if true }${var.token}%{ endif }' },
  ];
}

/** How many forms of tokens there are. */
const FORMS = everyTokens(stackOf()).length;

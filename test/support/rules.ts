import { Fn, TerraformStack, TerraformVariable, Token } from 'cdktf';
import { stackOf, synthesize, warningsOf } from './synth';
import * as auth0 from '../../lib';
import { RESOURCE_SERVER_RULES, RESOURCE_SERVER_SCOPES_RULES } from '../../lib/rules/resource-server';
import { Finding as RuleFinding, runRules, Severity } from '../../lib/rules/rule';
import { PROPS_NAMING } from '../../lib/schema/prop-names';

/** An identifier that no rule has anything to say of. */
export const IDENTIFIER = 'https://api.example.com/';

/** The day on which raw configurations are judged. */
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

type Props = Partial<auth0.ResourceServerProps>;

/** Props for a test, which may need tokens of the stack that they end up in. */
export type Given = Props | ((tokens: Tokens) => Props);

/** What the constructor makes of props. */
export interface Verdict {
  readonly errors: auth0.Violation[];
  readonly warnings: string[];
  /** Everything that a user gets to read. */
  readonly printed: string;
  /** The stack, where the props were accepted. */
  readonly json?: any;
}

/** The same value in every form in which Terraform's values come. */
function everyTokens(stack: TerraformStack): Tokens[] {
  const variable = new TerraformVariable(stack, 'token', {});
  const rest = {
    secret: variable.stringValue,
    number: variable.numberValue as number,
    flag: variable.booleanValue as unknown as boolean, // an IResolvable, as the provider's bindings take it
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

/** Defines an API in a stack of its own. */
export function judge(given: Given, form = 0): Verdict {
  const stack = stackOf();
  const props = typeof given === 'function' ? given(everyTokens(stack)[form]) : given;
  try {
    new auth0.ResourceServer(stack, 'Api', { identifier: IDENTIFIER, ...props });
  } catch (error) {
    if (!auth0.Errors.isValidationError(error)) {
      throw error;
    }
    const lines = error.violations.map(({ message, rule }) => `\n  - ${message} [${rule}]`);
    expect(error.message).toBe(`ResourceServer 'stack/Api' is not valid:${lines.join('')}`);
    // nothing is left of what was refused
    expect(stack.node.tryFindChild('Api')).toBeUndefined();
    return { errors: error.violations, warnings: [], printed: `${(error as unknown as Error).stack}` };
  }
  // some warnings wait for synth, so their order says nothing
  const json = synthesize(stack);
  const warnings = warningsOf(stack).sort();
  return { errors: [], warnings, printed: warnings.join('\n'), json };
}

/** A finding that is expected: of the rule in question and of its severity, unless it says otherwise. */
export interface Finding {
  readonly path: string;
  readonly message: string;
  readonly rule?: string;
  readonly severity?: Severity;
}

/** Props, or a configuration in Terraform's shape for what the types of the props rule out. */
type Input = { readonly props: Given; readonly raw?: undefined } | { readonly raw: object; readonly props?: undefined };

type Refusal = Input & (Finding | { readonly finds: Finding[] });

/** The cases of one rule; their names complete "refuses ..." and "accepts ...". */
export interface Cases {
  readonly refuses: Readonly<Record<string, Refusal>>;
  readonly accepts: Readonly<Record<string, Input>>;
  /** Tokens at the places that the rule looks at: not judged, not printed. */
  readonly tokens?: Readonly<Record<string, (tokens: Tokens) => Props>>;
}

/** A mistake that no rule of the tables is about, to see what an error prints beside it. */
const MISTAKE = { skipConsentForVerifiableFirstPartyClients: 'yes' as unknown as boolean };
const MISTAKE_FOUND = {
  rule: 'wrong-type',
  path: 'skipConsentForVerifiableFirstPartyClients',
  message: 'skipConsentForVerifiableFirstPartyClients must be a boolean, but a string was given',
};

/** The tests of one rule. */
export function testRule(id: string, severity: Severity, { refuses, accepts, tokens = {} }: Cases): void {
  const isScopesRule = RESOURCE_SERVER_SCOPES_RULES.some((rule) => rule.id === id);

  const judgeRaw = (config: object): RuleFinding[] =>
    isScopesRule
      ? runRules(RESOURCE_SERVER_SCOPES_RULES, config, PROPS_NAMING, TODAY)
      : runRules(RESOURCE_SERVER_RULES, config, PROPS_NAMING, TODAY);

  describe(id, () => {
    for (const [name, refusal] of Object.entries(refuses)) {
      const findings = 'finds' in refusal ? refusal.finds : [refusal];
      const expected = findings.map(({ path, message, ...other }) => ({
        rule: other.rule ?? id,
        severity: other.severity ?? severity,
        path,
        message,
      }));
      const isError = expected.some((finding) => finding.severity === 'error');
      const errors = expected
        .filter((finding) => finding.severity === 'error')
        .map(({ severity: _, ...violation }) => violation);
      const warnings = isError ? [] : expected.map(({ message, rule: by }) => `${message} [${by}]`).sort();

      test(`${isError ? 'refuses' : 'warns of'} ${name}`, () => {
        if (refusal.raw) {
          expect(judgeRaw(refusal.raw)).toEqual(expected);
        } else {
          forEachMode(refusal.props, (props) => expect(judge(props)).toMatchObject({ errors, warnings }));
        }
      });
    }

    for (const [name, input] of Object.entries(accepts)) {
      test(`accepts ${name}`, () => {
        if (input.raw) {
          expect(judgeRaw(input.raw)).toEqual([]);
        } else {
          forEachMode(input.props, (props) => expect(judge(props)).toMatchObject({ errors: [], warnings: [] }));
        }
      });
    }

    for (const [name, given] of Object.entries(tokens)) {
      test(`does not judge ${name}`, () => {
        for (let form = 0; form < FORMS; form++) {
          forEachMode(given, (props) => {
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

/** With and without safe defaults, since validation is the same; or as the props say. */
function forEachMode(given: Given, expectations: (given: Given) => void): void {
  if (typeof given !== 'function' && 'safeDefaults' in given) {
    return expectations(given);
  }
  for (const safeDefaults of [true, false]) {
    expectations(
      typeof given === 'function' ? (tokens) => ({ safeDefaults, ...given(tokens) }) : { safeDefaults, ...given },
    );
  }
}

import { runRules, Rule, Severity, Finding } from '../../lib/rules/rule';
import { Naming } from '../../lib/schema/path';
import { PROPS_NAMING } from '../../lib/schema/prop-names';

/** A configuration that breaks a rule once, and what is said of it. */
export interface Broken<Config> {
  readonly of: Config;
  readonly path: string;
  readonly message: string;
  /** Where it is not that of the rule. */
  readonly severity?: Severity;
}

/** The cases of one rule; their names complete "refuses ..." and "accepts ...". */
export interface Sides<Config> {
  readonly refuses: Readonly<Record<string, Broken<Config> | ReadonlyArray<Broken<Config>>>>;
  readonly accepts: Readonly<Record<string, Config>>;
}

const TODAY = new Date('2030-06-15T12:00:00Z');

/** What a table of rules says of a configuration in Terraform's shape. */
export function findingsOf<Config>(
  rules: ReadonlyArray<Rule<Config>>,
  config: Config,
  naming: Naming = PROPS_NAMING,
): Finding[] {
  return runRules(rules, config, naming, TODAY);
}

/**
 * The tests of a table of rules, which has a case on both sides for each: what breaks a rule breaks that one alone, and
 * nothing is said of its neighbour.
 */
export function testTable<Config>(
  rules: ReadonlyArray<Rule<Config>>,
  table: Readonly<Record<string, Sides<Config>>>,
  naming?: Naming,
): void {
  test('each rule has cases on both sides', () => {
    expect(Object.keys(table)).toEqual(rules.map(({ id }) => id));
    for (const { refuses, accepts } of Object.values(table)) {
      expect(Object.keys(refuses)).not.toEqual([]);
      expect(Object.keys(accepts)).not.toEqual([]);
    }
  });

  for (const [id, { refuses, accepts }] of Object.entries(table)) {
    const rule = rules.find((candidate) => candidate.id === id)!;

    describe(id, () => {
      for (const [name, cases] of Object.entries(refuses)) {
        const broken = 'of' in cases ? [cases] : cases;
        const expected = broken.map(
          ({ path, message, severity = rule.severity }) => ({ rule: id, severity, path, message }),
        );
        test(`${expected[0].severity === 'error' ? 'refuses' : 'warns of'} ${name}`, () => {
          expect(findingsOf(rules, broken[0].of, naming)).toEqual(expected);
        });
      }

      for (const [name, config] of Object.entries(accepts)) {
        test(`accepts ${name}`, () => expect(findingsOf(rules, config, naming)).toEqual([]));
      }
    });
  }
}

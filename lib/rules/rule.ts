import type { Naming, Path } from '../schema/path';
import type { SystemApi } from '../schema/system-apis';

/** `error` refuses the configuration; `warning` becomes an annotation. */
export type Severity = 'error' | 'warning';

/** What is known of a resource beside its configuration. */
export interface Circumstances {
  /**
   * Whether the resource may exist already. Then what is not written may differ from the default of Auth0, because
   * Terraform keeps it, and what is written may be what Auth0 has: `auth0 tf generate` writes every attribute.
   *
   * @default false
   */
  readonly mayExist?: boolean;
  /**
   * The API of Auth0's that the resource is, or is about.
   *
   * @default - what the identifier says, if it is a literal
   */
  readonly systemApi?: SystemApi;
}

/** What a rule is given beside the configuration. */
export interface Context<Place = Path> extends Circumstances {
  readonly naming: Naming<Place>;
  /** The time against which certificates are judged. */
  readonly now: Date;
  /** Whether the value of a place depends on a resource, a data source or a module: it may be known only after apply. */
  dependsOnResources(place: Place): boolean;
  /** Reports that a place breaks the rule; `text` follows its name. */
  report(place: Place, text: string, severity?: Severity): void;
}

/** One rule: data for the docs, and a pure function of a configuration. */
export interface Rule<Config, Place = Path> {
  /** Never changes once released. */
  readonly id: string;
  readonly severity: Severity;
  /**
   * Whether an error can be acknowledged, because a definition may have reasons for it. Warnings always can.
   *
   * @default false
   */
  readonly canBeAcknowledged?: boolean;
  /**
   * Whether some findings of an error are warnings. These can always be acknowledged.
   *
   * @default false
   */
  readonly alsoWarns?: boolean;
  /**
   * Whether it lists the values that Auth0 knows now. The L1 of a construct can be given newer ones.
   *
   * @default false
   */
  readonly isEnum?: boolean;
  /** The attributes that it looks at, in Terraform's terms. */
  readonly attributes: string;
  /** What it asks for, as one sentence of RULES.md. */
  readonly summary: string;
  /** Where the limit is documented. */
  readonly see: string;
  check(config: Config, context: Context<Place>): void;
}

/** A broken rule. */
export interface Finding<Place = Path> {
  readonly rule: string;
  readonly severity: Severity;
  /** The place in the words of its author. */
  readonly path: string;
  readonly message: string;
  readonly place: Place;
}

/** A table of rules. Each function gets the id of its rule as its name, for stack traces and profiles. */
export function defineRules<Config, Place = Path>(
  rules: ReadonlyArray<Rule<Config, Place>>,
): ReadonlyArray<Rule<Config, Place>> {
  rules.forEach(({ id, check }) => Object.defineProperty(check, 'name', { value: id }));
  return rules;
}

/** Runs every rule and returns what they found, in the order of the table. */
export function runRules<Config, Place>(
  rules: ReadonlyArray<Rule<Config, Place>>,
  config: Config,
  naming: Naming<Place>,
  now: Date,
  { dependsOnResources = () => true, mayExist, systemApi }: Circumstances & Partial<Pick<Context<Place>, 'dependsOnResources'>> = {},
): Array<Finding<Place>> {
  const found: Array<Finding<Place>> = [];
  let running: Rule<Config, Place>;
  const context: Context<Place> = {
    mayExist,
    systemApi,
    naming,
    now,
    dependsOnResources,
    report: (place, text, severity = running.severity) => {
      found.push({
        rule: running.id,
        severity,
        path: naming.path(place),
        message: `${naming.subject(place)} ${text}`,
        place,
      });
    },
  };
  for (running of rules) {
    running.check(config, context);
  }
  return found;
}

/** A finding as a line of an error or a warning. */
export function lineOf({ message, rule }: Pick<Finding<unknown>, 'message' | 'rule'>): string {
  return `${message} [${rule}]`;
}

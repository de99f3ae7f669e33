import { Naming, Path } from '../schema/path';

/** `error` refuses the configuration; `warning` becomes an annotation. */
export type Severity = 'error' | 'warning';

/** What a rule is given beside the configuration. */
export interface Context {
  readonly naming: Naming;
  /** The day against which certificates are judged. */
  readonly now: Date;
  /** Reports that the place at `path` breaks the rule; `text` follows its name. */
  report(path: Path, text: string, severity?: Severity): void;
}

/** One rule: data for the docs, and a pure function of a configuration. */
export interface Rule<Config> {
  /** Never changes once released. */
  readonly id: string;
  readonly severity: Severity;
  /** The attributes that it looks at, in Terraform's terms. */
  readonly attributes: string;
  /** What it asks for, as one sentence of RULES.md. */
  readonly summary: string;
  /** Where the limit is documented. */
  readonly see: string;
  check(config: Config, context: Context): void;
}

/** A broken rule. */
export interface Finding {
  readonly rule: string;
  readonly severity: Severity;
  readonly path: string;
  readonly message: string;
}

/** Runs every rule and returns what they found, in the order of the table. */
export function runRules<Config>(
  rules: ReadonlyArray<Rule<Config>>,
  config: Config,
  naming: Naming,
  now: Date,
): Finding[] {
  const found: Finding[] = [];
  let running: Rule<Config>;
  const context: Context = {
    naming,
    now,
    report: (path, text, severity = running.severity) => {
      found.push({
        rule: running.id,
        severity,
        path: naming.path(path),
        message: `${naming.subject(path)} ${text}`,
      });
    },
  };
  for (running of rules) {
    running.check(config, context);
  }
  return found;
}

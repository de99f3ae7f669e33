import { Example, GROUPS } from './examples';
import { TABLES } from '../../lib/rules/catalog';

/** A rule, with everything that the documentation says of it. */
export interface Entry {
  readonly id: string;
  readonly severity: 'error' | 'warning';
  readonly canBeAcknowledged: boolean;
  /** Whether some findings of an error are warnings. */
  readonly alsoWarns?: boolean;
  /** What it looks at, as Markdown. */
  readonly looksAt: string;
  readonly summary: string;
  readonly see?: string;
}

/** Rules that stand in no table: the value classes report what they find wrong with themselves. */
export const VALUE_RULES: readonly Entry[] = [
  {
    id: 'wrong-type',
    severity: 'error',
    canBeAcknowledged: false,
    looksAt: 'every property',
    summary: "Must have the property's type.",
  },
  {
    id: 'misspelled-property',
    severity: 'error',
    canBeAcknowledged: false,
    looksAt: 'every object with properties',
    summary: 'Must not have a name that is nearly the name of a property, or that only Terraform uses.',
  },
  {
    id: 'pem-file-unreadable',
    severity: 'error',
    canBeAcknowledged: false,
    looksAt: '`EncryptionKey.fromPemFile`',
    summary: 'Must name a file that can be read.',
  },
  {
    id: 'acknowledgement',
    severity: 'error',
    canBeAcknowledged: false,
    looksAt: '`Checks.of(scope).acknowledge`',
    summary: 'Must be about a rule that can be acknowledged, and must have a reason.',
  },
];

/** What the tables on no resource look at. */
const LOOKS_AT: Readonly<Record<string, string>> = {
  policies: '`subjectTypeAuthorization`',
  provider: '`client_secret`, `client_assertion_private_key` and `api_token` of the provider',
  variable: 'the default of a variable for `scopes` or `customClaims`',
  domain: 'the domain of a tenant',
  id: 'the id of something that exists',
  instances: 'every reference to a resource that has `forEach` or `count`',
};

/** Every rule by its id. A rule that is in several tables looks at something in each. */
export function entries(): ReadonlyMap<string, Entry> {
  const found = new Map<string, Entry>(VALUE_RULES.map((rule) => [rule.id, rule]));
  for (const [table, rules] of Object.entries(TABLES)) {
    for (const { id, severity, canBeAcknowledged = severity === 'warning', alsoWarns, attributes, summary, see } of rules) {
      const looksAt = [found.get(id)?.looksAt, looksAtOf(table, attributes)].filter(Boolean).join('; ');
      found.set(id, { id, severity, canBeAcknowledged, alsoWarns, looksAt, summary, see });
    }
  }
  return found;
}

function looksAtOf(table: string, attributes: string): string {
  if (table in LOOKS_AT) {
    return LOOKS_AT[table];
  }
  const names = attributes === 'all' ? 'every attribute' : attributes.replace(/[^, ]+/g, '`$&`');
  return table === 'tenant' ? names : `${names} of \`${table}\``;
}

/** The rules of a group, with their examples. */
export function entriesOf(page: string): Array<readonly [Entry, Example]> {
  const all = entries();
  return Object.entries(GROUPS[page].examples).map(([id, example]) => {
    const entry = all.get(id);
    if (!entry) {
      throw new Error(`there is no rule '${id}'`);
    }
    return [entry, example];
  });
}

// Writes the list of rules to the file that is named (`npm run docs`: RULES.md), from the tables that judge.

import * as fs from 'node:fs';
import { CLIENT_GRANT_RULES } from '../lib/rules/client-grant';
import { REQUIRED_ID_RULES, TENANT_RULES } from '../lib/rules/existing';
import { RESOURCE_SERVER_RULES, RESOURCE_SERVER_SCOPES_RULES } from '../lib/rules/resource-server';
import { ROLE_PERMISSIONS_RULES, ROLE_RULES } from '../lib/rules/role';
import { Rule } from '../lib/rules/rule';
import { GRANT_ON_API_RULES, GRANTED_SCOPE_RULES, PERMITTED_SCOPE_RULES } from '../lib/rules/tenant/granted-scopes';
import { STACK_RULES } from '../lib/rules/tenant/ownership';

interface Section {
  readonly title: string;
  readonly text: string;
  readonly rules: ReadonlyArray<Rule<any>>;
}

const SECTIONS: readonly Section[] = [
  {
    title: '`auth0_resource_server`',
    text: 'Judged where a `ResourceServer` is constructed.',
    rules: RESOURCE_SERVER_RULES,
  },
  {
    title: '`auth0_resource_server_scopes`',
    text: 'Judged where a `ResourceServer` is constructed, and at `addScope`.',
    rules: RESOURCE_SERVER_SCOPES_RULES,
  },
  {
    title: '`auth0_client_grant`',
    text: 'Judged where a `ClientGrant` is constructed; `scope-not-on-api` at synth, when every scope has been added.',
    rules: [...CLIENT_GRANT_RULES, ...GRANTED_SCOPE_RULES, ...GRANT_ON_API_RULES],
  },
  {
    title: '`auth0_role`',
    text: 'Judged where a `Role` is constructed.',
    rules: ROLE_RULES,
  },
  {
    title: '`auth0_role_permissions`',
    text: 'Judged at `allow`; `role-permission-not-on-api` at synth, when every scope has been added.',
    rules: [...ROLE_PERMISSIONS_RULES, ...PERMITTED_SCOPE_RULES],
  },
  {
    title: 'Between the resources of a stack',
    text: 'Judged at synth, when all of them are there; resources that were defined with the bindings count.',
    rules: STACK_RULES,
  },
  {
    title: 'The domain of a tenant',
    text: 'Judged where one of the APIs of Auth0 is named, as in `ResourceServer.fromManagementApi`.',
    rules: TENANT_RULES,
  },
  {
    title: 'The id of what exists already',
    text: 'Judged where something is referred to by its id, or imported, as in `role.importFrom`.',
    rules: REQUIRED_ID_RULES,
  },
];

/** What a value of ours finds wrong with itself; where it cannot be refused at once, it is reported with the rest. */
const VALUE_CLASS_RULES: ReadonlyArray<readonly [id: string, at: string, rule: string]> = [
  ['wrong-type', 'every property', "Must be of the property's type, also in a program without types."],
  ['pem-file-unreadable', '`EncryptionKey.fromPemFile`', 'Must name a file that can be read.'],
  [
    'enum-letter-case',
    '`SigningAlg.of`, `TokenDialect.of`, `ConsentPolicy.of`, `EncryptionAlg.of`',
    'Must be spelled exactly as Auth0 spells it. A value that is not known at all breaks the rule of its attribute.',
  ],
  [
    'signing-secret-literal',
    '`SigningSecret.fromVariable`, `SigningSecret.fromToken`',
    'Must hold no plain text, not even as the default of a variable.',
  ],
  ['authz-details-empty-entry', '`AuthorizationDetails.types`', 'Must name at least one type.'],
];

/** Rules that our props cannot break: they are there for what is not written with them. */
const UNREACHABLE_WITH_PROPS: ReadonlyArray<readonly [id: string, by: string]> = [
  ['authz-details-disable-and-type', '`AuthorizationDetails` is either types or `disabled()`.'],
  ['jwe-format-and-key', '`TokenEncryption.compactNestedJwe` writes both.'],
  ['jwe-format-enum', '`TokenEncryption.compactNestedJwe` writes the one that exists.'],
  ['jwe-disable-and-config', '`TokenEncryption` is either a key or `disabled()`.'],
  ['pop-mechanism-enum', '`ProofOfPossession.dpop` and `.mtls` are those that exist.'],
  ['pop-mechanism-and-required', '`ProofOfPossession.dpop` and `.mtls` write both.'],
  ['pop-disable-exclusive', '`ProofOfPossession` is either a mechanism or `disabled()`.'],
  ['scopes-at-least-one', '`ResourceServer` writes no list of scopes where there are none.'],
  ['role-permissions-at-least-one', '`Role` writes no list of permissions where there are none.'],
];

const INTRODUCTION = `# Rules

Every definition is judged before anything is written. One \`ValidationError\` lists every **error**: what Auth0 or its
provider would refuse, or what certainly has no effect where security depends on it. A **warning** is what was probably
not meant; it is left on the construct, and CDKTF prints it at synth. What real tenants are known to accept is no error.
Where a rule has both, "must" is the error and "should" the warning.

Values that only Terraform knows are not judged, except where a rule says so, and never printed. The ids stand in
brackets after each message and in \`violations\`; they never change.

What a rule looks at is named as in Terraform. This file is generated from the tables that judge (\`npm run docs\`).
`;

/** RULES.md */
export function rulesMd(): string {
  const all = SECTIONS.flatMap(({ rules }) => rules);
  const unknown = UNREACHABLE_WITH_PROPS.filter(([id]) => !all.some((rule) => rule.id === id));
  if (unknown.length > 0) {
    throw new Error(`there are no such rules: ${unknown.map(([id]) => id).join(', ')}`);
  }
  const sections = SECTIONS.map(({ title, text, rules }) =>
    section(
      title,
      text,
      ['id', 'severity', 'looks at', 'rule', 'source'],
      rules.map(({ id, severity, attributes, summary, see }) => [
        `\`${id}\``,
        severity,
        attributes === 'all' ? 'every attribute' : attributes.replace(/[^, ]+/g, '`$&`'),
        summary,
        `[${sourceOf(see)}](${see})`,
      ]),
    ),
  );
  const values = section(
    'What a value finds wrong with itself',
    'All of these are errors. Those of `of`, `fromVariable` and `fromToken` are thrown at once, the others are listed ' +
      'with the rest.',
    ['id', 'at', 'rule'],
    VALUE_CLASS_RULES.map(([id, ...cells]) => [`\`${id}\``, ...cells]),
  );
  const types = section(
    'What the types hold alone',
    'The props cannot break these rules, nor set what Auth0 computes (`client_id`, `is_system`).',
    ['id', 'because'],
    UNREACHABLE_WITH_PROPS.map(([id, by]) => [`\`${id}\``, by]),
  );
  return [INTRODUCTION, ...sections, values, types].join('\n');
}

function section(title: string, text: string, head: readonly string[], rows: ReadonlyArray<readonly string[]>): string {
  const lines = [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`);
  return `## ${title}\n\n${text}\n\n${lines.join('\n')}\n`;
}

/** A link's text: an issue by its number, anything else by its host. */
function sourceOf(url: string): string {
  const issue = /^https:\/\/github\.com\/[^/]+\/([^/]+)\/(?:issues|pull)\/(\d+)/.exec(url);
  return issue ? `${issue[1]}#${issue[2]}` : new URL(url).hostname.replace(/^www\./, '');
}

if (require.main === module) {
  fs.writeFileSync(process.argv[2], rulesMd());
}

// Writes what there is to read about the rules (`npm run docs`): the list of all, RULES.md, and a page for each group,
// docs/checks/*.md. The rules are those of lib/rules/catalog.ts, the examples those of scripts/rules/examples. Each
// example is run, and the message is the one that it prints.

import * as fs from 'node:fs';
import * as path from 'node:path';
import { entriesOf, Entry } from './rules/entries';
import { Example, GROUPS, PREAMBLE, Sides } from './rules/examples';
import { run } from './rules/run';

const NOTE = '<!-- Written by scripts/rules-md.ts (npm run docs). Do not edit. -->';

const EXAMPLES = `## The examples

Tests compile and run every example, in a stack of its own: each wrong line breaks its rule, each right line breaks none.
\`stack\` is a \`TerraformStack\` with the id \`shop\`, and these lines stand before each example:

${codeBlock('ts', PREAMBLE)}

A rule that the typed properties cannot break is shown with a binding (\`auth0.bindings\`), which takes whatever Terraform
takes.`;

const INTRODUCTION = `# Rules

${NOTE}

Every definition is checked by rules before Terraform sees it. Each rule has an id, which never changes. The id stands in
brackets after each message: \`identifier must not be empty, but '' was given [identifier-empty]\`.

[docs/checks](docs/checks/README.md) has the same rules with a reason and the message of each.

## When the rules run

- **When a construct is made** (\`new auth0.ResourceServer(...)\`, \`addScope\`, \`grant\`, \`allow\`): the rules that need
  nothing but this construct. One \`ValidationError\` lists every error, and nothing is created.
- **At synth**: the rules between resources, and all rules on bindings. One error lists every mistake in every stack, and
  nothing is written.

A stack is checked at synth when it has a construct of this library in it. A stack with nothing but bindings is checked
when you ask for it: \`auth0.Checks.of(stack).enforce()\`.

## Errors and warnings

- An **error** stops everything. Auth0 or its Terraform provider would refuse the definition, or a setting that security
  depends on would certainly have no effect. What a real tenant is known to accept is no error.
- A **warning** is about what is probably a mistake. \`cdktf synth\` prints it and goes on.

Where a rule can be both, "must" is the error and "should" is the warning.

## What is never checked

A value that only Terraform knows (a variable, an attribute of another resource) is not checked, and never printed. There
are two exceptions, because the provider crashes on such a value there:
[unknown-in-validated-block](#unknown-in-validated-block) and [all-scopes-unknown-scopes](#all-scopes-unknown-scopes).
The rules between resources know which resource a reference leads to.

## How to acknowledge a finding

When you have a reason for what a rule finds, say so on the construct, or on one around it:

${codeBlock('ts', acknowledgement())}

The finding is then not reported. The reason is written to the Terraform JSON, and so is the name in \`by\` if you give one.
\`until\` is optional, too: after that day, the finding is reported again. An acknowledgement without a finding is a warning.

The list below says of each rule whether it can be acknowledged. What Auth0 or its provider refuses cannot be.

${EXAMPLES}`;

/** RULES.md */
export function rulesMd(): string {
  const contents = Object.entries(GROUPS).map(([page, { title }]) =>
    `- [${title}](#${slugOf(title)}): ${entriesOf(page).map(([{ id }]) => `[${id}](#${id})`).join(', ')}`);
  const sections = Object.entries(GROUPS).flatMap(([page, { title, text }]) => [
    `## ${title}`,
    `${text} [Reasons and messages](docs/checks/${page}.md)`,
    ...entriesOf(page).flatMap(([entry, example]) => [
      `### ${entry.id}`,
      `**${entry.summary}** ${factsOf(entry, example)}`,
      codeBlock('ts', `// wrong\n${example.wrong}\n// right\n${example.right}`),
    ]),
  ]);
  return textOf(INTRODUCTION, '## Contents', contents.join('\n'), ...sections);
}

/** The pages of docs/checks, by their names. */
export function checkPages(): Record<string, string> {
  const pages = Object.entries(GROUPS).map(([page, { title, text }]): [string, string] => [`${page}.md`, textOf(
    `# ${title}`,
    NOTE,
    `${text} [All checks](README.md)`,
    ...entriesOf(page).flatMap(([entry, example]) => [
      `## ${entry.id}`,
      `**${entry.summary}** ${example.why}`,
      ...sidesOf(entry.id, example),
      ...(example.also ?? []).flatMap((also) => [also.title, ...sidesOf(entry.id, also)]),
      factsOf(entry, example),
    ]),
  )]);
  return { 'README.md': indexPage(), ...Object.fromEntries(pages) };
}

function indexPage(): string {
  const rows = Object.entries(GROUPS).map(([page, { title }]) => {
    const links = entriesOf(page).map(([{ id }]) => `[${id}](${page}.md#${id})`);
    return `| [${title}](${page}.md) | ${links.join(', ')} |`;
  });
  return textOf(
    '# Checks',
    NOTE,
    'What the library checks, in groups. Each check has a reason, a wrong and a right example, and the message that the ' +
      'wrong one prints. [RULES.md](../../RULES.md) is the list of all on one page; it says when the checks run, what an error ' +
      'and a warning is, and how to acknowledge a finding.',
    ['| group | checks |', '| --- | --- |', ...rows].join('\n'),
    EXAMPLES,
  );
}

/** The wrong side, what it prints, and the right side. */
function sidesOf(id: string, { wrong, right }: Sides): string[] {
  const found = run(wrong).filter(({ rule }) => rule === id);
  const [{ severity, atOnce }] = found;
  const printed = Array.from(new Set(found.map((one) => one.printed)));
  return [
    'Wrong:',
    codeBlock('ts', wrong),
    `The ${severity}, ${atOnce ? 'when this code runs' : 'at synth'}:`,
    codeBlock('text', printed.join('\n')),
    'Right:',
    codeBlock('ts', right),
  ];
}

function factsOf({ severity, canBeAcknowledged, alsoWarns = false, looksAt, see }: Entry, { also = [] }: Example): string {
  return [
    severityOf(severity, alsoWarns || also.some((one) => one.severity !== severity), canBeAcknowledged),
    `Looks at ${looksAt}.`,
    ...(see === undefined ? [] : [`Source: [${sourceOf(see)}](${see}).`]),
  ].join(' ');
}

function severityOf(severity: Entry['severity'], isBoth: boolean, canBeAcknowledged: boolean): string {
  const acknowledged = `${canBeAcknowledged ? 'can' : 'cannot'} be acknowledged`;
  if (severity === 'error') {
    return isBoth && !canBeAcknowledged
      ? 'Error, which cannot be acknowledged; in some cases a warning, which can.'
      : `Error${isBoth ? ', in some cases a warning' : ''}; ${acknowledged}.`;
  }
  // the value classes throw at once, before anything could be acknowledged
  return isBoth ? `Warning, which ${acknowledged}; in some cases an error, which cannot.` : `Warning; ${acknowledged}.`;
}

/** A link's text: an issue by its number, anything else by its host. */
function sourceOf(url: string): string {
  const issue = /^https:\/\/github\.com\/[^/]+\/([^/]+)\/(?:issues|pull)\/(\d+)/.exec(url);
  return issue ? `${issue[1]}#${issue[2]}` : new URL(url).hostname.replace(/^www\./, '');
}

/** The lines of the example that is about acknowledgements. */
function acknowledgement(): string {
  return GROUPS['every-value'].examples.acknowledgement.right.split('\n\n')[1];
}

function codeBlock(language: string, code: string): string {
  return `\`\`\`${language}\n${code.trimEnd()}\n\`\`\``;
}

function textOf(...parts: string[]): string {
  return `${parts.join('\n\n')}\n`;
}

/** The anchor that GitHub gives a heading. */
export function slugOf(title: string): string {
  return title.toLowerCase().replace(/[^\w\s-]/g, '').replace(/\s/g, '-');
}

if (require.main === module) {
  const [list, folder] = process.argv.slice(2);
  const pages = Object.entries(checkPages());
  fs.writeFileSync(list, rulesMd());
  fs.rmSync(folder, { recursive: true, force: true });
  fs.mkdirSync(folder, { recursive: true });
  for (const [name, text] of pages) {
    fs.writeFileSync(path.join(folder, name), text);
  }
}

import { createHash } from 'node:crypto';
import type { AccessReportJson, StatementJson } from './model';
import { letterOf, pageDataOf } from './page/data';
import { DECODE } from './page/decode';
import { LISTS } from './page/lists';
import { MATRIX } from './page/matrix';
import { SELECT } from './page/select';
import { START } from './page/start';
import { STYLE } from './page/style';
import { textOf } from './text';
import { audienceOf, count, OTHER_SCOPES_TEXT } from './words';

/** What the page runs. */
export const SCRIPT = `\n(() => {\n'use strict';\n${[DECODE, SELECT, LISTS, MATRIX, START].join('')}})();\n`;

/** The most characters of the report that readers without scripts get. With all, a large page would be twice the size. */
const MOST_TEXT = 20_000;

const describe = (kind: Pick<StatementJson, 'subject' | 'users'>) => audienceOf({ role: '', ...kind }, String).trim();

/** The letters of the cells, with their class in the style and their meaning. */
const LETTERS: ReadonlyArray<readonly [letter: string, className: string, words: string]> = [
  ['I', 'i', describe({ subject: 'client' })],
  ['U', 'u', describe({ subject: 'user', users: 'all' })],
  ['R', 'r', describe({ subject: 'user', users: 'with_role' })],
  ['P', 'p', describe({ subject: 'user', users: 'with_permission' })],
  ['A', 'a', describe({ subject: 'anonymous_user' })],
  ['→', 't', 'through another application'],
];

/**
 * Formats a report as a page: one file with a matrix of APIs, scopes, applications and roles, which can be searched. The page
 * makes no request: its policy forbids it.
 */
export function htmlOf(report: AccessReportJson): string {
  const { apis, clients, roles, statements, paths, bounds } = report;
  const unknown = [...statements, ...paths].filter(({ answer }) => answer === 'unknown').length;
  const total = (number: number, noun: string) => `<li><b>${number.toLocaleString('en')}</b> ${count(number, noun).replace(/^\d+ /, '')}</li>`;
  const choices = [
    select('for', 'For', [['', 'anyone'], ['I', 'itself'], ['U R P', 'users'], ['A', 'anonymous users']]),
    select('answer', 'Answer', [['', 'any'], ['yes', 'yes'], ['unknown', 'unknown']]),
    ...(paths.length === 0 ? [] : [select('way', 'Access', [['', 'any'], ['direct', 'direct'], ['through', 'through others']])]),
    ...(roles.length === 0 ? [] : [select('columns', 'Columns', [['', 'all'], ['client', 'applications'], ['role', 'roles']])]),
  ];
  return `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; script-src '${hashOf(SCRIPT)}'; style-src '${hashOf(STYLE)}'; img-src data:; base-uri 'none'; form-action 'none'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>Who can do what</title>
<link rel="icon" href="data:,">
<style>${STYLE}</style>
</head>
<body>
<a class="skip" href="#result">Skip to the result</a>
<header>
<h1>Who can do what</h1>
<ul id="totals">
${total(apis.length, 'API')}
${total(apis.reduce((sum, { scopes }) => sum + scopes.length, 0), 'scope')}
${total(clients.length, 'application')}
${total(roles.length, 'role')}
${unknown === 0 ? '' : total(unknown, 'unknown answer').replace('<li>', '<li class="unknown">')}
</ul>
</header>
<main>
<div id="app" hidden>
<form id="controls" role="search" aria-label="Search and filter" autocomplete="off">
<label class="wide">API or scope<input id="api" type="search" spellcheck="false"></label>
<label class="wide">Application or role<input id="client" type="search" spellcheck="false"></label>
${choices.join('\n')}
<label class="check"><input id="short" type="checkbox">Hide what has no access</label>
<button type="reset">Reset</button>
</form>
<section id="result" tabindex="-1" aria-label="Result">
<div id="bar">
<p id="count" role="status"></p>
<fieldset><legend>View</legend><input id="as-matrix" type="radio" name="view" checked><label for="as-matrix">Matrix</label><input id="as-list" type="radio" name="view"><label for="as-list">List</label></fieldset>
</div>
<div id="as-table">
<ul id="legend" aria-label="Legend">
${legendOf(report)}
</ul>
<p id="hint">Click a cell for the reason, or move with the arrow keys and press Enter.</p>
<div id="scroll"><table id="matrix" role="grid" aria-label="Who can do what" aria-describedby="hint"></table></div>
</div>
<div id="list" hidden></div>
<p id="nothing" hidden>Nothing is like what you search for.</p>
</section>
<dialog id="details" aria-labelledby="what"><div><h2 id="what"></h2><form method="dialog"><button>Close</button></form></div><p id="who"></p><div id="reasons" tabindex="0" role="region" aria-label="Reasons"></div></dialog>
</div>
<noscript>
<p>The matrix needs JavaScript. This is the report as text${textOf(report).length > MOST_TEXT ? ', as far as it fits' : ''}.</p>
<pre>${escaped(beginningOf(textOf(report)))}</pre>
</noscript>
</main>
<footer>
<h2>Not seen</h2>
<ul>
${bounds.map((bound) => `<li>${escaped(bound)}</li>`).join('\n')}
</ul>
</footer>
<script type="application/json" id="data">${jsonOf({ letters: LETTERS, other: OTHER_SCOPES_TEXT, data: pageDataOf(report) })}</script>
<script>${SCRIPT}</script>
</body>
</html>
`;
}

/** Returns the items of the legend: what occurs in the matrix. */
function legendOf({ statements, paths, roles }: AccessReportJson): string {
  const all = [...statements, ...paths];
  const used = new Set([...statements.map(letterOf), ...(paths.length === 0 ? [] : ['→'])]);
  const item = (className: string, letter: string, words: string) => `<li><span class="chip ${className}">${letter}</span>${words}</li>`;
  return [
    ...LETTERS.filter(([letter]) => used.has(letter)).map(([letter, className, words]) => item(className, letter, words)),
    ...(roles.length > 0 && used.has('U') ? [item('faint', 'U', 'every user, also with this role')] : []),
    ...(all.some(({ unless }) => unless.length > 0) ? [item('i bound', 'I', 'with conditions')] : []),
    ...(all.some(({ answer }) => answer === 'unknown') ? [item('unknown', 'I?', 'unknown')] : []),
    '<li>empty: not allowed</li>',
  ].join('\n');
}

function select(id: string, label: string, options: ReadonlyArray<readonly [value: string, text: string]>): string {
  return `<label>${label}<select id="${id}">${options.map(([value, text]) => `<option value="${value}">${text}</option>`).join('')}</select></label>`;
}

/** Returns the source of a script or a style for the policy of the page. */
function hashOf(text: string): string {
  return `sha256-${createHash('sha256').update(text).digest('base64')}`;
}

function beginningOf(text: string): string {
  return text.length <= MOST_TEXT ? text : `${text.slice(0, text.lastIndexOf('\n', MOST_TEXT))}\n\nThe rest is left out: the other formats have all.`;
}

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}

/** Formats data for a script element: nothing in it ends the element. */
function jsonOf(data: unknown): string {
  return JSON.stringify(data).replace(/[<>&\u2028\u2029]/g, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

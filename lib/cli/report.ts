import { isAbsolute, relative, resolve, sep } from 'node:path';
import { pathToFileURL } from 'node:url';
import { Reported, UNUSED } from './findings';
import { colored, printable } from './output';
import { RULES } from '../rules/catalog';
import type { Severity } from '../rules/rule';

/** The number of findings of each kind. */
export interface Counts {
  readonly errors: number;
  readonly warnings: number;
  readonly acknowledged: number;
}

export function countsOf(findings: readonly Reported[]): Counts {
  const open = findings.filter(({ acknowledged }) => !acknowledged);
  const errors = open.filter(({ severity }) => severity === 'error').length;
  return { errors, warnings: open.length - errors, acknowledged: findings.length - open.length };
}

/** Writes findings for people and editors: `FILE:LINE: error: MESSAGE [rule]`. Acknowledged ones come last. */
export function textReport(findings: readonly Reported[], resources: number, isColored: boolean): string {
  const line = ({ location, severity, message, rule, acknowledged }: Reported) => {
    const kind = acknowledged ? 'acknowledged' : severity;
    const color = acknowledged ? 'gray' : severity === 'error' ? 'red' : 'yellow';
    const reason = acknowledged ? `: ${acknowledged.reason}${conditionsOf(acknowledged)}` : '';
    return `${printable(location.file)}:${location.line}: ${colored(kind, color, isColored)}: ${printable(`${message} [${rule}]${reason}`)}\n`;
  };
  const { errors, warnings, acknowledged } = countsOf(findings);
  const summary = [count(errors, 'error'), count(warnings, 'warning'), ...(acknowledged ? [`${acknowledged} acknowledged`] : [])].join(', ');
  return [
    ...findings.filter((one) => !one.acknowledged).map(line),
    ...findings.filter((one) => one.acknowledged).map(line),
    `${summary} in ${count(resources, 'resource')} of Auth0\n`,
  ].join('');
}

function conditionsOf({ by, until }: NonNullable<Reported['acknowledged']>): string {
  const conditions = [...(by === undefined ? [] : [`by ${by}`]), ...(until === undefined ? [] : [`until ${until}`])];
  return conditions.length === 0 ? '' : ` (${conditions.join(', ')})`;
}

function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}

/** Writes findings as JSON. */
export function jsonReport(findings: readonly Reported[], resources: number): string {
  const written = findings.map(({ location, ...finding }) => ({ ...finding, ...location }));
  return `${JSON.stringify({ ...countsOf(findings), resources, findings: written }, undefined, 2)}\n`;
}

/** The rules that are in no table. */
const OTHER_RULES: ReadonlyMap<string, { readonly severity: Severity; readonly summary: string; readonly see?: string }> = new Map([
  [UNUSED, { severity: 'warning', summary: 'An acknowledgement in a file should apply to a finding.' }],
  ['wrong-type', { severity: 'error', summary: "Must have the attribute's type." }],
]);

/** Writes findings as SARIF 2.1.0, which code scanning reads. Acknowledged ones are suppressed results. */
export function sarifReport(findings: readonly Reported[], version: string, cwd: string): string {
  const ids = Array.from(new Set(findings.map(({ rule }) => rule)));
  const rules = ids.map((id) => {
    const { severity, summary, see } = (RULES.get(id) ?? OTHER_RULES.get(id))!;
    return {
      id,
      shortDescription: { text: summary },
      // code scanning of GitHub requires these two
      fullDescription: { text: summary },
      help: { text: see === undefined ? summary : `${summary} See ${see}` },
      helpUri: see,
      defaultConfiguration: { level: severity },
    };
  });
  const results = findings.map(({ rule, severity, message, address, path, location, acknowledged }) => ({
    ruleId: rule,
    ruleIndex: ids.indexOf(rule),
    level: severity,
    message: { text: message },
    locations: [{
      physicalLocation: { artifactLocation: { uri: uriOf(location.file, cwd) }, region: { startLine: location.line } },
      logicalLocations: [{ fullyQualifiedName: path ?? address, kind: 'resource' }],
    }],
    // stays the same when lines move
    partialFingerprints: { 'ruleAndResource/v1': `${rule} ${path ?? address}` },
    ...(acknowledged && {
      suppressions: [{
        kind: acknowledged.file === undefined ? 'inSource' : 'external',
        status: 'accepted',
        justification: `${acknowledged.reason}${conditionsOf(acknowledged)}`,
      }],
    }),
  }));
  return `${JSON.stringify({
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [{
      tool: { driver: { name: 'cdktf-auth0', version, informationUri: 'https://github.com/cdktf-auth0/cdktf-auth0', rules } },
      results,
    }],
  }, undefined, 2)}\n`;
}

/** Returns a URI: relative to the folder of the command if the file is below it. */
function uriOf(file: string, cwd: string): string {
  const path = relative(cwd, resolve(cwd, file));
  return path.startsWith('..') || isAbsolute(path)
    ? pathToFileURL(resolve(cwd, file)).href
    : path.split(sep).map(encodeURIComponent).join('/');
}

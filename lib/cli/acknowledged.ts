import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { Io, UsageError } from './command';
import { textOf } from './input';
import type { Acknowledgement } from '../rules/acknowledgement';
import { canBeAcknowledged, isExpiredAt, problemsOfAcknowledgement } from '../rules/acknowledgements';
import type { Finding } from '../rules/rule';
import type { SourceResource } from '../tenant/source';
import { listAt, objectAt, parseJson, rejectOthers } from '../tenant/sources/json';

/** The file that is read if it is there and no other is given. */
export const DEFAULT_FILE = 'auth0-checks.json';

/** An acknowledgement in a file. */
export interface FileAcknowledgement extends Acknowledgement {
  /** The address of the resource, or the path of its construct. */
  readonly address: string;
  /** The name of the file. */
  readonly file: string;
  /** True after it has applied to a finding. */
  wasUsed: boolean;
}

const MEMBERS = ['id', 'address', 'reason', 'until', 'by'];

/**
 * Reads a file with acknowledgements: `{ "acknowledged": [{ "id", "address", "reason", "until", "by" }] }`.
 *
 * @param file its name; undefined for the default file, which need not exist
 * @throws UsageError or Error that names the file, the entry and what is wrong with it
 */
export function acknowledgementsIn(file: string | undefined, io: Io): FileAcknowledgement[] {
  const name = file ?? DEFAULT_FILE;
  const path = resolve(io.cwd, name);
  if (file === undefined && !existsSync(path)) {
    return [];
  }
  const document = parseJson(textOf(name, () => readFileSync(path, 'utf8')), name);
  const { acknowledged } = document;
  rejectOthers(document, ['acknowledged'], name);
  return listAt(acknowledged, name, 'acknowledged').map((one, index) => {
    const place = `acknowledged[${index}]`;
    const entry = objectAt(one, name, place);
    rejectOthers(entry, MEMBERS, `${name}: ${place}`);
    const { id, address, reason, until, by } = entry as unknown as Acknowledgement & { readonly address: string };
    const problems = problemsOfAcknowledgement(entry);
    if (typeof address !== 'string' || address === '') {
      problems.push(['address', "must be the address of a resource, such as 'auth0_role.clerk', or the path of a construct"]);
    }
    if (problems.length > 0) {
      throw new UsageError(`${name}: ${place}: ${problems.map(([member, text]) => `${member} ${text}`).join('; ')}`);
    }
    return { id, address, reason, until: until ?? undefined, by: by ?? undefined, file: name, wasUsed: false };
  });
}

/** Returns the acknowledgements that the JSON of a resource has. CDKTF wrote them at synth. */
function acknowledgementsOn(resource: SourceResource): Acknowledgement[] {
  const { acknowledged } = (resource.get('//') ?? {}) as { readonly acknowledged?: unknown };
  return (Array.isArray(acknowledged) ? acknowledged : []).filter((one) =>
    typeof one === 'object' && one !== null && problemsOfAcknowledgement(one).length === 0);
}

/** Returns the acknowledgements of a finding: the valid one first. */
export function acknowledgementOf(
  finding: Pick<Finding, 'rule' | 'severity'>,
  resource: SourceResource,
  inFile: readonly FileAcknowledgement[],
  now: Date,
): Acknowledgement | FileAcknowledgement | undefined {
  if (!canBeAcknowledged(finding)) {
    return undefined;
  }
  const matching = [
    ...acknowledgementsOn(resource),
    ...inFile.filter(({ address }) => address === resource.address || address === resource.path),
  ].filter(({ id }) => id === finding.rule);
  matching.forEach((one) => 'wasUsed' in one && (one.wasUsed = true));
  return matching.find((one) => !isExpiredAt(now, one)) ?? matching[0];
}

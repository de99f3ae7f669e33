import { acknowledgementOf, FileAcknowledgement } from './acknowledged';
import type { Input } from './input';
import { lineIn } from './lines';
import type { Acknowledgement } from '../rules/acknowledgement';
import { expiredText, isExpiredAt } from '../rules/acknowledgements';
import { PROVIDER_SECRET_RULES } from '../rules/provider';
import { checkResource } from '../rules/resource';
import { Finding, runRules, Severity } from '../rules/rule';
import { DECLARATION_NAMES, TENANT_RULES } from '../rules/tenant';
import { terraformNames } from '../schema/names';
import { PROVIDER_SECRETS } from '../schema/provider';
import { UNKNOWN, Value } from '../schema/value';
import { readTenant } from '../tenant/read-tenant';
import { isExpression } from '../tenant/reference';
import type { SourceResource } from '../tenant/source';
import { systemApisOf } from '../tenant/system-apis';
import { quote } from '../util/text';

/** The place of a resource in a file. */
export interface Location {
  readonly file: string;
  readonly line: number;
}

/** A finding with the resource that it is about. */
export interface Reported {
  readonly rule: string;
  readonly severity: Severity;
  /** The message. It names the resource. */
  readonly message: string;
  readonly address: string;
  /** The path of the construct, if the JSON has it. */
  readonly path?: string;
  readonly location: Location;
  /** The acknowledgement that applies. If it has the name of a file, it is from there, else from the JSON. */
  readonly acknowledged?: Acknowledgement & { readonly file?: string };
}

/** The id of the warning about an acknowledgement that applies to nothing. */
export const UNUSED = 'acknowledgement-unused';

/** Runs all rules over the inputs, as one tenant. The findings are in the order of the inputs and their resources. */
export function findingsIn(inputs: readonly Input[], acknowledgements: readonly FileAcknowledgement[], now: Date): Reported[] {
  const tenant = readTenant(inputs.map(({ source }) => source), { isOneTenant: true });
  const systemApis = systemApisOf(tenant);
  const between = new Map<SourceResource, Array<Finding<unknown>>>();
  for (const finding of runRules(TENANT_RULES, tenant, DECLARATION_NAMES, now)) {
    const { resource } = finding.place;
    between.set(resource, [...(between.get(resource) ?? []), finding]);
  }

  const report = (input: Input, resource: SourceResource, finding: Finding<unknown>, message: string): Reported => {
    const { rule, severity } = finding;
    const { address, path } = resource;
    const acknowledged = acknowledgementOf(finding, resource, acknowledgements, now);
    const isExpired = acknowledged !== undefined && isExpiredAt(now, acknowledged);
    return {
      rule,
      severity,
      message: isExpired ? message + expiredText(acknowledged) : message,
      address,
      path,
      location: locationOf(input, resource),
      acknowledged: isExpired ? undefined : acknowledged,
    };
  };
  return [
    ...inputs.flatMap((input) => [...(input.source.providers ?? []), ...input.source.resources].flatMap((resource) => [
      ...[...checkProvider(resource, now), ...checkResource(resource, now, systemApis.get(resource))].map((finding) =>
        report(input, resource, finding, `${titleOf(resource)}: ${finding.message}`)),
      ...(between.get(resource) ?? []).map((finding) => report(input, resource, finding, finding.message)),
    ])),
    ...acknowledgements.filter(({ wasUsed }) => !wasUsed).map(({ id, address, file }): Reported => ({
      rule: UNUSED,
      severity: 'warning',
      message: `acknowledges '${id}' for ${quote(address)}, which does not have this finding: remove it`,
      address,
      location: { file, line: 1 },
    })),
  ];
}

function titleOf({ address, path }: SourceResource): string {
  return path === undefined ? address : `${address} (${path})`;
}

const PROVIDER_NAMES = terraformNames(PROVIDER_SECRETS);

function checkProvider(resource: SourceResource, now: Date): Finding[] {
  if (resource.type !== 'provider.auth0') {
    return [];
  }
  // the rule needs to know only whether there is plain text
  const secretOf = (value: unknown): Value<string> =>
    value === undefined || value === null ? undefined : typeof value === 'string' && !isExpression(value) ? 'plain text' : UNKNOWN;
  const secrets = Object.fromEntries(PROVIDER_SECRETS.members.map(({ name }) => [name, secretOf(resource.get(name))]));
  return runRules(PROVIDER_SECRET_RULES, secrets, PROVIDER_NAMES, now);
}

/** A frame of a stack trace: `new Orders (/home/me/main.ts:12:5)`. */
const FRAME = /^(?:.*\()?(.+?):(\d+):\d+\)?$/;

/** Returns the place of the construct, if the JSON has its stack trace; else that of the resource in the JSON. */
function locationOf(input: Input, resource: SourceResource): Location {
  const { metadata } = (resource.get('//') ?? {}) as { readonly metadata?: { readonly stackTrace?: unknown } | null };
  const trace = Array.isArray(metadata?.stackTrace) ? metadata.stackTrace : [];
  for (const frame of trace) {
    const [, file, line] = (typeof frame === 'string' && !/[/\\]node_modules[/\\]|node:/.test(frame) && FRAME.exec(frame)) || [];
    if (file !== undefined) {
      return { file, line: Number(line) };
    }
  }
  return { file: input.name, line: lineIn(input, resource.address) };
}

import { Annotations, TerraformElement, TerraformProvider, TerraformResource, TerraformStack } from 'cdktf';
import type { IConstruct } from 'constructs';
import { acknowledgementOf, acknowledgementsOn, isExpired, nowFor } from './acknowledgements';
import { hasMoved, otherSources, stackSource, StackSource, TreeResource } from './construct-tree';
import { findingsOf, hasFindings, OwnFinding } from './findings';
import { instanceFindings } from './instance-checks';
import { order, orderAtSynth } from './order';
import { checkProvider, isAuth0Provider } from './provider-secrets';
import { changedAttributes } from '../framework/changes';
import { configOf } from '../framework/fast-synthesis';
import { inspect } from '../framework/inspection';
import { isOverriddenByStack } from '../framework/overrides';
import { allStacks, synthesizeInSteps } from '../framework/synthesis';
import { firstIn } from '../framework/tree';
import { expiredText } from '../rules/acknowledgements';
import { RULES } from '../rules/catalog';
import { checkResource } from '../rules/resource';
import { Finding, lineOf, runRules } from '../rules/rule';
import { DECLARATION_NAMES, TENANT_RULES } from '../rules/tenant';
import type { SystemApi } from '../schema/system-apis';
import { readTenant } from '../tenant/read-tenant';
import type { SourceResource } from '../tenant/source';
import { SystemApis, systemApisOf } from '../tenant/system-apis';
import type { Tenant } from '../tenant/tenant';
import { spelled } from '../util/spelling';
import { quote } from '../util/text';

const CHECKED = Symbol.for('cdk-auth0/CheckedStack');

type SystemApiOf = (resource: SourceResource) => SystemApi | undefined;

/** A finding to report at synth. */
interface Report {
  /** The construct with the finding: the one in the user's code. */
  readonly construct: IConstruct;
  /** The L1 of the construct, if it has one. */
  readonly l1?: IConstruct;
  readonly finding: Pick<Finding, 'rule' | 'severity' | 'message'>;
  /** The text before the message of an error. */
  readonly prefix?: string;
}

/** Registers the stack of a construct for the checks at synth. */
export function checkAtSynth(construct: IConstruct): void {
  const stack = TerraformStack.of(construct);
  if (CHECKED in stack) {
    return;
  }
  Object.defineProperty(stack, CHECKED, { value: true });
  stack.node.addValidation({ validate: () => validate(stack) });
  synthesizeInSteps(stack);
  orderAtSynth(stack);
  const first = firstIn(stack.node.root, TerraformStack.isStack);
  if (first) {
    // the first stack runs the checks of all stacks, so register it even if it contains none of our constructs
    checkAtSynth(first);
  }
}

/**
 * Checks all stacks when CDKTF validates the first one.
 *
 * CDKTF validates a stack just before it writes it, and has already written the stacks before it. With all checks in
 * the first stack, one message lists every error, and nothing is written.
 *
 * @returns the errors
 * @throws Error that lists all errors, each with its stack, if some are in other stacks
 */
function validate(stack: TerraformStack): string[] {
  const isFirst = firstIn(stack.node.root, TerraformStack.isStack) === stack;
  const checked = isFirst ? allStacks(stack).filter((one) => CHECKED in one) : [stack];
  const sources = checked.map(stackSource);
  const tenant = readTenant(sources, { others: otherSources(checked) });
  order(tenant); // also what an Aspect has added after ours
  let systemApis: SystemApis | undefined;
  const systemApiOf: SystemApiOf = (resource) => (systemApis ??= systemApisOf(tenant)).get(resource);
  const betweenResources = reportsOfTenant(tenant, nowFor(stack));
  const lines = sources.flatMap((source) => {
    const ofStack = betweenResources.filter(({ l1 }) => l1 && TerraformStack.of(l1).node.path === source.name);
    const toCheck = source.resources.filter(isToCheck);
    const reports = [...reportsOfConstructs(source, toCheck, systemApiOf), ...ofStack, ...reportsOfInstances(source, toCheck)];
    const errors = reports.flatMap((report) => settle(report) ?? []);
    warnOfUnused(source);
    // CDKTF requires a provider only in the stack that it validates now
    return [...(source.name === stack.node.path ? withoutProvider(source) : []), ...errors].map((line) => ({ stack: source.name, line }));
  });
  if (lines.every(({ stack: name }) => name === stack.node.path)) {
    return lines.map(({ line }) => line);
  }
  // CDKTF would put the name of the first stack before every line
  throw new Error(validationFailure(lines.map(({ stack: name, line }) => `[${name}] ${line}`)));
}

/** Returns an error if a stack has resources of Auth0, but no provider. CDKTF says that, too, but not what to write. */
function withoutProvider({ name, constructs, resources }: StackSource): string[] {
  const isMissing = resources.some(({ type }) => /^(?:data\.)?auth0_/.test(type)) && !constructs.some((construct) =>
    TerraformProvider.isTerraformProvider(construct) && construct.terraformResourceType === 'auth0');
  return isMissing ? [`stack ${quote(name)} has no Auth0 provider: add new Auth0Provider(stack, 'auth0', { domain: 'tenant.eu.auth0.com' })`] : [];
}

/** Returns the message that CDKTF writes for errors of validations. */
function validationFailure(lines: readonly string[]): string {
  return `Validation failed with the following errors:\n  ${lines.join('\n  ')}\n\n` +
    "If you wish to ignore these validations, pass 'skipValidation: true' to your App configuration.\n";
}

/** Returns the findings of the rules between resources. */
function reportsOfTenant(tenant: Tenant, now: Date): Report[] {
  return runRules(TENANT_RULES, tenant, DECLARATION_NAMES, now).map((finding) => {
    const { construct, isOurs } = finding.place.resource as TreeResource;
    const owner = isOurs && TerraformElement.isTerraformElement(construct) ? construct.node.scope : undefined;
    return { construct: owner ?? construct, l1: construct, finding };
  });
}

/** Whether a resource is not certainly as our constructs have created and checked it. */
function isToCheck({ construct, isOurs }: TreeResource): boolean {
  return !isOurs || !TerraformResource.isTerraformResource(construct) ||
    isOverriddenByStack(construct) || !inspect(construct, configOf(construct)).isUnchanged;
}

/**
 * Returns the stored findings of our constructs, and the findings of the rules on one resource in all other L1s and in
 * attributes of ours that have changed since. Those may have values that Auth0 has got later than this library.
 */
function reportsOfConstructs({ constructs, resources }: StackSource, toCheck: readonly TreeResource[], systemApiOf: SystemApiOf): Report[] {
  const changes = changesIn(toCheck);
  const ours = constructs.filter(hasFindings).flatMap((construct) => {
    const l1 = construct.node.defaultChild;
    return hasMoved(l1) ? [] : findingsOf(construct)
      .filter(({ finding }) => !isAbout(finding, changes.get(construct)))
      .map(({ finding, name }): Report => ({ construct, l1, finding, prefix: name }));
  });
  const written = resources.filter(({ isOurs, construct }) => !isOurs || changes.has(construct.node.scope!)).flatMap((resource) => {
    const { construct: l1, isOurs } = resource;
    const changed = isOurs ? changes.get(l1.node.scope!) : undefined;
    return checkResource(resource, nowFor(l1), systemApiOf(resource))
      .filter((finding) => !isOurs || (isAbout(finding, changed) && !RULES.get(finding.rule)?.isEnum))
      .map((finding): Report => ({ construct: isOurs ? l1.node.scope! : l1, l1, finding, prefix: `${resource.address} (${resource.path})` }));
  });
  return [...ours, ...written, ...constructs.filter(isAuth0Provider).flatMap(reportsOfProvider)];
}

/** Returns the attributes of our L1s that have changed since these were created, by the constructs that created them. */
function changesIn(resources: readonly TreeResource[]): ReadonlyMap<IConstruct, ReadonlySet<string>> {
  const changes = new Map<IConstruct, ReadonlySet<string>>();
  for (const { construct, isOurs } of resources) {
    if (isOurs && TerraformResource.isTerraformResource(construct)) {
      const changed = changedAttributes(construct);
      if (changed.size > 0) {
        const owner = construct.node.scope!;
        changes.set(owner, new Set([...(changes.get(owner) ?? []), ...changed]));
      }
    }
  }
  return changes;
}

/** Whether a finding is about one resource, and its rule looks at an attribute of it that has changed. */
function isAbout({ rule, place }: OwnFinding['finding'], changed: ReadonlySet<string> | undefined): boolean {
  if (!changed || !place) {
    return false;
  }
  const attributes = RULES.get(rule)?.attributes ?? String(place[0]);
  return attributes === 'all' || attributes.split(', ').some((attribute) => changed.has(attribute.replace(/\..*/, '')));
}

/** Returns the findings about references to resources that have `forEach` or `count`. */
function reportsOfInstances(source: StackSource, toCheck: readonly TreeResource[]): Report[] {
  return instanceFindings(source, toCheck).map((finding): Report => {
    const { construct } = finding.place;
    return { construct, l1: construct, finding };
  });
}

function reportsOfProvider(provider: TerraformProvider): Report[] {
  return checkProvider(provider, nowFor(provider)).map((finding) => ({ construct: provider, l1: provider, finding }));
}

/** Registers a provider for its checks at synth, also in a stack without a construct that is checked. */
export function checkProviderAtSynth(provider: TerraformProvider): void {
  provider.node.addValidation({ validate: () => reportsOfProvider(provider).flatMap((report) => settle(report) ?? []) });
}

/**
 * Handles a finding: writes its acknowledgement to the JSON, or adds a warning, or returns an error.
 *
 * @returns the line of the error, or undefined
 */
function settle({ construct, l1, finding, prefix }: Report): string | undefined {
  const acknowledged = acknowledgementOf(construct, finding);
  if (acknowledged) {
    acknowledged.wasUsed = true;
    if (!isExpired(acknowledged)) {
      writeAcknowledgement(l1, acknowledged.acknowledgement);
      return undefined;
    }
  }
  const line = spelled(lineOf(finding)) + (acknowledged ? expiredText(acknowledged.acknowledgement) : '');
  if (finding.severity === 'error') {
    return prefix === undefined ? line : `${prefix}: ${line}`;
  }
  addWarning(construct, line);
  return undefined;
}

/** Writes an acknowledgement to the `//` of a resource in the JSON, for people and tools that read the JSON. */
function writeAcknowledgement(l1: IConstruct | undefined, acknowledgement: object): void {
  if (!TerraformElement.isTerraformElement(l1)) {
    return;
  }
  const { rawOverrides } = l1 as unknown as { readonly rawOverrides: { '//'?: { acknowledged?: object[] } } };
  const written = rawOverrides['//']?.acknowledged ?? [];
  if (!written.includes(acknowledgement)) {
    l1.addOverride('//.acknowledged', [...written, acknowledgement]);
  }
}

function warnOfUnused({ constructs }: StackSource): void {
  for (const construct of constructs) {
    for (const { wasUsed, acknowledgement: { id } } of acknowledgementsOn(construct)) {
      if (!wasUsed) {
        addWarning(construct, `acknowledges '${id}', but nothing here has this finding: remove it`);
      }
    }
  }
}

/** Adds a warning once, even if the stack is synthesized several times. */
function addWarning(construct: IConstruct, line: string): void {
  if (!construct.node.metadata.some(({ data }) => data === line)) {
    Annotations.of(construct).addWarning(line);
  }
}

import { Annotations, TerraformElement, TerraformStack } from 'cdktf';
import type { IConstruct } from 'constructs';
import { acknowledgementOf, acknowledgementsOn, isExpired, nowFor } from './acknowledgements';
import { constructsOf, stackSource, TreeResource } from './construct-tree';
import { findingsOf } from './findings';
import { checkResource } from '../rules/resource';
import { Finding, lineOf, runRules } from '../rules/rule';
import { DECLARATION_NAMES, TENANT_RULES } from '../rules/tenant';
import { readTenant } from '../tenant/read-tenant';

const CHECKED = Symbol.for('cdk-auth0/CheckedStack');

/** Something that was found at synth. */
interface Report {
  /** The construct that it is about: the one that the user wrote. */
  readonly construct: IConstruct;
  /** Its L1, where it has one. */
  readonly l1?: IConstruct;
  readonly finding: Pick<Finding, 'rule' | 'severity' | 'message'>;
  /** What stands before the message in an error. */
  readonly prefix?: string;
}

/** Has the stack of a construct checked at synth. */
export function checkAtSynth(construct: IConstruct): void {
  const stack = TerraformStack.of(construct);
  if (CHECKED in stack) {
    return;
  }
  Object.defineProperty(stack, CHECKED, { value: true });
  stack.node.addValidation({ validate: () => validate(stack) });
  const first = firstIn(stack.node.root, TerraformStack.isStack);
  if (first) {
    // the first stack runs the checks of all stacks, so it is registered even if it has none of our constructs
    checkAtSynth(first);
  }
}

/**
 * CDKTF validates a stack just before it writes it, when the stacks before it are written already. So the first stack
 * runs the checks of all: every mistake is in one message, and nothing is written.
 */
function validate(stack: TerraformStack): string[] {
  const all = stack.node.root.node.findAll().filter(TerraformStack.isStack);
  const checked = all[0] === stack ? all.filter((one) => CHECKED in one) : [stack];
  const betweenResources = reportsOfTenant(checked, all);
  return checked.flatMap((one) => {
    const reports = [...reportsOfConstructs(one), ...betweenResources.filter(({ construct }) => TerraformStack.of(construct) === one)];
    const errors = reports.flatMap((report) => settle(report) ?? []);
    warnOfUnused(one);
    return errors;
  });
}

/** What the rules between resources find in some stacks of an app. */
function reportsOfTenant(stacks: readonly TerraformStack[], all: readonly TerraformStack[]): Report[] {
  const others = all.filter((stack) => !stacks.includes(stack)).map(stackSource);
  const tenant = readTenant(stacks.map(stackSource), { others });
  return runRules(TENANT_RULES, tenant, DECLARATION_NAMES, nowFor(stacks[0])).map((finding) => {
    const { construct, isOurs } = finding.place.resource as TreeResource;
    const owner = isOurs && TerraformElement.isTerraformElement(construct) ? construct.node.scope : undefined;
    return { construct: owner ?? construct, l1: construct, finding };
  });
}

/** What our constructs have found about themselves, and what the rules on one resource find in those of the user. */
function reportsOfConstructs(stack: TerraformStack): Report[] {
  const ours = constructsOf(stack).flatMap((construct) =>
    findingsOf(construct).map(({ finding, name }): Report => ({ construct, l1: construct.node.defaultChild, finding, prefix: name })),
  );
  const theirs = stackSource(stack).resources.filter(({ isOurs }) => !isOurs).flatMap((resource) => {
    const { construct, address, path } = resource;
    return checkResource(resource, nowFor(construct)).map((finding): Report => ({ construct, l1: construct, finding, prefix: `${address} (${path})` }));
  });
  return [...ours, ...theirs];
}

/**
 * Deals with a finding: it is acknowledged, becomes an annotation, or is an error.
 *
 * @returns the line of the error
 */
function settle({ construct, l1, finding, prefix }: Report): string | undefined {
  const acknowledged = acknowledgementOf(construct, finding.rule);
  if (acknowledged) {
    acknowledged.wasUsed = true;
    if (!isExpired(acknowledged)) {
      writeAcknowledgement(l1, acknowledged.acknowledgement);
      return undefined;
    }
  }
  const line = lineOf(finding) + (acknowledged ? ` (was acknowledged until ${acknowledged.acknowledgement.until})` : '');
  if (finding.severity === 'error') {
    return prefix === undefined ? line : `${prefix}: ${line}`;
  }
  addWarning(construct, line);
  return undefined;
}

/** Keeps an acknowledgement in the JSON, beside the path of the construct, for whoever reads that. */
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

function warnOfUnused(stack: TerraformStack): void {
  for (const construct of constructsOf(stack)) {
    for (const { wasUsed, acknowledgement: { id } } of acknowledgementsOn(construct)) {
      if (!wasUsed) {
        addWarning(construct, `acknowledges '${id}', but nothing here has this finding: remove it`);
      }
    }
  }
}

/** A stack may be synthesized more than once. */
function addWarning(construct: IConstruct, line: string): void {
  if (!construct.node.metadata.some(({ data }) => data === line)) {
    Annotations.of(construct).addWarning(line);
  }
}

/** The first of a kind, in the order in which CDKTF synthesizes. */
function firstIn<T extends IConstruct>(construct: IConstruct, is: (one: IConstruct) => one is T): T | undefined {
  if (is(construct)) {
    return construct;
  }
  for (const child of construct.node.children) {
    const first = firstIn(child, is);
    if (first) {
      return first;
    }
  }
  return undefined;
}

import { TerraformElement, TerraformResource } from 'cdktf';
import type { IConstruct } from 'constructs';
import type { StackSource, TreeResource } from './construct-tree';
import { inspect } from '../framework/inspection';
import { isForeignReference, resolveValue } from '../framework/resolve';
import { INSTANCE_NAMES, INSTANCE_RULES, InstanceUser, InstantiatedResource } from '../rules/instances';
import { Finding, runRules } from '../rules/rule';
import { ownerPath } from '../tenant/construct-path';
import type { SourceResource } from '../tenant/source';

/** A user of instances, and its construct. */
interface ConstructUser extends InstanceUser {
  readonly construct: IConstruct;
}

/**
 * Returns the findings of the rules on references to resources that have `forEach` or `count`.
 *
 * @param toCheck the resources that may have them, or refer to them
 */
export function instanceFindings({ constructs, resources }: StackSource, toCheck: readonly TreeResource[]): Array<Finding<ConstructUser>> {
  const withInstances = new Map<string, InstantiatedResource>();
  for (const resource of toCheck.filter(isOfAuth0)) {
    const by = instancesBy(resource);
    if (by && resource.type.startsWith('auth0_')) {
      withInstances.set(resource.address, { title: ownerPath(resource.path ?? resource.address), by });
    }
  }
  const users = withInstances.size > 0
    ? constructs
    : toCheck.filter(isOfAuth0).map(({ construct }) => construct).filter((l1) => !inspect(l1 as TerraformResource).isSimple);
  if (users.length === 0) {
    return [];
  }
  const by = new Map(resources.filter(isOfAuth0).map((resource) => [resource.construct, instancesBy(resource)]));
  const config = { resources: withInstances, users: users.flatMap((construct) => userOf(construct, by) ?? []) };
  return runRules(INSTANCE_RULES, config, INSTANCE_NAMES, new Date()) as Array<Finding<ConstructUser>>;
}

function isOfAuth0({ type }: SourceResource): boolean {
  return /^(?:data\.)?auth0_/.test(type);
}

function instancesBy(resource: SourceResource): InstanceUser['by'] {
  return resource.get('for_each') !== undefined ? 'forEach' : resource.get('count') !== undefined ? 'count' : undefined;
}

function userOf(construct: IConstruct, ofAuth0: ReadonlyMap<IConstruct, InstanceUser['by']>): ConstructUser | undefined {
  if (!TerraformElement.isTerraformElement(construct)) {
    return undefined;
  }
  const [texts, outsideOfBlocks]: string[][] = [[], []];
  const fragment = written(construct);
  collectTexts(fragment, texts, outsideOfBlocks);
  const imports = ((fragment as { import?: Array<{ to?: string }> } | undefined)?.import ?? []).map(({ to }) => String(to));
  const user = { construct, title: ownerPath(construct.node.path), texts, imports };
  return ofAuth0.has(construct) ? { ...user, outsideOfBlocks, by: ofAuth0.get(construct) } : user;
}

/** What an element writes, without references to other stacks. */
function written(element: TerraformElement): unknown {
  try {
    const fragment = resolveValue(element.toTerraform(), element.cdktfStack);
    return JSON.parse(JSON.stringify(fragment, (_, value) => (isForeignReference(value) ? undefined : value)) ?? 'null');
  } catch {
    return undefined; // CDKTF reports it at synth
  }
}

/** @param outsideOfBlocks gets the texts outside of the dynamic blocks of CDKTF, where `each` is an item of the block */
function collectTexts(value: unknown, texts: string[], outsideOfBlocks?: string[]): void {
  if (typeof value === 'string') {
    texts.push(value);
    outsideOfBlocks?.push(value);
  } else if (typeof value === 'object' && value !== null) {
    const isBlock = 'for_each' in value && 'iterator' in value && value.iterator === 'each';
    Object.entries(value).forEach(([name, member]) => collectTexts(member, texts, isBlock && name === 'content' ? undefined : outsideOfBlocks));
  }
}

import { TerraformElement } from 'cdktf';
import type { IConstruct } from 'constructs';
import type { StackSource } from './construct-tree';
import { isForeignReference, resolveValue } from '../framework/resolve';
import { INSTANCE_NAMES, INSTANCE_RULES, InstanceUser, InstantiatedResource } from '../rules/instances';
import { Finding, runRules } from '../rules/rule';
import { ownerPath } from '../tenant/construct-path';

/** A user of instances, and its construct. */
interface ConstructUser extends InstanceUser {
  readonly construct: IConstruct;
}

/** Returns the findings of the rules on references to resources that have `forEach` or `count`. */
export function instanceFindings({ constructs, resources }: StackSource): Array<Finding<ConstructUser>> {
  const withInstances = new Map<string, InstantiatedResource>();
  for (const resource of resources) {
    const by = !resource.type.startsWith('auth0_') ? undefined
      : resource.get('for_each') !== undefined ? 'forEach'
        : resource.get('count') !== undefined ? 'count' : undefined;
    if (by) {
      withInstances.set(resource.address, { title: ownerPath(resource.path ?? resource.address), by });
    }
  }
  if (withInstances.size === 0) {
    return [];
  }
  const config = { resources: withInstances, users: constructs.flatMap((construct) => userOf(construct) ?? []) };
  return runRules(INSTANCE_RULES, config, INSTANCE_NAMES, new Date()) as Array<Finding<ConstructUser>>;
}

function userOf(construct: IConstruct): ConstructUser | undefined {
  if (!TerraformElement.isTerraformElement(construct)) {
    return undefined;
  }
  const texts: string[] = [];
  const fragment = written(construct);
  collectTexts(fragment, texts);
  const imports = ((fragment as { import?: Array<{ to?: string }> } | undefined)?.import ?? []).map(({ to }) => String(to));
  return { construct, title: ownerPath(construct.node.path), texts, imports };
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

function collectTexts(value: unknown, texts: string[]): void {
  if (typeof value === 'string') {
    texts.push(value);
  } else if (typeof value === 'object' && value !== null) {
    Object.values(value).forEach((member) => collectTexts(member, texts));
  }
}

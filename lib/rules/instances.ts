import { defineRules } from './rule';
import type { Naming } from '../schema/path';
import { isExpression, parseTemplate } from '../util/hcl';
import { quote } from '../util/text';

/** A resource of which Terraform creates several instances, or none. */
export interface InstantiatedResource {
  readonly title: string;
  readonly by: 'forEach' | 'count';
}

/** Something that may refer to such resources. */
export interface InstanceUser {
  readonly title: string;
  /** All texts in it that Terraform evaluates. */
  readonly texts: readonly string[];
  /** The addresses that it imports to. */
  readonly imports: readonly string[];
  /** The texts outside of dynamic blocks, which have an `each` of their own. Only for a resource of Auth0. */
  readonly outsideOfBlocks?: readonly string[];
  /** The argument that makes Terraform create several instances of it, or none. */
  readonly by?: 'forEach' | 'count';
}

/** The resources of a stack that have instances, by their addresses, and everything that may refer to them. */
export interface InstanceConfig {
  readonly resources: ReadonlyMap<string, InstantiatedResource>;
  readonly users: readonly InstanceUser[];
}

/** The names in messages of the rules below. */
export const INSTANCE_NAMES: Naming<InstanceUser> = { path: ({ title }) => title, subject: ({ title }) => quote(title) };

/** An expression in a text, with blocks in it. */
const EXPRESSION = /(?<!\$)\$\{(?:[^{}]|\{[^{}]*\})*\}/g;

/** A reference to an attribute without an index: `auth0_role.clerk.id`, `auth0_role.clerk.*.id`, `auth0_role.clerk[*].id`. */
const REFERENCE = /(?<![\w.-])(\w+\.[\w-]+)(\.\*|\[\*\])?\.([\w-]+)/g;

/** The objects of Terraform that differ between the instances of a resource, with the argument that they need. */
const PER_INSTANCE = [['each', 'forEach', 'each.key or each.value'], ['count', 'count', 'count.index']] as const;

/** The rules on references to resources that have `forEach` or `count`, and on what only these can use. */
export const INSTANCE_RULES = defineRules<InstanceConfig, InstanceUser>([
  {
    id: 'instance-not-named',
    severity: 'error',
    attributes: 'all',
    summary: 'Must name an instance where the resource has `forEach` or `count`: Terraform refuses the reference otherwise.',
    see: 'https://developer.hashicorp.com/terraform/language/meta-arguments/for_each#referring-to-instances',
    check: ({ resources, users }, { report }) => {
      for (const user of users) {
        for (const [address, attribute] of referencesIn(user.texts, resources)) {
          const { title, by } = resources.get(address)!;
          const instance = `${address}${by === 'forEach' ? '["key"]' : '[0]'}.${attribute}`;
          const iterate = by === 'forEach' ? 'iterate over TerraformIterator.fromResources, ' : '';
          report(
            user,
            `refers to ${attribute} of ${quote(title)}, which has ${by === 'forEach' ? 'a forEach' : 'a count'}, without naming an instance: ` +
              `name one (\${${instance}}), ${iterate}or give a grant, a role or an API the same ${by}`,
          );
        }
      }
    },
  },
  {
    id: 'instances-missing',
    severity: 'error',
    attributes: 'all',
    summary: 'Must have `forEach` where it uses a value of an iterator, and `count` where it uses `count.index`: Terraform refuses it otherwise.',
    see: 'https://developer.hashicorp.com/terraform/language/meta-arguments/for_each#the-each-object',
    check: ({ users }, { report }) => {
      const reported = new Set<string>();
      for (const user of users) {
        for (const [object, by, what] of PER_INSTANCE) {
          // a part of a construct has the title of the construct
          if (user.by !== by && usesIn(user.outsideOfBlocks ?? [], object) && !reported.has(`${object} ${user.title}`)) {
            reported.add(`${object} ${user.title}`);
            report(user, `uses ${what}, but has no ${by}: set ${by} of its L1, such as api.resource.${by} = ${by === 'forEach' ? 'iterator' : 'count'}`);
          }
        }
      }
    },
  },
  {
    id: 'instance-import',
    severity: 'error',
    attributes: 'all',
    summary: 'Must not be imported with `importFrom` where the resource has `forEach` or `count`: it cannot name an instance.',
    see: 'https://developer.hashicorp.com/terraform/language/import',
    check: ({ resources, users }, { report }) => {
      for (const user of users) {
        for (const address of user.imports.filter((one) => resources.has(one))) {
          const { title, by } = resources.get(address)!;
          report(
            user,
            `imports ${quote(title)}, which has a ${by}, without naming an instance: ` +
              `write stack.addOverride('import', [{ to: '${address}[${by === 'forEach' ? '"key"' : '0'}]', id }]) instead of importFrom`,
          );
        }
      }
    },
  },
]);

/** Whether one of some texts uses `each` or `count`. */
function usesIn(texts: readonly string[], object: 'each' | 'count'): boolean {
  const refersTo = (part: unknown): boolean => {
    if (typeof part !== 'object' || part === null) {
      return false;
    }
    const { kind, names, isOfLoop } = part as { kind?: unknown; names?: readonly string[]; isOfLoop?: boolean };
    return kind === 'reference' ? names?.[0] === object && !isOfLoop : Object.values(part).some(refersTo);
  };
  return texts.some((text) => text.includes(`${object}.`) && isExpression(text) && refersTo(parseTemplate(text)));
}

/** Returns the references without an index to some resources, each once: address and attribute. */
function referencesIn(texts: readonly string[], resources: InstanceConfig['resources']): Array<readonly [string, string]> {
  const found = new Map<string, readonly [string, string]>();
  for (const [expression] of texts.flatMap((text) => Array.from(text.matchAll(EXPRESSION)))) {
    for (const [, address, splat, attribute] of expression.matchAll(REFERENCE)) {
      const resource = resources.get(address);
      // all instances of a resource with `count` are a list
      if (resource && !(splat && resource.by === 'count')) {
        found.set(`${address}.${attribute}`, [address, attribute]);
      }
    }
  }
  return Array.from(found.values());
}

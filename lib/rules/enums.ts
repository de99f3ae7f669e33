import type { Rule } from './rule';
import type { Attribute, Block, ConfigOf } from '../schema/attributes';
import { isKnown, valueIn } from '../schema/value';
import { anyOf, quote } from '../util/text';

/** An attribute with a closed set of values. */
export interface EnumAttribute<Resource extends Block> {
  readonly resource: Resource;
  readonly path: readonly string[];
  /** The id of its rule. */
  readonly id: string;
  readonly see: string;
}

/** The values of an attribute, as its table lists them. */
export function valuesOf({ resource, path }: Pick<EnumAttribute<Block>, 'resource' | 'path'>): readonly string[] {
  const attribute = path.reduce<Attribute>((parent, name) => (parent as Block).attributes[name], resource);
  return (attribute.type === 'string' ? attribute.values : undefined) ?? [];
}

/** What to say of a value outside a closed set, or nothing where it is in it. */
export function enumProblem(values: readonly string[], value: string): { caseOnly: boolean; text: string } | undefined {
  if (values.includes(value)) {
    return undefined;
  }
  const respelled = values.find((candidate) => candidate.toLowerCase() === value.toLowerCase());
  return respelled !== undefined
    ? { caseOnly: true, text: `must be spelled ${quote(respelled)}, but ${quote(value)} was given` }
    : { caseOnly: false, text: `must be ${anyOf(values)}, but ${quote(value)} was given` };
}

/** The rule that an attribute holds one of its values; `enum-letter-case` judges another spelling. */
export function enumRule<Resource extends Block>(attribute: EnumAttribute<Resource>): Rule<ConfigOf<Resource>> {
  const { id, see, path } = attribute;
  const values = valuesOf(attribute);
  return {
    id,
    severity: 'error',
    isEnum: true,
    attributes: path.join('.'),
    summary: `Must be ${anyOf(values)}.`,
    see,
    check: (config, context) => {
      const value = valueIn<string>(config, path);
      const problem = isKnown(value) ? enumProblem(values, value) : undefined;
      if (problem && !problem.caseOnly) {
        context.report(path, problem.text);
      }
    },
  };
}

/** The rule that every closed set of a resource is spelled exactly as Auth0 spells it. */
export function letterCaseRule<Resource extends Block>(resource: Resource, id: string): Rule<ConfigOf<Resource>> {
  const enums = enumPaths(resource).map((path) => ({ path, values: valuesOf({ resource, path }) }));
  return {
    id,
    severity: 'error',
    attributes: enums.map(({ path }) => path.join('.')).join(', '),
    summary: 'Must be spelled exactly as Auth0 spells it: the provider ignores case, the Management API does not.',
    see: 'https://auth0.com/docs/api/management/v2/resource-servers/post-resource-servers',
    check: (config, context) => {
      for (const { path, values } of enums) {
        const value = valueIn<string>(config, path);
        const problem = isKnown(value) ? enumProblem(values, value) : undefined;
        if (problem?.caseOnly) {
          context.report(path, problem.text);
        }
      }
    },
  };
}

/** Where a resource has closed sets, in the order of its table. */
function enumPaths(attribute: Attribute, path: readonly string[] = []): Array<readonly string[]> {
  if (attribute.type === 'block') {
    return Object.entries(attribute.attributes).flatMap(([name, member]) => enumPaths(member, [...path, name]));
  }
  return attribute.type === 'string' && attribute.values ? [path] : [];
}

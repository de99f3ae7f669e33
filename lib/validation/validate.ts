import { Construct, IConstruct } from 'constructs';
import type { Problem } from './convert';
import { guarded } from './guarded';
import { ValidationError } from './validation-error';
import { isWrittenAsText, waitsFor } from '../framework/expression';
import { isUnknown, misuseOf } from '../framework/tokens';
import { Circumstances, Finding, Rule, runRules } from '../rules/rule';
import type { Block, ConfigOf } from '../schema/attributes';
import { propNames } from '../schema/names';
import { Path, valueAt } from '../schema/path';
import { readConfig } from '../schema/read';
import { UNKNOWN } from '../schema/value';
import { describeType, shortened } from '../util/text';

/** The configuration that the rules have checked, and their findings. */
export interface Validated<Config> {
  readonly config: Config;
  readonly findings: Finding[];
}

const NO_BLOCK = 'must not be an expression, since Terraform takes none for a block: choose it in the program, and give tokens for its members';

/** The highest number of characters of a construct id in a message. */
const LONGEST_ID = 100;

/**
 * The name of a construct in messages: `ResourceServer 'orders/Orders'`. The construct need not exist yet.
 *
 * @throws ValidationError if it cannot be created because the scope or the id has a wrong type
 */
export function displayName(className: string, scope: IConstruct, id: string): string {
  if (!guarded(className, 'scope', () => Construct.isConstruct(scope))) {
    refuse(className, 'scope', `must be a construct, such as the stack, but ${describeType(scope)} was given`);
  }
  if (typeof id !== 'string' || id === '') {
    refuse(className, 'id', `must be a string that is not empty, but ${id === '' ? 'an empty one' : describeType(id)} was given`);
  }
  return `${className} '${pathBelow(shortPath(scope), id)}'`;
}

/** The path of a construct, with each id shortened. */
function shortPath({ node: { scope, id } }: IConstruct): string {
  return pathBelow(scope ? shortPath(scope) : '', id);
}

function pathBelow(parent: string, id: string): string {
  const own = shortened(id, LONGEST_ID);
  return parent === '' ? own : `${parent}/${own}`;
}

function refuse(className: string, path: string, text: string): never {
  throw new ValidationError(className, [{ rule: 'wrong-type', path, message: `${path} ${text}` }]);
}

/**
 * Checks the configuration of a construct with the rules, before it goes to the binding.
 *
 * @param problems the problems of the conversion; rules do not check these places
 * @param now the time at which certificates are checked
 */
export function validate<Resource extends Block>(
  resource: Resource,
  rules: ReadonlyArray<Rule<ConfigOf<Resource>>>,
  config: object,
  problems: readonly Problem[] = [],
  now = new Date(),
  { mayExist, systemApi }: Circumstances = {},
): Validated<ConfigOf<Resource>> {
  const found = [...problems];
  const read = readConfig(resource, config, {
    isUnknown, misuseOf, misuseOfBlock, wrongType: (path, text) => found.push({ path, rule: 'wrong-type', text }),
  });
  problems.forEach(({ path }) => setUnknown(read, path));
  const names = propNames(resource);
  const dependsOnResources = (path: Path) => {
    const value = valueAt(config, path);
    // a value of a wrong type may be an endless object
    return isUnknown(value) && waitsFor(value) === 'resources';
  };
  const findings = runRules(rules, read, names, now, { mayExist, systemApi, dependsOnResources });
  if (found.length === 0) {
    return { config: read, findings };
  }
  const order = Object.keys(resource.attributes);
  const reported = found
    .sort((a, b) => order.indexOf(String(a.path[0])) - order.indexOf(String(b.path[0])))
    .map(({ path, rule, text }): Finding => (
      { rule, severity: 'error', path: names.path(path), message: `${names.subject(path)} ${text}`, place: path }));
  const places = new Set(reported.map(({ path }) => path));
  return { config: read, findings: [...reported, ...findings.filter(({ path }) => !places.has(path))] };
}

/**
 * Throws if there are errors among the findings.
 *
 * @returns the findings, which are all warnings
 * @throws ValidationError that lists every error
 */
export function throwIfErrors(name: string, findings: readonly Finding[]): readonly Finding[] {
  const errors = findings.filter(({ severity }) => severity === 'error');
  if (errors.length > 0) {
    throw new ValidationError(name, errors.map(({ rule, path, message }) => ({ rule, path, message })));
  }
  return findings;
}

function misuseOfBlock(value: unknown): string | undefined {
  return isUnknown(value) && isWrittenAsText(value) ? NO_BLOCK : undefined;
}

/** Sets a place of a configuration to UNKNOWN. If blocks around it are missing, sets the outermost missing block. */
function setUnknown(config: object, path: Path): void {
  let parent: any = config;
  path.forEach((name, index) => {
    if (typeof parent !== 'object') {
      return;
    }
    if (index === path.length - 1 || parent[name] === undefined) {
      parent[name] = UNKNOWN;
    }
    parent = parent[name];
  });
}

import { TerraformProvider } from 'cdktf';
import { below, isPresent, META_ARGUMENTS, Problem, problem, wrongType } from './convert';
import { optionNames, readable, readOptions, UNREADABLE } from './options';
import { isUnknown } from '../framework/tokens';
import type { Path } from '../schema/path';
import { MAX_ITEMS } from '../schema/read';

const LIFECYCLE = optionNames('createBeforeDestroy', 'preventDestroy', 'ignoreChanges', 'replaceTriggeredBy', 'precondition', 'postcondition');
const CONDITION = optionNames('condition', 'errorMessage');

type Check = (value: any) => readonly Problem[];

/** Checks the types of the meta-arguments. CDKTF does not, and writes what it gets. */
export function checkMetaArguments(given: Readonly<Record<string, unknown>>): Problem[] {
  // no table has these attributes, so the path is written here
  return checkMembers(given, CHECKS).map((one) => ({ ...one, path: [joined(one.path)] }));
}

function checkMembers(given: Readonly<Record<string, unknown>>, checks: Readonly<Record<string, Check>>): Problem[] {
  const found: Problem[] = [];
  for (const name in checks) {
    if (isPresent(given[name])) {
      found.push(...below([name], checks[name](given[name])));
    }
  }
  return found;
}

const CHECKS: Readonly<Record<(typeof META_ARGUMENTS)[number] | 'safeDefaults', Check>> = {
  // no token: the program must know what it writes
  safeDefaults: (value) => (typeof value === 'boolean' ? [] : wrong('a boolean', value)),
  provider: (provider) =>
    TerraformProvider.isTerraformProvider(provider) ? [] : wrong('a provider, such as new Auth0Provider(stack, id, config)', provider),
  lifecycle: (lifecycle) => {
    const { values, problems, others } = readOptions(lifecycle, LIFECYCLE);
    return [...problems, ...checkMembers(values, OF_LIFECYCLE), ...otherSettings(lifecycle, others)];
  },
  dependsOn: (list) => itemsOf(list, (item) => (typeof item?.fqn === 'string' ? [] : wrong('a resource or a construct with an fqn', item))),
};

/** A newer Terraform can have more settings, but an object would be written as it is. */
function otherSettings(lifecycle: object, names: readonly string[]): Problem[] {
  return names.flatMap((name) => {
    const read = readable(() => [(lifecycle as Record<string, unknown>)[name]]);
    if (!read) {
      return below([name], problem('wrong-type', UNREADABLE).problems);
    }
    return ['boolean', 'string', 'number', 'undefined'].includes(typeof read[0]) ? [] : below([name], wrong('a boolean', read[0]));
  });
}

const OF_LIFECYCLE: Readonly<Record<string, Check>> = {
  createBeforeDestroy: flag,
  preventDestroy: flag,
  ignoreChanges: (changes) => (changes === 'all' ? [] : itemsOf(changes, text)),
  replaceTriggeredBy: (list) => itemsOf(list, (item) => (typeof item?.fqn === 'string' ? [] : text(item))),
  precondition: (list) => itemsOf(list, condition),
  postcondition: (list) => itemsOf(list, condition),
};

function condition(value: unknown): readonly Problem[] {
  if (!isPresent(value)) {
    return wrong('an object', value);
  }
  const { values, problems } = readOptions(value, CONDITION);
  return problems.length > 0
    ? problems
    : [
      ...below(['condition'], typeof values.condition === 'string' ? [] : flag(values.condition)),
      ...below(['errorMessage'], text(values.errorMessage)),
    ];
}

function itemsOf(list: unknown, check: Check): readonly Problem[] {
  if (!Array.isArray(list)) {
    return isUnknown(list) ? [] : wrong('a list', list);
  }
  if (list.length > MAX_ITEMS) {
    return wrong(`a list of at most ${MAX_ITEMS} items`, list);
  }
  return Array.from(list).flatMap((item, index) => below([index], check(item)));
}

function joined(path: Path): string {
  return path.map((part) => (typeof part === 'number' ? `[${part}]` : `.${part}`)).join('').slice(1);
}

function flag(value: unknown): readonly Problem[] {
  return typeof value === 'boolean' || isUnknown(value) ? [] : wrong('a boolean', value);
}

function text(value: unknown): readonly Problem[] {
  return typeof value === 'string' || isUnknown(value) ? [] : wrong('a string', value);
}

function wrong(expected: string, value: unknown): readonly Problem[] {
  return wrongType(expected, value).problems!;
}

import { DefaultTokenResolver, StringConcat, TerraformCount, TerraformIterator, TerraformResource, Tokenization } from 'cdktf';
import type { IConstruct } from 'constructs';

/** The arguments that make Terraform create several instances of a resource, or none. */
type Instances = Pick<TerraformResource, 'forEach' | 'count'>;

/** A private property of CDKTF. */
interface Overridden {
  readonly rawOverrides: { readonly for_each?: any; readonly count?: any };
}

const FOR_EACH = Symbol('forEach');
const COUNT = Symbol('count');
const MAIN = Symbol('main');

/** An L1 whose class has the properties `FOLLOWED_INSTANCES`. */
interface Follower {
  [FOR_EACH]?: Instances['forEach'];
  [COUNT]?: Instances['count'];
  [MAIN]?: TerraformResource;
}

function follows(part: Follower): part is { [MAIN]: TerraformResource } {
  return part[MAIN] !== undefined && part[FOR_EACH] === undefined && part[COUNT] === undefined;
}

function followed(name: keyof Instances, own: typeof FOR_EACH | typeof COUNT): PropertyDescriptor & ThisType<Follower> {
  return {
    configurable: true,
    enumerable: true,
    get() {
      return follows(this) ? instancesOf(this[MAIN])[name] : this[own];
    },
    set(value: any) {
      this[own] = value;
    },
  };
}

/** The properties `forEach` and `count` of a class of L1s that can follow. */
export const FOLLOWED_INSTANCES = { forEach: followed('forEach', FOR_EACH), count: followed('count', COUNT) };

/**
 * Gives a part of a construct the instances of its main resource: the scopes of an API, the permissions of a role.
 *
 * `forEach` and `count` of the main resource can be set at any time, also by an override. The part can have its own.
 */
export function followInstances(part: TerraformResource, main: TerraformResource): void {
  (part as Follower)[MAIN] = main;
}

/** Returns `forEach` and `count` of a resource as they are written, with overrides. */
function instancesOf(l1: TerraformResource): Instances {
  const { for_each: forEach, count } = (l1 as unknown as Overridden).rawOverrides;
  if (forEach === undefined && count === undefined) {
    return l1;
  }
  return forEach === undefined ? { count } : { forEach: TerraformIterator.fromMap(forEach) };
}

/** Whether Terraform creates several instances of a resource, or none. */
export function hasInstances(l1: TerraformResource): boolean {
  const { forEach, count } = instancesOf(l1);
  return forEach !== undefined || count !== undefined;
}

/** The resource whose attributes are resolved now, if it has instances. */
let resolving: TerraformResource | undefined;

/** Resolves the attributes of a resource that has instances. */
export function resolveFor<T>(l1: TerraformResource, resolve: () => T): T {
  const before = resolving;
  resolving = l1;
  try {
    return resolve();
  } finally {
    resolving = before;
  }
}

/**
 * Returns the index in a reference to a resource: `[each.key]` or `[count.index]` where the resource that refers to it
 * has the same instances, else nothing.
 *
 * @param scope the resource that refers to it, or its stack
 */
export function indexOf(l1: TerraformResource, scope: IConstruct): string {
  const { forEach, count } = instancesOf(l1);
  if (forEach === undefined && count === undefined) {
    return '';
  }
  const from = resolving ?? (TerraformResource.isTerraformResource(scope) ? scope : undefined);
  if (!from || from === l1) {
    return '';
  }
  const own = instancesOf(from);
  if (forEach) {
    return own.forEach && isSame(own.forEach._getForEachExpression(), forEach._getForEachExpression(), from) ? '[each.key]' : '';
  }
  return own.count !== undefined && isSame(numberOf(own.count), numberOf(count), from) ? '[count.index]' : '';
}

function numberOf(count: Instances['count']): unknown {
  return TerraformCount.isTerraformCount(count) ? count.toTerraform() : count;
}

function isSame(a: unknown, b: unknown, scope: IConstruct): boolean {
  return a === b || textOf(a, scope) === textOf(b, scope);
}

function textOf(value: unknown, scope: IConstruct): string {
  return JSON.stringify(Tokenization.resolve(value, { scope, resolver: new DefaultTokenResolver(new StringConcat()) }));
}

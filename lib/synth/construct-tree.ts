import { TerraformDataSource, TerraformElement, TerraformOutput, TerraformResource, TerraformStack } from 'cdktf';
import type { IConstruct } from 'constructs';
import { ApiInfo, apiInfoOf } from './api-info';
import { resolved } from './resolved';
import { isFastL1 } from '../framework/fast-synthesis';
import { isImported } from '../framework/import-block';
import { isTakenOut, overridesOf, withOverridesOfStack } from '../framework/overrides';
import { providerAt } from '../framework/provider';
import { isForeignReference } from '../framework/resolve';
import { allStacks } from '../framework/synthesis';
import { isUnknown } from '../framework/tokens';
import { UNKNOWN, Value } from '../schema/value';
import { CANONICAL_IDENTIFIER, IMPORTED_API } from '../tenant/declarations';
import type { ProviderInfo } from '../tenant/provider';
import type { Source, SourceResource } from '../tenant/source';
import { aliasOf } from '../tenant/sources/terraform-json';
import { camelCase } from '../util/text';

/** An L1 with the getters of its inputs. L1s that were generated elsewhere have these getters, too. */
type L1 = (TerraformResource | TerraformDataSource) & { readonly [input: string]: any };

/** A private property of CDKTF. */
interface Movable {
  readonly _hasMoved?: boolean;
}

/** A resource of the model that comes from a construct. */
export interface TreeResource extends SourceResource {
  readonly construct: IConstruct;
  /** True if a construct of this library created it and has already checked it with the rules. */
  readonly isOurs: boolean;
}

/** A stack as a source of the model. */
export interface StackSource extends Source {
  /** The constructs of the stack, without those of stacks below it. */
  readonly constructs: readonly IConstruct[];
  readonly resources: readonly TreeResource[];
}

/** Returns the constructs that a stack has now as a source of the model. */
export function stackSource(stack: TerraformStack): StackSource {
  let constructs: readonly IConstruct[] | undefined;
  let resources: readonly TreeResource[] | undefined;
  const domains = new Map<string, Value<string>>();
  return {
    name: stack.node.path,
    get constructs() {
      return (constructs ??= constructsOf(stack));
    },
    get resources() {
      return (resources ??= this.constructs.map(resourceOf).filter((resource) => resource !== undefined));
    },
    domainOf: (alias) => {
      if (!domains.has(alias)) {
        domains.set(alias, domainOf(stack, alias));
      }
      return domains.get(alias);
    },
    output: (name) => {
      const output = stack.node.children.find((child) => TerraformOutput.isTerraformOutput(child) && child.friendlyUniqueId === name);
      return output && resolved((output as TerraformOutput).value, output);
    },
  };
}

/** Returns the other stacks of an app as sources. They are looked up when the first of them is needed. */
export function otherSources(stacks: readonly TerraformStack[]): Iterable<StackSource> {
  return {
    *[Symbol.iterator]() {
      for (const stack of allStacks(stacks[0])) {
        if (!stacks.includes(stack)) {
          yield stackSource(stack);
        }
      }
    },
  };
}

/** Returns the provider that an L1 is written with. */
export function providerInfoOfL1(l1: TerraformResource): ProviderInfo {
  const stack = l1.cdktfStack;
  const { provider: alias } = new L1Resource(l1 as L1, false);
  return {
    stack: stack.node.path,
    alias,
    get domain() {
      return alias === UNKNOWN ? UNKNOWN : domainOf(stack, alias);
    },
  };
}

/** What a provider adds to the JSON. */
interface WrittenProvider {
  readonly provider?: { readonly auth0?: ReadonlyArray<{ readonly domain?: unknown }> };
}

/** Returns the domain of a provider of a stack, as it is written. */
export function domainOf(stack: TerraformStack, alias: string): Value<string> {
  const provider = providerAt(stack, alias === '' ? 'auth0' : `auth0.${alias}`);
  const written = provider && (resolved(provider.toTerraform(), provider) as WrittenProvider | typeof UNKNOWN);
  const domain = written === UNKNOWN ? UNKNOWN : written?.provider?.auth0?.[0]?.domain;
  return domain === undefined || typeof domain === 'string' ? domain : UNKNOWN;
}

/** The attributes that may refer to resources of another stack. */
const REFERRING = ['audience', 'client_id', 'resource_server_identifier', 'role_id', 'permissions'];

/** Returns a stack and all stacks that are connected with it by references in the attributes above, also indirectly. */
export function connectedStacks(stack: TerraformStack): TerraformStack[] {
  const stacks = allStacks(stack);
  if (stacks.length === 1) {
    return stacks;
  }
  const links = stacks.map((from) => [from.node.path, foreignStacksOf(from)] as const);
  const connected = new Set([stack.node.path]);
  for (let size = 0; size < connected.size;) {
    size = connected.size;
    for (const [from, to] of links) {
      if (connected.has(from) || to.some((path) => connected.has(path))) {
        [from, ...to].forEach((path) => connected.add(path));
      }
    }
  }
  return stacks.filter((one) => connected.has(one.node.path));
}

function foreignStacksOf(stack: TerraformStack): string[] {
  const found: string[] = [];
  const collect = (value: unknown): void => {
    if (isForeignReference(value)) {
      found.push(value.source);
    } else if (typeof value === 'object' && value !== null) {
      Object.values(value).forEach(collect);
    }
  };
  for (const { type, construct } of stackSource(stack).resources) {
    if (type.startsWith('auth0_')) {
      REFERRING.forEach((name) => collect(resolved((construct as L1)[inputOf(name)], construct)));
    }
  }
  return found;
}

/** Returns the constructs of a stack, without those of nested stacks. */
function constructsOf(stack: TerraformStack): IConstruct[] {
  const all = stack.node.findAll();
  const hasStacks = all.some((construct) => construct !== stack && TerraformStack.isStack(construct));
  return hasStacks ? all.filter((construct) => TerraformStack.of(construct) === stack) : all;
}

function resourceOf(construct: IConstruct): TreeResource | undefined {
  if (TerraformElement.isTerraformElement(construct)) {
    const isData = TerraformDataSource.isTerraformDataSource(construct);
    const isResource = isData || TerraformResource.isTerraformResource(construct);
    return isResource && !hasMoved(construct) && !isTakenOut(construct as L1) ? new L1Resource(construct as L1, isData) : undefined;
  }
  return isImportedApi(construct) ? importedApi(construct, apiInfoOf(construct)!) : undefined;
}

/** Whether a construct is an API that is imported by its attributes and has no L1. */
export function isImportedApi(construct: IConstruct): boolean {
  return apiInfoOf(construct) !== undefined && !construct.node.defaultChild;
}

/** Whether a resource has moved to another one (`moveTo`): CDKTF does not write it. */
export function hasMoved(construct: IConstruct | undefined): boolean {
  return (construct as Movable | undefined)?._hasMoved ?? false;
}

/** The arguments that all resources have. Their L1s have no getter of their inputs. */
const META_ARGUMENTS = ['count', 'depends_on', 'for_each', 'lifecycle'];

class L1Resource implements TreeResource {
  public readonly type: string;
  public readonly isOurs: boolean;
  private readonly isOverridden: boolean;
  private alias?: SourceResource['provider'];
  private rendered?: Readonly<Record<string, unknown>>;
  /** The values that had to be resolved. */
  private values?: Map<string, unknown>;

  public constructor(public readonly construct: L1, isData: boolean) {
    this.type = isData ? `data.${construct.terraformResourceType}` : construct.terraformResourceType;
    this.isOurs = isFastL1(construct);
    this.isOverridden = overridesOf(construct) !== undefined;
  }

  public get address(): string {
    return `${this.type}.${this.construct.friendlyUniqueId}`;
  }

  public get path(): string {
    return this.construct.node.path;
  }

  public get mayExist(): boolean {
    return TerraformResource.isTerraformResource(this.construct) && isImported(this.construct);
  }

  public get provider(): SourceResource['provider'] {
    return (this.alias ??= this.readProvider());
  }

  public get(attribute: string): unknown {
    if (attribute === CANONICAL_IDENTIFIER) {
      // the identifier that the rules use, which an import may tell
      return this.isOurs && this.construct.node.scope ? apiInfoOf(this.construct.node.scope)?.identifier : undefined;
    }
    if (this.isOverridden) {
      return this.written[attribute];
    }
    const isMeta = META_ARGUMENTS.includes(attribute);
    const given = this.construct[isMeta ? camelCase(attribute) : inputOf(attribute)];
    if (given === undefined) {
      return undefined;
    }
    const known = this.values?.get(attribute);
    if (known !== undefined) {
      return known;
    }
    // as CDKTF writes it: without constructs and iterators in it
    const value = resolved(isMeta ? this.construct.terraformMetaArguments[camelCase(attribute)] : given, this.construct);
    // the checks themselves add to `depends_on`
    if (value !== given && attribute !== 'depends_on') {
      this.values ??= new Map();
      this.values.set(attribute, value);
    }
    return value;
  }

  private readProvider(): SourceResource['provider'] {
    if (!this.isOverridden) {
      return this.construct.provider?.alias ?? '';
    }
    const { provider } = this.written;
    return typeof provider === 'string' ? isUnknown(provider) ? UNKNOWN : aliasOf(provider) : '';
  }

  /** The attributes in the JSON, where some of them are overridden. */
  private get written(): Readonly<Record<string, unknown>> {
    return (this.rendered ??= this.render());
  }

  private render(): Readonly<Record<string, unknown>> {
    const { terraformResourceType: type, friendlyUniqueId: name } = this.construct;
    const { resource, data } = this.construct.toTerraform();
    const attributes = (resource ?? data)?.[type]?.[name] ?? {};
    return resolved({ ...withOverridesOfStack(this.construct, attributes) }, this.construct) as Readonly<Record<string, unknown>>;
  }
}

const inputs = new Map<string, string>();

/** Returns the name of the getter of an L1 that returns an attribute as it was set: `tokenLifetimeInput`. */
function inputOf(attribute: string): string {
  let input = inputs.get(attribute);
  if (input === undefined) {
    input = `${camelCase(attribute)}Input`;
    inputs.set(attribute, input);
  }
  return input;
}

/** Returns an API that is imported by its attributes and has no L1. */
function importedApi(construct: IConstruct, { identifier, scopes, provider }: ApiInfo): TreeResource {
  const attributes: Readonly<Record<string, unknown>> = {
    identifier: (construct as { readonly identifier?: unknown }).identifier,
    [CANONICAL_IDENTIFIER]: identifier,
    scopes,
  };
  const { path } = construct.node;
  return {
    construct,
    isOurs: true,
    type: IMPORTED_API,
    address: path,
    path,
    provider: provider()?.alias ?? '',
    get: (name) => resolved(attributes[name], construct),
  };
}

/** Returns the L1 of a construct: its default child, also through several constructs. Else the construct itself. */
export function l1Of(construct: IConstruct): IConstruct {
  const child = TerraformElement.isTerraformElement(construct) ? undefined : construct.node.defaultChild;
  return child ? l1Of(child) : construct;
}

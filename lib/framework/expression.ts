import { DefaultTokenResolver, IResolvable, IResolveContext, StringConcat, TerraformDataSource, TerraformElement, TerraformResource, TerraformStack, Tokenization } from 'cdktf';
import { Construct, IConstruct } from 'constructs';
import { attributeOf } from './lazy';
import { isUnknown } from './tokens';
import { Expression, parseTemplate, withoutEscapes } from '../util/hcl';
import { Definition, UNCLEAR, WaitsFor, hasPlainText as hasPlainTextIn, waitsFor as waitsForIn } from '../util/hcl-values';
import { camelCase } from '../util/text';

/** Whether text that is written in the definition can come out of a token. Call it at any time. */
export function hasPlainText(token: unknown, scope?: IConstruct): boolean {
  const { value, definition } = read(token, scope);
  return hasPlainTextIn(typeof value === 'string' ? withoutEscapes(value) : value, definition);
}

/** Whether Terraform knows a token when it plans. Call it at any time. */
export function waitsFor(token: unknown): WaitsFor {
  const { value, definition } = read(token);
  return waitsForIn(value, definition);
}

/** Whether a token is written as the text of an expression. False for a `Lazy`, of which that is not known yet. */
export function isWrittenAsText(token: unknown): boolean {
  const { value } = read(token);
  return typeof value === 'string' && !value.includes(UNCLEAR);
}

/** Functions of Terraform with a list for result, and with a map. */
const LISTS = new Set([
  'chunklist', 'coalescelist', 'compact', 'concat', 'distinct', 'fileset', 'flatten', 'formatlist', 'keys', 'matchkeys', 'range',
  'regexall', 'reverse', 'setintersection', 'setproduct', 'setsubtract', 'setunion', 'slice', 'sort', 'split', 'tolist', 'toset', 'values',
]);
const MAPS = new Set(['merge', 'tomap', 'transpose', 'zipmap']);

/** Whether a token is a list or a map. Undefined if that cannot be told. */
export function shapeOf(token: unknown): 'list' | 'map' | undefined {
  if (typeof token === 'object' && token !== null && !Tokenization.isResolvable(token)) {
    return Array.isArray(token) ? 'list' : 'map';
  }
  const { value, stacks } = read(token);
  return shapeIn(typeof value === 'string' ? parseTemplate(value) : undefined, stacks) ?? shapeOfLiteral(value);
}

/**
 * Returns the token that a list is: CDKTF's encoding of one, `variable.listValue`; or a token for a list as the only
 * item, which programs without types can give. Undefined for a list of single values.
 */
export function listTokenIn(list: readonly unknown[]): unknown {
  if (list.length !== 1) {
    return undefined;
  }
  const [only] = list;
  return isListEntry(only) ? list : isUnknown(only) && shapeOf(only) === 'list' ? only : undefined;
}

function isListEntry(value: unknown): boolean {
  return typeof value === 'string' && value.startsWith('#{TfToken[');
}

function shapeIn(expression: Expression | undefined, stacks: ReadonlySet<TerraformStack>): 'list' | 'map' | undefined {
  switch (expression?.kind) {
    case 'list':
      return 'list';
    case 'object':
      return 'map';
    case 'for':
      return expression.results.length === 1 ? 'list' : 'map';
    case 'call':
      return LISTS.has(expression.name) ? 'list' : MAPS.has(expression.name) ? 'map' : undefined;
    case 'conditional':
      return expression.branches.map((branch) => shapeIn(branch, stacks)).find((shape) => shape !== undefined);
    case 'reference': {
      const [root, name, ...rest] = expression.names;
      const element = rest.length === 0 && DEFINED.has(root) ? find(stacks, root, name) : undefined;
      return element && (isVariable(element) ? shapeOfVariable(element) : shapeOf(definedValueOf(element)));
    }
    default:
      return undefined;
  }
}

function shapeOfVariable({ type = '', default: fallback }: Variable): 'list' | 'map' | undefined {
  const [, list, map] = /^\s*(?:(list|set|tuple)|(map|object))\b/.exec(type) ?? [];
  return list ? 'list' : map ? 'map' : shapeOfLiteral(fallback);
}

function shapeOfLiteral(value: unknown): 'list' | 'map' | undefined {
  return Array.isArray(value) ? 'list' : typeof value === 'object' && value !== null && !Tokenization.isResolvable(value) ? 'map' : undefined;
}

/** Returns the variable or the local value that a token consists of. */
export function definitionOf(token: unknown): TerraformElement | undefined {
  const { value, stacks } = read(token);
  const expression = typeof value === 'string' ? parseTemplate(value) : undefined;
  const [root, name, ...rest] = expression?.kind === 'reference' ? expression.names : [];
  return DEFINED.has(root) && name !== undefined && rest.length === 0 ? find(stacks, root, name) : undefined;
}

/** Returns the value of a variable or a local value that is written in the definition. */
export function definedValueOf(element: TerraformElement): unknown {
  const { rawOverrides } = element as unknown as { readonly rawOverrides: { readonly default?: unknown } };
  // CDKTF has no getter for the expression of a local value
  return isVariable(element) ? rawOverrides.default ?? element.default : (element as unknown as { readonly _expression: unknown })._expression;
}

/** A variable of Terraform. */
export interface Variable extends TerraformElement {
  readonly type?: string;
  readonly default?: unknown;
}

/** Whether an element is a variable. */
export function isVariable(element: TerraformElement): element is Variable {
  return 'listValue' in element && 'nullable' in element;
}

function isLocal(element: TerraformElement): boolean {
  return 'asNumberMap' in element && '_expression' in element;
}

/**
 * Reads a token without a change to any construct. What a `Lazy` will produce is not asked for: the values that it
 * needs may not be there yet.
 */
function read(token: unknown, scope?: IConstruct): { value: unknown; definition: Definition; stacks: ReadonlySet<TerraformStack> } {
  const resolver = new ExpressionResolver();
  const resolve = (value: unknown): unknown => {
    try {
      return isUnknown(value) || typeof value === 'object' ? Tokenization.resolve(value, { scope: {} as IConstruct, resolver }) : value;
    } catch {
      return `\${${UNCLEAR}}`;
    }
  };
  if (scope) {
    resolver.stacks.add(TerraformStack.of(scope));
  }
  const definition: Definition = ([root, name, attribute]) => {
    const element = name === undefined || NOT_DEFINED.has(root) ? undefined : find(resolver.stacks, root, name);
    return element && resolve(attribute !== undefined && !DEFINED.has(root) ? inputOf(element, attribute) : definedValueOf(element));
  };
  return { value: resolve(token), definition, stacks: resolver.stacks };
}

/** What can be referred to beside resources. */
const DEFINED = new Map<string, (element: TerraformElement) => boolean>([['var', isVariable], ['local', isLocal]]);

/** What has no value in the definition. */
const NOT_DEFINED = new Set(['count', 'data', 'each', 'module', 'path', 'terraform', UNCLEAR.split('.')[0]]);

function find(stacks: Iterable<TerraformStack>, root: string, name: string): TerraformElement | undefined {
  const is = DEFINED.get(root) ?? ((element) => TerraformResource.isTerraformResource(element) && element.terraformResourceType === root);
  for (const stack of stacks) {
    const isFound = (one: IConstruct): one is TerraformElement =>
      TerraformElement.isTerraformElement(one) && is(one) && nameOf(one, stack) === name;
    const child = stack.node.tryFindChild(name);
    const found = child && isFound(child) ? child : stack.node.findAll().find(isFound);
    if (found) {
      return found;
    }
  }
  return undefined;
}

/** Returns an attribute of a resource as it was set. A `terraform_data` puts out what was put in. */
function inputOf(resource: TerraformElement, attribute: string): unknown {
  return (resource as unknown as Readonly<Record<string, unknown>>)[`${camelCase(attribute === 'output' ? 'input' : attribute)}Input`];
}

/** The name of an element. `friendlyUniqueId` would fix it, so that a later `overrideLogicalId` has no effect. */
function nameOf(element: TerraformElement, stack: TerraformStack): string {
  const { _logicalIdOverride: own } = element as unknown as { readonly _logicalIdOverride?: string };
  return own ?? stack.getLogicalId(element);
}

/** Resolves the expressions of CDKTF to their texts in any stack, and every other token to a name that says nothing. */
class ExpressionResolver extends DefaultTokenResolver {
  /** The stacks that references come from. */
  public readonly stacks = new Set<TerraformStack>();

  public constructor() {
    super(new StringConcat());
  }

  public override resolveToken(token: IResolvable, context: IResolveContext, postProcessor: any): any {
    const text = this.textOf(token);
    if (text !== undefined) {
      return context.suppressBraces ? text : `\${${text}}`;
    }
    return super.resolveToken(token, context, postProcessor);
  }

  /** The text of a token that must not be resolved here, because that would fix the names of constructs. */
  private textOf(token: IResolvable): string | undefined {
    const [of, name] = attributeOf(token) ?? [];
    if (of) {
      return this.referenceTo(of, name!);
    }
    const { terraformResource, terraformAttribute, identifier, originStack, target, dependable } = token as CdktfToken;
    if (terraformResource && terraformAttribute !== undefined) {
      return this.referenceTo(terraformResource, terraformAttribute);
    }
    if (!isIntrinsic(token) || dependable !== undefined || Construct.isConstruct(target)) {
      return UNCLEAR;
    }
    if (originStack && typeof identifier === 'string') {
      this.stacks.add(originStack);
    }
    return typeof identifier === 'string' ? identifier : undefined;
  }

  private referenceTo(of: object, attribute: string): string {
    if (TerraformElement.isTerraformElement(of) && 'terraformResourceType' in of) {
      const { cdktfStack: stack, terraformResourceType: type } = of as TerraformResource;
      this.stacks.add(stack);
      return `${TerraformDataSource.isTerraformDataSource(of) ? 'data.' : ''}${type}.${nameOf(of, stack)}.${attribute}`;
    }
    // an attribute of a block
    const { terraformResource, terraformAttribute } = of as CdktfToken;
    return terraformResource && terraformAttribute !== undefined
      ? this.referenceTo(terraformResource, `${terraformAttribute}.${attribute}`)
      : UNCLEAR;
  }
}

/** Members of CDKTF's tokens that are not public. */
interface CdktfToken extends IResolvable {
  readonly terraformResource?: object;
  readonly terraformAttribute?: string;
  readonly identifier?: string;
  readonly originStack?: TerraformStack;
  readonly target?: unknown;
  readonly dependable?: unknown;
}

/** Whether a token is one of CDKTF's expressions or a literal, of any copy of CDKTF. */
function isIntrinsic(token: object): boolean {
  for (let type = Object.getPrototypeOf(token); type; type = Object.getPrototypeOf(type)) {
    if (type.constructor?.name === 'Intrinsic') {
      return true;
    }
  }
  return false;
}

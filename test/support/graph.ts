/** What each resource, data source and local value of a synthesized stack needs, by their addresses. */
export type Graph = ReadonlyMap<string, ReadonlySet<string>>;

/** The dependencies that Terraform finds: references in texts, and `depends_on`. */
export function dependencyGraph(stack: any): Graph {
  const nodes = nodesOf(stack);
  return new Map(Array.from(nodes, ([address, config]) => {
    // a local value may be anything
    const { depends_on: named = [], ...rest } = Object(config);
    const found = [...named, ...textsIn(typeof config === 'string' ? config : rest).flatMap(referencesIn)];
    return [address, new Set<string>(found.filter((reference) => nodes.has(reference)))];
  }));
}

/** Whether Terraform creates `address` after `earlier`. */
export function comesAfter(graph: Graph, address: string, earlier: string, seen = new Set<string>()): boolean {
  for (const needed of graph.get(address) ?? []) {
    if (needed === earlier) {
      return true;
    }
    if (!seen.has(needed)) {
      seen.add(needed);
      if (comesAfter(graph, needed, earlier, seen)) {
        return true;
      }
    }
  }
  return false;
}

/** What needs itself. */
export function cycles(graph: Graph): string[] {
  return Array.from(graph.keys()).filter((address) => comesAfter(graph, address, address));
}

/**
 * Each grant and each role's permission that Terraform may create before a scope that it names. Of an API that is
 * defined in another stack, nothing is said.
 */
export function orderProblems(stack: any): string[] {
  const graph = dependencyGraph(stack);
  const owners = scopesIn(stack);
  return usesIn(stack).flatMap(({ address, api, names }) =>
    owners
      .filter((owner) => owner.api === api && mayShare(owner.names, names))
      .filter((owner) => !comesAfter(graph, address, owner.address))
      .map((owner) => `${address} does not come after ${owner.address}`));
}

/** Scopes, of a resource that declares or uses some; all that there are, where only Terraform knows. */
interface Scopes {
  readonly address: string;
  readonly api: string;
  readonly names: readonly string[] | 'all';
}

function mayShare(some: Scopes['names'], others: Scopes['names']): boolean {
  if (some === 'all' || others === 'all') {
    return true;
  }
  return some.some((name) => others.some((other) => name === other || isToken(name) || isToken(other)));
}

function scopesIn(stack: any): Scopes[] {
  return [
    ...instances(stack, 'auth0_resource_server_scopes').map(([address, config]) => ({
      address,
      api: apiOf(stack, config.resource_server_identifier),
      names: config.dynamic ? ('all' as const) : config.scopes.map(({ name }: { name: string }) => name),
    })),
    ...instances(stack, 'auth0_resource_server_scope').map(([address, { resource_server_identifier: api, scope }]) => ({
      address,
      api: apiOf(stack, api),
      names: [scope],
    })),
  ];
}

function usesIn(stack: any): Scopes[] {
  return [
    ...instances(stack, 'auth0_client_grant').map(([address, { audience, scopes }]) => ({
      address,
      api: apiOf(stack, audience),
      names: Array.isArray(scopes) ? scopes : ('all' as const),
    })),
    ...instances(stack, 'auth0_role_permissions').flatMap(([address, { permissions = [] }]) =>
      permissions.map(({ name, resource_server_identifier: api }: Record<string, string>) => ({
        address,
        api: apiOf(stack, api),
        names: [name],
      }))),
    ...instances(stack, 'auth0_role_permission').map(([address, { permission, resource_server_identifier: api }]) => ({
      address,
      api: apiOf(stack, api),
      names: [permission],
    })),
  ];
}

function instances(stack: any, type: string): Array<[address: string, config: any]> {
  return Object.entries<any>(stack.resource?.[type] ?? {}).map(([name, config]) => [`${type}.${name}`, config]);
}

const API = /^\$\{(?:data\.)?auth0_resource_server\.([\w-]+)\.identifier\}$/;
const SCOPES = /^\$\{auth0_resource_server_scopes\.([\w-]+)\.resource_server_identifier\}$/;

/** The identifier of the API that a value names, traced through references. */
function apiOf(stack: any, value: string): string {
  const [, scopes] = SCOPES.exec(value) ?? [];
  const [, api] = API.exec(value) ?? [];
  const kind = value.startsWith('${data.') ? 'data' : 'resource';
  const next = scopes === undefined
    ? stack[kind]?.auth0_resource_server?.[api]?.identifier
    : stack.resource.auth0_resource_server_scopes?.[scopes]?.resource_server_identifier;
  return next === undefined ? value : apiOf(stack, next);
}

function isToken(text: string): boolean {
  return text.includes('${');
}

function nodesOf(stack: any): Map<string, any> {
  const of = (kinds: any, prefix: string): Array<[string, any]> =>
    Object.entries<any>(kinds ?? {}).flatMap(([type, named]) =>
      Object.entries<any>(named).map(([name, config]): [string, any] => [`${prefix}${type}.${name}`, config]));
  return new Map([...of(stack.resource, ''), ...of(stack.data, 'data.'), ...of({ local: stack.locals ?? {} }, '')]);
}

function textsIn(value: unknown): string[] {
  if (typeof value === 'string') {
    return [value];
  }
  return typeof value === 'object' && value !== null
    ? Object.entries(value).flatMap(([key, member]) => [key, ...textsIn(member)])
    : [];
}

/** The addresses in the interpolations and directives of a text. */
function referencesIn(text: string): string[] {
  const start = text.search(/[$%]\{/);
  return start < 0 ? [] : (text.slice(start).match(/(?<![\w.-])(?:data\.)?[a-z]\w*\.[\w-]+/g) ?? []);
}

/** The dependencies of each resource, data source and local value of a synthesized stack, by their addresses. */
export type Graph = ReadonlyMap<string, ReadonlySet<string>>;

/** Returns the dependencies that Terraform finds: references in strings, and `depends_on`. */
export function dependencyGraph(stack: any): Graph {
  const nodes = nodesOf(stack);
  return new Map(Array.from(nodes, ([address, config]) => {
    // a local value can have any type
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

/** Returns the addresses that depend on themselves. */
export function cycles(graph: Graph): string[] {
  return Array.from(graph.keys()).filter((address) => comesAfter(graph, address, address));
}

/**
 * Returns each grant and each permission that Terraform may create before one of its scopes. Ignores APIs that are
 * defined in another stack.
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

/** The scopes that a resource declares or uses. `all` if only Terraform knows them. */
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

/** Returns the identifier of the API that a value names. Follows references. */
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

/** Returns the addresses in the interpolations and directives of a string. */
function referencesIn(text: string): string[] {
  const start = text.search(/[$%]\{/);
  return start < 0 ? [] : (text.slice(start).match(/(?<![\w.-])(?:data\.)?[a-z]\w*\.[\w-]+/g) ?? []);
}

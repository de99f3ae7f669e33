import { UNKNOWN, Value } from '../../schema/value';
import type { Source, SourceResource } from '../source';
import { JsonObject, objectAt } from './json';

/** The top-level blocks of a Terraform configuration. */
const BLOCKS = [
  'resource', 'data', 'terraform', 'provider', 'output', 'variable', 'locals', 'module', 'import', 'moved', 'removed', 'check', 'ephemeral',
];

/** Checks whether a document is a Terraform configuration. */
export function isTerraformJson(document: JsonObject): boolean {
  return Object.keys(document).some((key) => BLOCKS.includes(key));
}

/**
 * Reads a synthesized stack (`cdk.tf.json`), or another configuration in Terraform's JSON syntax.
 *
 * @param file the name of the file, for errors
 * @throws Error that names the file and the place if a value has an unexpected type
 */
export function terraformJsonSource(document: JsonObject, file: string): Source {
  const { stackName } = metadataOf(document);
  const providers = providersIn(document.provider, file);
  const outputs = mergedAt(document.output, file, 'output');
  const imported = importedIn(document.import, file);
  return {
    name: typeof stackName === 'string' ? stackName : '',
    resources: [...resourcesIn(document.resource, '', file, imported), ...resourcesIn(document.data, 'data.', file, imported)],
    providers,
    domainOf: (alias) => domainIn(providers, alias),
    output: (name) => outputs[name] === undefined ? undefined : mergedAt(outputs[name], file, `output.${name}`).value,
  };
}

/** Returns the addresses in `import` blocks. */
function importedIn(blocks: unknown, file: string): ReadonlySet<unknown> {
  return new Set((Array.isArray(blocks) ? blocks : [blocks]).map((block) => {
    const { to } = objectAt(block, file, 'import');
    return typeof to === 'string' ? to.replace(/^\$\{(.*)\}$/, '$1') : to;
  }));
}

function providersIn(providers: unknown, file: string): SourceResource[] {
  const { auth0 } = mergedAt(providers, file, 'provider');
  return (Array.isArray(auth0) ? auth0 : auth0 === undefined ? [] : [auth0]).map((config) => {
    const attributes = objectAt(config, file, 'provider.auth0');
    return providerOf(attributes.alias, (attribute) => attributes[attribute]);
  });
}

/** Returns a provider as a resource. */
export function providerOf(alias: unknown, get: SourceResource['get']): SourceResource {
  const own = typeof alias === 'string' ? alias : '';
  return { type: 'provider.auth0', address: own === '' ? 'provider.auth0' : `provider.auth0.${own}`, provider: own, get };
}

/** Returns the domain of the provider with an alias, as it is written. */
export function domainIn(providers: readonly SourceResource[], alias: string): Value<string> {
  const domain = providers.find(({ provider }) => provider === alias)?.get('domain');
  return domain === UNKNOWN || typeof domain === 'string' ? domain : undefined;
}

function resourcesIn(blocks: unknown, prefix: '' | 'data.', file: string, imported: ReadonlySet<unknown>): SourceResource[] {
  const root = prefix === '' ? 'resource' : 'data';
  return Object.entries(mergedAt(blocks, file, root)).flatMap(([type, byName]) =>
    Object.entries(mergedAt(byName, file, `${root}.${type}`)).map(([name, attributes]) =>
      resourceOf(`${prefix}${type}`, name, attributes, file, `${root}.${type}.${name}`, imported)));
}

function resourceOf(type: string, name: string, block: unknown, file: string, place: string, imported: ReadonlySet<unknown>): SourceResource {
  const attributes = mergedAt(block, file, place);
  const { path } = metadataOf(attributes);
  const { provider } = attributes;
  const dynamic = mergedAt(attributes.dynamic, file, `${place}.dynamic`);
  return {
    type,
    address: `${type}.${name}`,
    path: typeof path === 'string' ? path : undefined,
    provider: typeof provider === 'string' ? aliasOf(provider) : '',
    mayExist: imported.has(`${type}.${name}`),
    get: (attribute) => (attribute in dynamic ? UNKNOWN : attributes[attribute]),
  };
}

/** Returns the metadata that CDKTF writes into the comment of a block. Other tools may write comments of any type. */
function metadataOf(block: JsonObject): JsonObject {
  const metadata = (block['//'] as JsonObject | null | undefined)?.metadata;
  return (metadata ?? {}) as JsonObject;
}

/** Returns the alias of a provider: `eu` for `auth0.eu`. */
export function aliasOf(provider: string): string {
  return provider.split('.')[1] ?? '';
}

/** Returns an object, or merges the objects of a list. Terraform's JSON syntax allows both forms for blocks. */
function mergedAt(value: unknown, file: string, place: string): JsonObject {
  return Array.isArray(value)
    ? Object.assign({}, ...value.map((item, index) => objectAt(item, file, `${place}[${index}]`)))
    : objectAt(value, file, place);
}

import { UNKNOWN } from '../../schema/value';
import type { Source, SourceResource } from '../source';
import { JsonObject, listAt, objectAt, textAt } from './json';
import { aliasOf, domainIn, providerOf } from './terraform-json';

/** The major version of the format that can be read. */
const FORMAT = '1';

/** The configuration of a resource in a plan. It is the same for all instances of the resource. */
interface Configured {
  readonly provider: string;
  readonly expressions: JsonObject;
}

/** A resource in a document, and its place there. */
interface ResourceEntry {
  readonly resource: JsonObject;
  readonly place: string;
  readonly address: string;
  /** The address of its module, with a dot at the end; '' in the root. */
  readonly module: string;
}

/** The blocks that the model reads. If they are dynamic, the configuration in a plan does not have them. */
const BLOCKS = ['scopes', 'permissions', 'authorization_details', 'subject_type_authorization', 'token_exchange'];

/** The sensitive attributes that rules judge if they are literals in the configuration. No message shows them. */
const NEVER_SHOWN = ['signing_secret'];

/** The index of an instance in an address: `[0]`, `["eu"]`. */
const INSTANCE = /\[(?:\d+|"(?:[^"\\]|\\.)*")\]/g;

/** Checks whether a document is the output of `terraform show -json` for a plan or a state. */
export function isTerraformShow(document: JsonObject): boolean {
  return 'format_version' in document || 'planned_values' in document;
}

/**
 * Reads the output of `terraform show -json` for a plan or a state. For a plan, the values are those after the apply.
 *
 * @param file the name of the file, for errors
 * @throws Error that names the file and the place if the format version is another one or a value has an unexpected type
 */
export function terraformShowSource(document: JsonObject, file: string): Source {
  const version = textAt(document.format_version, file, 'format_version');
  if (version.split('.')[0] !== FORMAT) {
    const found = /^[\d.]{1,10}$/.test(version) ? `the format version ${version}` : 'a format version that is none';
    throw new Error(`${file} has ${found}, but only ${FORMAT}.x can be read: use a version of Terraform that writes it`);
  }
  const root = document.planned_values ? 'planned_values' : 'values';
  const values = objectAt(document[root], file, root);
  const planned = resourcesIn(values.root_module, file, `${root}.root_module`);
  const addresses = new Set(planned.map(({ address }) => address));
  // a data source that Terraform reads while planning is only in the prior state
  const prior = objectAt(objectAt(document.prior_state, file, 'prior_state').values, file, 'prior_state.values');
  const read = resourcesIn(prior.root_module, file, 'prior_state.values.root_module')
    .filter(({ resource, address }) => resource.mode === 'data' && !addresses.has(address));

  const unknown = unknownOf(document, file);
  const configured = configuredOf(document, file);
  const outputs = objectAt(values.outputs, file, `${root}.outputs`);
  const providers = providersIn(document, file);
  return {
    name: '',
    resources: [...planned, ...read].map((entry) => resourceOf(entry, unknown, configured, file)),
    ...(providers && { providers, domainOf: (alias) => domainIn(providers, alias) }),
    output: (name) => {
      const { value, sensitive } = (outputs[name] ?? {}) as JsonObject;
      return sensitive === true ? UNKNOWN : value;
    },
  };
}

/**
 * Returns what a plan starts from: the state before it. Undefined if the document is no plan.
 *
 * @param file the name of the file, for errors
 */
export function priorSource(document: JsonObject, file: string): Source | undefined {
  if (!document.planned_values) {
    return undefined;
  }
  const { values } = objectAt(document.prior_state, file, 'prior_state');
  return terraformShowSource({ format_version: document.format_version, values }, file);
}

/** Returns the providers of Auth0 in the root module of a plan; undefined for a state, which does not have them. */
function providersIn(document: JsonObject, file: string): SourceResource[] | undefined {
  const { provider_config: configs } = objectAt(document.configuration, file, 'configuration');
  return configs === undefined || configs === null ? undefined :
    Object.entries(objectAt(configs, file, 'configuration.provider_config')).flatMap(([key, one]) => {
      const place = `configuration.provider_config.${key}`;
      const { name, alias, expressions } = objectAt(one, file, place);
      const values = objectAt(expressions, file, `${place}.expressions`);
      return name === 'auth0' && !key.includes(':') ? [providerOf(alias, (attribute) => writtenAs(values[attribute]))] : [];
    });
}

/** Returns the literal of an expression in the configuration, or UNKNOWN if it is not a literal. */
function writtenAs(expression: unknown): unknown {
  if (expression === undefined || expression === null) {
    return undefined;
  }
  return isConstant(expression) ? expression.constant_value : UNKNOWN;
}

function isConstant(expression: unknown): expression is { readonly constant_value: unknown } {
  return typeof expression === 'object' && expression !== null && 'constant_value' in expression;
}

/** Returns the resources of a module and its child modules. */
function resourcesIn(module: unknown, file: string, place: string): ResourceEntry[] {
  const { address, resources, child_modules: children } = objectAt(module, file, place);
  const prefix = address === undefined ? '' : `${textAt(address, file, `${place}.address`)}.`;
  return [
    ...listAt(resources, file, `${place}.resources`).map((one, index): ResourceEntry => {
      const own = `${place}.resources[${index}]`;
      const resource = objectAt(one, file, own);
      return { resource, place: own, address: textAt(resource.address, file, `${own}.address`), module: prefix };
    }),
    ...listAt(children, file, `${place}.child_modules`).flatMap((child, index) => resourcesIn(child, file, `${place}.child_modules[${index}]`)),
  ];
}

function resourceOf(
  { resource, place, address, module }: ResourceEntry,
  unknown: ReadonlyMap<string, JsonObject>,
  configured: ReadonlyMap<string, Configured>,
  file: string,
): SourceResource {
  const type = textAt(resource.type, file, `${place}.type`);
  const values = objectAt(resource.values, file, `${place}.values`);
  const { provider = '', expressions } = configured.get(withoutInstances(address)) ?? {};
  const pending = unknown.get(address) ?? {};
  const sensitive = objectAt(resource.sensitive_values, file, `${place}.sensitive_values`);
  return {
    type: resource.mode === 'data' ? `data.${type}` : type,
    address,
    provider,
    mayExist: true,
    get: (attribute) => {
      const expression = expressions?.[attribute];
      if (isSensitive(sensitive[attribute]) && !(NEVER_SHOWN.includes(attribute) && isConstant(expression))) {
        return UNKNOWN;
      }
      if (values[attribute] === '' && expression === undefined) {
        return undefined; // the provider writes it for what Auth0 does not have
      }
      const isUnset = expressions && expression === undefined && !BLOCKS.includes(attribute);
      return pending[attribute] === true && isUnset
        ? undefined
        : withReferences(values[attribute], pending[attribute], expression, module);
    },
  };
}

/** Whether a value is or contains something that Terraform marks as sensitive. A mark that is not understood is one, too. */
function isSensitive(mark: unknown): boolean {
  return typeof mark === 'object' && mark !== null
    ? Object.values(mark).some(isSensitive)
    : mark !== undefined && mark !== null && mark !== false;
}

/** Returns a value. The parts that are known only after the apply become the references in the configuration, or UNKNOWN. */
function withReferences(value: unknown, unknown: unknown, expression: unknown, module: string): unknown {
  if (unknown === true) {
    return referenceIn(expression, module) ?? UNKNOWN;
  }
  if (Array.isArray(unknown) && unknown.length > 0) {
    const items = Array.isArray(value) ? value : [];
    const expressions = Array.isArray(expression) ? expression : [];
    return unknown.map((item, index) =>
      withReferences(items[index], item, expressions.length === unknown.length ? expressions[index] : undefined, module));
  }
  if (typeof unknown === 'object' && unknown !== null && Object.keys(unknown).length > 0) {
    const members = (value ?? {}) as JsonObject;
    const expressions = (expression ?? {}) as JsonObject;
    const names = new Set([...Object.keys(members), ...Object.keys(unknown)]);
    return Object.fromEntries(Array.from(names, (name) =>
      [name, withReferences(members[name], (unknown as JsonObject)[name], expressions[name], module)]));
  }
  return value;
}

/**
 * Returns the reference if an expression is exactly one reference. Terraform lists the reference with its attribute, then
 * the resource, and for an instance also the resource without the index.
 */
function referenceIn(expression: unknown, module: string): string | undefined {
  const references = (expression as { readonly references?: unknown } | null | undefined)?.references;
  if (!Array.isArray(references)) {
    return undefined;
  }
  const [whole, address, ...more] = references.map(String);
  const isOne = more.length === 0 || (more.length === 1 && address.replace(/\[[^[]*\]$/, '') === more[0]);
  return isOne && whole?.startsWith(`${address}.`) ? `\${${module}${whole}}` : undefined;
}

/** Returns the attributes that are known only after the apply, by address. */
function unknownOf(document: JsonObject, file: string): Map<string, JsonObject> {
  const changes = listAt(document.resource_changes, file, 'resource_changes');
  return new Map(changes.flatMap((one, index) => {
    const place = `resource_changes[${index}]`;
    const { address, change, deposed } = objectAt(one, file, place);
    const { after_unknown: unknown } = objectAt(change, file, `${place}.change`);
    const own = [textAt(address, file, `${place}.address`), objectAt(unknown, file, `${place}.change.after_unknown`)] as const;
    // a deposed object, left by a failed replacement, has the same address as the current one
    return deposed === undefined ? [own] : [];
  }));
}

/** Returns the configuration of resources in a plan, by address without the index of an instance. */
function configuredOf(document: JsonObject, file: string): Map<string, Configured> {
  const found = new Map<string, Configured>();
  const visit = (value: unknown, prefix: string, place: string): void => {
    const { resources, module_calls: calls } = objectAt(value, file, place);
    listAt(resources, file, `${place}.resources`).forEach((one, index) => {
      const own = `${place}.resources[${index}]`;
      const { address, provider_config_key: key, expressions } = objectAt(one, file, own);
      found.set(`${prefix}${textAt(address, file, `${own}.address`)}`, {
        provider: typeof key === 'string' ? aliasOf(key.split(':').pop()!) : '',
        expressions: objectAt(expressions, file, `${own}.expressions`),
      });
    });
    Object.entries(objectAt(calls, file, `${place}.module_calls`)).forEach(([name, call]) =>
      visit(objectAt(call, file, `${place}.module_calls.${name}`).module, `${prefix}module.${name}.`, `${place}.module_calls.${name}.module`));
  };
  visit(objectAt(document.configuration, file, 'configuration').root_module, '', 'configuration.root_module');
  return found;
}

function withoutInstances(address: string): string {
  return address.replace(INSTANCE, '');
}

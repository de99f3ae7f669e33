/** What `terraform show -json` prints of a state with these resources in the root module. */
export function stateOf(resources: readonly object[], more: object = {}): any {
  return { format_version: '1.0', terraform_version: '1.9.0', values: { root_module: { resources, ...more } } };
}

/** A resource or data source as `terraform show -json` prints it. */
export function shown(address: string, values: object = {}, more: object = {}): any {
  const [, data, type, name] = /(data\.)?(\w+)\.([\w-]+)(?:\[(?:\d+|"(?:[^"\\]|\\.)*")\])?$/.exec(address)!;
  return {
    address,
    mode: data ? 'data' : 'managed',
    type,
    name,
    provider_name: 'registry.terraform.io/auth0/auth0',
    schema_version: 0,
    values,
    sensitive_values: {},
    ...more,
  };
}

/** What the plan says of a change. */
export function change(address: string, afterUnknown: object = {}, more: object = {}): any {
  return { address, mode: 'managed', change: { actions: ['create'], before: null, after: {}, after_unknown: afterUnknown, ...more } };
}

/** An expression that consists of one reference, as the configuration in a plan has it. */
export function reference(text: string): object {
  const address = text.slice(0, text.lastIndexOf('.'));
  const withoutInstance = address.replace(/\[[^[]*\]$/, '');
  return { references: [text, address, ...(withoutInstance === address ? [] : [withoutInstance])] };
}

/** What the configuration in a plan says of a resource. */
export function configured(address: string, expressions: object = {}, provider_config_key = 'auth0'): any {
  return { address, mode: 'managed', provider_config_key, expressions };
}

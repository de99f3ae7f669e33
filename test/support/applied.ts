import { dataSourceSchema, resourceSchema } from './schema';
import { shown, stateOf } from './shown';
import { parseReference } from '../../lib/tenant/reference';

/** What Auth0 and its provider fill in, beyond ids, for what a configuration leaves out. */
const DEFAULTS: Readonly<Record<string, object>> = {
  auth0_client_grant: {
    subject_type: 'client', allow_all_scopes: false, allow_any_organization: false, scopes: [], authorization_details_types: [], is_system: false,
  },
  auth0_role: { type: 'tenant', owner_id: '' },
  auth0_resource_server: { is_system: false },
};

/** The attributes that hold the id of a resource, beside `id`. */
const IDS: Readonly<Record<string, string>> = { auth0_client: 'client_id', auth0_client_cimd: 'client_id' };

const META_ARGUMENTS = ['//', 'depends_on', 'count', 'for_each', 'provider', 'lifecycle', 'connection', 'provisioner'];

/**
 * The states that synthesized stacks leave when they are applied, as `terraform show -json` prints them, by the names of
 * the stacks.
 */
export function appliedStates(stacks: Readonly<Record<string, any>>): Record<string, any> {
  return Object.fromEntries(Object.keys(stacks).map((name) => [name, new AppliedStack(stacks, name).state()]));
}

class AppliedStack {
  public constructor(private readonly stacks: Readonly<Record<string, any>>, private readonly name: string) {}

  public state(): any {
    return stateOf(this.addresses().map((address) => shown(address, this.valuesOf(address))));
  }

  /** In alphabetical order, as Terraform prints them. */
  private addresses(): string[] {
    const { resource = {}, data = {} } = this.stacks[this.name];
    const addressesIn = (blocks: object, prefix: string): string[] =>
      Object.entries(blocks).flatMap(([type, byName]) => Object.keys(byName).map((name) => `${prefix}${type}.${name}`));
    return [...addressesIn(resource, ''), ...addressesIn(data, 'data.')].filter((address) => address.includes('auth0_')).sort();
  }

  private configOf(address: string): { type: string; isData: boolean; config: any } {
    const [, prefix, type, name] = /^(data\.)?(\w+)\.([\w-]+)$/.exec(address)!;
    return { type, isData: prefix !== undefined, config: this.stacks[this.name][prefix ? 'data' : 'resource']?.[type]?.[name] };
  }

  private valuesOf(address: string): any {
    const { type, isData, config } = this.configOf(address);
    const own = Object.fromEntries(Object.entries(config).filter(([name]) => !META_ARGUMENTS.includes(name)));
    const schema = isData ? dataSourceSchema(type) : resourceSchema(type);
    const id = this.idOf(address);
    return { ...(isData ? {} : DEFAULTS[type]), id, ...(type in IDS ? { [IDS[type]]: id } : {}), ...this.filled(schema, own, true) };
  }

  /** A block with everything that its schema has: null for attributes that are not set, empty lists for blocks. */
  private filled(schema: any, config: any, isRoot: boolean): any {
    const attributes = Object.entries<any>(schema.attributes ?? {}).flatMap(([name, { type }]) => {
      const value = this.resolved(config[name]);
      // in blocks, the provider writes empty texts
      return value !== undefined ? [[name, value]] : isRoot ? [] : [[name, type === 'string' ? '' : null]];
    });
    const blocks = Object.entries<any>(schema.block_types ?? {}).map(([name, { block }]) => {
      const given = config[name] === undefined ? [] : [config[name]].flat();
      return [name, given.map((one) => this.filled(block, one, false))];
    });
    return Object.fromEntries([...attributes, ...blocks]);
  }

  private resolved(value: unknown): unknown {
    if (Array.isArray(value)) {
      return value.map((item) => this.resolved(item));
    }
    if (typeof value !== 'string') {
      return value;
    }
    const whole = parseReference(value);
    return whole ? this.attributeOf(whole.address, whole.attribute) : value.replace(/\$\{[^}]*\}/g, (text) => String(this.resolvedPart(text)));
  }

  private resolvedPart(text: string): unknown {
    const reference = parseReference(text);
    return reference ? this.attributeOf(reference.address, reference.attribute) : `value of ${text.slice(2, -1)}`;
  }

  private attributeOf(address: string, attribute: string): unknown {
    if (address.startsWith('data.terraform_remote_state.')) {
      const other = Object.keys(this.stacks).find((name) => address === `data.terraform_remote_state.cross-stack-reference-input-${name}`)!;
      return new AppliedStack(this.stacks, other).resolved(this.stacks[other].output[attribute].value);
    }
    const { type, config } = this.configOf(address);
    const isId = attribute === 'id' || attribute === IDS[type];
    return isId ? config?.[attribute] ?? this.idOf(address) : this.resolved(config?.[attribute]) ?? `${attribute} of ${address}`;
  }

  private idOf(address: string): string {
    return `id of ${this.name} ${address}`;
  }
}

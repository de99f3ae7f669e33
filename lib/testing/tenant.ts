import { TerraformElement, TerraformStack } from 'cdktf';
import { Construct, IConstruct } from 'constructs';
import type { Block } from './synth';
import { resolvedText } from '../framework/tokens';

const REFERENCE = /^\$\{((?:data\.)?\w+\.[\w-]+)\.(\w+)\}$/;

/** A resource of a stack. */
export interface Resource {
  /** `auth0_client.worker` */
  readonly address: string;
  /** The path of its construct. */
  readonly path: string;
  readonly attributes: Block;
}

/** The resources of a stack as they are synthesized, with the references between them. */
export class Tenant {
  private readonly byAddress = new Map<string, Resource>();

  public constructor(private readonly stack: TerraformStack) {
    const { resource = {}, data = {} } = stack.toTerraform();
    for (const [prefix, types] of [['', resource], ['data.', data]] as const) {
      for (const [type, instances] of Object.entries<Block>(types)) {
        for (const [name, attributes] of Object.entries<Block>(instances)) {
          const address = `${prefix}${type}.${name}`;
          this.byAddress.set(address, { address, path: attributes['//']?.metadata?.path ?? address, attributes });
        }
      }
    }
  }

  /** The resources of a type. */
  public all(type: string): Resource[] {
    return Array.from(this.byAddress.values()).filter(({ address }) => address.startsWith(`${type}.`));
  }

  /** The resource of a construct, or the one that goes by a name: the id of its construct, or its `name`. */
  public find(type: string, wanted: unknown): Resource | undefined {
    if (Construct.isConstruct(wanted)) {
      return this.byAddress.get(addressOf(wanted) ?? '');
    }
    const all = [...this.all(type), ...this.all(`data.${type}`)];
    return (
      all.find(({ path }) => idsOf(path).includes(String(wanted))) ?? all.find(({ attributes }) => attributes.name === wanted)
    );
  }

  /** What a value stands for: the value that a reference leads to, or the address where that is known to Auth0 alone. */
  public valueOf(value: unknown): string {
    const text = typeof value === 'string' ? resolvedText(value, this.stack) : String(value);
    const [, address, attribute] = REFERENCE.exec(text) ?? [];
    const resource = address === undefined ? undefined : this.byAddress.get(address);
    if (!resource) {
      return text;
    }
    const led = resource.attributes[attribute];
    return led === undefined ? resource.address : this.valueOf(led);
  }
}

function addressOf(construct: IConstruct): string | undefined {
  const element = TerraformElement.isTerraformElement(construct) ? construct : construct.node.defaultChild;
  const { terraformResourceType: type, friendlyUniqueId: name } = (element ?? {}) as Block;
  return type && `${type}.${name}`;
}

/** The id of a construct, and that of the construct around its L1. */
function idsOf(path: string): string[] {
  const [last, parent] = path.split('/').reverse();
  return last === 'Resource' || last === 'Default' ? [parent] : [last];
}

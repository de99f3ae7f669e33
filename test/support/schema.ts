import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Token } from 'cdktf';

interface Block {
  readonly attributes?: Readonly<Record<string, Attribute>>;
  readonly block_types?: Readonly<Record<string, BlockType>>;
}

interface Attribute {
  readonly type: unknown;
  readonly required?: boolean;
  readonly optional?: boolean;
  readonly computed?: boolean;
}

interface BlockType {
  readonly block: Block;
  readonly nesting_mode: 'single' | 'list' | 'set';
  readonly min_items?: number;
  readonly max_items?: number;
}

const FILE = join(__dirname, '../../provider-schema/auth0.json');
const [PROVIDER] = Object.values<any>(JSON.parse(readFileSync(FILE, 'utf8')).provider_schemas);

/** The schema of a resource. */
export function resourceSchema(type: string): Block {
  return PROVIDER.resource_schemas[type].block;
}

/** The schema of a data source. */
export function dataSourceSchema(type: string): Block {
  return PROVIDER.data_source_schemas[type].block;
}

/** The path of every attribute of a resource that can be set, for example `token_encryption.disable`. Without `id`. */
export function settablePaths(type: string): string[] {
  return pathsOf(resourceSchema(type)).filter((path) => path !== 'id').sort();
}

function pathsOf({ attributes = {}, block_types: blocks = {} }: Block): string[] {
  return [
    ...Object.keys(attributes).filter((name) => isSettable(attributes[name])),
    ...Object.keys(blocks).flatMap((name) => pathsOf(blocks[name].block).map((path) => `${name}.${path}`)),
  ];
}

/**
 * The types of all attributes of a resource that can be set, by path, for example `token_encryption.disable`. The types
 * are `string`, `number`, `boolean`, `list of string`, `block` and `list of blocks`. Without `id`.
 */
export function settableTypes(type: string): Record<string, string> {
  const { id: _, ...types } = typesOf(resourceSchema(type));
  return types;
}

function typesOf({ attributes = {}, block_types: blocks = {} }: Block, prefix = ''): Record<string, string> {
  const types: Record<string, string> = {};
  for (const [name, attribute] of Object.entries(attributes)) {
    if (isSettable(attribute)) {
      types[prefix + name] = typeName(attribute.type);
    }
  }
  for (const [name, { block, nesting_mode: mode, max_items: max }] of Object.entries(blocks)) {
    types[prefix + name] = mode === 'single' || max === 1 ? 'block' : 'list of blocks';
    Object.assign(types, typesOf(block, `${prefix}${name}.`));
  }
  return types;
}

function typeName(type: unknown): string {
  // Terraform's JSON writes a set as a list
  return Array.isArray(type) ? `${type[0] === 'set' ? 'list' : type[0]} of ${typeName(type[1])}` : type === 'bool' ? 'boolean' : String(type);
}

function isSettable({ optional, required }: Attribute): boolean {
  return Boolean(optional || required);
}

/** The arguments that Terraform allows in every resource. */
const META_ARGUMENTS = ['//', 'depends_on', 'count', 'for_each', 'provider', 'lifecycle', 'connection', 'provisioner'];

/** Returns every place in a synthesized stack that does not conform to the provider's schema. */
export function schemaProblems(stack: any): string[] {
  const problems: string[] = [];
  for (const [kind, schemas] of [
    ['resource', PROVIDER.resource_schemas],
    ['data', PROVIDER.data_source_schemas],
  ]) {
    for (const [type, instances] of Object.entries<any>(stack[kind] ?? {})) {
      for (const [name, config] of Object.entries<any>(instances)) {
        const place = `${kind === 'data' ? 'data.' : ''}${type}.${name}`;
        if (!schemas[type]) {
          if (type.startsWith('auth0_')) {
            problems.push(`${place}: no such type`);
          }
          continue;
        }
        const own = Object.fromEntries(Object.entries(config).filter(([key]) => !META_ARGUMENTS.includes(key)));
        checkBlock(schemas[type].block, own, place, problems);
      }
    }
  }
  for (const [index, config] of (stack.provider?.auth0 ?? []).entries()) {
    const { alias, ...own } = config;
    checkBlock(PROVIDER.provider.block, own, `provider.auth0[${index}]`, problems);
  }
  return problems;
}

function checkBlock(schema: Block, config: any, place: string, problems: string[]): void {
  if (typeof config !== 'object' || config === null || Array.isArray(config)) {
    problems.push(`${place}: is no block`);
    return;
  }
  const { dynamic = {}, ...own } = config;
  for (const [name, value] of Object.entries(own)) {
    const attribute = schema.attributes?.[name];
    const block = schema.block_types?.[name];
    if (attribute) {
      if (!isSettable(attribute)) {
        problems.push(`${place}.${name}: is computed, and cannot be set`);
      }
      checkValue(attribute.type, value, `${place}.${name}`, problems);
    } else if (block) {
      checkBlocks(block, value, `${place}.${name}`, problems);
    } else {
      problems.push(`${place}.${name}: no such attribute`);
    }
  }
  for (const [name, value] of Object.entries<any>(dynamic)) {
    const block = schema.block_types?.[name];
    if (!block) {
      problems.push(`${place}.${name}: no such block`);
    } else {
      if (value?.for_each === undefined) {
        problems.push(`${place}.${name}.for_each: is required`);
      }
      checkBlock(block.block, value?.content, `${place}.${name}`, problems);
    }
  }
  for (const [name, attribute] of Object.entries(schema.attributes ?? {})) {
    if (attribute.required && (own as any)[name] === undefined) {
      problems.push(`${place}.${name}: is required`);
    }
  }
  for (const [name, block] of Object.entries(schema.block_types ?? {})) {
    if ((block.min_items ?? 0) > 0 && (own as any)[name] === undefined && dynamic[name] === undefined) {
      problems.push(`${place}.${name}: at least ${block.min_items} required`);
    }
  }
}

function checkBlocks(type: BlockType, value: any, place: string, problems: string[]): void {
  const blocks = Array.isArray(value) ? value : [value];
  const max = type.nesting_mode === 'single' ? 1 : (type.max_items ?? Infinity);
  if (blocks.length > max) {
    problems.push(`${place}: at most ${max}, but ${blocks.length} given`);
  }
  if (blocks.length < (type.min_items ?? 0)) {
    problems.push(`${place}: at least ${type.min_items} required`);
  }
  blocks.forEach((block, index) => {
    checkBlock(type.block, block, Array.isArray(value) ? `${place}[${index}]` : place, problems);
  });
}

function checkValue(type: unknown, value: unknown, place: string, problems: string[]): void {
  if (typeof value === 'string' ? value.includes('TfToken[') : Token.isUnresolved(value)) {
    problems.push(`${place}: is a token that was not resolved`);
    return;
  }
  // a string that is a single interpolation can have any type
  if (typeof value === 'string' && /^\$\{.*\}$/s.test(value)) {
    return;
  }
  if (!Array.isArray(type)) {
    const expected = type === 'bool' ? 'boolean' : type;
    if (typeof value !== expected) {
      problems.push(`${place}: must be a ${expected}, is ${kindOf(value)}`);
    }
    return;
  }
  const [collection, item] = type;
  if (collection === 'map') {
    if (kindOf(value) === 'object') {
      Object.entries(value as object).forEach(([key, member]) => checkValue(item, member, `${place}.${key}`, problems));
    } else {
      problems.push(`${place}: must be an object, is ${kindOf(value)}`);
    }
  } else if (Array.isArray(value)) {
    value.forEach((member, index) => checkValue(item, member, `${place}[${index}]`, problems));
  } else {
    problems.push(`${place}: must be a list, is ${kindOf(value)}`);
  }
}

function kindOf(value: unknown): string {
  return value === null ? 'null' : Array.isArray(value) ? 'list' : typeof value;
}

import type { Value } from './value';
import { camelCase } from '../util/text';

/** The types of single values in Terraform. */
export type ScalarType = 'string' | 'number' | 'boolean';

/** Options of an attribute, in addition to its type. */
export interface AttributeOptions {
  /**
   * The name of the property of our constructs, or '' if the property of the block around the attribute sets it.
   *
   * @default - the attribute's name in camel case, below the property of the block around it
   */
  readonly prop?: string;

  /** The value class of the property, 'Duration'. Undefined if the property is the plain value. */
  readonly as?: string;
}

/** An attribute with a single value. */
export interface Scalar<T extends ScalarType = ScalarType> extends AttributeOptions {
  readonly type: T;
  /** The values that Auth0 knows, if the attribute is an enum. */
  readonly values?: readonly string[];
}

/** A block that can occur once. */
export interface Block<A extends Attributes = Attributes> extends AttributeOptions {
  readonly type: 'block';
  readonly attributes: A;
  /** The same attributes as a list. */
  readonly members: readonly Member[];
}

/** An attribute of a block. */
export interface Member {
  readonly name: string;
  /** Its name in the bindings. */
  readonly key: string;
  readonly attribute: Attribute;
}

/** A list of values or blocks. */
export interface List<Item extends Attribute = Attribute> extends AttributeOptions {
  readonly type: 'list';
  readonly item: Item;
  /** What an item is called in messages, 'scope'. */
  readonly itemName?: string;
}

/** An attribute or a block of a Terraform resource. */
export type Attribute = Scalar | Block | List;

export interface Attributes {
  readonly [name: string]: Attribute;
}

/** The type of a configuration that an attribute table describes. Each value is unset, known or unknown. */
export type ConfigOf<A> = A extends Scalar<infer T>
  ? { string: string; number: number; boolean: boolean }[T]
  : A extends Block<infer Members>
    ? { readonly [Name in keyof Members]?: Value<ConfigOf<Members[Name]>> }
    : A extends List<infer Item>
      ? ReadonlyArray<Value<ConfigOf<Item>>>
      : never;

/** A string attribute. */
export function text(options: AttributeOptions & Pick<Scalar, 'values'> = {}): Scalar<'string'> {
  return { type: 'string', ...options };
}

/** A number attribute. */
export function number(options: AttributeOptions = {}): Scalar<'number'> {
  return { type: 'number', ...options };
}

/** A boolean attribute. */
export function flag(options: AttributeOptions = {}): Scalar<'boolean'> {
  return { type: 'boolean', ...options };
}

/** A block that can occur once. A whole resource is also a block. */
export function block<A extends Attributes>(attributes: A, options: AttributeOptions = {}): Block<A> {
  const members = Object.entries(attributes).map(([name, attribute]): Member => ({ name, key: camelCase(name), attribute }));
  return { type: 'block', attributes, members, ...options };
}

/** An attribute of a block. */
export interface Member {
  readonly name: string;
  /** Its name in the bindings. */
  readonly key: string;
  readonly attribute: Attribute;
}

/** A list of values or blocks. */
export function list<Item extends Attribute>(item: Item, options: AttributeOptions & Pick<List, 'itemName'> = {}): List<Item> {
  return { type: 'list', item, ...options };
}

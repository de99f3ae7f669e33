export { isExpression } from '../util/hcl';

/** A reference to an attribute of a resource: `${auth0_client.worker.client_id}`. */
export interface Reference {
  /** `auth0_client.worker`, `data.auth0_role.clerk`, `module.shop.auth0_client.worker[0]` */
  readonly address: string;
  /** The attribute, or the output of another stack. */
  readonly attribute: string;
}

/** A name, with the index of the instance if the resource or module has `count` or `for_each`. */
const NAME = String.raw`[\w-]+(?:\[(?:\d+|"(?:[^"\\]|\\.)*")\])?`;
const ADDRESS = String.raw`(?:module\.${NAME}\.)*(?:data\.)?\w+\.${NAME}`;

const WHOLE = new RegExp(String.raw`^\$\{(${ADDRESS})\.([\w-]+)\}$`);
const OUTPUT = new RegExp(String.raw`^\$\{(data\.terraform_remote_state\.${NAME})\.outputs\.([\w-]+)\}$`);

/** Expressions with `each.*` or `count.*`. Their value differs between instances, so equal text does not mean equal value. */
const PER_INSTANCE = /\b(?:each|count)\./;

/** Checks whether the value of a text differs between the instances of a resource. */
export function isPerInstance(text: string): boolean {
  // no `\$\{[^}]*` in the expression: it takes time in the square of a text with many interpolations that do not end
  return PER_INSTANCE.test(text) && text.split('}').some((part) => {
    const start = part.indexOf('${');
    return start >= 0 && PER_INSTANCE.test(part.slice(start + 2));
  });
}

/** The index of the instance with the same key: `auth0_role.clerk[each.key].id`. */
const SAME_INSTANCE = /\[(?:each\.key|count\.index)\](?=\.[\w-]+\}$)/;

/** Removes the index from a reference to the instance with the same key. */
export function withoutSameInstance(text: string): string {
  return text.replace(SAME_INSTANCE, '');
}

/** Removes the index of an instance from the end of an address. */
export function withoutInstance(address: string): string {
  return address.replace(/\[[^[\]]*\]$/, '');
}

/** Returns the reference if a text is exactly one reference; otherwise undefined. */
export function parseReference(text: string): Reference | undefined {
  const match = text.startsWith('${') ? WHOLE.exec(text) ?? OUTPUT.exec(text) : null;
  return match ? { address: match[1], attribute: match[2] } : undefined;
}

/** Returns the text of a reference. */
export function referenceTo(address: string, attribute: string): string {
  return `\${${address}.${attribute}}`;
}

/** Returns the type of the resource at an address; for a data source with its prefix, as in `data.auth0_role`. */
export function typeIn(address: string): string {
  const [prefix, type] = ['', '', ...address.replace(/\[[^\]]*\]/g, '').split('.')].slice(-3);
  return prefix === 'data' ? `data.${type}` : type;
}

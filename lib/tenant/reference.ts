/** A reference to an attribute of a resource: `${auth0_client.worker.client_id}`. */
export interface Reference {
  /** `auth0_client.worker`, `data.auth0_role.clerk`, `module.shop.auth0_client.worker[0]` */
  readonly address: string;
  /** The attribute, or the output of another stack. */
  readonly attribute: string;
}

/** A name, with the instance of a resource or module that has `count` or `for_each`. */
const NAME = String.raw`[\w-]+(?:\[(?:\d+|"(?:[^"\\]|\\.)*")\])?`;
const ADDRESS = String.raw`(?:module\.${NAME}\.)*(?:data\.)?\w+\.${NAME}`;

const WHOLE = new RegExp(String.raw`^\$\{(${ADDRESS})\.([\w-]+)\}$`);
const OUTPUT = new RegExp(String.raw`^\$\{(data\.terraform_remote_state\.${NAME})\.outputs\.([\w-]+)\}$`);

/** `each.*` and `count.*` have another value in every instance, so equal text does not mean equal value. */
const PER_INSTANCE = /\$\{[^}]*\b(?:each|count)\./;

/** Whether Terraform will evaluate something in the text: an interpolation or a directive that is not escaped. */
export function isExpression(text: string): boolean {
  return text.includes('{') && /\$\{|%\{/.test(text.replace(/\$\$\{|%%\{/g, ''));
}

/** Whether the value of the text differs between the instances of a resource. */
export function isPerInstance(text: string): boolean {
  return text.includes('${') && PER_INSTANCE.test(text);
}

/** The reference that a text consists of; nothing where there is more in it, or something else. */
export function parseReference(text: string): Reference | undefined {
  const [, address, attribute] = (text.startsWith('${') && (OUTPUT.exec(text) ?? WHOLE.exec(text))) || [];
  return address === undefined ? undefined : { address, attribute };
}

/** The text of a reference. */
export function referenceTo(address: string, attribute: string): string {
  return `\${${address}.${attribute}}`;
}

/** The type of the resource at an address; of a data source `data.auth0_role`. */
export function typeIn(address: string): string {
  return /((?:data\.)?\w+)\.[^.]*$/.exec(address.replace(/\[[^\]]*\]/g, ''))?.[1] ?? '';
}

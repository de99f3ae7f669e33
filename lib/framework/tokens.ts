import { DefaultTokenResolver, StringConcat, Token, Tokenization } from 'cdktf';
import type { IConstruct } from 'constructs';

/** What our tokens say of where they were made: finding out takes longer than everything else about them. */
export const NO_STACK: string[] = [];

/** Whether only Terraform will know the value: a token, or a text with an interpolation or a directive of Terraform's. */
export function isUnknown(value: unknown): boolean {
  switch (typeof value) {
    case 'string':
      // the last is an element of a list that only Terraform knows: CDKTF says what to do instead
      return value.includes('${') || value.includes('%{') || value.includes('#{TfToken[');
    case 'number':
      return !Number.isSafeInteger(value) && Token.isUnresolved(value);
    case 'object':
      // a token is an object that resolves, or hides in the only member of a list or a map
      return value !== null && (Tokenization.isResolvable(value) || (isOne(value) && Token.isUnresolved(value)));
    default:
      return false;
  }
}

function isOne(value: object): boolean {
  return (Array.isArray(value) ? value : Object.keys(value)).length === 1;
}

/** What Terraform will read, `${auth0_client.worker.client_id}`; a text without tokens as it is. */
export function resolvedText(value: string, scope: IConstruct): string {
  return isUnknown(value)
    ? String(Tokenization.resolve(value, { scope, resolver: new DefaultTokenResolver(new StringConcat()) }))
    : value;
}

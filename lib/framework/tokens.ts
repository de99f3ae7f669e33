import { DefaultTokenResolver, StringConcat, Token, Tokenization } from 'cdktf';
import type { IConstruct } from 'constructs';

/** An empty creation stack for our tokens: capturing a real one costs more than everything else about a token. */
export const NO_STACK: string[] = [];

/** Whether only Terraform knows the value: a CDKTF token, or a text with a Terraform interpolation or directive. */
export function isUnknown(value: unknown): boolean {
  switch (typeof value) {
    case 'string':
      // the last one is an entry of a list token, which cannot be used: CDKTF reports it and says what to do
      return value.includes('${') || value.includes('%{') || value.includes('#{TfToken[');
    case 'number':
      return !Number.isSafeInteger(value) && Token.isUnresolved(value);
    case 'object':
      // a token object, or a list or map whose only entry is a token (CDKTF's encoding of list and map tokens)
      return value !== null && (Tokenization.isResolvable(value) || (isOne(value) && Token.isUnresolved(value)));
    default:
      return false;
  }
}

function isOne(value: object): boolean {
  return (Array.isArray(value) ? value : Object.keys(value)).length === 1;
}

/** Resolves the tokens in a text, for example to `${auth0_client.worker.client_id}`. */
export function resolvedText(value: string, scope: IConstruct): string {
  return isUnknown(value)
    ? String(Tokenization.resolve(value, { scope, resolver: new DefaultTokenResolver(new StringConcat()) }))
    : value;
}

import { DefaultTokenResolver, IResolvable, StringConcat, Token, Tokenization } from 'cdktf';
import type { IConstruct } from 'constructs';

/** Whether only Terraform will know the value: a token, or a text with an interpolation or a directive of Terraform's. */
export function isUnknown(value: unknown): boolean {
  return typeof value === 'string' ? value.includes('${') || value.includes('%{') : Token.isUnresolved(value);
}

/**
 * A value that is asked for when it is synthesized: an L1 fixes its logical id as soon as a reference to it is taken,
 * so a reference that is taken early would make a later `overrideLogicalId` go unheard.
 *
 * As `Lazy`, but without the stack trace that it captures each time.
 */
export function late(produce: () => unknown): IResolvable {
  return {
    creationStack: [],
    resolve: produce,
    toString() {
      return Token.asString(this);
    },
  };
}

/** As `late`, for a string. */
export function lateString(produce: () => string): string {
  return Token.asString(late(produce));
}

/** What Terraform will read, `${auth0_client.worker.client_id}`; a text without tokens as it is. */
export function resolvedText(value: string, scope: IConstruct): string {
  return isUnknown(value)
    ? String(Tokenization.resolve(value, { scope, resolver: new DefaultTokenResolver(new StringConcat()) }))
    : value;
}

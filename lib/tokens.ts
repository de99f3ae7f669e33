import {
  DefaultTokenResolver,
  IResolvable,
  IResolveContext,
  StringConcat,
  TerraformResource,
  TerraformStack,
  Token,
  Tokenization,
} from 'cdktf';
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

/**
 * A reference to an attribute of an L1, taken when it is synthesized (see `late`). Within the stack of the L1 it is
 * the text that CDKTF would make of it; CDKTF itself, which carries references between stacks, is asked where one is
 * used elsewhere, since it captures a stack trace for each.
 *
 * @param of what is referred to
 * @param attribute the name of the attribute in Terraform
 */
export function lateReference(of: () => TerraformResource, attribute: string): string {
  const elsewhere = new WeakMap<TerraformResource, string>();
  return Token.asString({
    ...late(() => undefined),
    resolve(context: IResolveContext) {
      const resource = of();
      if (resource.forEach || TerraformStack.of(context.scope) !== resource.cdktfStack) {
        const token = elsewhere.get(resource) ?? resource.getStringAttribute(attribute);
        elsewhere.set(resource, token);
        return token;
      }
      const address = `${resource.terraformResourceType}.${resource.friendlyUniqueId}.${attribute}`;
      return context.suppressBraces ? address : `\${${address}}`;
    },
  });
}

/** What Terraform will read, `${auth0_client.worker.client_id}`; a text without tokens as it is. */
export function resolvedText(value: string, scope: IConstruct): string {
  return isUnknown(value)
    ? String(Tokenization.resolve(value, { scope, resolver: new DefaultTokenResolver(new StringConcat()) }))
    : value;
}

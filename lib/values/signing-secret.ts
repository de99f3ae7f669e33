import { TerraformVariable, Tokenization } from 'cdktf';
import { lazyString } from '../framework/lazy';
import { isUnknown } from '../framework/tokens';
import { describeType } from '../util/text';
import { Converted, createdWith } from '../validation/convert';
import { ValidationError } from '../validation/validation-error';

const LITERAL = 'signing-secret-literal';

/** What Terraform will interpolate, in a text that came without one of CDKTF's tokens. */
const INTERPOLATION = /^\$\{[^]*\}$/;
/** Text between two interpolations. */
const TEXT_BETWEEN = /\}[^{}"]+\$\{/;

/**
 * The secret that HS256 tokens are signed with.
 *
 * It must not be written into code: what is synthesized, the plan and the state would show it. The state holds it in any
 * case, since Auth0's provider does not mark it as sensitive, so keep the state where secrets may be kept.
 */
export class SigningSecret {
  /**
   * The secret is the value of a Terraform variable, given at `apply` as `TF_VAR_<name>`.
   *
   * Make the variable `sensitive`, so that the plan does not print it.
   *
   * @throws ValidationError where the variable has a default, which would be written to the JSON
   */
  public static fromVariable(variable: TerraformVariable): SigningSecret {
    const { default: fallback, stringValue } = variable ?? {};
    if (!isUnknown(stringValue)) {
      refuse('wrong-type', 'variable', `must be a TerraformVariable, but ${describeType(variable)} was given`);
    }
    // a token does not help: Terraform wants a default in plain text
    if (fallback !== undefined && fallback !== null) {
      refuse(LITERAL, 'variable', 'must have no default, which would be written to the JSON in plain text');
    }
    return new SigningSecret(stringValue);
  }

  /**
   * The secret is the value of a token, such as an attribute of a secret store's data source.
   *
   * @throws ValidationError where any part of it is plain text
   */
  public static fromToken(token: string): SigningSecret {
    if (typeof token !== 'string') {
      refuse('wrong-type', 'token', `must be a string, but ${describeType(token)} was given`);
    }
    if (!isUnknown(token) || Tokenization.reverseString(token).literals.some((part) => hasPlainText(String(part)))) {
      refuse(
        LITERAL,
        'token',
        'must be a token with no plain text in it: use SigningSecret.fromVariable, or SigningSecret.unsafePlainText to write it to the JSON',
      );
    }
    return new SigningSecret(neverPlain(token));
  }

  /**
   * The secret is written to the synthesized JSON as it is. For throwaway tenants only; leaves a warning.
   *
   * @param text at least 16 characters
   */
  public static unsafePlainText(text: string): SigningSecret {
    return new SigningSecret(text);
  }

  // out of reach of console.log and JSON.stringify
  readonly #value: string;

  private constructor(value: string) {
    this.#value = value;
  }

  /** @internal */
  public _toSigningSecret(): Converted<string> {
    return createdWith(this.#value);
  }
}

/**
 * A token that must not become plain text: what `Lazy` produces, or what hides in an object that resolves, is known at
 * synth alone.
 */
export function neverPlain(token: unknown): string {
  return lazyString((context) => {
    const text = context.resolve(token);
    if (typeof text === 'string' && !isUnknown(text) && !context.suppressBraces) {
      throw new Error('signingSecret must be a token that Terraform resolves, but this one becomes plain text at synth');
    }
    return text;
  });
}

function hasPlainText(text: string): boolean {
  return !INTERPOLATION.test(text) || TEXT_BETWEEN.test(text);
}

function refuse(rule: string, path: string, text: string): never {
  throw new ValidationError('SigningSecret', [{ rule, path, message: `${path} ${text}` }]);
}

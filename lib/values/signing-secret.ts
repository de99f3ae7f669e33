import { TerraformVariable, Tokenization } from 'cdktf';
import { lazyString } from '../framework/lazy';
import { isUnknown } from '../framework/tokens';
import { describeType } from '../util/text';
import { Converted, createdWith } from '../validation/convert';
import { ValidationError } from '../validation/validation-error';

const LITERAL = 'signing-secret-literal';

/** A text that is one or more Terraform interpolations, written without a CDKTF token. */
const INTERPOLATION = /^\$\{[^]*\}$/;
/** Text between two interpolations. */
const TEXT_BETWEEN = /\}[^{}"]+\$\{/;

/**
 * The secret that signs HS256 access tokens.
 *
 * Do not write the secret into code: the synthesized JSON, the plan and the state would show it. The state always
 * contains it in plain text, because Auth0's provider does not mark it as sensitive: keep the state in a place that is
 * safe for secrets.
 */
export class SigningSecret {
  /**
   * Takes the secret from a Terraform variable. Set the variable at `apply`, for example with `TF_VAR_<name>`.
   *
   * Make the variable `sensitive`: the plan then does not print it.
   *
   * @throws ValidationError if the variable has a default: CDKTF writes a default to the JSON
   */
  public static fromVariable(variable: TerraformVariable): SigningSecret {
    const { default: fallback, stringValue } = variable ?? {};
    if (!isUnknown(stringValue)) {
      refuse('wrong-type', 'variable', `must be a TerraformVariable, but ${describeType(variable)} was given`);
    }
    // a default that is a token is refused, too: Terraform needs a literal default
    if (fallback !== undefined && fallback !== null) {
      refuse(LITERAL, 'variable', 'must have no default: a default is written to the JSON in plain text');
    }
    return new SigningSecret(stringValue);
  }

  /**
   * Takes the secret from a Terraform token, for example from an attribute of the data source of a secret store.
   *
   * @throws ValidationError if any part of it is plain text
   */
  public static fromToken(token: string): SigningSecret {
    if (typeof token !== 'string') {
      refuse('wrong-type', 'token', `must be a string, but ${describeType(token)} was given`);
    }
    if (!isUnknown(token) || Tokenization.reverseString(token).literals.some((part) => hasPlainText(String(part)))) {
      refuse(
        LITERAL,
        'token',
        'must be a Terraform token without plain text: use SigningSecret.fromVariable, or SigningSecret.unsafePlainText to write it to the JSON',
      );
    }
    return new SigningSecret(neverPlain(token));
  }

  /**
   * Writes the secret in plain text to the synthesized JSON, with a warning. Only for tenants that are thrown away.
   *
   * @param text at least 16 characters
   */
  public static unsafePlainText(text: string): SigningSecret {
    return new SigningSecret(text);
  }

  // a private field: console.log and JSON.stringify do not show it
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
 * Wraps a token in one that throws if it becomes plain text at synth. What a `Lazy` or another token object produces is
 * not known before synth.
 */
export function neverPlain(token: unknown): string {
  return lazyString((context) => {
    const text = context.resolve(token);
    if (typeof text === 'string' && !isUnknown(text) && !context.suppressBraces) {
      throw new Error('signingSecret must be a token that Terraform resolves, but this one becomes plain text at synth: use SigningSecret.fromVariable');
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

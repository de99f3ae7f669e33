import { TerraformVariable, Token, Tokenization } from 'cdktf';
import { hasPlainText } from '../framework/expression';
import { lazyString } from '../framework/lazy';
import { isUnknown } from '../framework/tokens';
import { withoutEscapes } from '../util/hcl';
import { describeType } from '../util/text';
import { Converted, createdWith } from '../validation/convert';
import { guarded } from '../validation/guarded';
import { ValidationError } from '../validation/validation-error';

const LITERAL = 'signing-secret-literal';

const NO_TEXT =
  'must be a Terraform token without plain text: use SigningSecret.fromVariable, or SigningSecret.unsafePlainText to write it to the JSON';

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
    const { default: fallback, stringValue } = guarded('SigningSecret', 'variable', () => (
      { default: variable?.default, stringValue: variable?.stringValue }));
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
   * Plain text is refused wherever it would come out again: in an argument of a function, in a branch of a condition, in
   * a local value, in the default of a variable. A key or an index is no such place.
   *
   * @throws ValidationError if any part of it is plain text
   */
  public static fromToken(token: string): SigningSecret {
    // `variable.value` is an object
    const text: unknown = guarded('SigningSecret', 'token', () => (Tokenization.isResolvable(token) ? Token.asString(token) : token));
    if (typeof text !== 'string') {
      refuse('wrong-type', 'token', `must be a string, but ${describeType(token)} was given`);
    }
    if (!isUnknown(text) || hasPlainText(text)) {
      refuse(LITERAL, 'token', NO_TEXT);
    }
    return new SigningSecret(neverPlain(text));
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

  /** A text for logs. It does not contain the secret. */
  public toString(): string {
    return 'a signing secret';
  }

  /** @internal */
  public _toSigningSecret(): Converted<string> {
    return createdWith(this.#value);
  }
}

/**
 * Wraps a token in one that throws if there is plain text in it at synth. What a `Lazy` or another token object produces
 * is not known before synth.
 */
export function neverPlain(token: unknown): string {
  let checked: unknown;
  return lazyString((context) => {
    const resolved = context.resolve(token);
    const text = typeof resolved === 'string' && !context.suppressBraces ? withoutEscapes(resolved) : resolved;
    if (typeof text === 'string' && !context.suppressBraces && text !== checked) {
      if (!isUnknown(text)) {
        throw new Error('signingSecret must be a token that Terraform resolves, but this one becomes plain text at synth: use SigningSecret.fromVariable');
      }
      if (hasPlainText(text, context.scope)) {
        throw new Error(`signingSecret ${NO_TEXT}`);
      }
      // CDKTF resolves it several times
      checked = text;
    }
    return text;
  });
}

function refuse(rule: string, path: string, text: string): never {
  throw new ValidationError('SigningSecret', [{ rule, path, message: `${path} ${text}` }]);
}

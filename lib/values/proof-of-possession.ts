import type { ResourceServerProofOfPossession } from '../bindings/resource-server';
import type { Converted } from '../validation/convert';
import { optionNames, readOptions } from '../validation/options';

/** The applications that must use sender constraining. */
export enum ProofOfPossessionRequiredFor {
  /** All applications. */
  ALL_CLIENTS = 'all_clients',

  /** Applications that cannot keep a secret: single-page and native applications. Only with DPoP. */
  PUBLIC_CLIENTS = 'public_clients',
}

/** Options of sender constraining. */
export interface ProofOfPossessionOptions {
  /**
   * Whether Auth0 refuses to issue an access token that is not bound to the application.
   *
   * It must be known when Terraform plans, as a variable is: the provider crashes on a value of a resource or a data
   * source.
   *
   * @default true
   */
  readonly required?: boolean;

  /**
   * The applications for which it is required. No effect if `required` is false.
   *
   * @default - all applications
   */
  readonly requiredFor?: ProofOfPossessionRequiredFor;
}

/**
 * Sender constraining: binds an access token to the application that requested it, so a stolen token cannot be used.
 *
 * @see https://auth0.com/docs/secure/sender-constraining/configure-sender-constraining
 */
export class ProofOfPossession {
  /** DPoP: the application proves with its own key that it owns the access token. Also for public applications. */
  public static dpop(options: ProofOfPossessionOptions = {}): ProofOfPossession {
    return new ProofOfPossession(settingsOf('dpop', options));
  }

  /**
   * Mutual TLS: the application presents its certificate.
   *
   * Auth0 then requires it for all applications. Part of Auth0's Highly Regulated Identity.
   */
  public static mtls(options: ProofOfPossessionOptions = {}): ProofOfPossession {
    return new ProofOfPossession(settingsOf('mtls', options));
  }

  /** Switches sender constraining off, also if it was on before. */
  public static disabled(): ProofOfPossession {
    return new ProofOfPossession({ value: { disable: true } });
  }

  private constructor(private readonly block: Converted<ResourceServerProofOfPossession>) {}

  /** A text for logs: the mechanism, or that it is off. */
  public toString(): string {
    return `proof of possession: ${this.block.value?.mechanism ?? 'off'}`;
  }

  /** @internal */
  public _toProofOfPossession(): Converted<ResourceServerProofOfPossession> {
    return this.block;
  }
}

const OPTIONS = optionNames('required', 'requiredFor');

function settingsOf(mechanism: string, options: ProofOfPossessionOptions): Converted<ResourceServerProofOfPossession> {
  const { values: { required, requiredFor }, problems } = readOptions(options, OPTIONS);
  return { value: { mechanism, required: required ?? true, requiredFor: requiredFor ?? undefined }, problems };
}

import { readFileSync } from 'node:fs';
import { Fn, Token } from 'cdktf';
import { EncryptionAlg } from './encryption-alg';
import type { ResourceServerTokenEncryptionEncryptionKey } from '../bindings/resource-server';
import { isUnknown } from '../framework/tokens';
import { normalizePem, thumbprintOf } from '../util/pem';
import { describeType, quote } from '../util/text';
import { below, Converted, createdWith, namedValue, problem } from '../validation/convert';

/** Options of an encryption key. */
export interface EncryptionKeyOptions {
  /**
   * The algorithm that the key is used with.
   *
   * @default EncryptionAlg.RSA_OAEP_256
   */
  readonly algorithm?: EncryptionAlg;

  /**
   * The id of the key, in the header of every token that is encrypted with it: 1 to 128 characters.
   *
   * `thumbprint` makes a good one.
   *
   * @default - Auth0 makes one up
   */
  readonly kid?: string;

  /**
   * The name of the key: 1 to 128 characters.
   *
   * @default - Auth0 makes one up
   */
  readonly name?: string;
}

/**
 * The public key that access tokens are encrypted with; the API keeps the private one and decrypts.
 *
 * Auth0 does not give a key back, so that a change that was made elsewhere goes unnoticed.
 */
export class EncryptionKey {
  /**
   * A public key or a certificate in PEM format.
   *
   * An RSA key, at least 2048 bits, in at most 4096 characters. Windows line ends and white space around it are
   * removed; of a chain of certificates, the first is used. A private key is refused.
   */
  public static fromPem(pem: string, options: EncryptionKeyOptions = {}): EncryptionKey {
    return new EncryptionKey(createdWith(typeof pem === 'string' && !isUnknown(pem) ? normalizePem(pem) : pem), options);
  }

  /**
   * A file with a public key or a certificate in PEM format, as `fromPem` takes it.
   *
   * @param path relative to the working directory; where it is a token, Terraform reads the file
   */
  public static fromPemFile(path: string, options: EncryptionKeyOptions = {}): EncryptionKey {
    if (typeof path !== 'string') {
      // a number would be taken for an open file, 0 for the terminal
      const text = `must come from a file, but ${describeType(path)} was given for its path`;
      return new EncryptionKey(problem('pem-file-unreadable', text), options);
    }
    if (isUnknown(path)) {
      // Fn.file would escape an interpolation that is written by hand
      return new EncryptionKey({ value: Token.isUnresolved(path) ? Fn.file(path) : `\${file("${path}")}` }, options);
    }
    try {
      return EncryptionKey.fromPem(readFileSync(path, 'utf8'), options);
    } catch (error) {
      return new EncryptionKey(problem('pem-file-unreadable', unreadable(path, error)), options);
    }
  }

  private constructor(private readonly pem: Converted<string>, private readonly options: EncryptionKeyOptions) {}

  /**
   * The thumbprint of the key (RFC 7638, SHA-256), the same for a key and its certificate.
   *
   * @throws Error where the key is a token, or no RSA public key
   * @see https://www.rfc-editor.org/rfc/rfc7638
   */
  public get thumbprint(): string {
    const { value } = this.pem;
    const thumbprint = typeof value === 'string' && !isUnknown(value) ? thumbprintOf(value) : undefined;
    if (thumbprint === undefined) {
      throw new Error('thumbprint is known only of an RSA public key or certificate that is given as text or as a file that can be read');
    }
    return thumbprint;
  }

  /** @internal */
  public _toEncryptionKey(overrides: EncryptionKeyOptions): Converted<ResourceServerTokenEncryptionEncryptionKey> {
    const { value: algorithm, problems } = namedValue('EncryptionAlg.RSA_OAEP_256')(
      overrides?.algorithm ?? this.options?.algorithm ?? EncryptionAlg.RSA_OAEP_256,
    );
    return {
      value: {
        algorithm: algorithm as string,
        kid: overrides?.kid ?? this.options?.kid ?? undefined,
        name: overrides?.name ?? this.options?.name ?? undefined,
        pem: this.pem.value!, // where there is none, there is a problem
      },
      problems: [...below(['algorithm'], problems), ...below(['pem'], this.pem.problems)],
    };
  }
}

function unreadable(path: string, error: unknown): string {
  const { code } = error as NodeJS.ErrnoException;
  const reason = code === 'ENOENT' ? 'there is no such file' : code === 'EISDIR' ? 'it is a folder' : `reading it failed with ${code}`;
  return `cannot be read from ${quote(path)}: ${reason}`;
}

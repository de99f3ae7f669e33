import { readFileSync } from 'node:fs';
import { EncryptionAlg } from './encryption-alg';
import type { ResourceServerTokenEncryptionEncryptionKey } from '../bindings/resource-server';
import { fileAt } from '../framework/expression-text';
import { asText, isUnknown, misuseOf } from '../framework/tokens';
import { normalizePem, thumbprintOf } from '../util/pem';
import { describeType, quote } from '../util/text';
import { below, Converted, createdWith, namedValue, problem } from '../validation/convert';

/** Options of an encryption key. */
export interface EncryptionKeyOptions {
  /**
   * The algorithm that the key is used with: it encrypts the content key of each access token.
   *
   * @default EncryptionAlg.RSA_OAEP_256
   */
  readonly algorithm?: EncryptionAlg;

  /**
   * The id of the key: 1 to 128 characters. It is in the header of every access token that is encrypted with the key.
   *
   * The `thumbprint` of the key is a good choice.
   *
   * @default - Auth0 generates an id
   */
  readonly kid?: string;

  /**
   * The name of the key: 1 to 128 characters.
   *
   * @default - Auth0 generates a name
   */
  readonly name?: string;
}

/**
 * The public key that encrypts access tokens. The API keeps the private key and decrypts with it.
 *
 * Auth0 does not return the key, so Terraform does not see it when somebody changes the key outside Terraform.
 */
export class EncryptionKey {
  /**
   * Creates a key from a public key or a certificate in PEM format.
   *
   * It must be an RSA key of at least 2048 bits, in at most 4096 characters. Windows line ends and white space around
   * the key are removed. Of a certificate chain, the first certificate is used. A private key is refused.
   */
  public static fromPem(pem: string, options: EncryptionKeyOptions = {}): EncryptionKey {
    return new EncryptionKey(createdWith(typeof pem === 'string' && !isUnknown(pem) ? normalizePem(pem) : asText(pem)), options);
  }

  /**
   * Creates a key from a file with a public key or a certificate in PEM format. The limits of `fromPem` apply.
   *
   * @param path relative to the working directory; if it is a Terraform token, Terraform reads the file
   */
  public static fromPemFile(path: string, options: EncryptionKeyOptions = {}): EncryptionKey {
    const misuse = misuseOf(path);
    if (misuse !== undefined) {
      return new EncryptionKey(problem('pem-file-unreadable', `cannot be read: the path ${misuse}`), options);
    }
    if (isUnknown(path)) {
      return new EncryptionKey({ value: fileAt(path) }, options);
    }
    if (typeof path !== 'string') {
      // readFileSync would read a number as a file descriptor: 0 is the standard input
      const text = `cannot be read: the path must be a string, but ${describeType(path)} was given`;
      return new EncryptionKey(problem('pem-file-unreadable', text), options);
    }
    try {
      return EncryptionKey.fromPem(readFileSync(path, 'utf8'), options);
    } catch (error) {
      return new EncryptionKey(problem('pem-file-unreadable', unreadable(path, error)), options);
    }
  }

  private constructor(private readonly pem: Converted<string>, private readonly options: EncryptionKeyOptions) {}

  /**
   * The thumbprint of the key (RFC 7638, SHA-256). A key and its certificate have the same thumbprint.
   *
   * @throws Error if the key is a Terraform token or not an RSA public key
   * @see https://www.rfc-editor.org/rfc/rfc7638
   */
  public get thumbprint(): string {
    const { value } = this.pem;
    const thumbprint = typeof value === 'string' && !isUnknown(value) ? thumbprintOf(value) : undefined;
    if (thumbprint === undefined) {
      throw new Error('thumbprint needs an RSA public key or certificate, given as text or as a file that can be read');
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
        pem: this.pem.value!, // undefined only if there is a problem, which is reported
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

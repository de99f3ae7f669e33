import { readFileSync } from 'node:fs';
import { EncryptionAlg } from './encryption-alg';
import type { ResourceServerTokenEncryptionEncryptionKey } from '../bindings/resource-server';
import { fileAt } from '../framework/expression-text';
import { asText, isUnknown, misuseOf } from '../framework/tokens';
import { isPem, normalizePem, thumbprintOf } from '../util/pem';
import { describeType, quote } from '../util/text';
import { below, Converted, createdWith, namedValue, Options, problem } from '../validation/convert';
import { guarded } from '../validation/guarded';
import { optionNames, readOptions } from '../validation/options';
import { ValidationError } from '../validation/validation-error';

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
    return guarded('EncryptionKey', 'pem', () => {
      const text = typeof pem === 'string' && !isUnknown(pem) ? normalizePem(pem) : asText(pem);
      return new EncryptionKey(createdWith(text), readOptions(options, OPTIONS));
    });
  }

  /**
   * Creates a key from a file with a public key or a certificate in PEM format. The limits of `fromPem` apply.
   *
   * @param path best absolute: a relative path starts at the working directory in which the program was started. If it is a
   * Terraform token, Terraform reads the file.
   */
  public static fromPemFile(path: string, options: EncryptionKeyOptions = {}): EncryptionKey {
    const misuse = guarded('EncryptionKey', 'path', () => misuseOf(path));
    if (misuse !== undefined) {
      return EncryptionKey.unreadable(`: the path ${misuse}`, options);
    }
    if (isUnknown(path)) {
      return new EncryptionKey({ value: fileAt(path) }, readOptions(options, OPTIONS));
    }
    if (typeof path !== 'string') {
      // readFileSync would read a number as a file descriptor: 0 is the standard input
      return EncryptionKey.unreadable(`: the path must be a string, but ${describeType(path)} was given`, options);
    }
    if (isPem(path)) {
      return EncryptionKey.unreadable(': the path must be the path of a file, but the text of a PEM file was given: use EncryptionKey.fromPem', options);
    }
    let text: string;
    try {
      text = readFileSync(path, 'utf8');
    } catch (error) {
      return EncryptionKey.unreadable(`${shownPath(path)}: ${reasonOf(error)}`, options);
    }
    return EncryptionKey.fromPem(text, options);
  }

  private static unreadable(text: string, options: EncryptionKeyOptions): EncryptionKey {
    return new EncryptionKey(problem('pem-file-unreadable', `cannot be read${text}`), readOptions(options, OPTIONS));
  }

  private constructor(private readonly pem: Converted<string>, private readonly options: Options) {}

  /**
   * The thumbprint of the key (RFC 7638, SHA-256). A key and its certificate have the same thumbprint.
   *
   * @throws ValidationError if the file of the key cannot be read
   * @throws Error if the key is a Terraform token or not an RSA public key
   * @see https://www.rfc-editor.org/rfc/rfc7638
   */
  public get thumbprint(): string {
    const { value, problems = [] } = this.pem;
    if (problems.length > 0) {
      throw new ValidationError('EncryptionKey', problems.map(({ rule, text }) => ({ rule, path: 'pem', message: `pem ${text}` })));
    }
    const thumbprint = typeof value === 'string' && !isUnknown(value) ? thumbprintOf(value) : undefined;
    if (thumbprint === undefined) {
      throw new Error('thumbprint needs an RSA public key or certificate, given as text or as a file that can be read');
    }
    return thumbprint;
  }

  /** A text for logs. It does not contain the key. */
  public toString(): string {
    return 'an encryption key';
  }

  /** @internal */
  public _toEncryptionKey(overrides: EncryptionKeyOptions): Converted<ResourceServerTokenEncryptionEncryptionKey> {
    const own = this.options.values;
    const { values: over, problems: ofOverrides } = readOptions(overrides, OPTIONS);
    const { value: algorithm, problems } = namedValue('EncryptionAlg.RSA_OAEP_256')(over.algorithm ?? own.algorithm ?? EncryptionAlg.RSA_OAEP_256);
    return {
      value: {
        algorithm: algorithm as string,
        kid: over.kid ?? own.kid ?? undefined,
        name: over.name ?? own.name ?? undefined,
        pem: this.pem.value!, // undefined only if there is a problem, which is reported
      },
      problems: [...this.options.problems, ...ofOverrides, ...below(['algorithm'], problems), ...below(['pem'], this.pem.problems)],
    };
  }
}

const OPTIONS = optionNames('algorithm', 'kid', 'name');

/** The highest number of characters in a path that is printed. */
const LONGEST_PATH = 100;

/** Returns a path for a message. A text that does not look like a path is not printed: it may be a key. */
function shownPath(path: string): string {
  return path.length > LONGEST_PATH || /[\x00-\x1f"{}]/.test(path) ? '' : ` from ${quote(path)}`;
}

function reasonOf(error: unknown): string {
  const { code } = error as NodeJS.ErrnoException;
  return code === 'ENOENT' ? 'there is no such file' : code === 'EISDIR' ? 'it is a folder' : `reading it failed with ${code}`;
}

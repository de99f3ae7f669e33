import { createHash, createPublicKey, KeyObject, X509Certificate } from 'node:crypto';

const BLOCK = /-----BEGIN ([A-Z0-9 ]+)-----[\s\S]*?-----END \1-----/g;
const PRIVATE = /-----BEGIN [A-Z0-9 ]*PRIVATE KEY/;

/** A description of a PEM text that contains no part of the text. */
export interface PemDescription {
  readonly isPrivate: boolean;
  /** The labels of its blocks, for example `CERTIFICATE`. */
  readonly labels: readonly string[];
  /** The key. Undefined unless the text has exactly one block and it can be read. */
  readonly key?: { readonly type: string; readonly bits: number };
  /** The end of validity of a certificate. */
  readonly validTo?: Date;
}

/** Describes a PEM text. */
export function describePem(text: string): PemDescription {
  const blocks = blocksOf(text);
  const labels = blocks.map((block) => block.label);
  const isPrivate = PRIVATE.test(text);
  if (isPrivate || blocks.length !== 1) {
    return { isPrivate, labels };
  }
  const parsed = parse(blocks[0]);
  return {
    isPrivate,
    labels,
    key: parsed && {
      type: parsed.key.asymmetricKeyType ?? 'unknown',
      bits: parsed.key.asymmetricKeyDetails?.modulusLength ?? 0,
    },
    validTo: parsed?.certificate && new Date(parsed.certificate.validTo),
  };
}

/**
 * Returns the only block of a PEM text, with Unix line ends and without the text around it.
 *
 * Of a certificate chain, it returns the first certificate: the others certify it. Any other text is returned
 * unchanged; the rules report it.
 */
export function normalizePem(text: string): string {
  const blocks = blocksOf(text);
  const isOne = blocks.length === 1 || (blocks.length > 1 && blocks.every((block) => block.label === 'CERTIFICATE'));
  return isOne && !PRIVATE.test(text) ? `${blocks[0].text.replace(/[ \t]*\r?\n\s*/g, '\n')}\n` : text;
}

/**
 * Returns the thumbprint of an RSA key (RFC 7638, SHA-256), or undefined if the text contains no such key.
 * @see https://www.rfc-editor.org/rfc/rfc7638
 */
export function thumbprintOf(text: string): string | undefined {
  const blocks = blocksOf(text);
  const key = blocks.length === 1 && !PRIVATE.test(text) ? parse(blocks[0])?.key : undefined;
  if (key?.asymmetricKeyType !== 'rsa') {
    return undefined;
  }
  const { e, kty, n } = key.export({ format: 'jwk' });
  // RFC 7638: only the required members, in lexicographic order, without white space
  return createHash('sha256').update(JSON.stringify({ e, kty, n })).digest('base64url');
}

interface Block {
  readonly label: string;
  readonly text: string;
}

function blocksOf(text: string): Block[] {
  return Array.from(text.matchAll(BLOCK), (match) => ({ label: match[1], text: match[0] }));
}

function parse(block: Block): { key: KeyObject; certificate?: X509Certificate } | undefined {
  try {
    if (block.label.endsWith('CERTIFICATE')) {
      const certificate = new X509Certificate(block.text);
      return { key: certificate.publicKey, certificate };
    }
    return { key: createPublicKey(block.text) };
  } catch {
    return undefined;
  }
}

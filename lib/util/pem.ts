import { createHash, createPublicKey, KeyObject, X509Certificate } from 'node:crypto';

const BOUNDARY = /-----(BEGIN|END) ([A-Z0-9 ]+)-----/g;
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
  return isOne && !PRIVATE.test(text) ? `${linesOf(blocks[0].text).join('\n')}\n` : text;
}

/** Returns the lines of a text that are not empty, without white space around them. */
function linesOf(text: string): string[] {
  return text.split('\n').map((line) => line.trim()).filter((line) => line !== '');
}

/** Whether a text contains the beginning of a PEM block. */
export function isPem(text: string): boolean {
  return text.includes('-----BEGIN ');
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

/** Returns the blocks of a text. The time grows with the length of the text, also if no block ends. */
function blocksOf(text: string): Block[] {
  const begins: Array<{ readonly label: string; readonly start: number }> = [];
  const ends = new Map<string, number[]>();
  for (const match of text.matchAll(BOUNDARY)) {
    const [boundary, kind, label] = match;
    if (kind === 'BEGIN') {
      begins.push({ label, start: match.index });
    } else {
      const positions = ends.get(label) ?? [];
      positions.push(match.index + boundary.length);
      ends.set(label, positions);
    }
  }
  ends.forEach((positions) => positions.reverse());
  const blocks: Block[] = [];
  let next = 0;
  for (const { label, start } of begins) {
    const positions = ends.get(label) ?? [];
    while (positions.length > 0 && positions[positions.length - 1] <= start) {
      positions.pop();
    }
    const end = positions[positions.length - 1];
    if (start >= next && end !== undefined) {
      blocks.push({ label, text: text.slice(start, end) });
      next = end;
    }
  }
  return blocks;
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

import { createPublicKey, generateKeyPairSync, KeyObject } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

export type KeyType = 'rsa' | 'rsa-pss' | 'ec' | 'ed25519';

/** A key pair in PEM format. */
export interface KeyPair {
  /** Label `PUBLIC KEY`. */
  readonly publicKey: string;
  /** Label `PRIVATE KEY`. */
  readonly privateKey: string;
  readonly objects: { readonly publicKey: KeyObject; readonly privateKey: KeyObject };
}

/** One key pair of each kind and size. They are reused, because generating them takes time. */
const pairs = new Map<string, KeyPair>();

export function keyPair(type: KeyType, modulusLength = 2048): KeyPair {
  const name = `${type} ${modulusLength}`;
  const pair = pairs.get(name) ?? inPem(generate(type, modulusLength));
  pairs.set(name, pair);
  return pair;
}

function generate(type: KeyType, modulusLength: number): KeyPair['objects'] {
  switch (type) {
    case 'rsa':
      return generateKeyPairSync('rsa', { modulusLength });
    case 'rsa-pss':
      return generateKeyPairSync('rsa-pss', { modulusLength });
    case 'ec':
      return generateKeyPairSync('ec', { namedCurve: 'P-256' });
    case 'ed25519':
      return generateKeyPairSync('ed25519');
  }
}

function inPem(objects: KeyPair['objects']): KeyPair {
  return {
    publicKey: pemOf(objects.publicKey),
    privateKey: objects.privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
    objects,
  };
}

/** The public key of an RSA pair in the form of PKCS#1, label `RSA PUBLIC KEY`. */
export function publicPkcs1({ objects }: KeyPair): string {
  return pemOf(objects.publicKey, 'pkcs1');
}

type CertificateName = 'expired' | 'century' | 'ec';

/** The path of a certificate in the fixtures. */
export function certificatePath(name: CertificateName): string {
  return join(__dirname, '../fixtures/certificates', `${name}.pem`);
}

/** The text of a certificate in the fixtures. */
export function certificate(name: CertificateName): string {
  return readFileSync(certificatePath(name), 'utf8');
}

/** The example of RFC 7638, section 3.1: a key, and the thumbprint that the RFC calculates for it. */
export const RFC_7638 = {
  key: createPublicKey({
    format: 'jwk',
    key: {
      kty: 'RSA',
      n:
        '0vx7agoebGcQSuuPiLJXZptN9nndrQmbXEps2aiAFbWhM78LhWx4cbbfAAtVT86zwu1RK7aPFFxuhDR1L6tSoc_BJECPebWKRXjBZCiFV4n3' +
        'oknjhMstn64tZ_2W-5JsGY4Hc5n9yBXArwl93lqt7_RN5w6Cf0h4QyQ5v-65YGjQR0_FDW2QvzqY368QQMicAtaSqzs8KJZgnYb9c7d0zgdA' +
        'ZHzu6qMQvRL5hajrn1n91CbOpbISD08qNLyrdkt-bFTWhAI4vMQFh6WeZu0fM4lFd2NcRwr3XPksINHaQ-G_xBniIqbw0Ls1jF44-csFCur-' +
        'kEgU8awapJzKnqDKgw',
      e: 'AQAB',
      alg: 'RS256',
      kid: '2011-04-29',
    },
  }),
  thumbprint: 'NzbLsXh8uDCcd-6MNwXF4W_7noWXFZAfHkxZsRGC9Xs',
};

/** A public key as PEM, with the label `PUBLIC KEY` or, as PKCS#1, `RSA PUBLIC KEY`. */
export function pemOf(key: KeyObject, type: 'spki' | 'pkcs1' = 'spki'): string {
  return key.export({ type, format: 'pem' }).toString();
}

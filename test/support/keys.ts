import { generateKeyPairSync, KeyObject } from 'node:crypto';
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

/** One key pair of each kind and size, since making them takes time. */
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
    publicKey: objects.publicKey.export({ type: 'spki', format: 'pem' }).toString(),
    privateKey: objects.privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
    objects,
  };
}

/** The public key of an RSA pair in the form of PKCS#1, label `RSA PUBLIC KEY`. */
export function publicPkcs1({ objects }: KeyPair): string {
  return objects.publicKey.export({ type: 'pkcs1', format: 'pem' }).toString();
}

type CertificateName = 'expired' | 'century' | 'ec';

/** Where a certificate of the fixtures lies. */
export function certificatePath(name: CertificateName): string {
  return join(__dirname, '../fixtures/certificates', `${name}.pem`);
}

/** A certificate of the fixtures. */
export function certificate(name: CertificateName): string {
  return readFileSync(certificatePath(name), 'utf8');
}

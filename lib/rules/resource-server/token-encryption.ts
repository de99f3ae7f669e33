import { RESOURCE_SERVER, ResourceServerConfig } from '../../schema/resource-server';
import { isKnown, isSet, knownOrUndefined, Value } from '../../schema/value';
import { describePem } from '../../util/pem';
import { quote } from '../../util/text';
import { EnumAttribute, enumRule } from '../enums';
import { checkLength } from '../limits';
import { defineRules } from '../rule';

const JWE = 'https://auth0.com/docs/get-started/apis/configure-json-web-encryption';
const PEM = ['token_encryption', 'encryption_key', 'pem'] as const;
const DAY = 24 * 60 * 60 * 1000;

function encryptionOf(config: ResourceServerConfig) {
  return knownOrUndefined(config.token_encryption);
}

function keyOf(config: ResourceServerConfig) {
  return knownOrUndefined(encryptionOf(config)?.encryption_key);
}

/** The PEM, where there is one to look into: some text, with no private key in it. */
function readablePem(config: ResourceServerConfig) {
  const pem: Value<string> = keyOf(config)?.pem;
  const described = isKnown(pem) && pem !== '' ? describePem(pem) : undefined;
  return described?.isPrivate ? undefined : described;
}

export const ENCRYPTION_FORMAT: EnumAttribute<typeof RESOURCE_SERVER> = {
  resource: RESOURCE_SERVER,
  id: 'jwe-format-enum',
  path: ['token_encryption', 'format'],
  see: JWE,
};

export const ENCRYPTION_ALG: EnumAttribute<typeof RESOURCE_SERVER> = {
  resource: RESOURCE_SERVER,
  id: 'jwe-alg-enum',
  path: ['token_encryption', 'encryption_key', 'algorithm'],
  see: JWE,
};

export const TOKEN_ENCRYPTION_RULES = defineRules<ResourceServerConfig>([
  {
    id: 'jwe-format-and-key',
    severity: 'error',
    attributes: 'token_encryption.format, token_encryption.encryption_key',
    summary: 'Must be given together.',
    see: JWE,
    check: (config, { naming, report }) => {
      const encryption = encryptionOf(config);
      if (!encryption || isSet(encryption.format) === isSet(encryption.encryption_key)) {
        return;
      }
      const [given, missing] = isSet(encryption.format) ? ['format', 'encryption_key'] : ['encryption_key', 'format'];
      report(
        ['token_encryption', missing],
        `is required where ${naming.path(['token_encryption', given])} is given, but was not given`,
      );
    },
  },
  enumRule(ENCRYPTION_FORMAT),
  {
    id: 'jwe-disable-and-config',
    severity: 'error',
    attributes: 'token_encryption.disable',
    summary: 'Must not be true beside a format or a key.',
    see: JWE,
    check: (config, { report }) => {
      const encryption = encryptionOf(config);
      if (encryption?.disable === true && (isSet(encryption.format) || isSet(encryption.encryption_key))) {
        report(['token_encryption'], 'must either be disabled or have a format and a key, but both were given');
      }
    },
  },
  {
    id: 'block-empty-is-noop',
    severity: 'warning',
    attributes: 'token_encryption, proof_of_possession, subject_type_authorization',
    summary: 'An empty block is not sent: it changes nothing.',
    see: 'https://registry.terraform.io/providers/auth0/auth0/latest/docs/resources/resource_server',
    check: (config, { report }) => {
      for (const name of ['token_encryption', 'proof_of_possession', 'subject_type_authorization'] as const) {
        const block = knownOrUndefined<object>(config[name]);
        if (block && Object.values(block).every((value) => !isSet(value))) {
          report([name], 'is empty and changes nothing: fill it or remove it');
        }
      }
    },
  },
  enumRule(ENCRYPTION_ALG),
  {
    id: 'jwe-pem-length',
    severity: 'error',
    attributes: PEM.join('.'),
    summary: 'Must be 1 to 4096 characters long.',
    see: 'https://auth0.com/docs/api/management/v2/resource-servers/post-resource-servers',
    check: (config, context) => checkLength(keyOf(config)?.pem, 4096, PEM, context),
  },
  {
    id: 'jwe-pem-not-private',
    severity: 'error',
    attributes: PEM.join('.'),
    summary: 'Must not hold a private key: it would be sent to Auth0 and stored in the state.',
    see: JWE,
    check: (config, { report }) => {
      const pem = keyOf(config)?.pem;
      if (isKnown(pem) && describePem(pem).isPrivate) {
        report(PEM, 'must not hold a private key: give the public key or the certificate that belongs to it');
      }
    },
  },
  {
    id: 'jwe-pem-shape',
    severity: 'error',
    alsoWarns: true,
    attributes: PEM.join('.'),
    summary: 'Must be one PEM block, a public key or a certificate, and should be labelled `PUBLIC KEY` or `CERTIFICATE`.',
    see: JWE,
    check: (config, { report }) => {
      const pem = readablePem(config);
      const wanted = 'must be a public key or a certificate in PEM format';
      if (!pem) {
        return;
      }
      if (pem.labels.length === 0) {
        report(PEM, `${wanted}, but the text has no '-----BEGIN' line with an '-----END' line that belongs to it`);
      } else if (pem.labels.length > 1) {
        report(PEM, `${wanted}, but ${pem.labels.length} blocks were given: ${pem.labels.map(quote).join(', ')}`);
      } else if (!pem.key) {
        report(PEM, `${wanted}, but the block ${quote(pem.labels[0])} cannot be read as either`);
      } else if (pem.labels[0] !== 'PUBLIC KEY' && pem.labels[0] !== 'CERTIFICATE') {
        report(
          PEM,
          `has the label ${quote(pem.labels[0])}, but Auth0 is only known to accept 'PUBLIC KEY' and 'CERTIFICATE': convert the key`,
          'warning',
        );
      }
    },
  },
  {
    id: 'jwe-key-rsa-2048',
    severity: 'error',
    alsoWarns: true,
    attributes: PEM.join('.'),
    summary: 'Must be an RSA key (all algorithms are RSA-OAEP), and should have at least 2048 bits.',
    see: JWE,
    check: (config, { report }) => {
      const key = readablePem(config)?.key;
      if (!key) {
        return;
      }
      if (key.type !== 'rsa') {
        report(PEM, `must hold an RSA key, since tokens are encrypted with RSA-OAEP, but a key of type ${quote(key.type)} was given`);
      } else if (key.bits < 2048) {
        report(PEM, `should hold an RSA key of at least 2048 bits, but one of ${key.bits} bits was given`, 'warning');
      }
    },
  },
  {
    id: 'jwe-certificate-expiry',
    severity: 'warning',
    attributes: PEM.join('.'),
    summary: 'A certificate should be valid for at least 30 more days.',
    see: JWE,
    check: (config, { now, report }) => {
      const validTo = readablePem(config)?.validTo;
      if (!validTo) {
        return;
      }
      const left = validTo.getTime() - now.getTime();
      const day = validTo.toISOString().slice(0, 10);
      if (left < 0) {
        report(PEM, `is a certificate that expired on ${day}: renew it`);
      } else if (left < 30 * DAY) {
        report(PEM, `is a certificate that expires on ${day}, within 30 days: renew it`);
      }
    },
  },
  {
    id: 'jwe-kid-name-length',
    severity: 'error',
    attributes: 'token_encryption.encryption_key.kid, token_encryption.encryption_key.name',
    summary: 'Must be 1 to 128 characters long.',
    see: 'https://auth0.com/docs/api/management/v2/resource-servers/post-resource-servers',
    check: (config, context) => {
      const key = keyOf(config);
      checkLength(key?.kid, 128, ['token_encryption', 'encryption_key', 'kid'], context);
      checkLength(key?.name, 128, ['token_encryption', 'encryption_key', 'name'], context);
    },
  },
]);

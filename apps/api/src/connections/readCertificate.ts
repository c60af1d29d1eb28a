/**
 * Reads the PEM that an application signs in with: an RSA private key and its certificate, in any
 * order, with or without the chain. Nothing of the key appears in a refusal.
 */
import { createPrivateKey, X509Certificate, type KeyObject } from 'node:crypto';
import { refuse, type Refusal } from '@keyway/core';

/** Entra takes no shorter key. */
const MIN_BITS = 2048;
const BLOCK = /-----BEGIN ([A-Z0-9 ]{1,40})-----[\s\S]*?-----END \1-----/g;
const KEY_LABELS = ['PRIVATE KEY', 'RSA PRIVATE KEY', 'EC PRIVATE KEY', 'ENCRYPTED PRIVATE KEY'];

/** What is stored: the key (PKCS #8) and its certificate alone, and what may be shown. */
export interface ReadCertificate {
  certificatePem: string;
  expiresAt: string;
  /** SHA-256 of the certificate, hexadecimal. */
  thumbprint: string;
}

type Answer<T> = { value: T } | { refusal: Refusal };
type ParameterlessReason =
  | 'certificateKeyEncrypted'
  | 'certificateKeyMismatch'
  | 'certificateKeyMissing'
  | 'certificateKeyNotRsa'
  | 'certificateMissing'
  | 'certificateSeveralKeys'
  | 'certificateUnreadable';

/** @param now what validity is compared with */
export function readCertificate(pem: string, field: string, now: Date): Answer<ReadCertificate> {
  const no = (reason: ParameterlessReason) => ({ refusal: refuse(reason, [field]) });
  const blocks = [...pem.matchAll(BLOCK)].map(([text, label = '']) => ({ text, label }));
  const keys = blocks.filter(({ label }) => KEY_LABELS.includes(label));
  const certificates = blocks.filter(({ label }) => label === 'CERTIFICATE');
  if (keys.length === 0) return no('certificateKeyMissing');
  if (keys.length > 1) return no('certificateSeveralKeys');
  if (certificates.length === 0) return no('certificateMissing');
  const [{ text, label }] = keys as [(typeof keys)[number]];
  if (label.startsWith('ENCRYPTED') || text.includes('ENCRYPTED'))
    return no('certificateKeyEncrypted');
  const key = parsed(() => createPrivateKey(text));
  const chain = certificates.map((one) => parsed(() => new X509Certificate(one.text)));
  if (!key || chain.includes(null)) return no('certificateUnreadable');
  if (key.asymmetricKeyType !== 'rsa') return no('certificateKeyNotRsa');
  const bits = key.asymmetricKeyDetails?.modulusLength ?? 0;
  if (bits < MIN_BITS)
    return { refusal: refuse('certificateKeyTooShort', [field], { bits, min: MIN_BITS }) };
  const own = chain.find((certificate) => certificate?.checkPrivateKey(key));
  return own ? valid(own, key, field, now) : no('certificateKeyMismatch');
}

/** Null for what OpenSSL can't read; its message may quote the input. */
function parsed<T>(parse: () => T): T | null {
  try {
    return parse();
  } catch {
    return null;
  }
}

function valid(
  certificate: X509Certificate,
  key: KeyObject,
  field: string,
  now: Date,
): Answer<ReadCertificate> {
  const { validFromDate: from, validToDate: to } = certificate;
  if (to <= now)
    return { refusal: refuse('certificateExpired', [field], { at: to.toISOString() }) };
  if (from > now)
    return { refusal: refuse('certificateNotYetValid', [field], { at: from.toISOString() }) };
  return {
    value: {
      certificatePem: `${String(key.export({ format: 'pem', type: 'pkcs8' }))}${certificate.toString()}`,
      expiresAt: to.toISOString(),
      thumbprint: certificate.fingerprint256.replaceAll(':', ''),
    },
  };
}

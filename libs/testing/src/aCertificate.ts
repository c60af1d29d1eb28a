/** A certificate that an application in Entra signs in with, and its private key, both as PEM. */
import { generate } from 'selfsigned';

/** What is given to the generator; by default valid for a year from now. */
export interface CertificateOptions {
  bits?: number;
  keyType?: 'rsa' | 'ec';
  from?: Date;
  to?: Date;
}

/** A key with a certificate of its own, as PEM; for tests. */
export async function aCertificate({
  bits = 2048,
  keyType = 'rsa',
  from = new Date(Date.now() - 60_000),
  to = new Date(Date.now() + 365 * 86_400_000),
}: CertificateOptions = {}): Promise<{ key: string; certificate: string; pem: string }> {
  const attributes = [{ name: 'commonName', value: 'keyway-test' }];
  const made = await generate(attributes, {
    ...{ keySize: bits, keyType, algorithm: 'sha256' },
    ...{ notBeforeDate: from, notAfterDate: to },
  });
  return { key: made.private, certificate: made.cert, pem: `${made.private}\n${made.cert}` };
}

/** The settings of an api that serves https itself, without a proxy in front. */
import { createPrivateKey, X509Certificate } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { optional } from './setting.ts';
import * as type from './settingTypes.ts';

const SEE_TLS = 'See [TLS](#tls)';

export const TLS_SETTINGS = {
  tlsCert: optional({
    name: 'KEYWAY_TLS_CERT',
    description: `PEM file of the api’s certificate, then those of its authorities; the api then serves https alone. ${SEE_TLS}`,
    type: type.file,
    defaultText: 'none: plain http, for a proxy in front',
    example: '/etc/keyway/tls/tls.crt',
    usedBy: ['api'],
  }),
  tlsKey: optional({
    name: 'KEYWAY_TLS_KEY',
    description: `PEM file of the key of \`KEYWAY_TLS_CERT\`. ${SEE_TLS}`,
    type: type.file,
    example: '/etc/keyway/tls/tls.key',
    usedBy: ['api'],
  }),
};

/** A certificate with its key, both in PEM. The key is secret. */
export interface KeyPair {
  cert: string;
  key: string;
  /** When the certificate ends. */
  notAfter: Date;
}

/** Why files are no key pair; `setting` is the one to change. The message continues its name. */
export class KeyPairError extends Error {
  override readonly name = 'KeyPairError';
  readonly setting: 'tlsCert' | 'tlsKey';
  constructor(setting: 'tlsCert' | 'tlsKey', message: string) {
    super(message);
    this.setting = setting;
  }
}

/**
 * Reads both files.
 * @throws KeyPairError where a file can't be read, is no PEM, or the two don't
 * belong together
 */
export function readKeyPair(certFile: string, keyFile: string): KeyPair {
  const cert = read('tlsCert', certFile);
  const key = read('tlsKey', keyFile);
  const certificate = parse(
    'tlsCert',
    `is "${certFile}", not the PEM file of a certificate`,
    () => {
      return new X509Certificate(cert);
    },
  );
  const privateKey = parse(
    'tlsKey',
    `is "${keyFile}", not the PEM file of a key without a passphrase`,
    () => createPrivateKey(key),
  );
  if (!certificate.checkPrivateKey(privateKey))
    throw new KeyPairError('tlsKey', `is "${keyFile}", which is not the key of "${certFile}"`);
  return { cert, key, notAfter: certificate.validToDate };
}

function read(setting: 'tlsCert' | 'tlsKey', file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    const why = (error as NodeJS.ErrnoException).code ?? String(error);
    throw new KeyPairError(setting, `is "${file}", which cannot be read (${why})`);
  }
}

function parse<T>(setting: 'tlsCert' | 'tlsKey', problem: string, make: () => T): T {
  try {
    return make();
  } catch {
    // OpenSSL's own message may hold a part of the key.
    throw new KeyPairError(setting, problem);
  }
}

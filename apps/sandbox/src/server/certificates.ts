/**
 * The sandbox's certificate authority. It is kept over restarts, so that a client that trusts it
 * continues to work; the certificate for the clouds' host names is created at each start.
 */
import fs from 'node:fs';
import path from 'node:path';
import { generate } from 'selfsigned';
import { EVENT_KEY_HOST, EVENT_VALIDATION_HOST } from '../adobe/ioEvents.ts';
import { platformHosts } from '../adobe/regions.ts';
import { AWS_REGIONS } from '../aws/awsHosts.ts';

/** The host under which the sandbox's own controls answer. */
export const CONTROL_HOST = 'sandbox.keyway.test';

const DNS_NAMES = [
  '*.vault.azure.net',
  '*.managedhsm.azure.net',
  'management.azure.com',
  'login.microsoftonline.com',
  'graph.microsoft.com',
  'ims-na1.adobelogin.com',
  ...platformHosts,
  ...AWS_REGIONS.map((region) => `*.${region}.amazonaws.com`),
  EVENT_KEY_HOST,
  EVENT_VALIDATION_HOST,
  CONTROL_HOST,
  'localhost',
];

const YEAR = 365 * 24 * 3600 * 1000;

export interface Certificates {
  /** Path of the PEM file that clients are to trust. */
  caFile: string;
  ca: string;
  cert: string;
  key: string;
}

/**
 * Reads or makes the authority in `directory` (`ca.pem`, `ca-key.pem`, both 0600) and issues a
 * leaf.
 */
export async function prepareCertificates(directory: string): Promise<Certificates> {
  fs.mkdirSync(directory, { recursive: true });
  const caFile = path.join(directory, 'ca.pem');
  const authority = readAuthority(directory) ?? (await makeAuthority(directory));
  const leaf = await generate([{ name: 'commonName', value: CONTROL_HOST }], {
    keyType: 'ec',
    algorithm: 'sha256',
    notBeforeDate: new Date(Date.now() - 24 * 3600 * 1000),
    notAfterDate: new Date(Date.now() + YEAR),
    ca: authority,
    extensions: [
      { name: 'basicConstraints', cA: false, critical: true },
      { name: 'keyUsage', digitalSignature: true, critical: true },
      { name: 'extKeyUsage', serverAuth: true },
      {
        name: 'subjectAltName',
        altNames: [
          ...DNS_NAMES.map((value) => ({ type: 2 as const, value })),
          { type: 7, ip: '127.0.0.1' },
        ],
      },
    ],
  });
  return { caFile, ca: authority.cert, cert: leaf.cert, key: leaf.private };
}

function readAuthority(directory: string): { key: string; cert: string } | undefined {
  const keyFile = path.join(directory, 'ca-key.pem');
  const certFile = path.join(directory, 'ca.pem');
  if (!fs.existsSync(keyFile) || !fs.existsSync(certFile)) return undefined;
  return { key: fs.readFileSync(keyFile, 'utf8'), cert: fs.readFileSync(certFile, 'utf8') };
}

async function makeAuthority(directory: string): Promise<{ key: string; cert: string }> {
  const made = await generate([{ name: 'commonName', value: 'Keyway Sandbox CA' }], {
    keyType: 'ec',
    algorithm: 'sha256',
    notBeforeDate: new Date(Date.now() - 24 * 3600 * 1000),
    notAfterDate: new Date(Date.now() + 10 * YEAR),
    extensions: [
      { name: 'basicConstraints', cA: true, critical: true },
      { name: 'keyUsage', keyCertSign: true, cRLSign: true, critical: true },
    ],
  });
  writePrivate(path.join(directory, 'ca-key.pem'), made.private);
  writePrivate(path.join(directory, 'ca.pem'), made.cert);
  return { key: made.private, cert: made.cert };
}

/**
 * Writes a file that only its owner may read, by a rename, so that a crash leaves no half of it.
 */
export function writePrivate(file: string, text: string): void {
  const next = `${file}.next`;
  fs.writeFileSync(next, text, { mode: 0o600 });
  fs.renameSync(next, file);
}

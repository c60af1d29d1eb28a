/** An embedded PostgreSQL that offers TLS, with the certificate of an authority of its own. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openDatabase } from '@keyway/postgres';

/** A certificate for 127.0.0.1 that is its own authority, and its key, as files. */
export function aServerCertificate(folder: string, name: string) {
  const [key, certificate] = ['key', 'crt'].map((end) => join(folder, `${name}.${end}`)) as [
    string,
    string,
  ];
  execFileSync(
    'openssl',
    [
      ...['req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes'],
      ...['-days', '30', '-subj', `/CN=${name}`, '-addext', 'subjectAltName=IP:127.0.0.1'],
      ...['-keyout', key, '-out', certificate],
    ],
    { stdio: 'ignore' },
  );
  return { key, certificate, pem: readFileSync(certificate, 'utf8') };
}

export async function aTlsDatabase() {
  const folder = mkdtempSync(join(tmpdir(), 'keyway-tls-'));
  const own = aServerCertificate(folder, 'database');
  const opened = await openDatabase({
    dataDir: folder,
    // Root runs the server in a namespace, where the key's owner is the server's own user.
    settings: { ssl: 'on', ssl_cert_file: own.certificate, ssl_key_file: own.key, fsync: 'off' },
  });
  return {
    url: opened.url,
    migrationUrl: opened.migrationUrl,
    ca: own.pem,
    otherCa: aServerCertificate(folder, 'other').pem,
    async close(): Promise<void> {
      await opened.close();
      rmSync(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 250 });
    },
  };
}

/** nginx, as Debian has it, with this repository's configuration. */
import { spawn } from 'node:child_process';
import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from '@keyway/testing';
import { inRoot } from '../../bootstrap/places.mjs';

export interface Nginx {
  /** Under which browsers and programs reach it. */
  url: string;
  /** Resolves once it listens. */
  start(): Promise<void>;
  /** All that it logged. */
  logged(): string;
  close(): Promise<void>;
}

export interface NginxOptions {
  /** Of the two apis that the configuration names. */
  ports: readonly [number, number];
  /** PEM, with the address 127.0.0.1. */
  certificate: string;
  key: string;
}

/** Only places differ from the file: where it listens, certificates, and the apis' addresses. */
function configurationFor(
  { ports }: NginxOptions,
  own: { port: number; log: string; certificate: string; key: string },
): string {
  const places: [string, string][] = [
    ['listen 443 ssl', `listen 127.0.0.1:${own.port} ssl`],
    ['server_name keyway.example.com;', 'server_name 127.0.0.1;'],
    ['/var/log/nginx/keyway.error.log', own.log],
    ['/etc/nginx/tls/keyway.crt', own.certificate],
    ['/etc/nginx/tls/keyway.key', own.key],
    ['10.0.0.11:4000', `127.0.0.1:${ports[0]}`],
    ['10.0.0.12:4000', `127.0.0.1:${ports[1]}`],
  ];
  let text = readFileSync(inRoot('deploy', 'nginx', 'keyway.conf'), 'utf8');
  for (const [from, to] of places) {
    if (text.split(from).length !== 2) throw new Error(`keyway.conf does not have one "${from}".`);
    text = text.replace(from, to);
  }
  return text;
}

/** @param program path of its executable */
export async function nginxBefore(program: string, options: NginxOptions): Promise<Nginx> {
  const folder = mkdtempSync(join(tmpdir(), 'keyway-nginx-'));
  const file = (name: string, text: string): string => {
    writeFileSync(join(folder, name), text);
    return join(folder, name);
  };
  const port = await freePort();
  const site = configurationFor(options, {
    port,
    log: join(folder, 'error.log'),
    certificate: file('tls.crt', options.certificate),
    key: file('tls.key', options.key),
  });
  const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'];
  const main = file(
    'nginx.conf',
    [
      ...(process.getuid?.() === 0 ? ['user root;'] : []),
      `daemon off; worker_processes 2; pid ${join(folder, 'pid')}; error_log stderr notice;`,
      'events { worker_connections 256; }',
      'http {',
      ...temporary.map((name) => `${name}_temp_path ${join(folder, name)};`),
      site,
      '}',
    ].join('\n'),
  );
  chmodSync(folder, 0o755);
  const child = spawn(program, ['-c', main, '-p', folder], { stdio: ['ignore', 'ignore', 'pipe'] });
  let said = '';
  const ended = new Promise<void>((resolve) => child.once('close', () => resolve()));
  return {
    url: `https://127.0.0.1:${port}`,
    start: () =>
      new Promise<void>((resolve, reject) => {
        child.stderr.setEncoding('utf8').on('data', (part: string) => {
          said += part;
          if (said.includes('start worker process ')) resolve();
        });
        child.once('error', reject);
        void ended.then(() => reject(new Error(`nginx ended: ${said}`)));
      }),
    logged: () => said + readFileSync(join(folder, 'error.log'), 'utf8'),
    async close() {
      child.kill('SIGTERM');
      await ended;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

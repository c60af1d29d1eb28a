/**
 * The sandbox as a process of its own, as `npm start` runs it: for tests that go through the real
 * connectors over real HTTPS.
 */
import { spawn } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { request } from 'node:https';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

const MAIN = fileURLToPath(new URL('../../../apps/sandbox/src/main.ts', import.meta.url));

/** A customer that a scenario laid out (docs/reference/sandbox.md). */
export interface SandboxCustomer {
  imsOrgId: string;
  tenantId: string;
  subscriptionId: string;
  applicationIds: { AEP: string; CJA: string };
  keys: { AEP: string; CJA: string };
}
/** One accepted state-changing call. */
export interface SandboxLedgerRow {
  at: string;
  method: string;
  host: string;
  path: string;
  body: string;
  status: number;
}
/** A sandbox in a process of its own, on a free port of loopback. */
export interface TestSandbox {
  host: string;
  port: number;
  /** PEM. */
  ca: string;
  /** A call of the sandbox's controls; returns the JSON document. */
  control<T>(method: string, path: string, body?: unknown): Promise<T>;
  close(): Promise<void>;
}

/**
 * Resolves when it listens; rejects with its message where it does not start. `pollScale`
 * shortens Adobe's jobs.
 */
export async function aSandbox(pollScale = 1): Promise<TestSandbox> {
  const directory = await mkdtemp(join(tmpdir(), 'keyway-sandbox-'));
  const own = {
    KEYWAY_SANDBOX_PORT: '0',
    KEYWAY_SANDBOX_IDENTITY_PORT: '0',
    KEYWAY_SANDBOX_DIR: directory,
    KEYWAY_POLL_SCALE: String(pollScale),
  };
  const { PATH, NODE_COMPILE_CACHE } = process.env;
  const child = spawn(process.execPath, ['--conditions=@keyway/source', MAIN], {
    env: { PATH, NODE_COMPILE_CACHE, LOG_LEVEL: 'error', ...own },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  let stderr = '';
  child.stderr.setEncoding('utf8').on('data', (chunk: string) => (stderr += chunk));
  const line = await new Promise<string>((resolve, reject) => {
    createInterface(child.stdout).once('line', resolve);
    void ended.then(() => reject(new Error(`The sandbox ended: ${stderr}`)));
  });
  const report = JSON.parse(line) as { listening: string; ca: string };
  const [host = '', port = ''] = report.listening.split(':');
  const ca = await readFile(report.ca, 'utf8');
  return {
    host,
    port: Number(port),
    ca,
    control: (method, path, body) => control({ host, port: Number(port), ca }, method, path, body),
    async close() {
      child.kill('SIGTERM');
      await ended;
      await rm(directory, { recursive: true, force: true });
    },
  };
}

function control<T>(
  at: { host: string; port: number; ca: string },
  method: string,
  path: string,
  body?: unknown,
): Promise<T> {
  const text = body === undefined ? '' : JSON.stringify(body);
  const headers = {
    host: 'sandbox.keyway.test',
    'content-type': 'application/json',
    'content-length': Buffer.byteLength(text),
  };
  return new Promise((resolve, reject) => {
    const sent = request(
      { ...at, servername: 'sandbox.keyway.test', method, path, headers, agent: false },
      (response) => {
        let answer = '';
        response.setEncoding('utf8').on('data', (chunk: string) => (answer += chunk));
        response.on('end', () => {
          if ((response.statusCode ?? 500) < 300) resolve(JSON.parse(answer || 'null') as T);
          else reject(new Error(`${method} ${path}: ${response.statusCode} ${answer}`));
        });
      },
    );
    sent.on('error', reject).end(text);
  });
}

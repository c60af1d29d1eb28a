/** Starts the sandbox as a process of its own, as `npm start` does, for the contract suite. */
import { spawn } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { request } from 'node:https';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { SandboxAgent } from '../sandboxAgent.ts';

const MAIN = fileURLToPath(new URL('../../../../../apps/sandbox/src/main.ts', import.meta.url));

export interface Sandbox {
  agent: SandboxAgent;
  /** A call of the sandbox's controls; answers the JSON document. */
  control(method: string, path: string, body?: unknown): Promise<unknown>;
  close(): Promise<void>;
}

function controlCall(agent: SandboxAgent, method: string, path: string, body?: unknown): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const sent = request(
      { agent, host: 'sandbox.keyway.test', path, method, headers: { 'content-type': 'application/json' } },
      (response) => {
        let text = '';
        response.setEncoding('utf8').on('data', (chunk: string) => (text += chunk));
        response.on('end', () => {
          const status = response.statusCode ?? 0;
          if (status < 300) resolve(text === '' ? null : JSON.parse(text));
          else reject(new Error(`${method} ${path}: ${status} ${text}`));
        });
      },
    );
    sent.on('error', reject);
    sent.end(body === undefined ? undefined : JSON.stringify(body));
  });
}

/** Resolves when it listens; rejects with its own words where it does not start. */
export async function startSandbox(): Promise<Sandbox> {
  const directory = await mkdtemp(join(tmpdir(), 'keyway-sandbox-'));
  const child = spawn(process.execPath, ['--conditions=@keyway/source', MAIN], {
    env: { PATH: process.env['PATH'], KEYWAY_SANDBOX_PORT: '0', KEYWAY_SANDBOX_DIR: directory, LOG_LEVEL: 'error' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  let complaint = '';
  child.stderr.setEncoding('utf8').on('data', (chunk: string) => (complaint += chunk));
  const line = await new Promise<string>((resolve, reject) => {
    createInterface(child.stdout).once('line', resolve);
    void ended.then(() => reject(new Error(`The sandbox ended: ${complaint}`)));
  });
  const { listening, ca } = JSON.parse(line) as { listening: string; ca: string };
  const [host = '', port = ''] = listening.split(':');
  const agent = new SandboxAgent({ host, port: Number(port), ca: await readFile(ca, 'utf8') });
  return {
    agent,
    control: (method, path, body) => controlCall(agent, method, path, body),
    async close() {
      agent.destroy();
      child.kill('SIGTERM');
      await ended;
      await rm(directory, { recursive: true, force: true });
    },
  };
}

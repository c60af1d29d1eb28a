/**
 * `npm start` in a container: after a hard kill its next life begins with the same process numbers
 * on the same data, and must start.
 */
import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, expect, test } from 'vitest';
import { supervisorName } from './runFolder.ts';

const program = fileURLToPath(new URL('../start.ts', import.meta.url));
const CONTAINER = ['--pid', '--fork', '--mount-proc', '--kill-child'];
const canUnshare = spawnSync('unshare', [...CONTAINER, 'true'], { stdio: 'ignore' }).status === 0;

const data = mkdtempSync(join(tmpdir(), 'keyway-container-'));
const containers: ChildProcess[] = [];
afterAll(() => {
  for (const container of containers) container.kill('SIGKILL');
  rmSync(data, { recursive: true, force: true, maxRetries: 20, retryDelay: 250 });
});

async function freePort(): Promise<string> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  return String(port);
}

/**
 * A life of the container, in which the supervisor is process 1; `said` resolves with what it said
 * when `text` is among it.
 */
function live(environment: Record<string, string>) {
  const node = [process.execPath, '--conditions=@keyway/source', program, '--no-demo'];
  const { PATH, NODE_COMPILE_CACHE } = process.env;
  const container = spawn('unshare', [...CONTAINER, ...node], {
    env: { PATH, NODE_COMPILE_CACHE, ...environment },
  });
  containers.push(container);
  let output = '';
  const ended = new Promise<void>((resolve) => container.once('close', () => resolve()));
  for (const stream of [container.stdout, container.stderr])
    stream.on('data', (chunk: Buffer) => (output += chunk.toString()));
  const said = async (text: string): Promise<string> => {
    let over = false;
    void ended.then(() => (over = true));
    while (!output.includes(text) && !over) await new Promise((resolve) => setTimeout(resolve, 50));
    return output;
  };
  return { container, said, ended };
}

test.skipIf(!canUnshare)(
  'starts again after a hard kill, and refuses only beside one that lives',
  async () => {
    const [port, sandbox, identity] = [await freePort(), await freePort(), await freePort()];
    const environment = {
      DATA_DIR: data,
      PORT: port,
      KEYWAY_SANDBOX_PORT: sandbox,
      KEYWAY_SANDBOX_IDENTITY_PORT: identity,
    };
    const first = live(environment);
    expect(await first.said('Keyway is ready')).toContain('Keyway is ready');
    const recorded = readFileSync(join(data, 'run', `${supervisorName}.process.json`), 'utf8');
    expect(JSON.parse(recorded)).toMatchObject({ pid: 1 });

    const beside = live({ ...environment, PORT: await freePort() });
    expect(await beside.said('already runs')).toContain('Keyway already runs');
    await beside.ended;

    first.container.kill('SIGKILL');
    await first.ended;
    const second = live(environment);
    expect(await second.said('Keyway is ready')).toContain('Keyway is ready');
    second.container.kill('SIGKILL');
    await second.ended;
  },
);

import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { appendFileSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { SandboxCaller } from './testing/sandboxUnderTest.ts';

interface Process {
  child: ChildProcess;
  ready: { listening: string; ca: string; identity: string };
  caller: SandboxCaller;
  gone: Promise<{ code: number | null; signal: string | null }>;
}

let directory: string;

beforeAll(() => {
  directory = mkdtempSync(path.join(tmpdir(), 'keyway-sandbox-'));
});
afterAll(() => rmSync(directory, { recursive: true }));

const start = (environment: Record<string, string>) =>
  spawn(
    process.execPath,
    ['--conditions=@keyway/source', path.join(import.meta.dirname, 'main.ts')],
    {
      env: {
        PATH: process.env.PATH,
        NODE_COMPILE_CACHE: process.env.NODE_COMPILE_CACHE,
        ...environment,
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  );

async function run(): Promise<Process> {
  const child = start({
    KEYWAY_SANDBOX_PORT: '0',
    KEYWAY_SANDBOX_IDENTITY_PORT: '0',
    KEYWAY_SANDBOX_DIR: directory,
    // Adobe has not finished when a slow machine has started the sandbox twice.
    KEYWAY_POLL_SCALE: '100',
    LOG_LEVEL: 'silent',
  });
  const gone = new Promise<{ code: number | null; signal: string | null }>((resolve) =>
    child.once('exit', (code, signal) => resolve({ code, signal })),
  );
  const line = await new Promise<string>((resolve, reject) => {
    createInterface(child.stdout!).once('line', resolve);
    void gone.then(({ code }) =>
      reject(new Error(`the sandbox ended with ${code} before it listened`)),
    );
  });
  const ready = JSON.parse(line);
  return { child, ready, gone, caller: new SandboxCaller(ready.listening, ready.ca) };
}

async function end({ child, caller, gone }: Process, signal: NodeJS.Signals) {
  caller.agent.destroy();
  child.kill(signal);
  return gone;
}

test('it says in one line where it listens, keeps its secrets to itself, and ends cleanly on SIGTERM', async () => {
  const sandbox = await run();
  expect(sandbox.ready).toEqual({
    listening: expect.stringMatching(/^127\.0\.0\.1:\d+$/),
    ca: path.join(directory, 'ca.pem'),
    identity: expect.stringMatching(/^http:\/\/localhost:\d+$/),
  });
  for (const file of ['ca.pem', 'ca-key.pem', 'secrets.json', 'state.jsonl'])
    expect(statSync(path.join(directory, file)).mode & 0o777).toBe(0o600);
  expect((await sandbox.caller.control('GET', '/healthz')).status).toBe(200);
  expect(await end(sandbox, 'SIGTERM')).toEqual({ code: 0, signal: null });
});

test('after SIGKILL everything is there: customers, ledger, faults, tokens, authority, and what Adobe accepted', async () => {
  const first = await run();
  const ca = readFileSync(first.ready.ca, 'utf8');
  const customer = await first.caller.provisionCustomer('happyPath');
  const headers = await first.caller.adobeHeaders(customer.imsOrgId);
  const url = 'https://platform.adobe.io/data/infrastructure/manager/customer/config';
  const body = {
    name: 'kept',
    type: 'BYOK_CONFIG',
    imsOrgId: customer.imsOrgId,
    configData: { providerType: 'AZURE_KEYVAULT', keyVaultKeyIdentifier: customer.keys.AEP },
  };
  const accepted = await first.caller.call(url, { method: 'POST', headers, body });
  const rotated = await first.caller.sdk(customer).keys().rotateKey('ajo-cmk');
  await first.caller.control('POST', '/faults', {
    host: '*',
    path: '*/app-registration',
    status: 503,
    count: 3,
  });
  const [ledger, customers] = [
    await first.caller.ledger(),
    (await first.caller.control('GET', '/customers')).json,
  ];
  expect(ledger.map(({ method, path: at }) => `${method} ${at}`)).toEqual([
    'POST /data/infrastructure/manager/customer/config',
    'POST /keys/ajo-cmk/rotate',
  ]);
  expect(await end(first, 'SIGKILL')).toEqual({ code: null, signal: 'SIGKILL' });

  const second = await run();
  expect(readFileSync(second.ready.ca, 'utf8')).toBe(ca);
  expect(await second.caller.ledger()).toEqual(ledger);
  expect((await second.caller.control('GET', '/customers')).json).toEqual(customers);
  expect((await second.caller.control('GET', '/faults')).json).toMatchObject([
    { status: 503, count: 3 },
  ]);
  expect(
    (await second.caller.call(`${url}/kept?configType=BYOK_CONFIG`, { headers })).json,
  ).toMatchObject({
    id: accepted.json.id,
    status: 'RUNNING',
  });
  expect((await second.caller.call(url, { method: 'POST', headers, body })).status).toBe(409);
  const current = await second.caller.sdk(customer).keys().getKey('ajo-cmk');
  expect(current.properties.version).toBe(rotated.properties.version);
  expect(Buffer.from(current.key!.n!)).toEqual(Buffer.from(rotated.key!.n!));
  await end(second, 'SIGTERM');
});

test('a line torn by a crash is left out, and the file mended', async () => {
  const state = path.join(directory, 'state.jsonl');
  appendFileSync(state, '[{"kind":"ledger","id":"0000');
  const sandbox = await run();
  expect((await sandbox.caller.ledger()).length).toBeGreaterThan(0);
  await sandbox.caller.provisionCustomer('happyPath');
  await end(sandbox, 'SIGTERM');
  for (const line of readFileSync(state, 'utf8').trimEnd().split('\n'))
    expect(() => JSON.parse(line)).not.toThrow();
});

test('a wrong setting stops it with the name and a right example', async () => {
  const child = start({ KEYWAY_SANDBOX_DIR: directory, KEYWAY_SANDBOX_PORT: 'x' });
  let stderr = '';
  child.stderr!.on('data', (chunk: Buffer) => (stderr += chunk.toString()));
  const code = await new Promise((resolve) => child.once('close', resolve));
  expect([code, stderr]).toEqual([
    78,
    'KEYWAY_SANDBOX_PORT is "x", not a port from 0 to 65535. Example: KEYWAY_SANDBOX_PORT=8443\n',
  ]);
});

test('a port in use is reported with its setting', async () => {
  const sandbox = await run();
  const port = sandbox.ready.listening.split(':')[1]!;
  const identity = new URL(sandbox.ready.identity).port;
  const startupError = async (ports: Record<string, string>): Promise<[unknown, string]> => {
    const other = mkdtempSync(path.join(tmpdir(), 'keyway-sandbox-'));
    const child = start({
      KEYWAY_SANDBOX_DIR: other,
      KEYWAY_SANDBOX_PORT: '0',
      KEYWAY_SANDBOX_IDENTITY_PORT: '0',
      ...ports,
    });
    let text = '';
    child.stderr!.on('data', (chunk: Buffer) => (text += chunk.toString()));
    const code = await new Promise((resolve) => child.once('close', resolve));
    rmSync(other, { recursive: true });
    return [code, text];
  };
  expect(await startupError({ KEYWAY_SANDBOX_PORT: port })).toEqual([
    1,
    expect.stringContaining(`KEYWAY_SANDBOX_PORT=${port} is in use`),
  ]);
  expect(await startupError({ KEYWAY_SANDBOX_IDENTITY_PORT: identity })).toEqual([
    1,
    expect.stringContaining(`KEYWAY_SANDBOX_IDENTITY_PORT=${identity} is in use`),
  ]);
  await end(sandbox, 'SIGTERM');
});

test('a second one on the same state is sent away, and the first keeps what it accepts from then on', async () => {
  const first = await run();
  const child = start({
    KEYWAY_SANDBOX_PORT: '0',
    KEYWAY_SANDBOX_IDENTITY_PORT: '0',
    KEYWAY_SANDBOX_DIR: directory,
  });
  let said = '';
  child.stderr!.on('data', (chunk: Buffer) => (said += chunk.toString()));
  // it listens: what is expected below says so
  child.stdout!.once('data', () => child.kill('SIGKILL'));
  expect(await new Promise((resolve) => child.once('close', resolve))).toBe(1);
  expect(said).toContain(
    `another sandbox keeps its state in ${path.join(directory, 'state.jsonl')}`,
  );
  const { imsOrgId } = await first.caller.provisionCustomer('happyPath');
  await end(first, 'SIGKILL');
  const second = await run();
  expect((await second.caller.control('GET', '/customers')).json).toContainEqual(
    expect.objectContaining({ imsOrgId }),
  );
  await end(second, 'SIGTERM');
});

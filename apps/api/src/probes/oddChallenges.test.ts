/**
 * Odd and late answers of vaults from the question to what a person reads: this api, a worker of
 * its own process, the sandbox over HTTPS.
 */
import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  aSandbox,
  type SandboxCustomer,
  type TestSandbox,
  MAX_WAIT_MILLISECONDS,
} from '@keyway/testing';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { anOrganization, aRun, aServer, type TestServer } from '../testing/aServer.ts';

const WORKER = join(import.meta.dirname, '..', '..', '..', 'worker', 'src', 'main.ts');
const OTHER = '99999999-2222-3333-4444-555555555555';
const QUERY = `query ($id: String!) { probeVault(keyIdentifier: $id) {
  exists tenantId addresses sentence es: sentence(locale: "es") } }`;

let server: TestServer;
let sandbox: TestSandbox;
let customer: SandboxCustomer;
let worker: ChildProcess;
let folder: string;
let output = '';
let host = '';

async function startWorker(): Promise<void> {
  folder = await mkdtemp(join(tmpdir(), 'keyway-worker-'));
  await writeFile(join(folder, 'ca.pem'), sandbox.ca);
  const { PATH, NODE_COMPILE_CACHE } = process.env;
  worker = spawn(process.execPath, ['--conditions=@keyway/source', WORKER], {
    env: {
      ...{ PATH, NODE_COMPILE_CACHE, LOG_LEVEL: 'info', KEYWAY_CLOUD: 'sandbox' },
      ...{ DATABASE_URL: server.database.url, DATA_DIR: server.database.dataDir },
      KEYWAY_SANDBOX_ADDRESS: `${sandbox.host}:${sandbox.port}`,
      KEYWAY_SANDBOX_CA: join(folder, 'ca.pem'),
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  for (const stream of [worker.stdout!, worker.stderr!])
    stream.setEncoding('utf8').on('data', (text: string) => (output += text));
  await vi.waitFor(() => expect(output).toContain('"msg":"worker started"'), {
    timeout: MAX_WAIT_MILLISECONDS,
  });
}

beforeAll(async () => {
  [server, sandbox] = await Promise.all([aServer(), aSandbox()]);
  customer = await sandbox.control<SandboxCustomer>('POST', '/scenario', { scenario: 'happyPath' });
  host = new URL(customer.keys.AEP).hostname;
  await startWorker();
});
afterAll(async () => {
  const ended = new Promise((resolve) => worker.once('exit', resolve));
  worker.kill('SIGTERM');
  await ended;
  await Promise.all([server.close(), sandbox.close()]);
  await rm(folder, { recursive: true, force: true });
});

const challengeOf = (tenant = customer.tenantId): string =>
  `Bearer authorization="https://login.microsoftonline.com/${tenant}", resource="https://vault.azure.net"`;
const unauthorized = (challenge: string) => ({
  status: 401,
  headers: { 'www-authenticate': challenge },
  body: '{}',
});

/** What a person gets while the vault answers so, and how often anything was called meanwhile. */
async function probedWhile(answer: object) {
  const calls = () =>
    sandbox
      .control<{ answered: number; spoiled: number }>('GET', '/calls')
      .then(({ answered, spoiled }) => ({ answered, spoiled }));
  const before = await calls();
  await server.database.query('delete from vault_probe');
  // Of any host: who follows a redirect elsewhere is counted too.
  await sandbox.control('POST', '/faults', { count: 9, ...answer });
  const { probeVault } = await server.owner.ask(QUERY, { id: customer.keys.AEP });
  await sandbox.control('DELETE', '/faults');
  const after = await calls();
  return {
    probe: probeVault as Record<string, unknown>,
    called: after.answered + after.spoiled - before.answered - before.spoiled,
  };
}

const vault = (): string => host.split('.')[0]!;
const otherAnswer = () => ({
  ...{ exists: 'UNKNOWN', tenantId: null, addresses: [] },
  sentence: `The answer in place of ${vault()} is not that of a vault. Whether it exists is unknown.`,
  es: expect.stringContaining(vault()) as string,
});
const noAnswer = () => ({
  ...{ exists: 'UNKNOWN', tenantId: null, addresses: [] },
  sentence: `${vault()} did not answer, or not now. Whether it exists is unknown. Try again.`,
  es: expect.stringContaining(vault()) as string,
});
const found = () => ({
  ...{ exists: 'PASS', tenantId: customer.tenantId },
  sentence: `${vault()} exists in tenant ${customer.tenantId}.`,
});

it.each<[what: string, answer: () => object, expected: () => object]>([
  ['a challenge without a tenant', () => unauthorized('Bearer'), otherAnswer],
  ['a shared name as the tenant', () => unauthorized(challengeOf('common')), otherAnswer],
  ['no challenge', () => ({ status: 401, body: '{}' }), otherAnswer],
  ['two challenges', () => unauthorized(`${challengeOf()}, ${challengeOf(OTHER)}`), otherAnswer],
  [
    'another authority',
    () => unauthorized(challengeOf().replace('login.microsoftonline.com', 'login.evil.example')),
    otherAnswer,
  ],
  [
    'HTML',
    () => ({ status: 200, headers: { 'content-type': 'text/html' }, body: '<!doctype html>' }),
    otherAnswer,
  ],
  [
    'a redirect',
    () => ({ status: 302, headers: { location: 'https://169.254.169.254/latest/' } }),
    otherAnswer,
  ],
  [
    'a redirect to another vault',
    () => ({ status: 307, headers: { location: customer.keys.CJA } }),
    otherAnswer,
  ],
  ['a connection that breaks', () => ({ reset: true }), noAnswer],
  ['too many requests', () => ({ status: 429, body: '{}' }), noAnswer],
  ['an outage', () => ({ status: 503, body: '{}' }), noAnswer],
  [
    'half of the challenge’s body',
    () => ({ ...unauthorized(challengeOf()), truncate: true }),
    found,
  ],
  // The head holds the challenge: what drips is the body, and the probe waits for it in vain.
  [
    'a slow drip',
    () => ({ ...unauthorized(challengeOf()), body: 'x'.repeat(999), dripMs: 60_000 }),
    found,
  ],
  ['a delay beyond the limit of the call', () => ({ delayMs: 6_500 }), noAnswer],
])('%s', async (_what, answer, expected) => {
  const { probe, called } = await probedWhile(answer());
  expect(probe).toMatchObject(expected());
  expect(called).toBe(1);
});

it('finds the tenant again afterwards, by the same worker, which has logged no error', async () => {
  const { probeVault } = await server.owner.ask(QUERY, { id: customer.keys.AEP });
  expect(probeVault).toMatchObject(found());
  expect(output).not.toContain('probing a vault failed');
  expect(worker.exitCode).toBeNull();
});

const CJA = `query ($id: ID!) { run(id: $id) {
  tracks { id consentUrl steps { id instructions { text } } }
  history(first: 20) { nodes { kind summary } } } }`;

async function consentOf(runId: string) {
  const { run } = await server.owner.ask(CJA, { id: runId });
  const track = run.tracks.find(({ id }: { id: string }) => id === 'CJA');
  const step = track.steps.find(({ id }: { id: string }) => id === 'CONSENT');
  const history = run.history.nodes as { kind: string; summary: string }[];
  return {
    url: track.consentUrl as string | null,
    text: step.instructions.text as string,
    probes: history.filter(({ kind }) => kind === 'vaultProbed'),
  };
}

it.each<[what: string, entered: () => string | null, atFirst: string, name: () => string]>([
  ['none was entered', () => null, 'The tenant of the vault is not known yet', () => ''],
  ['it was entered', () => customer.tenantId, 'has not confirmed it yet', () => customer.tenantId],
])(
  'pins the consent URL once a vault answers that was late at first, where %s',
  async (_what, entered, atFirst, name) => {
    await sandbox.control('POST', '/faults', { host, count: 99, delayMs: 5_500 });
    const { id } = await anOrganization(server.owner, { azureTenantId: entered() });
    const runId = await aRun(server.owner, id);
    const entitled = { track: 'CJA', step: 'ENTITLEMENT', statement: 'Seen', reference: 'C-1' };
    await server.owner.must('attestStep', { runId, ...entitled });
    await server.owner.must('provideKey', {
      ...{ runId, track: 'CJA', keyIdentifier: customer.keys.AEP },
    });
    const before = await consentOf(runId);
    expect(before.text).toContain(atFirst);
    expect(before.url ?? '').toContain(name());
    expect(before.probes).toEqual([]);
    await sandbox.control('DELETE', '/faults');
    await vi.waitFor(async () => expect((await consentOf(runId)).probes).toHaveLength(1), {
      ...{ timeout: MAX_WAIT_MILLISECONDS, interval: 500 },
    });
    const { url, text, probes } = await consentOf(runId);
    expect(url).toContain(`https://login.microsoftonline.com/${customer.tenantId}/`);
    expect(text).not.toContain(atFirst);
    expect(probes[0]!.summary).toContain(customer.tenantId);
  },
);

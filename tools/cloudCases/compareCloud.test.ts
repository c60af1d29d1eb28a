/** The cases against a sandbox of its own, which they read and leave as it is. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { startConnectProxy, type ConnectProxy } from '@keyway/connector-transport/testing';
import { aSandbox, type SandboxCustomer, type TestSandbox } from '@keyway/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { compareCloud } from './compareCloud.ts';
import { reportCase } from './report.ts';
import { readTarget, TargetProblem } from './target.ts';

const MAIN = fileURLToPath(new URL('main.ts', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'keyway-cases-'));
const caFile = join(folder, 'ca.pem');
let sandbox: TestSandbox;
beforeAll(async () => {
  sandbox = await aSandbox();
  writeFileSync(caFile, sandbox.ca);
});
afterAll(async () => {
  await sandbox.close();
  rmSync(folder, { recursive: true });
});

const layOut = async (scenario: string, given: object = {}): Promise<SandboxCustomer> =>
  sandbox.control('POST', '/scenario', { scenario, ...given });

const targetOf = (customer: SandboxCustomer) => ({
  name: 'the sandbox',
  emulator: { host: sandbox.host, port: sandbox.port, caFile },
  azure: {
    tenantId: customer.tenantId,
    subscriptionId: customer.subscriptionId,
    clientId: '00000000-1111-2222-3333-444444444444',
    clientSecret: { env: 'AZURE_SECRET' },
    keyIdentifier: customer.keys.AEP,
    applicationId: customer.applicationIds.AEP,
    expected: { vault: { enablePurgeProtection: true }, key: { enabled: true } },
  },
  adobe: {
    imsOrgId: customer.imsOrgId,
    host: 'platform.adobe.io',
    clientId: 'sandbox-client',
    clientSecret: { env: 'ADOBE_SECRET' },
    scopes: ['openid'],
    expected: { appRegistration: { applicationId: customer.applicationIds.AEP } },
  },
});
const ENVIRONMENT = { AZURE_SECRET: 'sandbox-secret', ADOBE_SECRET: 'sandbox-secret' };

function read(target: object) {
  const file = join(folder, 'target.json');
  writeFileSync(file, JSON.stringify(target));
  return readTarget(file);
}
const byId = (results: Awaited<ReturnType<typeof compareCloud>>) =>
  Object.fromEntries(results.map(({ id, outcome, because }) => [id, { outcome, because }]));

/** Not by spawnSync: the proxy is of this process. */
function runMain(args: string[], environment: Record<string, string>) {
  const child = spawn(process.execPath, ['--conditions=@keyway/source', MAIN, ...args], {
    env: { PATH: process.env.PATH, ...environment },
  });
  const ended = once(child, 'close') as Promise<[number]>;
  const texts = Promise.all([text(child.stdout), text(child.stderr)]);
  return Promise.all([ended, texts]).then(([[status], [stdout, stderr]]) => ({
    ...{ status, stdout, stderr },
  }));
}

describe('an emulator that holds what is documented', () => {
  it('agrees in every case, is only read, and keeps its secrets', async () => {
    const target = read(targetOf(await layOut('happyPath')));
    const before = await sandbox.control<unknown[]>('GET', '/ledger');
    const results = await compareCloud(target, ENVIRONMENT);
    expect(results.filter(({ outcome }) => outcome === 'differs')).toEqual([]);
    const left = results.filter(({ outcome }) => outcome === 'notOffered').map(({ id }) => id);
    expect(left).toEqual(['adobe.configuration']);
    expect(results.length).toBeGreaterThan(15);
    const signIns = /^POST https:\/\/(login\.microsoftonline\.com|ims-na1\.adobelogin\.com)\//;
    for (const { id, asked, outcome } of results) {
      if (outcome === 'agrees') expect(asked.length, id).toBeGreaterThan(0);
      for (const request of asked)
        if (!request.startsWith('GET ')) expect(request).toMatch(signIns);
    }
    expect(await sandbox.control('GET', '/ledger')).toEqual(before);
    expect(results.map(reportCase).join('')).not.toContain('sandbox-secret');
  });

  it('is left out where the target says what it does not offer', async () => {
    const given = targetOf(await layOut('happyPath'));
    const notOffered = ['azure.denyAssignments'];
    const results = await compareCloud(read({ ...given, notOffered }), ENVIRONMENT);
    const found = results.find(({ id }) => id === 'azure.denyAssignments');
    expect(found).toMatchObject({ outcome: 'notOffered', asked: [], seen: null });
    await expect(
      compareCloud(read({ ...given, notOffered: ['azure.vault'] }), ENVIRONMENT),
    ).rejects.toThrow('azure.vault. Cases: azure.credential,');
  });
});

describe('an emulator that answers otherwise', () => {
  it('differs by the fact that is another one', async () => {
    const given = targetOf(await layOut('noPurgeProtection'));
    const found = byId(await compareCloud(read(given), ENVIRONMENT));
    expect(found['azure.vaultByName']).toEqual({
      outcome: 'differs',
      because: ['enablePurgeProtection: true was expected, null was seen'],
    });
    expect(found['azure.key']).toEqual({ outcome: 'agrees', because: [] });
  });

  it('differs where a call is refused, and where what is absent is there', async () => {
    const denied = { deny: ['Microsoft.KeyVault/vaults/read'] };
    const found = byId(
      await compareCloud(read(targetOf(await layOut('happyPath', denied))), ENVIRONMENT),
    );
    expect(found['azure.vaultByName']!.outcome).toBe('differs');
    expect(found['azure.vaultByName']!.because[0]).toContain('"kind":"denied"');
    expect(found['azure.credential']).toEqual({ outcome: 'agrees', because: [] });
    // It is forbidden and not absent, which are two things.
    expect(found['azure.absentVault']!.outcome).toBe('differs');
  });
});

describe('AWS', () => {
  interface AwsCustomer {
    aws: { account: string; region: string; roleArn: string; keyArn: string };
  }
  const awsTarget = ({ aws: { region, roleArn, keyArn } }: AwsCustomer) => ({
    name: 'the sandbox',
    emulator: { host: sandbox.host, port: sandbox.port, caFile },
    aws: {
      ...{ region, roleArn, keyArn },
      externalId: 'keyway-0123456789abcdef',
      identity: {
        accessKeyId: 'AKIAKEYWAYSANDBOX001',
        secretAccessKey: { env: 'AWS_SECRET' },
      },
      expected: { key: { enabled: true }, rotation: { enabled: true } },
    },
  });
  const SECRET = { AWS_SECRET: 'sandbox-secret-access-key-of-no-account' };
  const resultsOf = async (scenario: string) => {
    const customer = (await layOut(scenario)) as unknown as AwsCustomer;
    return byId(await compareCloud(read(awsTarget(customer)), SECRET));
  };

  it('agrees where role, key and policy are there, and differs where they are otherwise', async () => {
    const agrees = { outcome: 'agrees', because: [] };
    expect(await resultsOf('awsHappyPath')).toEqual({
      'aws.role': agrees,
      'aws.wrongExternalId': agrees,
      'aws.key': agrees,
      'aws.absentKey': agrees,
      'aws.rotation': agrees,
      'aws.keyPolicy': agrees,
    });
    const disabled = await resultsOf('awsKeyDisabled');
    expect(disabled['aws.key']).toEqual({
      outcome: 'differs',
      because: ['enabled: true was expected, false was seen'],
    });
    expect((await resultsOf('awsRotationOff'))['aws.rotation']!.outcome).toBe('differs');
  });
});

describe('a target', () => {
  it('is as the documentation shows it', () => {
    const page = readFileSync(
      new URL('../../docs/operations/comparing-clouds.md', import.meta.url),
      'utf8',
    );
    const example = /```json\n([^]+?)```/.exec(page)![1]!;
    expect(read(JSON.parse(example) as object)).toMatchObject({ name: 'Acme, production' });
  });

  it('is refused with every member that is wrong', () => {
    const { adobe } = targetOf({ keys: {}, applicationIds: {} } as SandboxCustomer);
    const wrong = { name: 'x', adobe: { ...adobe, imsOrgId: 'acme', hosts: [] }, also: 1 };
    expect(() => read(wrong)).toThrow(/adobe\.imsOrgId: [^]*adobe: [^]*hosts[^]*also/);
    expect(() => read({ name: 'x' })).toThrow('names none of azure, adobe and aws');
  });

  it('never has its secret quoted', async () => {
    const file = join(folder, 'broken.json');
    writeFileSync(file, '{ "name": "x", "adobe": { "clientSecret": "s3cret" ');
    expect(() => readTarget(file)).toThrow(/^((?!s3cret)[^])*it is not JSON$/);
    const target = read(targetOf(await layOut('happyPath')));
    await expect(compareCloud(target, {})).rejects.toEqual(
      new TargetProblem('The variable AZURE_SECRET is not set.'),
    );
  });
});

describe('npm run judge in a corporate network', () => {
  let proxy: ConnectProxy;
  const CREDENTIALS = 'keyway:pr0xy-secret';
  const noDns = join(folder, 'noDns.mjs');
  /** Whatever is called directly is not found, so that no test reaches a real cloud. */
  const NO_DNS = `import dns from 'node:dns';
    import { syncBuiltinESMExports } from 'node:module';
    dns.lookup = (host, options, done) =>
      done(Object.assign(new Error('getaddrinfo ENOTFOUND ' + host), { code: 'ENOTFOUND' }));
    syncBuiltinESMExports();`;
  beforeAll(async () => {
    proxy = await startConnectProxy(sandbox, { credentials: CREDENTIALS });
  });
  afterAll(() => proxy.close());

  /** Real hosts, which only the proxy leads to: it leads each to the sandbox. */
  async function compared(environment: (proxyUrl: string) => Record<string, string>) {
    proxy.asked.length = 0;
    const { emulator: _none, ...real } = targetOf(await layOut('happyPath'));
    read(real);
    const url = `http://${CREDENTIALS}@127.0.0.1:${proxy.address.port}`;
    return runMain([join(folder, 'target.json')], {
      ...ENVIRONMENT,
      NODE_EXTRA_CA_CERTS: caFile,
      ...environment(url),
    });
  }

  it.each(['HTTPS_PROXY', 'https_proxy'])('asks real hosts through %s alone', async (name) => {
    const { stdout, status } = await compared((url) => ({ [name]: url }));
    expect(stdout).toContain('0 differs');
    expect(status).toBe(0);
    const hosts = new Set(proxy.asked.map(({ target }) => target));
    for (const host of ['login.microsoftonline.com', 'management.azure.com', 'platform.adobe.io'])
      expect(hosts).toContain(`${host}:443`);
    expect(stdout).not.toContain('pr0xy-secret');
  });

  it('does not ask it for what NO_PROXY names', async () => {
    writeFileSync(noDns, NO_DNS);
    const { stdout, status } = await compared((url) => ({
      ...{ HTTPS_PROXY: url, NO_PROXY: 'azure.com,platform.adobe.io' },
      NODE_OPTIONS: `--import=${noDns}`,
    }));
    const hosts = proxy.asked.map(({ target }) => target);
    expect(hosts).toContain('login.microsoftonline.com:443');
    for (const host of hosts) expect(host).not.toMatch(/azure\.com:|platform\.adobe/);
    expect(stdout).toContain('ENOTFOUND');
    expect(status).toBe(1);
  });

  it('ends with 2 where the proxy can’t be read, without its password', async () => {
    const { stderr, status } = await compared(() => ({ HTTPS_PROXY: 'ftp://u:pr0xy-secret@x' }));
    expect(stderr).toMatch(/^HTTPS_PROXY must be/);
    expect(stderr).not.toContain('pr0xy-secret');
    expect(status).toBe(2);
  });
});

describe('npm run judge', () => {
  const run = (args: string[]) => runMain(args, ENVIRONMENT);

  it('ends with 0, 1 or 2, and prints each case', async () => {
    read(targetOf(await layOut('happyPath')));
    const good = await run([join(folder, 'target.json')]);
    expect(good.stdout).toMatch(/agrees {7}azure\.vaultByName\n {4}asked {5}(GET|POST) https:/);
    expect(good.stdout).toContain('0 differs, 1 not offered');
    expect(good.status).toBe(0);
    read(targetOf(await layOut('noPurgeProtection')));
    const bad = await run([join(folder, 'target.json'), '--json']);
    expect(bad.status).toBe(1);
    const { target, results } = JSON.parse(bad.stdout) as { target: string; results: object[] };
    expect([target, results.length]).toEqual(['the sandbox', 21]);
    expect((await run([])).status).toBe(2);
    expect((await run([join(folder, 'none.json')])).stderr).toContain('can’t be read');
  });
});

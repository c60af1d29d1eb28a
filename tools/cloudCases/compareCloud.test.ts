/** The cases against a sandbox of its own, which they read and leave as it is. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
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

describe('npm run judge', () => {
  const run = (args: string[], environment: Record<string, string> = ENVIRONMENT) =>
    spawnSync(process.execPath, ['--conditions=@keyway/source', MAIN, ...args], {
      encoding: 'utf8',
      env: { PATH: process.env.PATH, ...environment },
    });

  it('ends with 0, 1 or 2, and prints each case', async () => {
    read(targetOf(await layOut('happyPath')));
    const good = run([join(folder, 'target.json')]);
    expect(good.stdout).toMatch(/agrees {7}azure\.vaultByName\n {4}asked {5}(GET|POST) https:/);
    expect(good.stdout).toContain('0 differs, 1 not offered');
    expect(good.status).toBe(0);
    read(targetOf(await layOut('noPurgeProtection')));
    const bad = run([join(folder, 'target.json'), '--json']);
    expect(bad.status).toBe(1);
    const { target, results } = JSON.parse(bad.stdout) as { target: string; results: object[] };
    expect([target, results.length]).toEqual(['the sandbox', 21]);
    expect(run([]).status).toBe(2);
    expect(run([join(folder, 'none.json')]).stderr).toContain('can’t be read');
  });
});

/** Each reading call of the ports is really asked by the cases that are named for it. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { aSandbox, type SandboxCustomer, type TestSandbox } from '@keyway/testing';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { agentOf, casesOf, portsOf } from './compareCloud.ts';
import { CHANGING_CALLS, READ_CASES, type CallName, type Ports } from './readCases.ts';
import { readTarget, type Target } from './target.ts';

const folder = mkdtempSync(join(tmpdir(), 'keyway-reads-'));
let sandbox: TestSandbox;
beforeAll(async () => void (sandbox = await aSandbox()));
afterAll(async () => {
  await sandbox.close();
  rmSync(folder, { recursive: true });
});

type AwsCustomer = { aws: { region: string; roleArn: string; keyArn: string } };
const SECRET = 'sandbox-secret';

async function aTarget(): Promise<Target> {
  const scenario = <T>(name: string): Promise<T> =>
    sandbox.control('POST', '/scenario', { scenario: name });
  const customer = await scenario<SandboxCustomer>('happyPath');
  const { aws } = await scenario<AwsCustomer>('awsHappyPath');
  const caFile = join(folder, 'ca.pem');
  writeFileSync(caFile, sandbox.ca);
  const target = {
    name: 'the sandbox',
    emulator: [{ host: sandbox.host, port: sandbox.port, caFile }],
    azure: {
      tenantId: customer.tenantId,
      clientId: '00000000-1111-2222-3333-444444444444',
      clientSecret: SECRET,
      keyIdentifier: customer.keys.AEP,
      applicationId: customer.applicationIds.AEP,
    },
    adobe: {
      imsOrgId: customer.imsOrgId,
      host: 'platform.adobe.io',
      clientId: 'sandbox-client',
      clientSecret: SECRET,
      scopes: ['openid'],
      configuration: 'none-yet',
    },
    aws: {
      ...{ region: aws.region, roleArn: aws.roleArn, keyArn: aws.keyArn },
      externalId: 'keyway-0123456789abcdef',
      identity: {
        accessKeyId: 'AKIAKEYWAYSANDBOX001',
        secretAccessKey: 'sandbox-secret-access-key-of-no-account',
      },
    },
  };
  const file = join(folder, 'target.json');
  writeFileSync(file, JSON.stringify(target));
  return readTarget(file);
}

/** The ports, with every call that is made of them recorded. */
function recording(ports: Ports, calls: Set<string>): Ports {
  const recordCalls = <T extends object>(cloud: string, port: T): T =>
    new Proxy(port, {
      get(of, name, receiver) {
        calls.add(`${cloud}.${String(name)}`);
        return Reflect.get(of, name, receiver) as unknown;
      },
    });
  return {
    azure: recordCalls('azure', ports.azure),
    adobe: recordCalls('adobe', ports.adobe),
    aws: recordCalls('aws', ports.aws),
    vaults: recordCalls('vaults', ports.vaults),
  };
}

it('has no call without a case that asks it, and no case without a call', async () => {
  const target = await aTarget();
  const agent = agentOf(target);
  const calls = new Set<string>();
  const ports = portsOf(target, {}, agent);
  const cases = casesOf(target, {}, recording(ports, calls));
  const asked: Record<string, string[]> = {};
  for (const { id, ask, missing } of cases) {
    expect(missing, id).toBeNull();
    calls.clear();
    await ask();
    asked[id] = [...calls];
  }
  agent?.destroy();
  for (const [call, [good, ...others]] of Object.entries(READ_CASES))
    for (const id of [good, ...others]) expect(asked[id], `${id} asks ${call}`).toContain(call);
  const named = Object.values(READ_CASES).flat();
  expect(named.toSorted()).toEqual(Object.keys(asked).toSorted());
  const methods = Object.entries(ports).flatMap(([cloud, port]) =>
    Object.keys(port as object).map((name) => `${cloud}.${name}` as CallName),
  );
  const known: string[] = [...Object.keys(READ_CASES), ...CHANGING_CALLS];
  expect(known.toSorted()).toEqual(methods.toSorted());
  for (const call of CHANGING_CALLS) expect(Object.values(asked).flat()).not.toContain(call);
});

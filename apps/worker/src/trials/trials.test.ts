/** Trials of stored credentials against the real store and the real sandbox over HTTPS. */
import { createAdobeConnector } from '@keyway/connector-adobe';
import { createAwsConnector } from '@keyway/connector-aws';
import { createAzureConnector, createVaultProbe } from '@keyway/connector-azure';
import { SandboxAgent } from '@keyway/connector-transport';
import { ConnectorError } from '@keyway/core';
import type { ConnectionKind, ConnectionRecord, NewConnection, Store } from '@keyway/store';
import {
  requireAccepted,
  aDatabase,
  anOccurrence,
  aPartner,
  aSandbox,
  requireDone,
  OPERATOR,
  type SandboxCustomer,
  type TestDatabase,
  type TestPartner,
  type TestSandbox,
} from '@keyway/testing';
import { pino } from 'pino';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { WorkerDependencies } from '../runEffect.ts';
import { AWS_IDENTITY } from '../testing/awsIdentity.ts';
import { reportRefusals } from './reportRefusals.ts';
import { trialLoop } from './trialLoop.ts';
import { backOffSeconds } from './tryConnection.ts';

let database: TestDatabase;
let sandbox: TestSandbox;
let store: Store;
let partner: TestPartner;
let customer: SandboxCustomer;
const shutdown = new AbortController();
let loops: Promise<void>[];

beforeAll(async () => {
  [database, sandbox] = await Promise.all([aDatabase(), aSandbox()]);
  store = await database.store();
  partner = await aPartner(database, store);
  customer = await sandbox.control<SandboxCustomer>('POST', '/scenario', { scenario: 'happyPath' });
  const agent = new SandboxAgent(sandbox);
  const clouds = {
    azure: createAzureConnector({ agent, retry: { firstDelayMs: 5 } }),
    adobe: createAdobeConnector({ agent }),
    aws: createAwsConnector({ agent, identity: () => Promise.resolve(AWS_IDENTITY) }),
  };
  const deps: WorkerDependencies = {
    store,
    ...clouds,
    vaults: createVaultProbe({ agent, resolve: null }),
    timeScale: 0.001,
    log: pino({ level: 'silent' }),
  };
  loops = [trialLoop(deps, shutdown.signal), trialLoop(deps, shutdown.signal)];
});
afterAll(async () => {
  shutdown.abort();
  await Promise.all(loops);
  await database.close();
  await sandbox.close();
});

const adobe = (given: object = {}): NewConnection => ({
  kind: 'adobe',
  connection: { clientId: 'client', clientSecret: 'sandbox-adobe', scopes: ['openid'], ...given },
});
const azure = (given: object = {}): NewConnection => ({
  kind: 'azure',
  connection: {
    ...{
      tenantId: customer.tenantId,
      subscriptionId: customer.subscriptionId,
      clientId: '00000000-1111-2222-3333-444444444444',
    },
    ...{ clientSecret: 'sandbox-azure', access: 'READ' as const },
    ...given,
  },
});

async function connected(connection: NewConnection): Promise<string> {
  const { id } = await partner.organization();
  await connect(id, connection);
  return id;
}
async function connect(organizationId: string, connection: NewConnection): Promise<void> {
  const request = { principal: OPERATOR.principal, operation: 'test', input: null };
  requireAccepted(
    await partner.store.mutate(request, async (unit) =>
      requireDone(await unit.connections.set(organizationId, connection, anOccurrence())),
    ),
  );
}
async function until(
  organizationId: string,
  kind: ConnectionKind,
  state: ConnectionRecord['state'],
): Promise<ConnectionRecord> {
  let found: ConnectionRecord | undefined;
  await expect
    .poll(async () => {
      found = (await partner.store.connections([organizationId])).find((one) => one.kind === kind);
      return found?.state;
    })
    .toBe(state);
  return found!;
}

describe('a stored credential', () => {
  it('is connected once its cloud has taken it', async () => {
    const id = await connected(adobe());
    await connect(id, azure());
    expect(await until(id, 'adobe', 'CONNECTED')).toMatchObject({
      code: null,
      message: null,
      nextCheckAt: null,
    });
    expect(await until(id, 'azure', 'CONNECTED')).toMatchObject({ tenantId: customer.tenantId });
  });

  it.each([
    ['adobe', 'invalid_client', () => adobe({ clientSecret: 'sandbox-wrong-adobe' })],
    ['azure', 'AADSTS90002', () => azure({ tenantId: '00000000-0000-0000-0000-000000000009' })],
    ['azure', 'AADSTS7000215', () => azure({ clientSecret: 'sandbox-wrong-azure' })],
    [
      'azure',
      'SubscriptionNotFound',
      () => azure({ subscriptionId: '00000000-0000-0000-0000-000000000008' }),
    ],
  ] as const)('of %s is failed with %s, and no secret is shown', async (kind, code, connection) => {
    const id = await connected(connection());
    const failed = await until(id, kind, 'FAILED');
    expect(failed).toMatchObject({
      code,
      checkedAt: expect.any(String) as string,
      nextCheckAt: expect.any(String) as string,
    });
    expect(failed.message).not.toBe('');
    const history = await partner.store.history({ first: 10 }, { organizationId: id });
    const entry = history.edges.find(({ node }) => node.kind === 'connectionFailed')!;
    expect(entry.node.data).toMatchObject({ failure: { code } });
    expect(JSON.stringify([failed, history])).not.toContain('sandbox-wrong');
  });

  it('is untried while its cloud cannot be asked, and connected when it can again', async () => {
    await sandbox.control('POST', '/faults', {
      host: 'ims-na1.adobelogin.com',
      path: '*',
      status: 503,
      count: 30,
    });
    const id = await connected(adobe());
    await expect
      .poll(async () => (await partner.store.connections([id]))[0]?.message)
      .toContain('HTTP 503');
    await until(id, 'adobe', 'CONNECTED');
  });

  it('that a call was refused with is tried again, and failed if that is so', async () => {
    const id = await connected(adobe());
    await until(id, 'adobe', 'CONNECTED');
    const fault = {
      host: 'ims-na1.adobelogin.com',
      path: '*',
      status: 400,
      body: { error: 'invalid_client' },
      count: 1,
    };
    await sandbox.control('POST', '/faults', fault);
    await store.trials.scheduleRetrial(partner.of(id), 'adobe');
    await until(id, 'adobe', 'FAILED');
    // Tried again automatically: a new secret is not valid everywhere at once.
    await until(id, 'adobe', 'CONNECTED');
  });
});

describe('a credential that is to replace a stored one', () => {
  const used = async (id: string) => (await store.system().connections(partner.of(id))).azure;
  const replacement = async (id: string) => (await partner.store.connections([id]))[0]?.replacement;

  it('takes its place once its cloud has taken it, and not before', async () => {
    const id = await connected(azure());
    await until(id, 'azure', 'CONNECTED');
    await connect(id, azure({ clientSecret: 'sandbox-wrong-azure', access: 'WRITE' }));
    await expect.poll(async () => (await replacement(id))?.code).toBe('AADSTS7000215');
    expect(await used(id)).toMatchObject({ clientSecret: 'sandbox-azure', access: 'READ' });
    expect((await partner.store.connections([id]))[0]).toMatchObject({ state: 'CONNECTED' });
    await connect(id, azure({ clientSecret: 'sandbox-other', access: 'WRITE' }));
    await expect.poll(() => replacement(id)).toBeNull();
    expect(await used(id)).toMatchObject({ clientSecret: 'sandbox-other', access: 'WRITE' });
    const history = await partner.store.history({ first: 20 }, { organizationId: id });
    expect(JSON.stringify(history)).not.toContain('sandbox-');
  });
});

describe('reportRefusals', () => {
  it('reports only refused credentials, and changes nothing else', async () => {
    const reported: string[] = [];
    const fail = (kind: 'credential' | 'denied') =>
      Promise.reject(new ConnectorError({ kind, message: kind }));
    const port = reportRefusals(
      {
        ok: () => Promise.resolve(7),
        credential: () => fail('credential'),
        denied: () => fail('denied'),
      },
      () => reported.push('refused'),
    );
    await expect(port.ok()).resolves.toBe(7);
    await expect(port.denied()).rejects.toMatchObject({ failure: { kind: 'denied' } });
    expect(reported).toEqual([]);
    await expect(port.credential()).rejects.toMatchObject({ failure: { kind: 'credential' } });
    expect(reported).toEqual(['refused']);
  });
});

describe('backOffSeconds', () => {
  it('grows and ends', () => {
    expect([1, 2, 3, 99].map((attempts) => backOffSeconds('undecided', attempts))).toEqual([
      15, 30, 60, 900,
    ]);
    expect([1, 2, 99].map((attempts) => backOffSeconds('failed', attempts))).toEqual([
      300, 600, 21_600,
    ]);
  });
});

describe("Azure's list of permissions", () => {
  const VAULTS_READ = 'Microsoft.KeyVault/vaults/read';
  const listed = async (id: string) => {
    const { permissions } = await until(id, 'azure', 'CONNECTED');
    return permissions.map(({ scope, listed: states }) => [scope, states[VAULTS_READ]]);
  };
  const customerWith = (deny: string[]) =>
    sandbox.control<SandboxCustomer>('POST', '/scenario', { scenario: 'happyPath', deny });
  const of = ({ tenantId, subscriptionId }: SandboxCustomer) => azure({ tenantId, subscriptionId });

  it('is read with the trial, before any other call', async () => {
    const own = await customerWith([VAULTS_READ]);
    const id = await connected(of(own));
    expect(await listed(id)).toEqual([[`/subscriptions/${own.subscriptionId}`, 'MISSING']]);
  });

  it('that may not be read blocks nothing', async () => {
    const id = await connected(
      of(await customerWith(['Microsoft.Authorization/permissions/read'])),
    );
    expect(await listed(id)).toEqual([]);
    expect(await until(id, 'azure', 'CONNECTED')).toMatchObject({ nextCheckAt: null });
  });

  it('is another one after the credential was replaced, and of that one alone', async () => {
    const [one, other] = [await customerWith([]), await customerWith([VAULTS_READ])];
    const id = await connected(of(one));
    expect(await listed(id)).toEqual([[`/subscriptions/${one.subscriptionId}`, 'GRANTED']]);
    await connect(id, of(other));
    await expect
      .poll(() => listed(id))
      .toEqual([[`/subscriptions/${other.subscriptionId}`, 'MISSING']]);
  });

  it('is asked for again where it could not be read just now', async () => {
    const own = await customerWith([]);
    const scope = `/subscriptions/${own.subscriptionId}`;
    const path = `${scope}/providers/Microsoft.Authorization/permissions`;
    const host = 'management.azure.com';
    await sandbox.control('POST', '/faults', { method: 'GET', host, path, status: 503, count: 4 });
    const id = await connected(of(own));
    await expect
      .poll(() => listed(id))
      .toEqual([[`/subscriptions/${own.subscriptionId}`, 'GRANTED']]);
  });
});

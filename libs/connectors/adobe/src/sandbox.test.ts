/**
 * The contract of the Adobe port against the sandbox: the real host names, an emulator that is not
 * ours.
 */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { SandboxAgent } from '@keyway/connector-transport';
import type { AdobeConnection, AdobePort } from '@keyway/core';
import { aSandbox } from '@keyway/testing';
import type { SandboxCustomer, SandboxLedgerRow, TestSandbox } from '@keyway/testing';
import { createAdobeConnector } from './createAdobeConnector.ts';

let sandbox: TestSandbox;
let agent: SandboxAgent;
let connector: AdobePort;

beforeAll(async () => {
  sandbox = await aSandbox();
  agent = new SandboxAgent(sandbox);
});
afterAll(async () => {
  agent.destroy();
  await sandbox.close();
});
beforeEach(() => {
  connector = createAdobeConnector({ agent });
});

const createCustomer = async (scenario: string): Promise<SandboxCustomer> =>
  sandbox.control('POST', '/scenario', { scenario });
const connect = ({ imsOrgId }: SandboxCustomer): AdobeConnection => ({
  imsOrgId,
  host: 'platform.adobe.io',
  clientId: 'client-1',
  clientSecret: 'sandbox-secret',
  scopes: ['openid', 'AdobeID'],
});
const bodyFor = ({ imsOrgId, keys }: SandboxCustomer, name: string): string =>
  JSON.stringify({
    name,
    type: 'BYOK_CONFIG',
    imsOrgId,
    configData: { providerType: 'AZURE_KEYVAULT', keyVaultKeyIdentifier: keys.AEP },
  });
const answered = async (): Promise<number> =>
  (await sandbox.control<{ answered: number }>('GET', '/calls')).answered;
const posts = async (imsOrgId: string) =>
  (await sandbox.control<SandboxLedgerRow[]>('GET', '/ledger')).filter(
    ({ method, body }) => method === 'POST' && body.includes(imsOrgId),
  );

describe('an organization', () => {
  it('has its own app, and no configuration until one is submitted', async () => {
    const customer = await createCustomer('happyPath');
    const connection = connect(customer);
    await expect(connector.readAppRegistration(connection)).resolves.toMatchObject({
      applicationId: customer.applicationIds.AEP,
    });
    await expect(connector.readConfiguration(connection, 'keyway-1')).rejects.toMatchObject({
      failure: { kind: 'notFound' },
    });
    const body = bodyFor(customer, 'keyway-1');
    const submitted = await connector.submitConfiguration(connection, body);
    expect(submitted).toMatchObject({
      status: 'CREATED',
      keyVaultKeyIdentifier: customer.keys.AEP,
      imsOrgId: customer.imsOrgId,
    });
    const read = await connector.readConfiguration(connection, 'keyway-1');
    expect(read).toMatchObject({ id: submitted.id, imsOrgId: customer.imsOrgId });
    expect(read.status).toMatch(/^[A-Z_]+$/);
    await expect(connector.readConfiguration(connection, 'KEYWAY-1')).rejects.toMatchObject({
      failure: { kind: 'notFound' },
    });
    expect((await posts(customer.imsOrgId)).map((row) => row.body)).toEqual([body]);
  });

  it('is configured once when the answer is lost: the second read finds it (AEP-40)', async () => {
    const customer = await createCustomer('happyPath');
    const connection = connect(customer);
    await sandbox.control('POST', '/faults', {
      host: 'platform.adobe.io',
      path: '*/customer/config',
      method: 'POST',
      doneButLost: true,
      count: 1,
    });
    await expect(
      connector.submitConfiguration(connection, bodyFor(customer, 'keyway-2')),
    ).rejects.toMatchObject({
      failure: { kind: 'unavailable' },
      ambiguous: true,
    });
    await expect(connector.readConfiguration(connection, 'keyway-2')).resolves.toMatchObject({
      imsOrgId: customer.imsOrgId,
    });
    expect(await posts(customer.imsOrgId)).toHaveLength(1);
  });

  it('shows faults as what they are', async () => {
    const connection = connect(await createCustomer('happyPath'));
    const fault = (given: object) =>
      sandbox.control('POST', '/faults', {
        host: 'platform.adobe.io',
        path: '*',
        count: 1,
        ...given,
      });
    await fault({ status: 429, headers: { 'retry-after': '33' } });
    await expect(connector.readAppRegistration(connection)).rejects.toMatchObject({
      failure: { kind: 'throttled', retryAfterSeconds: 33 },
    });
    // Held for everything of this organization, and for no other one.
    await expect(connector.submitConfiguration(connection, '{}')).rejects.toMatchObject({
      failure: { kind: 'throttled' },
      ambiguous: false,
    });
    await expect(
      connector.readAppRegistration(connect(await createCustomer('happyPath'))),
    ).resolves.toMatchObject({ id: 'byok' });
    connector = createAdobeConnector({ agent });
    await fault({ truncate: true });
    await expect(connector.readAppRegistration(connection)).rejects.toMatchObject({
      failure: { kind: 'badResponse' },
    });
    await fault({ reset: true, count: 2 });
    await expect(connector.readAppRegistration(connection)).resolves.toMatchObject({ id: 'byok' });
  });

  it('tries whether IMS gives a credential a token, with its message', async () => {
    const { clientId, clientSecret, scopes } = connect(await createCustomer('happyPath'));
    await expect(
      connector.tryCredential({ clientId, clientSecret, scopes }),
    ).resolves.toBeUndefined();
    await expect(
      connector.tryCredential({ clientId, clientSecret: 'sandbox-wrong', scopes }),
    ).rejects.toMatchObject({
      failure: {
        kind: 'credential',
        code: 'invalid_client',
        status: 401,
        message: 'invalid client_secret parameter',
      },
    });
    await expect(
      connector.tryCredential({ clientId, clientSecret, scopes: [] }),
    ).rejects.toMatchObject({
      failure: { code: 'invalid_scope', status: 400 },
    });
    // A token that a call got before says nothing of the credential now.
    await connector.tryCredential({ clientId, clientSecret, scopes });
    const fault = {
      host: 'ims-na1.adobelogin.com',
      path: '*',
      status: 401,
      body: { error: 'unauthorized_client' },
      count: 1,
    };
    await sandbox.control('POST', '/faults', fault);
    await expect(connector.tryCredential({ clientId, clientSecret, scopes })).rejects.toMatchObject(
      {
        failure: { code: 'unauthorized_client' },
      },
    );
  });

  it('calls with the token that a trial got, and asks for none again', async () => {
    const connection = connect(await createCustomer('happyPath'));
    await connector.tryCredential(connection);
    const before = await answered();
    await connector.readAppRegistration(connection);
    expect(await answered()).toBe(before + 1);
  });

  it('refuses a secret that is not the sandbox’s, and an organization that is not there', async () => {
    const connection = connect(await createCustomer('happyPath'));
    await expect(
      connector.readAppRegistration({ ...connection, clientSecret: 'real-secret' }),
    ).rejects.toMatchObject({
      failure: { kind: 'credential', code: 'invalid_client' },
    });
    await expect(
      connector.readAppRegistration({
        ...connection,
        imsOrgId: '000000000000000000000000@AdobeOrg',
      }),
    ).rejects.toMatchObject({
      failure: { kind: 'denied' },
    });
  });
});

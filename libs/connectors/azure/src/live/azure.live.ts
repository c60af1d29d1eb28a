/** The reading half of the contract against a real tenant (LIVE=1). It changes nothing there. */
import { describe, expect, it } from 'vitest';
import type { AzureConnection, VaultReference } from '@keyway/core';
import { createAzureConnector } from '../createAzureConnector.ts';

function environment(name: string): string {
  const value = process.env[name];
  if (value === undefined || value === '') throw new Error(`LIVE=1 needs ${name}; see README.md`);
  return value;
}

const connection: AzureConnection = {
  tenantId: environment('KEYWAY_LIVE_TENANT_ID'),
  subscriptionId: process.env['KEYWAY_LIVE_SUBSCRIPTION_ID'] ?? null,
  clientId: environment('KEYWAY_LIVE_CLIENT_ID'),
  clientSecret: environment('KEYWAY_LIVE_CLIENT_SECRET'),
};
const [host = '', , keyName = ''] = environment('KEYWAY_LIVE_KEY')
  .replace('https://', '')
  .split('/');
const vault: VaultReference = {
  kind: host.endsWith('.managedhsm.azure.net') ? 'managedHsm' : 'vault',
  name: host.split('.')[0] ?? '',
  resourceId: null,
};
const connector = createAzureConnector();

describe('a real tenant', () => {
  it('is read whole', async () => {
    const facts = await connector.readVault(connection, vault);
    expect(facts.vaultUri).toBe(`https://${host}`);
    const reference = { ...vault, resourceId: facts.resourceId };
    expect(await connector.readVault(connection, reference)).toEqual(facts);
    const key = await connector.readKey(connection, reference, { name: keyName, version: null });
    // To be confirmed once: that ARM answers for a key made through the data plane, behind a closed
    // firewall.
    expect(key).toMatchObject({ source: 'arm' });
    const version = key.keyIdentifier.split('/').at(-1) ?? '';
    expect(await connector.readKey(connection, reference, { name: keyName, version })).toEqual(key);
    const principal = await connector.readServicePrincipal(
      connection,
      environment('KEYWAY_LIVE_APP_ID'),
    );
    const about = { keyName, principalObjectId: principal.objectId };
    expect(Array.isArray(await connector.readRoleAssignments(connection, reference, about))).toBe(
      true,
    );
  });

  it('says what is not there', async () => {
    const absent = { failure: { kind: 'notFound' } };
    await expect(
      connector.readVault(connection, { ...vault, name: 'kw-no-such-vault-0' }),
    ).rejects.toMatchObject(absent);
    await expect(
      connector.readServicePrincipal(connection, '00000000-1111-2222-3333-000000000000'),
    ).rejects.toMatchObject(absent);
  });

  it('refuses a wrong secret', async () => {
    await expect(
      connector.readVault({ ...connection, clientSecret: 'wrong~secret' }, vault),
    ).rejects.toMatchObject({
      failure: { kind: 'credential', code: 'AADSTS7000215' },
    });
  });
});

/**
 * The reading half of the contract against real Adobe hosts (LIVE=1). It submits nothing: that
 * cannot be undone (IRR-01).
 */
import { describe, expect, it } from 'vitest';
import type { AdobeConnection } from '@keyway/core';
import { createAdobeConnector } from '../createAdobeConnector.ts';

function environment(name: string): string {
  const value = process.env[name];
  if (value === undefined || value === '') throw new Error(`LIVE=1 needs ${name}; see README.md`);
  return value;
}

const connection: AdobeConnection = {
  imsOrgId: environment('KEYWAY_LIVE_IMS_ORG_ID'),
  host: environment('KEYWAY_LIVE_PLATFORM_HOST'),
  clientId: environment('KEYWAY_LIVE_ADOBE_CLIENT_ID'),
  clientSecret: environment('KEYWAY_LIVE_ADOBE_CLIENT_SECRET'),
  scopes: environment('KEYWAY_LIVE_ADOBE_SCOPES').split(','),
};
const connector = createAdobeConnector();

describe('a real organization', () => {
  it('has an app registration that holds together (AEP-20, AEP-22)', async () => {
    const registration = await connector.readAppRegistration(connection);
    expect(new URL(registration.applicationRedirectUrl).searchParams.get('client_id')).toBe(
      registration.applicationId,
    );
  });

  it('has no configuration of a name that nobody gave', async () => {
    await expect(
      connector.readConfiguration(connection, 'keyway-live-no-such-name'),
    ).rejects.toMatchObject({
      failure: { kind: 'notFound' },
    });
  });

  it('refuses a wrong secret', async () => {
    await expect(
      connector.readAppRegistration({ ...connection, clientSecret: 'wrong-secret' }),
    ).rejects.toMatchObject({
      failure: { kind: 'credential' },
    });
  });
});

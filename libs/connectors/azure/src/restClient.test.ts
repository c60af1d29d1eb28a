/** What ARM is asked and what counts as its answer, where no SDK stands between. */
import { describe, expect, it } from 'vitest';
import { answeringClouds, atArm, failureOf, ofArm, readVault } from './testing/answeringClouds.ts';
import * as azure from './testing/azureDocuments.ts';

const clouds = answeringClouds();
const assignment = { guid: azure.ASSIGNMENT, principalObjectId: azure.PRINCIPAL };
const byName = { ...azure.vaultReference, resourceId: null };

describe('a search by name', () => {
  const isList = (path: string): boolean => /\/(vaults|deletedVaults)$/.test(path);
  const pages = (first: object) => {
    clouds.answer = ({ host, path, query }) => {
      if (host !== 'management.azure.com') return undefined;
      if (!isList(path)) return { body: azure.vaultDocument };
      if (query.has('page2')) return { body: { value: 'no list' } };
      return { body: { value: [first], nextLink: `https://${host}${path}?page2=1` } };
    };
  };

  it('reads no page after the one that names the vault', async () => {
    pages(azure.vaultDocument);
    const facts = await clouds.connector.readVault(azure.connection, byName);
    expect(facts.resourceId).toBe(azure.VAULT_ID);
    expect(atArm(clouds).map(({ path }) => isList(path))).toEqual([true, false]);
  });

  it('reads no page after the one that names the deleted vault (KV-08)', async () => {
    pages({ name: 'Contoso-CMK', properties: { scheduledPurgeDate: '2027-01-30T00:00:00Z' } });
    expect(await clouds.connector.readDeletedVault(azure.connection, byName)).toEqual({
      name: 'Contoso-CMK',
      scheduledPurgeDate: '2027-01-30T00:00:00.000Z',
    });
    expect(atArm(clouds)).toHaveLength(1);
  });

  it('does not end at a page that breaks before the vault was named', async () => {
    pages({ ...azure.vaultDocument, id: azure.VAULT_ID.replace('contoso', 'fabrikam') });
    expect(await failureOf(clouds.connector.readVault(azure.connection, byName))).toMatchObject({
      kind: 'badResponse',
    });
  });
});

describe('a success that is not documented', () => {
  it.each([201, 202, 203, 206])('is no fact: %i', async (status) => {
    clouds.answer = ofArm({ status, body: azure.vaultDocument });
    expect(await failureOf(readVault(clouds))).toMatchObject({ kind: 'badResponse' });
  });

  it('does not say that the role is assigned', async () => {
    clouds.answer = ofArm({ status: 202, body: {} });
    const assigned = clouds.connector.assignRole(
      azure.connection,
      azure.vaultReference,
      assignment,
    );
    expect(await failureOf(assigned)).toMatchObject({ kind: 'badResponse' });
    expect(atArm(clouds)).toHaveLength(1);
  });
});

describe('a token that was revoked', () => {
  const claims = '{"access_token":{"nbf":{"essential":true,"value":"1700000000"}}}';
  const challenge = `Bearer error="insufficient_claims", claims="${Buffer.from(claims).toString('base64')}"`;
  const revoked = {
    ...azure.error(
      401,
      'InvalidAuthenticationToken',
      `The token ${azure.ACCESS_TOKEN} was revoked for ${azure.SECRET}.`,
    ),
    headers: { 'www-authenticate': challenge },
  };

  it('is replaced by one with the claims of the challenge', async () => {
    clouds.answer = ({ host }) =>
      host !== 'management.azure.com'
        ? undefined
        : atArm(clouds).length === 1
          ? revoked
          : { body: azure.vaultDocument };
    await expect(readVault(clouds)).resolves.toMatchObject({ name: 'contoso-cmk' });
    const forms = clouds.cloud.requests
      .filter(({ host }) => host === 'login.microsoftonline.com')
      .map(({ body }) => new URLSearchParams(body).get('claims') ?? '');
    expect(forms).toHaveLength(2);
    expect(forms[1]).toContain('1700000000');
  });

  it('is reported by the code of ARM where the second is refused as well', async () => {
    clouds.answer = ofArm(revoked);
    const failure = await failureOf(readVault(clouds));
    expect(failure).toMatchObject({
      kind: 'credential',
      status: 401,
      code: 'InvalidAuthenticationToken',
    });
    expect(failure.message).not.toContain(azure.SECRET);
    expect(failure.message).not.toContain(azure.ACCESS_TOKEN);
    expect(atArm(clouds)).toHaveLength(2);
  });
});

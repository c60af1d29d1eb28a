/**
 * The contract of the Azure port about deny assignments (RB-06): what is kept of them, and how a
 * list that cannot be read ends.
 */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startFakeCloud } from '@keyway/connector-transport/testing';
import type { FakeAnswer, FakeCloud, FakeRequest } from '@keyway/connector-transport/testing';
import type { AzurePort } from '@keyway/core';
import { createAzureConnector } from './createAzureConnector.ts';
import * as azure from './testing/azureDocuments.ts';

const DENY_ASSIGNMENTS = '/providers/Microsoft.Authorization/denyAssignments';
const KEYS = 'Microsoft.KeyVault/vaults/keys';
const EVERYBODY = { id: '00000000-0000-0000-0000-000000000000', type: 'SystemDefined' };

let cloud: FakeCloud;
let answer: (request: FakeRequest) => FakeAnswer | undefined;
let connector: AzurePort;

beforeEach(async () => {
  answer = () => undefined;
  cloud = await startFakeCloud(
    azure.HOSTS,
    (request) => azure.signIn(request) ?? answer(request) ?? azure.notFound(),
  );
  connector = createAzureConnector({ agent: cloud.agent, retry: { firstDelayMs: 1 } });
});
afterEach(() => cloud.close());

const denial = (name: string, permission: object, more: object = {}) => ({
  id: `${azure.VAULT_ID}${DENY_ASSIGNMENTS}/${name}`,
  name,
  type: 'Microsoft.Authorization/denyAssignments',
  properties: {
    denyAssignmentName: `Denial ${name}`,
    permissions: [
      { actions: ['*/delete'], notActions: [], dataActions: [], notDataActions: [], ...permission },
    ],
    scope: azure.VAULT_ID,
    doNotApplyToChildScopes: false,
    principals: [EVERYBODY],
    excludePrincipals: [{ id: azure.PRINCIPAL, type: 'ServicePrincipal' }],
    isSystemProtected: true,
    ...more,
  },
});
const read = () =>
  connector.readDenyAssignments(azure.connection, azure.vaultReference, { keyName: 'ajo-cmk' });
const atVault = ({ path }: FakeRequest): boolean => path === `${azure.VAULT_ID}${DENY_ASSIGNMENTS}`;

describe('readDenyAssignments', () => {
  it('keeps those that deny the use of keys, with exceptions taken out, each once', async () => {
    const wrapping = denial('b', {
      dataActions: ['microsoft.keyvault/vaults/*'],
      notDataActions: [`${KEYS}/READ`],
    });
    const atKey = denial(
      'c',
      { dataActions: [`${KEYS}/read`], condition: 'x' },
      { scope: `${azure.VAULT_ID}/keys/ajo-cmk` },
    );
    const deleting = denial('a', {});
    const secrets = denial('d', { dataActions: ['Microsoft.KeyVault/vaults/secrets/*'] });
    answer = (request) => ({
      body: { value: atVault(request) ? [wrapping, deleting, secrets] : [wrapping, atKey] },
    });
    const facts = await read();
    expect(facts).toEqual([
      {
        id: wrapping.id,
        name: 'Denial b',
        scope: azure.VAULT_ID,
        onlyAtScope: false,
        principals: [EVERYBODY],
        excludedPrincipals: [{ id: azure.PRINCIPAL, type: 'ServicePrincipal' }],
        dataActions: [`${KEYS}/unwrap/action`, `${KEYS}/wrap/action`],
        condition: null,
      },
      expect.objectContaining({ id: atKey.id, dataActions: [`${KEYS}/read`], condition: 'x' }),
    ]);
    const asked = cloud.requests.filter(({ path }) => path.endsWith(DENY_ASSIGNMENTS));
    expect(asked.map(({ query }) => query.get('$filter'))).toEqual(['atScope()', 'atScope()']);
  });

  it('does without the list at the key, which knows none where it is not offered', async () => {
    answer = (request) =>
      atVault(request)
        ? { body: { value: [denial('a', { dataActions: ['*'] })] } }
        : { status: 404, body: 'no' };
    await expect(read()).resolves.toHaveLength(1);
  });

  it.each<[string, FakeAnswer, object, number]>([
    [
      'refused',
      azure.armDenied('Microsoft.Authorization/denyAssignments/read'),
      { kind: 'denied', permission: 'Microsoft.Authorization/denyAssignments/read' },
      1,
    ],
    ['not there', azure.notFound(), { kind: 'notFound' }, 1],
    [
      'not there, by a gateway’s page',
      { status: 404, body: 'Cannot GET' },
      { kind: 'badResponse' },
      2,
    ],
    ['not allowed', { status: 405, body: '' }, { kind: 'rejected' }, 1],
    ['not offered', { status: 501, body: '' }, { kind: 'unavailable', status: 501 }, 1],
    ['no list', { body: {} }, { kind: 'badResponse' }, 2],
    [
      'a row of another form',
      { body: { value: [denial('a', { dataActions: ['*'] }, { scope: null })] } },
      { kind: 'badResponse' },
      1,
    ],
    ['half an answer', { body: { value: [] }, act: 'breakOff' }, { kind: 'badResponse' }, 2],
    ['away', { status: 503, body: '' }, { kind: 'unavailable', status: 503 }, 4],
    [
      'pointing elsewhere',
      { body: { value: [], nextLink: 'https://evil.example/more' } },
      { kind: 'badResponse' },
      2,
    ],
  ])('%s: says so, and asks no more often than helps', async (_name, given, failure, times) => {
    answer = (request) => (atVault(request) ? given : { body: { value: [] } });
    await expect(read()).rejects.toMatchObject({ failure });
    expect(cloud.requests.filter(atVault)).toHaveLength(times);
  });

  it('takes the second answer where the first broke off', async () => {
    let first = true;
    answer = (request) => {
      const broken = atVault(request) && first;
      if (atVault(request)) first = false;
      return {
        body: { value: [denial('a', { dataActions: ['*'] })] },
        ...(broken ? { act: 'breakOff' as const } : {}),
      };
    };
    await expect(read()).resolves.toHaveLength(1);
  });
});

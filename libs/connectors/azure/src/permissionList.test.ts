/** The contract of the Azure port about Azure's list of permissions. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startFakeCloud } from '@keyway/connector-transport/testing';
import type { FakeAnswer, FakeCloud, FakeRequest } from '@keyway/connector-transport/testing';
import type { AzurePort } from '@keyway/core';
import { createAzureConnector } from './createAzureConnector.ts';
import * as azure from './testing/azureDocuments.ts';

const LIST = '/providers/Microsoft.Authorization/permissions';
const VAULTS = 'Microsoft.KeyVault/vaults/read';
const ASSIGN = 'Microsoft.Authorization/roleAssignments/write';

let cloud: FakeCloud;
let asked: FakeRequest[];
let answer: (request: FakeRequest) => FakeAnswer | undefined;
let connector: AzurePort;

beforeEach(async () => {
  asked = [];
  answer = () => undefined;
  cloud = await startFakeCloud(azure.HOSTS, (request) => {
    const signIn = azure.signIn(request);
    if (signIn) return signIn;
    asked.push(request);
    return answer(request) ?? azure.notFound();
  });
  connector = createAzureConnector({ agent: cloud.agent, retry: { firstDelayMs: 1 } });
});
afterEach(() => cloud.close());

const read = (scope = azure.VAULT_ID) => connector.readPermissions(azure.connection, scope);
const role = (actions: string[], notActions: string[] = [], more: object = {}) => ({
  ...{ actions, notActions, dataActions: [], notDataActions: [], ...more },
});

describe('readPermissions', () => {
  it('joins the roles of every page, each with what it takes back', async () => {
    const next = `https://management.azure.com${azure.VAULT_ID}${LIST}?page=2`;
    answer = ({ query }) =>
      query.get('page') === '2'
        ? { body: { value: [role([ASSIGN])] } }
        : { body: { value: [role(['*'], ['Microsoft.Authorization/*/Write'])], nextLink: next } };
    const listed = await read();
    expect([listed[VAULTS], listed[ASSIGN]]).toEqual(['GRANTED', 'GRANTED']);
  });

  it('grants nothing by an empty list, and knows nothing of a role under a condition', async () => {
    answer = () => ({ body: { value: [] } });
    expect((await read())[VAULTS]).toBe('MISSING');
    answer = () => ({ body: { value: [role(['*'], [], { condition: '((…))' })] } });
    expect((await read())[VAULTS]).toBe('UNKNOWN');
  });

  it.each([
    ['a list of texts', { value: ['*'] }],
    ['an entry without actions', { value: [{ notActions: [] }] }],
    ['actions that are no list', { value: [{ actions: '*' }] }],
    ['an action that is no text', { value: [{ actions: [1] }] }],
    ['no list', {}],
    ['an object for a list', { value: {} }],
  ])('takes %s for no answer', async (_what, body) => {
    answer = () => ({ body });
    await expect(read()).rejects.toMatchObject({ failure: { kind: 'badResponse' } });
  });

  it('names its own permission where Azure refuses the list', async () => {
    answer = () => ({
      status: 403,
      body: { error: { code: 'AuthorizationFailed', message: 'no' } },
    });
    await expect(read()).rejects.toMatchObject({
      failure: { kind: 'denied', permission: 'Microsoft.Authorization/permissions/read' },
    });
  });

  it('follows no link to another host', async () => {
    answer = () => ({ body: { value: [], nextLink: 'https://example.com/list' } });
    await expect(read()).rejects.toMatchObject({ failure: { kind: 'badResponse' } });
    expect(asked.every(({ host }) => host === 'management.azure.com')).toBe(true);
  });

  const subscription = azure.VAULT_ID.split('/').slice(0, 3).join('/');
  it.each([
    ['a vault', azure.VAULT_ID],
    ['a Managed HSM', azure.HSM_ID],
    ['a subscription', subscription],
    ['a resource group', azure.VAULT_ID.split('/').slice(0, 5).join('/')],
  ])('is asked at %s', async (_what, scope) => {
    answer = () => ({ body: { value: [] } });
    await read(scope);
    expect(asked.map(({ path }) => decodeURIComponent(path))).toEqual([`${scope}${LIST}`]);
  });

  it.each(
    [
      ['', '/', '/subscriptions/x', `${subscription}/..`, `${subscription}?a=b`],
      [`${subscription}/resourceGroups/a%2f..`, `${subscription}/resourceGroups/g/providers/x`],
      ['https://example.com/subscriptions', `${azure.VAULT_ID}/keys/k`],
    ].flat(),
  )('is not asked at %j', async (scope) => {
    await expect(read(scope)).rejects.toMatchObject({ failure: { kind: 'rejected' } });
    expect(asked).toEqual([]);
  });
});

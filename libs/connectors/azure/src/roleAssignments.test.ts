/** The contract of the Azure port about roles: who is assigned what, and assigning it. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startFakeCloud } from '@keyway/connector-transport/testing';
import type { FakeAnswer, FakeCloud, FakeRequest } from '@keyway/connector-transport/testing';
import type { AzurePort } from '@keyway/core';
import { createAzureConnector } from './createAzureConnector.ts';
import * as azure from './testing/azureDocuments.ts';

type Answer = (request: FakeRequest) => FakeAnswer | undefined;

const READER = '21090545-7ca7-4776-b22c-e363652d74d2';
const OTHER_PRINCIPAL = '99999999-8888-7777-6666-000000000000';
const about = { keyName: 'ajo-cmk', principalObjectId: azure.PRINCIPAL };
const ROLE_ASSIGNMENTS = '/providers/Microsoft.Authorization/roleAssignments';

let cloud: FakeCloud;
let answer: Answer;
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

const sent = (method: string): FakeRequest[] =>
  cloud.requests.filter(
    (request) => request.method === method && request.host !== 'login.microsoftonline.com',
  );

describe('readRoleAssignments of a vault', () => {
  it('keeps the principal’s and the exact role’s, at, above and below the vault (RB-06)', async () => {
    const atVault = azure.roleAssignment('a', azure.VAULT_ID);
    const above = azure.roleAssignment(
      'b',
      `/subscriptions/${azure.SUBSCRIPTION}`,
      OTHER_PRINCIPAL,
    );
    const others = azure.roleAssignment('c', azure.VAULT_ID, OTHER_PRINCIPAL, READER);
    const otherKey = azure.roleAssignment('d', `${azure.VAULT_ID}/keys/other`);
    const atKey = azure.roleAssignment('e', `${azure.VAULT_ID}/keys/ajo-cmk`, OTHER_PRINCIPAL);
    answer = ({ path, query }) => {
      if (path === `${azure.VAULT_ID}/keys/ajo-cmk${ROLE_ASSIGNMENTS}`)
        return { body: { value: [atVault, above, atKey] } };
      if (path !== `${azure.VAULT_ID}${ROLE_ASSIGNMENTS}`) return undefined;
      return {
        body: {
          value:
            query.get('$filter') === 'atScope()' ? [atVault, above, others] : [atVault, otherKey],
        },
      };
    };
    const facts = await connector.readRoleAssignments(
      azure.connection,
      azure.vaultReference,
      about,
    );
    expect(facts.map(({ id }) => id.at(-1)).sort()).toEqual(['a', 'b', 'd', 'e']);
    expect(facts.find(({ id }) => id.endsWith('/a'))).toEqual({
      id: atVault.id,
      store: 'azureRbac',
      roleDefinitionGuid: azure.EXACT_ROLE,
      scope: azure.VAULT_ID,
      principalId: azure.PRINCIPAL,
      principalType: 'ServicePrincipal',
      createdAt: '2026-11-20T10:00:00.123Z',
      condition: null,
      dataActions: null,
    });
    expect(
      sent('GET')
        .map(({ query }) => query.get('$filter'))
        .sort(),
    ).toEqual(['atScope()', 'atScope()', `principalId eq '${azure.PRINCIPAL}'`]);
  });

  it('searches the whole subscription where the principal has nothing at the vault, so that a wrong scope is seen (VAL-25)', async () => {
    const elsewhere = azure.roleAssignment('e', azure.VAULT_ID.replace('contoso', 'fabrikam'));
    const atSubscription = `/subscriptions/${azure.SUBSCRIPTION}${ROLE_ASSIGNMENTS}`;
    answer = ({ path }) => ({ body: { value: path === atSubscription ? [elsewhere] : [] } });
    const facts = await connector.readRoleAssignments(
      azure.connection,
      azure.vaultReference,
      about,
    );
    expect(facts.map(({ scope }) => scope)).toEqual([
      azure.VAULT_ID.replace('contoso', 'fabrikam'),
    ]);

    const denied = azure.armDenied('Microsoft.Authorization/roleAssignments/read');
    answer = ({ path }) => (path === atSubscription ? denied : { body: { value: [] } });
    await expect(
      connector.readRoleAssignments(azure.connection, azure.vaultReference, about),
    ).resolves.toEqual([]);
  });

  it.each([
    ['no list', {}],
    ['a null list', { value: null }],
    ['another list', []],
    ['an error in a success', { error: { code: 'Oops', message: 'no' } }],
  ])('concludes nothing from %s', async (_name, body) => {
    answer = ({ path }) => (path.endsWith(ROLE_ASSIGNMENTS) ? { body } : undefined);
    await expect(
      connector.readRoleAssignments(azure.connection, azure.vaultReference, about),
    ).rejects.toMatchObject({
      failure: { kind: 'badResponse' },
    });
  });

  it.each([
    [
      'a page',
      { status: 404, body: '<html>Cannot GET</html>', headers: { 'content-type': 'text/html' } },
    ],
    ['an error of its own', azure.error(404, 'ResourceNotFound', 'no')],
    ['another method', { status: 405, body: 'Method not allowed' }],
  ])(
    'needs no list of the key itself where the answer is %s: the principal’s own are in the vault’s',
    async (_name, no) => {
      const atKey = azure.roleAssignment('k', `${azure.VAULT_ID}/keys/ajo-cmk`);
      answer = ({ path }) => {
        if (path === `${azure.VAULT_ID}/keys/ajo-cmk${ROLE_ASSIGNMENTS}`) return no;
        return path.endsWith(ROLE_ASSIGNMENTS) ? { body: { value: [atKey] } } : undefined;
      };
      const facts = await connector.readRoleAssignments(
        azure.connection,
        azure.vaultReference,
        about,
      );
      expect(facts.map(({ scope }) => scope)).toEqual([`${azure.VAULT_ID}/keys/ajo-cmk`]);
    },
  );

  it.each(['application/octet-stream', 'text/plain', 'text/html'])(
    'reads a list that calls itself %s, BOM and all',
    async (type) => {
      const body = `\ufeff${JSON.stringify({ value: [azure.roleAssignment('a', azure.VAULT_ID)] })}`;
      answer = ({ path }) =>
        path.endsWith(ROLE_ASSIGNMENTS) ? { body, headers: { 'content-type': type } } : undefined;
      const facts = await connector.readRoleAssignments(
        azure.connection,
        azure.vaultReference,
        about,
      );
      expect(facts.map(({ scope }) => scope)).toEqual([azure.VAULT_ID]);
    },
  );

  it('reads what the principal’s other roles allow, once (RB-03), with exceptions taken out', async () => {
    const wide = azure.roleAssignment('w', azure.VAULT_ID, azure.PRINCIPAL, READER);
    const definition = {
      properties: {
        permissions: [
          {
            dataActions: ['Microsoft.KeyVault/vaults/*'],
            notDataActions: ['Microsoft.KeyVault/vaults/keys/wrap/action'],
          },
        ],
      },
    };
    answer = ({ path }) => {
      if (path.endsWith(ROLE_ASSIGNMENTS)) return { body: { value: [wide] } };
      return path.toLowerCase().endsWith(`/roledefinitions/${READER}`)
        ? { body: definition }
        : undefined;
    };
    const [facts] = await connector.readRoleAssignments(
      azure.connection,
      azure.vaultReference,
      about,
    );
    expect(facts?.dataActions).toEqual([
      'Microsoft.KeyVault/vaults/keys/read',
      'Microsoft.KeyVault/vaults/keys/unwrap/action',
    ]);
    await connector.readRoleAssignments(azure.connection, azure.vaultReference, about);
    expect(cloud.requests.filter(({ path }) => path.includes('roleDefinitions'))).toHaveLength(1);
  });

  it('leaves a role open that may not be read, and fails for one that could not be read just now', async () => {
    const wide = azure.roleAssignment('w', azure.VAULT_ID, azure.PRINCIPAL, READER);
    let definition = azure.armDenied('Microsoft.Authorization/roleDefinitions/read');
    answer = ({ path }) =>
      path.endsWith(ROLE_ASSIGNMENTS) ? { body: { value: [wide] } } : definition;
    const [facts] = await connector.readRoleAssignments(
      azure.connection,
      azure.vaultReference,
      about,
    );
    expect(facts?.dataActions).toBeNull();
    definition = { status: 503, body: 'busy' };
    await expect(
      connector.readRoleAssignments(azure.connection, azure.vaultReference, about),
    ).rejects.toMatchObject({
      failure: { kind: 'unavailable' },
    });
  });

  it('names the permission to read assignments, and ends a list that never ends', async () => {
    answer = () => azure.armDenied('Microsoft.Authorization/roleAssignments/read');
    await expect(
      connector.readRoleAssignments(azure.connection, azure.vaultReference, about),
    ).rejects.toMatchObject({
      failure: { kind: 'denied', permission: 'Microsoft.Authorization/roleAssignments/read' },
    });
    answer = ({ host, path }) => ({
      body: { value: [], nextLink: `https://${host}${path}?again=1` },
    });
    await expect(
      connector.readRoleAssignments(azure.connection, azure.vaultReference, about),
    ).rejects.toMatchObject({
      failure: { kind: 'badResponse' },
    });
  });

  it('fails for a row that lacks who or what, rather than leaving it out', async () => {
    const broken = azure.roleAssignment('a', azure.VAULT_ID, azure.PRINCIPAL, azure.EXACT_ROLE, {
      principalId: null,
    });
    answer = () => ({ body: { value: [broken] } });
    await expect(
      connector.readRoleAssignments(azure.connection, azure.vaultReference, about),
    ).rejects.toMatchObject({
      failure: { kind: 'badResponse' },
    });
  });
});

describe('readRoleAssignments of a Managed HSM', () => {
  it('reads local RBAC at each scope separately (HSM-03, HSM-04) and shows what was assigned in Azure by mistake (GAP-13)', async () => {
    const local = (name: string, scope: string, role = azure.LOCAL_ROLE) => ({
      id: `${scope}/providers/Microsoft.Authorization/roleAssignments/${name}`,
      name,
      properties: {
        roleDefinitionId: `Microsoft.KeyVault/providers/Microsoft.Authorization/roleDefinitions/${role}`,
        principalId: azure.PRINCIPAL,
        scope,
      },
    });
    const CRYPTO_USER = '21dbd100-6940-42c2-9190-5d6cb909625b';
    answer = ({ host, path }) => {
      const local_ = path.replaceAll(/\/+/g, '/');
      if (host !== 'contoso-hsm.managedhsm.azure.net')
        return { body: { value: [azure.roleAssignment('z', azure.HSM_ID)] } };
      if (local_ === `/keys/ajo-cmk${ROLE_ASSIGNMENTS}`)
        return { body: { value: [local('k', '/keys/ajo-cmk')] } };
      if (local_ === `/keys${ROLE_ASSIGNMENTS}`) return { body: { value: [] } };
      if (local_ === ROLE_ASSIGNMENTS) return { body: { value: [local('r', '/', CRYPTO_USER)] } };
      return {
        body: {
          properties: {
            permissions: [{ dataActions: ['Microsoft.KeyVault/managedHsm/keys/wrap/action'] }],
          },
        },
      };
    };
    const facts = await connector.readRoleAssignments(azure.connection, azure.hsmReference, about);
    expect(
      facts.map(({ store, scope, roleDefinitionGuid, dataActions }) => ({
        store,
        scope,
        roleDefinitionGuid,
        dataActions,
      })),
    ).toEqual(
      expect.arrayContaining([
        {
          store: 'hsmLocal',
          scope: '/keys/ajo-cmk',
          roleDefinitionGuid: azure.LOCAL_ROLE,
          dataActions: null,
        },
        {
          store: 'hsmLocal',
          scope: '/',
          roleDefinitionGuid: CRYPTO_USER,
          dataActions: ['Microsoft.KeyVault/managedHsm/keys/wrap/action'],
        },
        {
          store: 'azureRbac',
          scope: azure.HSM_ID,
          roleDefinitionGuid: azure.EXACT_ROLE,
          dataActions: null,
        },
      ]),
    );
  });

  it('does without Azure’s assignments where they may not be read, but not without the local ones', async () => {
    answer = ({ host }) =>
      host === 'management.azure.com'
        ? azure.armDenied('Microsoft.Authorization/roleAssignments/read')
        : { body: { value: [] } };
    await expect(
      connector.readRoleAssignments(azure.connection, azure.hsmReference, about),
    ).resolves.toEqual([]);
    answer = ({ host }) =>
      host === 'management.azure.com'
        ? { body: { value: [] } }
        : azure.error(403, 'Forbidden', 'no');
    await expect(
      connector.readRoleAssignments(azure.connection, azure.hsmReference, about),
    ).rejects.toMatchObject({
      failure: {
        kind: 'denied',
        permission: 'Microsoft.KeyVault/managedHsm/roleAssignments/read/action',
      },
    });
  });
});

describe('assignRole', () => {
  const assignment = { guid: azure.ASSIGNMENT, principalObjectId: azure.PRINCIPAL };
  const assign = () => connector.assignRole(azure.connection, azure.vaultReference, assignment);

  it('puts the exact role at the vault under our name, once (AEP-29, AEP-33)', async () => {
    answer = () => ({ status: 201, body: azure.roleAssignment(azure.ASSIGNMENT, azure.VAULT_ID) });
    await expect(assign()).resolves.toEqual({ created: true });
    const puts = sent('PUT');
    expect(puts.map(({ path }) => path)).toEqual([
      `${azure.VAULT_ID}${ROLE_ASSIGNMENTS}/${azure.ASSIGNMENT}`,
    ]);
    expect(JSON.parse(puts[0]?.body ?? '')).toEqual({
      properties: {
        roleDefinitionId: `/subscriptions/${azure.SUBSCRIPTION}/providers/Microsoft.Authorization/roleDefinitions/${azure.EXACT_ROLE}`,
        principalId: azure.PRINCIPAL,
        principalType: 'ServicePrincipal',
      },
    });
  });

  it('takes "already there" for success, in both ways of saying it', async () => {
    answer = () => azure.error(409, 'RoleAssignmentExists', 'The role assignment already exists.');
    await expect(assign()).resolves.toEqual({ created: false });
    answer = () => ({ status: 200, body: azure.roleAssignment(azure.ASSIGNMENT, azure.VAULT_ID) });
    await expect(assign()).resolves.toEqual({ created: false });
    answer = () =>
      azure.error(
        409,
        'RoleAssignmentUpdateNotPermitted',
        'Tenant ID, application ID, principal ID, and scope are not allowed to be updated.',
      );
    await expect(assign()).rejects.toMatchObject({
      failure: { kind: 'rejected', code: 'RoleAssignmentUpdateNotPermitted' },
    });
  });

  it('reports a failure, and never sends again automatically', async () => {
    const cases: [FakeAnswer, { kind: string; ambiguous: boolean }][] = [
      [
        { status: 503, body: 'busy' },
        { kind: 'unavailable', ambiguous: true },
      ],
      [{ act: 'reset' }, { kind: 'unavailable', ambiguous: true }],
      [
        { status: 201, body: azure.roleAssignment('a', azure.VAULT_ID), act: 'breakOff' },
        { kind: 'badResponse', ambiguous: true },
      ],
      [
        { status: 429, headers: { 'retry-after': '1' } },
        { kind: 'throttled', ambiguous: false },
      ],
      [
        azure.error(400, 'PrincipalNotFound', 'Principal does not exist in the directory.'),
        { kind: 'rejected', ambiguous: false },
      ],
      [
        azure.armDenied('Microsoft.Authorization/roleAssignments/write'),
        { kind: 'denied', ambiguous: false },
      ],
    ];
    for (const [given, { kind, ambiguous }] of cases) {
      cloud.requests.length = 0;
      connector = createAzureConnector({ agent: cloud.agent });
      answer = () => given;
      await expect(assign()).rejects.toMatchObject({ failure: { kind }, ambiguous });
      expect(sent('PUT')).toHaveLength(1);
    }
  });

  it('is not in doubt where no token could be had: nothing was sent', async () => {
    await cloud.close();
    cloud = await startFakeCloud(azure.HOSTS, ({ host }) =>
      host === 'login.microsoftonline.com' ? { act: 'reset' } : { status: 500 },
    );
    connector = createAzureConnector({ agent: cloud.agent, retry: { firstDelayMs: 1 } });
    await expect(assign()).rejects.toMatchObject({
      failure: { kind: 'unavailable' },
      ambiguous: false,
    });
    expect(sent('PUT')).toEqual([]);
  });

  it('assigns locally on a Managed HSM, for all its keys (HSM-03)', async () => {
    answer = () => ({ status: 201, body: { id: 'x' } });
    await expect(
      connector.assignRole(azure.connection, azure.hsmReference, assignment),
    ).resolves.toEqual({ created: true });
    const [put] = sent('PUT');
    expect(put?.host).toBe('contoso-hsm.managedhsm.azure.net');
    expect(put?.path.replaceAll(/\/+/g, '/')).toBe(`/keys${ROLE_ASSIGNMENTS}/${azure.ASSIGNMENT}`);
    expect(JSON.parse(put?.body ?? '')).toEqual({
      properties: {
        roleDefinitionId: `Microsoft.KeyVault/providers/Microsoft.Authorization/roleDefinitions/${azure.LOCAL_ROLE}`,
        principalId: azure.PRINCIPAL,
      },
    });
  });
});

import { beforeAll, expect, test } from 'vitest';
import { fakeKeyway } from './testing/fakeKeyway.ts';
import { buildKeyway, keyway } from './testing/keyway.ts';

beforeAll(buildKeyway);

const ORGANIZATION = { id: 'T3JnYW5pemF0aW9uOjE', name: 'Contoso', imsOrgId: 'I@AdobeOrg' };
const VAULT = '/subscriptions/1/resourceGroups/g/providers/Microsoft.KeyVault/vaults/v';
const PERMISSIONS = [
  {
    ...{ permission: 'Microsoft.KeyVault/vaults/read', scope: VAULT, step: 'VAULT' },
    ...{ track: 'AEP', state: 'GRANTED' },
  },
  {
    ...{ permission: 'Microsoft.KeyVault/vaults/keys/read', scope: VAULT, step: 'KEY' },
    ...{ track: 'AEP', state: 'MISSING' },
  },
];
const ROLES = [{ name: 'Keyway reader', scope: VAULT, definition: '{\n  "Actions": []\n}' }];

async function ask(more: string[], shown = { permissions: PERMISSIONS, azureRoles: ROLES }) {
  const { env } = await fakeKeyway({
    FindOrganization: () => ({
      organization: { ...ORGANIZATION, archivedAt: null, currentRun: null },
    }),
    ShowPermissions: ({ variables }) => {
      expect(variables).toMatchObject({ id: ORGANIZATION.id });
      return { organization: shown };
    },
  });
  return keyway(['orgs', 'permissions', ORGANIZATION.imsOrgId, ...more], { env });
}

test('lists every permission with its state, step and scope', async () => {
  const { code, stdout } = await ask([]);
  expect(code).toBe(0);
  expect(stdout).toContain(`GRANTED\tAEP\tVAULT\tMicrosoft.KeyVault/vaults/read\t${VAULT}\n`);
  expect(stdout).toContain(`MISSING\tAEP\tKEY\tMicrosoft.KeyVault/vaults/keys/read\t${VAULT}\n`);
  expect(JSON.parse((await ask(['--json'])).stdout)).toEqual(PERMISSIONS);
});

test('lists only what is missing where that is asked', async () => {
  const { code, stdout } = await ask(['--missing', '--json']);
  expect(code).toBe(0);
  expect(JSON.parse(stdout)).toEqual([PERMISSIONS[1]]);
});

test('prints roles alone to stdout, so that a file of one can be given to az', async () => {
  const { stdout, stderr } = await ask(['--roles']);
  expect(JSON.parse(stdout)).toEqual({ Actions: [] });
  expect(stderr).toContain(`Keyway reader, for ${VAULT}`);
  expect(JSON.parse((await ask(['--roles', '--json'])).stdout)).toEqual(ROLES);
  expect(await ask(['--roles', '--missing'])).toMatchObject({ code: 2 });
});

test('says of an organization without a credential that none is stored', async () => {
  const none = { permissions: [], azureRoles: [] };
  const { code, stdout, stderr } = await ask(['--roles'], none);
  expect({ code, stdout }).toEqual({ code: 0, stdout: '' });
  expect(stderr).toContain('No Azure credential is stored.');
});

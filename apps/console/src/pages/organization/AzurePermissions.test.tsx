// @vitest-environment jsdom
import { screen, within } from '@testing-library/react';
import { expect, it } from 'vitest';
import { aKeyHealth, healthAnswers } from '../../fixtures/aKeyHealth.ts';
import { anOrganization } from '../../fixtures/anOrganization.ts';
import type { Answers } from '../../fixtures/AnsweringLink.ts';
import { failsOnce } from '../../fixtures/failsOnce.ts';
import type { Locale } from '../../intl/locale.ts';
import { openConsole } from '../../testing/openConsole.tsx';

const VAULT = '/subscriptions/s/resourceGroups/g/providers/Microsoft.KeyVault/vaults/contoso';
const at = { scope: VAULT, step: 'VAULT', track: 'AEP' };
const PERMISSIONS = [
  { ...at, permission: 'Microsoft.Authorization/permissions/read', state: 'GRANTED' },
  { ...at, permission: 'Microsoft.KeyVault/vaults/read', state: 'MISSING' },
  { ...at, permission: 'Microsoft.KeyVault/vaults/keys/read', step: 'KEY', state: 'UNKNOWN' },
];
const ROLES = [{ name: 'Keyway reader', scope: '/subscriptions/s', definition: '{"Name":1}' }];
const CONNECTION = {
  ...{ state: 'CONNECTED', checkedAt: '2026-11-25T12:00:00.000Z', nextCheckAt: null },
  ...{ code: null, message: null, cause: null, remedy: null, clientId: 'client' },
  ...{ tenantId: 'tenant', subscriptionId: null, replacement: null },
};

function open(permissions: object[] = PERMISSIONS, answers: Answers = {}, locale: Locale = 'en') {
  const shown = anOrganization([], { azureConnected: 'READ', azureConnection: CONNECTION });
  const organization = { ...shown, permissions, azureRoles: ROLES };
  return openConsole('/organizations/organization-1', {
    locale,
    answers: {
      Organization: { organization: shown },
      Connections: { organization: shown },
      AzurePermissions: { organization },
      ...healthAnswers(aKeyHealth({ health: 'NOT_WATCHED', tracks: [] })),
      ...answers,
    },
  });
}
const panel = async (name = 'Permissions in Azure') =>
  within((await screen.findByRole('heading', { name })).closest('section')!);

it('shows each step’s permissions, the missing ones first and with where', async () => {
  open();
  const shown = await panel();
  expect(await shown.findByText(/^1 permission is missing\./)).toBeTruthy();
  const vault = within(shown.getByRole('list', { name: 'Experience Platform · Vault' }));
  expect(vault.getAllByRole('listitem').map(({ textContent }) => textContent)).toEqual([
    `MissingMicrosoft.KeyVault/vaults/readMicrosoft.KeyVault/vaults/read on ${VAULT} is missing.`,
    'GrantedMicrosoft.Authorization/permissions/read',
  ]);
  const key = within(shown.getByRole('list', { name: 'Experience Platform · Key' }));
  expect(key.getByText('Unknown')).toBeTruthy();
});

it('has the roles ready to paste', async () => {
  const { person } = open(PERMISSIONS.slice(0, 1));
  const shown = await panel();
  expect(shown.queryByRole('list')).toBeNull();
  await person.click(await shown.findByRole('button', { name: 'Show roles to paste' }));
  expect(shown.getByText('{"Name":1}')).toBeTruthy();
  expect(shown.getByRole('button', { name: 'Copy Keyway reader' })).toBeTruthy();
});

it('says it in Spanish', async () => {
  open(PERMISSIONS, {}, 'es');
  const shown = await panel('Permisos en Azure');
  expect(await shown.findByText(`Falta Microsoft.KeyVault/vaults/read en ${VAULT}.`)).toBeTruthy();
});

it('can be loaded again after a failure', async () => {
  const organization = { ...anOrganization([]), permissions: PERMISSIONS, azureRoles: ROLES };
  const { person } = open(PERMISSIONS, {
    AzurePermissions: failsOnce('off', () => ({ organization })),
  });
  const shown = await panel();
  await person.click(await shown.findByRole('button', { name: /again|retry/i }));
  expect(await (await panel()).findByText(/permission is missing/)).toBeTruthy();
});

/**
 * What may be given as a vault's resource ID: exactly its form, and the vault that the key
 * identifier names.
 */
import { describe, expect, it } from 'vitest';
import { inspectKeyIdentifier } from './keyIdentifier.ts';
import { validateVaultResourceId } from './vaultResourceId.ts';

const SUBSCRIPTION = '22222222-2222-2222-2222-222222222222';
const id = (
  group = 'rg-cmk',
  vault = 'contoso-cmk',
  type = 'vaults',
  subscription = SUBSCRIPTION,
): string =>
  `/subscriptions/${subscription}/resourceGroups/${group}/providers/Microsoft.KeyVault/${type}/${vault}`;
const key = inspectKeyIdentifier(
  'https://contoso-cmk.vault.azure.net/keys/ajo-cmk/02cee357ad5d4c72b2b04881fdffd626',
).keyIdentifier;

describe('validateVaultResourceId', () => {
  it.each([id(), ` ${id()}/ `, id('Größe_(1).x'), id().toUpperCase(), id('rg', 'CONTOSO-cmk')])(
    'takes %j',
    (text) => {
      expect(validateVaultResourceId(text, key)).toEqual({
        ok: true,
        value: text.trim().replace(/\/$/, ''),
      });
    },
  );

  it.each([
    ['', 'resourceIdInvalid'],
    ['contoso-cmk', 'resourceIdInvalid'],
    [id('..'), 'resourceIdGroup'],
    [id('rg.'), 'resourceIdGroup'],
    [id('.'), 'resourceIdGroup'],
    [id(''), 'resourceIdGroup'],
    [id('rg%2f..'), 'resourceIdGroup'],
    [id('rg?x=1'), 'resourceIdGroup'],
    [id('rg#x'), 'resourceIdGroup'],
    [id('a\\b'), 'resourceIdGroup'],
    [id('../other'), 'resourceIdInvalid'],
    [id('x'.repeat(91)), 'resourceIdGroup'],
    [id('x'.repeat(10_000)), 'resourceIdInvalid'],
    [id('rg', '..'), 'resourceIdVaultName'],
    [id('rg', 'contoso-cmk?api-version=1'), 'resourceIdVaultName'],
    [id('rg', 'contoso-cmk#'), 'resourceIdVaultName'],
    [`${id()}/keys/ajo-cmk`, 'resourceIdInvalid'],
    [`https://management.azure.com${id()}`, 'resourceIdInvalid'],
    [id('rg', 'contoso-cmk', 'vaults', '..'), 'resourceIdSubscription'],
    [id('rg', 'contoso-cmk', 'vaults', 'mine'), 'resourceIdSubscription'],
    [id('rg', 'contoso-cmk', 'storageAccounts'), 'resourceIdInvalid'],
    [id('rg', 'contoso-cmk', 'managedHSMs'), 'resourceIdOfManagedHsm'],
    [id('rg', 'fabrikam-cmk'), 'resourceIdOfOtherVault'],
  ])('refuses %j: %s', (text, reason) => {
    expect(validateVaultResourceId(text, key)).toMatchObject({ ok: false, refusal: { reason } });
  });

  it('compares with no vault where the identifier is none', () => {
    expect(validateVaultResourceId(id('rg', 'fabrikam-cmk'), null).ok).toBe(true);
  });
});

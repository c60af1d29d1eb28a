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
    ['', /not the resource ID/],
    ['contoso-cmk', /not the resource ID/],
    [id('..'), /resource group/],
    [id('rg.'), /resource group/],
    [id('.'), /resource group/],
    [id(''), /resource group/],
    [id('rg%2f..'), /resource group/],
    [id('rg?x=1'), /resource group/],
    [id('rg#x'), /resource group/],
    [id('a\\b'), /resource group/],
    [id('../other'), /not the resource ID/],
    [id('x'.repeat(91)), /resource group/],
    [id('x'.repeat(10_000)), /^This is not the resource ID/],
    [id('rg', '..'), /name of a vault/],
    [id('rg', 'contoso-cmk?api-version=1'), /name of a vault/],
    [id('rg', 'contoso-cmk#'), /name of a vault/],
    [`${id()}/keys/ajo-cmk`, /not the resource ID/],
    [`https://management.azure.com${id()}`, /not the resource ID/],
    [id('rg', 'contoso-cmk', 'vaults', '..'), /not the ID of a subscription/],
    [id('rg', 'contoso-cmk', 'vaults', 'mine'), /not the ID of a subscription/],
    [id('rg', 'contoso-cmk', 'storageAccounts'), /not the resource ID/],
    [id('rg', 'contoso-cmk', 'managedHSMs'), /of a vault, and this is of a Managed HSM/],
    [id('rg', 'fabrikam-cmk'), /names vault contoso-cmk, and this is of fabrikam-cmk/],
  ])('refuses %j and says what is right', (text, message) => {
    const evaluated = validateVaultResourceId(text, key);
    expect(evaluated).toMatchObject({
      ok: false,
      message: expect.stringMatching(message) as string,
    });
    expect(evaluated).toMatchObject({
      message: expect.stringContaining('looks like /subscriptions/') as string,
    });
  });

  it('compares with no vault where the identifier is none, and takes no other type for text', () => {
    expect(validateVaultResourceId(id('rg', 'fabrikam-cmk'), null).ok).toBe(true);
    expect(validateVaultResourceId(null as unknown as string, key).ok).toBe(false);
  });
});

import { expect, it } from 'vitest';
import { pathTemplate } from './pathTemplate.ts';

const GUID = '0f9a7b1e-5b6d-4c1e-8c55-0123456789ab';

it.each([
  [`/subscriptions/${GUID}/resourceGroups/rg-contoso/providers/Microsoft.KeyVault/vaults/contoso`],
  [`/${GUID}/oauth2/v2.0/token`],
  [`/keys/aep/${'0'.repeat(32)}`],
  [`/v1.0/servicePrincipals(appId='${GUID}')`],
  ['/data/infrastructure/manager/customer/config/contoso-cmk'],
  ['/auth/callback/kw_0123456789abcdef0123456789abcdef'],
  ['/hooks/ana%40contoso.com/secret'],
])('%s has no ID, no name and no secret', (path) => {
  expect(pathTemplate(path)).not.toMatch(/contoso|0f9a|kw_|aep|secret|0000|%40/);
});

it('keeps the fixed parts of the clouds’ paths', () => {
  expect(
    pathTemplate(
      `/subscriptions/${GUID}/resourceGroups/rg/providers/Microsoft.KeyVault/vaults/v/keys/k`,
    ),
  ).toBe('/subscriptions/{}/resourceGroups/{}/providers/Microsoft.KeyVault/vaults/{}/keys/{}');
  expect(pathTemplate('/')).toBe('/');
});

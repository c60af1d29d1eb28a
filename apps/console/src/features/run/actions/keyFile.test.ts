import { describe, expect, it } from 'vitest';
import { readKeyFile } from './keyFile.ts';

/** As `az keyvault key show` prints it. */
const shown = (kid: unknown) =>
  JSON.stringify({
    attributes: { enabled: true, recoveryLevel: 'Recoverable' },
    key: { e: 'AQAB', keyOps: ['wrapKey', 'unwrapKey'], kid, kty: 'RSA', n: 'vJ8' },
    managed: null,
    releasePolicy: null,
    tags: null,
  });
const VERSION = '0123456789abcdef0123456789abcdef';

describe('readKeyFile', () => {
  it.each([
    [`https://contoso-aep.vault.azure.net/keys/cmk/${VERSION}`, 'AEP'],
    [`https://contoso.vault.azure.net/keys/Keyway-CJA/${VERSION}`, 'CJA'],
    [`https://contoso-cja.managedhsm.azure.net/keys/cmk/${VERSION}`, 'CJA'],
    ['https://contoso-cja.vault.azure.net/keys/cja', 'CJA'],
    // Names that say nothing, or both, and no part of another word.
    [`https://contoso.vault.azure.net/keys/cmk/${VERSION}`, null],
    [`https://contoso-aep.vault.azure.net/keys/cja/${VERSION}`, null],
    [`https://landscjap.vault.azure.net/keys/cmk/${VERSION}`, null],
  ])('reads %s, of %s', (identifier, track) => {
    expect(readKeyFile(shown(identifier))).toEqual({ identifier, track });
  });

  it.each([
    ['a key identifier alone', `https://contoso-aep.vault.azure.net/keys/cmk/${VERSION}`],
    ['another file', '{"clientId":"a","clientSecret":"b","tenantId":"c"}'],
    ['a secret', shown('https://contoso-aep.vault.azure.net/secrets/cmk')],
    ['an address that is not encrypted', shown('http://contoso-aep.vault.azure.net/keys/cmk')],
    ['a number', shown(12)],
    ['a list', '[]'],
    ['too much', shown(`https://a.vault.azure.net/keys/${'a'.repeat(200_000)}`)],
  ])('reads nothing of %s', (_, text) => {
    expect(readKeyFile(text)).toBeNull();
  });
});

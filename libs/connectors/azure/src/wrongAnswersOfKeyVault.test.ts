/** Whatever a vault answers decides nothing but itself; its challenge gets no token for another. */
import { describe, expect, it } from 'vitest';
import type { FakeAnswer } from '@keyway/connector-transport/testing';
import { answeringClouds, failureOf, type Answer } from './testing/answeringClouds.ts';
import * as azure from './testing/azureDocuments.ts';

const clouds = answeringClouds();

describe('answers of Key Vault', () => {
  const latest = { name: 'ajo-cmk', version: null };
  const readKey = () => clouds.connector.readKey(azure.connection, azure.vaultReference, latest);
  /**
   * ARM keeps silent in a way that sends us to the vault, whose answer then decides nothing but
   * itself.
   */
  const vaultSays =
    (given: FakeAnswer): Answer =>
    (request) => {
      if (request.host === 'management.azure.com')
        return azure.armDenied('Microsoft.KeyVault/vaults/keys/read');
      if (!request.host.endsWith('.vault.azure.net') || request.headers.authorization === undefined)
        return undefined;
      return given;
    };
  const wrong: [string, FakeAnswer][] = [
    ['HTML', { body: '<html>' }],
    ['no key', { body: {} }],
    [
      'another vault’s key',
      { body: azure.keyBundle(azure.VERSION, {}, {}, 'fabrikam-cmk.vault.azure.net') },
    ],
    [
      'another key',
      {
        body: azure.keyBundle(azure.VERSION, {
          kid: `https://contoso-cmk.vault.azure.net/keys/other/${azure.VERSION}`,
        }),
      },
    ],
    ['no modulus', { body: azure.keyBundle(azure.VERSION, { n: undefined }) }],
    ['no operations', { body: azure.keyBundle(azure.VERSION, { key_ops: undefined }) }],
    ['text for a time', { body: azure.keyBundle(azure.VERSION, {}, { exp: 'soon' }) }],
    ['a redirect', { status: 307, headers: { location: 'https://evil.example/' } }],
    [
      'a challenge again',
      {
        status: 401,
        headers: {
          'www-authenticate':
            'Bearer authorization="https://evil.example/x", resource="https://evil.example"',
        },
      },
    ],
  ];
  it.each(wrong)('no fact from %s; ARM’s refusal stands', async (_name, given) => {
    clouds.answer = vaultSays(given);
    expect(await failureOf(readKey())).toMatchObject({
      kind: 'denied',
      permission: 'Microsoft.KeyVault/vaults/keys/read',
    });
  });

  it('gives no token to a challenge for another resource', async () => {
    clouds.answer = (request) => {
      if (request.host === 'management.azure.com')
        return azure.armDenied('Microsoft.KeyVault/vaults/keys/read');
      if (!request.host.endsWith('.vault.azure.net')) return undefined;
      return {
        status: 401,
        headers: {
          'www-authenticate': `Bearer authorization="https://login.microsoftonline.com/${azure.TENANT}", resource="https://management.azure.com"`,
        },
      };
    };
    await failureOf(readKey());
    expect(
      clouds.cloud.requests.filter(
        ({ host, headers }) =>
          host.endsWith('.vault.azure.net') && headers.authorization !== undefined,
      ),
    ).toEqual([]);
  });
});

/** No request is built from an unchecked name, and no error holds a secret. */
import { describe, expect, it } from 'vitest';
import { ConnectorError } from '@keyway/core';
import {
  answeringClouds,
  failureOf,
  ofArm,
  readVault,
  type Answer,
} from './testing/answeringClouds.ts';
import * as azure from './testing/azureDocuments.ts';

const clouds = answeringClouds();

describe('what is asked', () => {
  it('is never built from an unchecked name (KID-03, KID-04)', async () => {
    const names = [
      'evil.example/',
      'a',
      '-bad',
      'con--toso',
      'x@evil',
      'a234567890123456789012345',
    ];
    for (const name of names) {
      expect(
        await failureOf(
          clouds.connector.readVault(azure.connection, { kind: 'vault', name, resourceId: null }),
        ),
      ).toMatchObject({
        kind: 'rejected',
      });
    }
    const references = [
      azure.VAULT_ID.replace('contoso-cmk', 'fabrikam'),
      `${azure.VAULT_ID}/../../x`,
      'https://evil.example',
      `${azure.VAULT_ID}?x=1`,
    ];
    for (const resourceId of references) {
      expect(
        await failureOf(
          clouds.connector.readVault(azure.connection, { ...azure.vaultReference, resourceId }),
        ),
      ).toMatchObject({
        kind: 'rejected',
      });
    }
    for (const name of ['a/b', '..', 'a_b', '']) {
      expect(
        await failureOf(
          clouds.connector.readKey(azure.connection, azure.vaultReference, { name, version: null }),
        ),
      ).toMatchObject({
        kind: 'rejected',
      });
    }
    expect(
      await failureOf(clouds.connector.readServicePrincipal(azure.connection, "x') or ('")),
    ).toMatchObject({ kind: 'rejected' });
    expect(clouds.cloud.requests).toEqual([]);
  });
});

describe('secrets', () => {
  it('appear in no error, whoever repeats them (ERR-08)', async () => {
    const ofSecret = [
      azure.SECRET,
      encodeURIComponent(azure.SECRET),
      new URLSearchParams({ s: azure.SECRET }).toString().slice(2),
    ];
    const spellings = [...ofSecret, azure.ACCESS_TOKEN];
    const noise = `\u0000\u001b[31m ${'long '.repeat(300)}`;
    const text = `${spellings.join(' | ')} ${noise}`;
    const refusal = `${ofSecret.join(' | ')} ${noise}`;
    const document = { error: { code: 'Oops', message: text } };
    const answers: Answer[] = [
      ({ host }) =>
        host === 'login.microsoftonline.com'
          ? { status: 400, body: { error: 'invalid_client', error_description: refusal } }
          : undefined,
      ({ host }) =>
        host === 'login.microsoftonline.com' ? { status: 400, body: text } : undefined,
      ({ host }) => (host === 'login.microsoftonline.com' ? { body: text } : undefined),
      ...[200, 302, 400, 401, 403, 404, 409, 429, 500].flatMap((status) => [
        ofArm({ status, body: document }),
        ofArm({ status, body: text }),
      ]),
      ofArm({ body: { ...azure.vaultDocument, id: azure.SECRET } }),
    ];
    for (const given of answers) {
      clouds.answer = given;
      const error: unknown = await readVault(clouds).catch((reason: unknown) => reason);
      expect(error).toBeInstanceOf(ConnectorError);
      const { failure, message, stack, cause } = error as ConnectorError;
      const shown = JSON.stringify([failure, message, stack, String(cause)]);
      for (const spelling of spellings) expect(shown).not.toContain(spelling);
      expect(failure.message.length).toBeLessThanOrEqual(500);
      expect(failure.message).not.toMatch(/\p{Cc}/u);
    }
  });
});

/** The keys that sign in at Entra: made once, published before they sign, never in the clear. */
import { FEDERATION_AUDIENCE } from '@keyway/core';
import { aDatabase, type TestDatabase } from '@keyway/testing';
import { createLocalJWKSet, decodeProtectedHeader, jwtVerify } from 'jose';
import { afterAll, beforeEach, expect, it } from 'vitest';
import type { Store } from '../index.ts';

let database: TestDatabase;
let store: Store;
const opened: TestDatabase[] = [];
beforeEach(async () => {
  database = await aDatabase();
  opened.push(database);
  store = await database.store();
});
afterAll(() => Promise.all(opened.map((one) => one.close())));

const FOR = { issuer: 'https://keyway.example/federation', subject: 'keyway:organization:1' };
const published = async (): Promise<string[]> =>
  (await store.system().federationKeys.publicKeys()).keys.map(({ kid }) => kid);
/** As another process, which has no key in memory. */
const sign = async (): Promise<string> =>
  (await database.store()).system().federationKeys.sign(FOR);
const signer = async (): Promise<string> => decodeProtectedHeader(await sign()).kid!;
const age = (days: number, kid: string): Promise<unknown> =>
  database.query(
    `update federation_key set created_at = now() - interval '${days} days' where kid = '${kid}'`,
  );

it('signs what the published keys verify, for some minutes', async () => {
  expect(await published()).toEqual([]);
  const assertion = await sign();
  const keys = createLocalJWKSet(await store.system().federationKeys.publicKeys());
  const { payload, protectedHeader } = await jwtVerify(assertion, keys, {
    ...FOR,
    audience: FEDERATION_AUDIENCE,
    requiredClaims: ['jti', 'nbf', 'exp'],
  });
  expect(protectedHeader.alg).toBe('RS256');
  expect(payload.exp! - payload.iat!).toBeLessThanOrEqual(600);
  expect((await jwtVerify(await sign(), keys)).payload.jti).not.toBe(payload.jti);
});

it('is made once, though several processes need it at once', async () => {
  const kids = await Promise.all([1, 2, 3, 4].map(signer));
  expect(new Set(kids).size).toBe(1);
  expect(await published()).toEqual([kids[0]]);
});

it('is published for a day before it signs, and served until what it signed is over', async () => {
  const first = await signer();
  await age(100, first);
  expect(await signer()).toBe(first);
  const [second] = await published();
  expect(await published()).toEqual([second, first]);
  expect(second).not.toBe(first);
  await age(1.5, second!);
  expect(await signer()).toBe(second);
  expect(await published()).toEqual([second, first]);
  await age(2.1, second!);
  expect(await published()).toEqual([second]);
  await age(100, second!);
  await signer();
  const stored = await database.query<{ kid: string }>('select kid from federation_key');
  expect(stored.map(({ kid }) => kid)).not.toContain(first);
});

it('is in no table in the clear, and no viewer may read it', async () => {
  await signer();
  const [row] = await database.query<{ sealed: Buffer; text: string }>(
    'select sealed, k::text as text from federation_key k',
  );
  // The prefix of PKCS #8 for RSA.
  expect(row!.text).not.toContain('300d06092a864886f70d010101');
  const readers = await database.query(
    `select grantee from information_schema.role_table_grants
     where table_name = 'federation_key' and grantee ~ '_(app|limited)'`,
  );
  expect(readers).toEqual([]);
});

/** Two people provide a key for one track at once: one wins, and the other one learns which. */
import { parseGlobalId } from '@keyway/core';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { anOrganization, aRun, aServer, type Client, type TestServer } from '../testing/aServer.ts';

const AWS = {
  cloud: 'AWS',
  region: 'VA6',
  shield: 'PRIVACY_AND_SECURITY_SHIELD',
  azureTenantId: null,
};
const keyOf = (name: string): string => `https://contoso-cmk.vault.azure.net/keys/${name}`;
const arnOf = (digit: string): string =>
  `arn:aws:kms:us-east-1:111122223333:key/${digit.repeat(8)}-1111-1111-1111-111111111111`;

let server: TestServer;
let people: Client[];
let runId: string;
beforeAll(async () => {
  server = await aServer();
  people = [await server.person('OPERATOR'), await server.person('OPERATOR')];
});
afterAll(() => server.close());
beforeEach(async () => {
  runId = await aRun(server.owner, (await anOrganization(server.owner)).id);
});

const provide = (by: Client, keyIdentifier: string, id = runId) =>
  by.mutate('provideKey', { runId: id, track: 'AEP', keyIdentifier }, 'run { id }');
async function known(id = runId): Promise<string> {
  const stored = await server.store.system().run(parseGlobalId('Run', id)!);
  return stored!.run.tracks.AEP.key!.identifier;
}
/** Both ask before either is stored: the vault is probed in between. */
const atOnce = (keys: readonly string[], id = runId) =>
  Promise.all(keys.map((key, place) => provide(people[place]!, key, id)));

it('one of the two keys is stored, and the other person learns which', async () => {
  const keys = [keyOf('one'), keyOf('two')];
  const answers = await atOnce(keys);
  const won = answers.findIndex(({ userErrors }) => userErrors.length === 0);
  expect(await known()).toBe(keys[won]);
  const { run, userErrors } = answers[1 - won]!;
  expect(run).toBeNull();
  expect(userErrors).toMatchObject([
    {
      ...{ code: 'CONFLICT', field: ['keyIdentifier'] },
      message: expect.stringContaining(keys[won]!) as string,
    },
  ]);
  // Who has seen it may replace it.
  expect((await provide(people[1 - won]!, keys[1 - won]!)).userErrors).toEqual([]);
  expect(await known()).toBe(keys[1 - won]);
});

it('also where each replaces a key that was there', async () => {
  expect((await provide(server.owner, keyOf('first'))).userErrors).toEqual([]);
  const answers = await atOnce([keyOf('one'), keyOf('two')]);
  expect(answers.map(({ userErrors }) => userErrors.length).toSorted()).toEqual([0, 1]);
});

it('the same key twice is no conflict', async () => {
  for (const { userErrors } of await atOnce([keyOf('one'), keyOf('one')]))
    expect(userErrors).toEqual([]);
  expect(await known()).toBe(keyOf('one'));
});

it('never is more than one of two KMS keys taken, however they meet', async () => {
  const id = await aRun(server.owner, (await anOrganization(server.owner, AWS)).id);
  const answers = await atOnce([arnOf('1'), arnOf('2')], id);
  const failed = answers.filter(({ userErrors }) => userErrors.length > 0);
  // Nothing is probed on AWS, so that the second may have read what the first stored.
  expect(failed.length).toBeLessThanOrEqual(1);
  for (const { userErrors } of failed) expect(userErrors).toMatchObject([{ code: 'CONFLICT' }]);
  expect([arnOf('1'), arnOf('2')]).toContain(await known(id));
});

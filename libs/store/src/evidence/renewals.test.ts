/**
 * A chain that has not grown is signed daily all the same, in one row: whoever renews, and however
 * late, what was signed stays true and the sequence verifies.
 */
import { CheckpointVerifier, EvidenceKeyring, readCheckpoint } from '@keyway/evidence';
import { aDatabase, anOccurrence, aPartner } from '@keyway/testing';
import type { TestDatabase, TestPartner } from '@keyway/testing';
import pg from 'pg';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { Database } from '../database/database.ts';
import type { Store } from '../index.ts';
import { rolesOf } from '../startup/databaseRoles.ts';
import { coverDueChains } from './coverDueChains.ts';

let database: TestDatabase;
let store: Store;
let partner: TestPartner;
let keyring: EvidenceKeyring;
/** As a worker has it. */
let own: Database;
beforeAll(async () => {
  database = await aDatabase();
  store = await database.store();
  partner = await aPartner(database, store, 'Partner');
  await store.system().evidenceKeys.obtain();
  keyring = new EvidenceKeyring(await store.system().evidenceKeys.publicKeys());
  const client = new pg.Client({ connectionString: database.runtimeUrl });
  await client.connect();
  const roles = (await rolesOf(client))!;
  await client.end();
  const options = { applicationName: 'test', maxConnections: 2, now: null };
  own = new Database({ ...options, url: database.runtimeUrl, roles, onWarning: () => undefined });
});
afterAll(async () => {
  await own.close();
  await database.close();
});

const FIRST = '00000000-0000-0000-0000-000000000000';
const ALWAYS = { grownSeconds: 0, unchangedSeconds: 0 };
const renew = (from: Pick<Store, 'checkpoints'> = store) =>
  from.checkpoints.coverDue(FIRST, ALWAYS);
const comment = (organizationId: string): Promise<unknown> =>
  partner.store.mutate({ principal: 'p', operation: 't', input: null }, (unit) =>
    unit.history.append(organizationId, 'evidenceExported', {}, anOccurrence()),
  );
async function aCoveredChain(): Promise<string> {
  const { id } = await partner.organization();
  await store.checkpoints.cover(partner.of(id));
  return id;
}
/** What is exported, which must be one sequence. */
async function exported(
  organizationId: string,
): Promise<{ jws: string; entries: number; at: string }[]> {
  const verifier = new CheckpointVerifier(keyring);
  const all: { jws: string; entries: number; at: string }[] = [];
  for await (const batch of partner.store.checkpoints(organizationId))
    for (const jws of batch) {
      expect(verifier.add(jws)).toHaveProperty('checkpoint');
      const read = readCheckpoint(jws, keyring);
      if ('checkpoint' in read) all.push({ jws, ...read.checkpoint });
    }
  return all;
}
const entriesOf = async (id: string): Promise<number[]> =>
  (await exported(id)).map(({ entries }) => entries);
const rowsOf = (id: string) =>
  database.query<{ at: Date; jws: string }>(
    'select at, jws from checkpoint_renewal where chain_id = $1',
    [id],
  );

it('is one row however often it is signed, and is exported as the last checkpoint', async () => {
  const id = await aCoveredChain();
  const [first] = await exported(id);
  const signed = new Set<string>();
  for (let day = 0; day < 3; day += 1) {
    await renew();
    const all = await exported(id);
    expect(all.map(({ entries }) => entries)).toEqual([1, 1]);
    expect(all[0]).toEqual(first);
    signed.add(all[1]!.jws);
  }
  expect(signed.size).toBe(3);
  expect(await rowsOf(id)).toHaveLength(1);
  expect(await partner.store.verifyHistory(id)).toMatchObject({
    ok: true,
    checkpoints: { count: 2, lastAt: (await exported(id))[1]!.at },
  });
});

it('is due a day after the last signature, of whichever kind', async () => {
  const id = await aCoveredChain();
  const daily = { grownSeconds: 3600, unchangedSeconds: 23 * 3600 };
  const age = async (table: string): Promise<void> => {
    await database.query(`alter table ${table} disable trigger all`);
    await database.query(`update ${table} set at = at - interval '24 hours' where chain_id = $1`, [
      id,
    ]);
    await database.query(`alter table ${table} enable trigger all`);
  };
  await store.checkpoints.coverDue(FIRST, daily);
  expect(await rowsOf(id)).toEqual([]);
  await age('checkpoint');
  await store.checkpoints.coverDue(FIRST, daily);
  const [renewed] = await rowsOf(id);
  expect(renewed!.at.getTime()).toBeGreaterThan(Date.now() - 60_000);
  await store.checkpoints.coverDue(FIRST, daily);
  expect(await rowsOf(id)).toEqual([renewed]);
  await age('checkpoint_renewal');
  await store.checkpoints.coverDue(FIRST, daily);
  expect((await rowsOf(id))[0]!.at.getTime()).toBeGreaterThan(Date.now() - 60_000);
});

it('ends where the chain grows: the next checkpoint follows the one that was renewed', async () => {
  const id = await aCoveredChain();
  await renew();
  await comment(id);
  expect(await entriesOf(id)).toEqual([1, 1]);
  await store.checkpoints.cover(partner.of(id));
  expect(await entriesOf(id)).toEqual([1, 2]);
  await renew();
  expect(await entriesOf(id)).toEqual([1, 2, 2]);
  await comment(id);
  await renew();
  expect(await entriesOf(id)).toEqual([1, 2, 3]);
});

/** A worker that stops between reading where chains end and signing them, until `go`. */
async function aPausedPass(): Promise<{ go: () => Promise<void>; now: Date }> {
  const [readAll, resume] = [Promise.withResolvers<Date>(), Promise.withResolvers<void>()];
  const { readTogether, transaction } = own;
  const paused = {
    clock: own.clock,
    transaction: transaction.bind(own),
    readTogether: async (...given: Parameters<typeof readTogether>) => {
      const rows = await readTogether.apply(own, given);
      readAll.resolve(new Date());
      await resume.promise;
      return rows;
    },
  };
  const signer = await store.system().evidenceKeys.obtain();
  const pass = coverDueChains(paused as typeof own, signer, FIRST, ALWAYS);
  const now = await readAll.promise;
  return { now, go: async () => (resume.resolve(), void (await pass)) };
}

it('is written once by two who read the same end', async () => {
  const id = await aCoveredChain();
  for (let round = 0; round < 2; round += 1) {
    const [one, other] = [await aPausedPass(), await aPausedPass()];
    const before = await rowsOf(id);
    await one.go();
    const written = await rowsOf(id);
    expect(written).not.toEqual(before);
    await other.go();
    expect(await rowsOf(id)).toEqual(written);
  }
});

it('says when the end was read, however late it is signed', async () => {
  const [grown, renewed] = [await aCoveredChain(), await aCoveredChain()];
  await comment(grown);
  const { now, go } = await aPausedPass();
  await new Promise((resolve) => setTimeout(resolve, 20));
  await comment(grown);
  await comment(renewed);
  await go();
  for (const [id, entries] of [
    [grown, [1, 2]],
    [renewed, [1, 1]],
  ] as const) {
    const all = await exported(id);
    expect(all.map((one) => one.entries)).toEqual(entries);
    expect(new Date(all[1]!.at).getTime()).toBeLessThanOrEqual(now.getTime());
  }
});

it('is left out where a checkpoint was written meanwhile', async () => {
  const id = await aCoveredChain();
  const { go } = await aPausedPass();
  await comment(id);
  await store.checkpoints.cover(partner.of(id));
  await go();
  expect(await rowsOf(id)).toEqual([]);
  expect(await entriesOf(id)).toEqual([1, 2]);
});

it('is refused where it renews nothing or is older, and never deleted', async () => {
  const id = await aCoveredChain();
  await renew();
  const change = (set: string): Promise<unknown> =>
    database.query(`update checkpoint_renewal set ${set} where chain_id = $1`, [id]);
  await expect(change(`at = at - interval '1 ms'`)).rejects.toThrow(/older|renews no/);
  await expect(change('seq = 2')).rejects.toThrow('renews no');
  await expect(change('number = 3')).rejects.toThrow('renews no');
  for (const statement of ['delete from checkpoint_renewal', 'truncate checkpoint_renewal'])
    await expect(database.query(statement)).rejects.toThrow('append-only');
});

it('is sent to webhooks, once for each signature', async () => {
  const id = await aCoveredChain();
  const receiver = { url: 'https://nobody.example/', host: 'nobody.example' };
  const webhook = { ...receiver, events: ['history.checkpoint'], organizationIds: [id] };
  await partner.store.mutate({ principal: 'p', operation: 't', input: null }, (unit) =>
    unit.webhooks.create(webhook, anOccurrence()),
  );
  await renew();
  await renew();
  const sent = await database.query<{ jws: string }>(
    `select data -> 'data' ->> 'jws' as jws from webhook_change where organization_id = $1 and source = 'event' order by position`,
    [id],
  );
  expect(sent).toHaveLength(2);
  expect((await exported(id)).at(-1)!.jws).toBe(sent[1]!.jws);
});

it('is none of a chain that was rewritten with all its hashes', async () => {
  const [end, before] = [await aCoveredChain(), await aCoveredChain()];
  await comment(before);
  await database.query('alter table history_entry disable trigger all');
  await database.query(
    `update history_entry set hash = repeat('e', 64) where chain_id = any($1) and seq = 1`,
    [[end, before]],
  );
  await database.query('alter table history_entry enable trigger all');
  await database.query(`update chain_head set hash = repeat('e', 64) where chain_id = $1`, [end]);
  await renew();
  expect(await entriesOf(end)).toEqual([1]);
  expect(await entriesOf(before)).toEqual([1]);
  await expect(store.checkpoints.cover(partner.of(before))).rejects.toThrow('was changed');
});

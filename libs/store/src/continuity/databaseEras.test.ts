/** The database lost time, or is another one: noticed once, by whatever shows it. */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { lostIntentSeconds } from '@keyway/core';
import { aDatabase, aMember, aPartner, type TestDatabase } from '@keyway/testing';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Store } from '../index.ts';
import { causeOf, isReplaced, type FoundEra } from './eraRecord.ts';

let database: TestDatabase;
let store: Store;
beforeEach(async () => {
  database = await aDatabase();
  store = await database.store();
});
afterEach(() => database.close());

const causes = async (): Promise<string[]> =>
  (await database.query<{ cause: string }>('select cause from database_era order by number')).map(
    ({ cause }) => cause,
  );
const changeLast = (set: string): Promise<unknown> =>
  database.query(
    `update database_era set ${set} where number = (select max(number) from database_era)`,
  );

describe('an era', () => {
  it('is the first one on a new database, and nothing waits', async () => {
    expect(await causes()).toEqual(['FIRST']);
    expect(await store.eras.settling(300)).toEqual({ era: 1, seconds: 0 });
    await (await database.store()).close();
    expect(await causes()).toEqual(['FIRST']);
  });

  it.each([
    ['another server', `system_identifier = '1'`, 'RESTORED'],
    ['another database', 'database_oid = 1', 'RESTORED'],
    ['another timeline', 'timeline = timeline + 7', 'FAILED_OVER'],
    [
      'another timeline of long ago',
      `timeline = 9, beat_at = now() - interval '1 day'`,
      'RESTORED',
    ],
    ['fewer beats than were seen', 'beats = 0', 'FAILED_OVER'],
    ['fewer beats, long ago', `beats = 0, beat_at = now() - interval '1 day'`, 'RESTORED'],
    ['nobody connected for long', `beat_at = now() - interval '3 minutes'`, 'RESUMED'],
  ])('begins on %s', async (_what, set, cause) => {
    await store.eras.beat();
    await changeLast(set);
    const { era, seconds, delay } = await store.eras.settling(300);
    expect(era).toBe(2);
    expect(seconds).toBeGreaterThan(0);
    expect(delay).toMatchObject({ era, cause });
    expect(Date.parse(delay!.until) - Date.parse(delay!.since)).toBe(300_000);
    expect((await store.eras.settling(300)).delay).toEqual(delay);
    expect(await causes()).toEqual(['FIRST', cause]);
    expect(await store.eras.isIn(1)).toBe(false);
    expect(await store.eras.isIn(2)).toBe(true);
    await changeLast(`began_at = began_at - interval '300 seconds'`);
    expect(await store.eras.settling(300)).toMatchObject({ era: 2, seconds: 0 });
  });

  it('is shown with its cause, and until when nothing is sent', async () => {
    expect(await store.monitoring.era()).toEqual({ number: 1, cause: 'FIRST', settlingSeconds: 0 });
    await changeLast('timeline = timeline + 1');
    await store.eras.beat();
    const shown = await store.monitoring.era();
    expect(shown).toMatchObject({ number: 2, cause: 'FAILED_OVER' });
    expect(shown.settlingSeconds).toBeGreaterThan(0);
    expect(shown.settlingSeconds).toBeLessThanOrEqual(lostIntentSeconds(1));
    await changeLast(`began_at = began_at - interval '${lostIntentSeconds(1)} seconds'`);
    expect(await store.monitoring.era()).toMatchObject({ number: 2, settlingSeconds: 0 });
  });

  it('begins once, though several processes notice it at once', async () => {
    const others = await Promise.all([1, 2, 3, 4].map(() => database.store()));
    await changeLast('timeline = timeline + 1');
    const found = await Promise.all(
      [store, ...others].map(async ({ eras }) => (await eras.settling(300)).era),
    );
    expect(new Set(found)).toEqual(new Set([2]));
    expect(await causes()).toEqual(['FIRST', 'FAILED_OVER']);
  });

  it('begins for who starts with a data folder that saw more', async () => {
    await store.eras.beat();
    await changeLast('beats = 0');
    await (await database.store()).close();
    expect(await causes()).toEqual(['FIRST', 'FAILED_OVER']);
  });

  it('needs no file of what was seen, and none that can be read', async () => {
    await writeFile(join(database.dataDir, 'database-seen.json'), '{"number":');
    await (await database.store()).close();
    expect(await causes()).toEqual(['FIRST']);
  });

  it('is noticed by beats alone where the server says nothing of itself', async () => {
    await database.query('revoke execute on function pg_walfile_name(pg_lsn) from public');
    const silent = await database.store({ url: database.runtimeUrl });
    await silent.eras.beat();
    expect(await causes()).toEqual(['FIRST']);
    await changeLast('beats = 0');
    expect((await silent.eras.settling(300)).seconds).toBeGreaterThan(0);
    expect(await causes()).toEqual(['FIRST', 'FAILED_OVER']);
  });
});

describe('nobody connected after a move', () => {
  const here = { systemIdentifier: '1', databaseOid: '2', timeline: 1 };
  const moved: FoundEra = {
    ...{ ...here, here, number: 3, beats: 1, cause: 'MOVED' },
    ...{ beganAt: new Date(0), beatAt: new Date(0), now: new Date(3_000_000), restoredAt: null },
    ...{ movedFrom: [], lost: null },
  };

  it('is no loss of time within the first hour', () => {
    expect(causeOf(moved, null)).toBeNull();
    expect(causeOf({ ...moved, now: new Date(4_000_000) }, null)).toBe('RESUMED');
    expect(causeOf({ ...moved, beats: 2 }, null)).toBe('RESUMED');
  });
});

it('ends sessions and says so in every history, once', async () => {
  const partner = await aPartner(database, store);
  const { id } = await partner.organization();
  const member = await aMember(store, partner.partnerId);
  const limits = { idleSeconds: 3600, longestSeconds: 86_400 };
  const { token } = await store.system().createSession(member.id, limits);
  const restored = await database.store({ isRestored: true });
  expect(await store.system().authenticateSession(token)).toBeNull();
  const others = await database.store();
  const all = [store, restored, others].map(async ({ eras }) => {
    while ((await eras.announce()) > 0);
  });
  await Promise.all(all);
  const entries = await database.query<{ chain: string; count: number }>(
    `select chain_id as chain, count(*)::int as count from history_entry where kind = 'databaseRestored' group by 1`,
  );
  expect(entries.map(({ count }) => count)).toEqual(entries.map(() => 1));
  expect(new Set(entries.map(({ chain }) => chain))).toEqual(new Set([id, partner.partnerId]));
  for (const organizationId of [id, null])
    expect(await partner.store.verifyHistory(organizationId)).toMatchObject({ ok: true });
});

it('a failover is said to partners, and ends no session', async () => {
  const partner = await aPartner(database, store);
  await partner.organization();
  const member = await aMember(store, partner.partnerId);
  const limits = { idleSeconds: 3600, longestSeconds: 86_400 };
  const { token } = await store.system().createSession(member.id, limits);
  await changeLast('timeline = timeline + 1');
  await store.eras.beat();
  while ((await store.eras.announce()) > 0);
  expect(
    await database.query(
      `select chain_id as id from history_entry where kind in ('databaseFailedOver', 'databaseRestored')`,
    ),
  ).toEqual([{ id: partner.partnerId }]);
  expect(await store.system().authenticateSession(token)).not.toBeNull();
});

describe('a server that was replaced', () => {
  const here = { systemIdentifier: '1', databaseOid: '2', timeline: 1 };
  const found: FoundEra = {
    ...{ ...here, here, number: 1, beats: 9, cause: 'FIRST' },
    ...{ beganAt: new Date(0), beatAt: new Date(0), now: new Date(1000), restoredAt: null },
    ...{ movedFrom: [], lost: null },
  };
  const seen = { ...here, timeline: 2, number: 2, beats: 1, movedFrom: [] };

  it('has an older timeline than the one that was seen', () => {
    expect(isReplaced(found, seen)).toBe(true);
    expect(isReplaced(found, null)).toBe(false);
    expect(isReplaced(found, { ...seen, timeline: 1 })).toBe(false);
  });

  it('is the one that the database was moved from, until it is used again on purpose', () => {
    const moved = { ...seen, systemIdentifier: '3', movedFrom: [here] };
    expect(isReplaced(found, moved)).toBe(true);
    expect(isReplaced({ ...found, number: 2 }, moved)).toBe(true);
    expect(isReplaced({ ...found, number: 3 }, moved)).toBe(false);
    // Moved from there to another one, and only then to where it was seen.
    const again = { ...here, systemIdentifier: '4' };
    expect(isReplaced(found, { ...moved, movedFrom: [here, again] })).toBe(true);
    expect(isReplaced(found, { ...moved, movedFrom: [again] })).toBe(false);
  });

  it('is none where it is another server, or was said to be restored since', () => {
    expect(isReplaced(found, { ...seen, systemIdentifier: '3' })).toBe(false);
    expect(isReplaced({ ...found, number: 3 }, seen)).toBe(false);
    expect(causeOf({ ...found, number: 3 }, seen)).toBeNull();
  });
});

it('counts what an owner reviews, and ends every token', async () => {
  const partner = await aPartner(database, store);
  await aMember(store, partner.partnerId);
  await database.query(
    `insert into api_token (id, partner_id, kind, prefix, name, role, scopes, sha256, every_organization, organization_ids, created_at, created_by, principal)
     select gen_random_uuid(), $1, 'MADE', 'kw_', 'token', 'OPERATOR', '{read}', sha256(n::text::bytea), true, '{}', now(), 'Ana', 'token:' || n from generate_series(1, 3) n`,
    [partner.partnerId],
  );
  const counts = { tokens: 3, members: 1, handOffs: 0, invitations: 0 };
  expect(await store.eras.review()).toMatchObject(counts);
  expect((await store.eras.rights()).map(({ kind, name, of }) => [kind, name, of])).toEqual([
    ['MEMBER', expect.any(String), expect.any(String)],
    ...[3, 2, 1].map(() => ['TOKEN', 'token (kw_…)', 'OPERATOR']),
  ]);
  expect(await store.eras.revokeTokens()).toBe(3);
  expect(await store.eras.review()).toMatchObject({ tokens: 0 });
  expect(await partner.store.verifyHistory(null)).toMatchObject({ ok: true });
});

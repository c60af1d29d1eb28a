/**
 * The chain: exactly as docs/reference/api.md says, append-only, and any change of a byte found and
 * placed.
 */
import { createHash } from 'node:crypto';
import { globalId } from '@keyway/core';
import { aDatabase, aPartner, type TestDatabase, type TestPartner } from '@keyway/testing';
import canonicalize from 'canonicalize';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { entryHash, GENESIS_HASH, verifyChain } from './historyChain.ts';
import type { HistoryRecord } from '../index.ts';

let database: TestDatabase;
let partner: TestPartner;
let organizationId: string;
let entries: HistoryRecord[];

beforeAll(async () => {
  database = await aDatabase();
  const store = await database.store();
  partner = await aPartner(database, store);
  organizationId = (await partner.organization()).id;
  const { run } = await partner.run(organizationId);
  await partner.play(run.id, (builder) => builder.at('submission'));
  entries = (await partner.store.history({ first: 100 }, { organizationId })).edges
    .map(({ node }) => node)
    .toReversed();
});
afterAll(() => database.close());

/** As somebody would who has nothing but what the API serves and docs/reference/api.md. */
function outsider(entry: HistoryRecord): string {
  const served = {
    previous: entry.previousHash,
    id: globalId('HistoryEntry', entry.id),
    at: entry.at,
    actor: entry.actor,
    ...(entry.principal === null ? {} : { principal: entry.principal }),
    kind: entry.kind,
    organization: entry.organizationId && globalId('Organization', entry.organizationId),
    run: entry.runId && globalId('Run', entry.runId),
    data: JSON.parse(JSON.stringify(entry.data)) as unknown,
  };
  return createHash('sha256').update(canonicalize(served)!, 'utf8').digest('hex');
}

describe('the chain', () => {
  it('can be verified by anyone with the entries', async () => {
    let previous = GENESIS_HASH;
    for (const entry of entries) {
      expect(entry.previousHash).toBe(previous);
      expect(entry.hash).toBe(outsider(entry));
      expect(entry.at).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/);
      previous = entry.hash;
    }
    expect(entries.length).toBeGreaterThan(10);
    expect(await partner.store.verifyHistory(organizationId)).toMatchObject({
      ok: true,
      entries: entries.length,
      brokenAt: null,
    });
    expect(verifyChain(entries)).toEqual({ ok: true, entries: entries.length, brokenAt: null });
  });

  it.each([
    'at',
    'actor',
    'principal',
    'kind',
    'organizationId',
    'runId',
    'data',
    'previousHash',
    'hash',
  ] as const)('finds and places a changed %s', (field) => {
    const place = 7;
    const changed = entries.map((entry, index) =>
      index === place
        ? { ...entry, [field]: field === 'data' ? { x: 1 } : entries[1]![field] + 'x' }
        : entry,
    );
    expect(verifyChain(changed)).toMatchObject({ ok: false, brokenAt: entries[place]!.id });
  });

  it('finds a missing, an added and a moved entry', () => {
    expect(verifyChain(entries.filter((_, index) => index !== 4))).toMatchObject({
      ok: false,
      brokenAt: entries[5]!.id,
    });
    expect(verifyChain(entries.slice(1))).toMatchObject({ ok: false, brokenAt: entries[1]!.id });
    expect(verifyChain([...entries.slice(0, 3), entries[1]!, ...entries.slice(3)])).toMatchObject({
      ok: false,
      brokenAt: entries[1]!.id,
    });
    expect(verifyChain([entries[1]!, entries[0]!, ...entries.slice(2)])).toMatchObject({
      ok: false,
      brokenAt: entries[1]!.id,
    });
  });

  it('keeps what it hashes in its canonical form, so that the database itself can verify it', async () => {
    const kept = await database.query<{ data: string }>(
      'select data::text as data from history_entry where chain_id = $1 order by seq',
      [organizationId],
    );
    expect(kept.map(({ data }) => data)).toEqual(entries.map(({ data }) => canonicalize(data)));
  });

  it('cannot be changed or cut, not even by the owner of the table', async () => {
    const statements = [
      'update history_entry set actor = $1',
      'delete from history_entry where actor <> $1',
    ];
    for (const statement of statements)
      await expect(database.query(statement, ['x'])).rejects.toThrow(/append-only/);
    await expect(database.query('truncate history_entry')).rejects.toThrow(/append-only/);
  });

  it('is found broken where somebody got around that', async () => {
    await database.query('alter table history_entry disable trigger user');
    const { id } = entries[9]!;
    const restore = JSON.stringify(entries[9]!.data);
    const other = (await partner.organization()).id;
    const changes: [string, unknown][] = [
      ['data', '{"x":1}'],
      ['at', new Date(Date.parse(entries[9]!.at) + 1)],
      ['actor', `${entries[9]!.actor} `],
      ['principal', 'member:00000000-0000-4000-8000-000000000000'],
      ['principal_hashed', false],
      ['kind', 'stepAttested '],
      ['run_id', null],
      ['organization_id', other],
      ['previous_hash', entries[9]!.previousHash.toUpperCase()],
      ['hash', entries[9]!.hash.toUpperCase()],
    ];
    for (const [column, value] of changes) {
      const [kept] = await database.query<{ value: unknown }>(
        `select ${column} as value from history_entry where id = $1`,
        [id],
      );
      await database.query(`update history_entry set ${column} = $2 where id = $1`, [id, value]);
      expect(await partner.store.verifyHistory(organizationId), column).toMatchObject({
        ok: false,
        entries: 9,
        brokenAt: id,
      });
      const back = column === 'data' ? restore : kept!.value;
      await database.query(`update history_entry set ${column} = $2 where id = $1`, [id, back]);
    }
    expect(await partner.store.verifyHistory(organizationId)).toMatchObject({
      ok: true,
      entries: entries.length,
      brokenAt: null,
    });
  });

  it('is verified as before where data was not kept in its canonical form', async () => {
    const reversed = (value: object): string =>
      JSON.stringify(Object.fromEntries(Object.entries(value).toReversed()), null, 1);
    for (const { id, data } of entries.slice(0, 12)) {
      await database.query('update history_entry set data = $2 where id = $1', [
        id,
        reversed(data as object),
      ]);
    }
    expect(await partner.store.verifyHistory(organizationId)).toMatchObject({
      ok: true,
      entries: entries.length,
      brokenAt: null,
    });
    await database.query('update history_entry set data = $2 where id = $1', [
      entries[10]!.id,
      '{"x": 1}',
    ]);
    expect(await partner.store.verifyHistory(organizationId)).toMatchObject({
      ok: false,
      entries: 10,
      brokenAt: entries[10]!.id,
    });
    await database.query('update history_entry set data = $2 where id = $1', [
      entries[10]!.id,
      reversed(entries[10]!.data as object),
    ]);
  });

  it('verifies entries from before the hash covered the principal, and serves none of theirs', async () => {
    let previous = entries[2]!.hash;
    for (const entry of entries.slice(3)) {
      const hash = entryHash({ ...entry, principal: null, previousHash: previous });
      await database.query(
        'update history_entry set principal_hashed = false, previous_hash = $2, hash = $3 where id = $1',
        [...[entry.id, previous, hash]],
      );
      previous = hash;
    }
    await database.query('update chain_head set hash = $2 where chain_id = $1', [
      organizationId,
      previous,
    ]);
    expect(await partner.store.verifyHistory(organizationId)).toMatchObject({
      ok: true,
      entries: entries.length,
      brokenAt: null,
    });
    const mixed = (await partner.store.history({ first: 100 }, { organizationId })).edges
      .map(({ node }) => node)
      .toReversed();
    expect(mixed.map(({ principal }) => principal === null)).toEqual(
      entries.map((_, index) => index >= 3),
    );
    for (const entry of mixed) expect(entry.hash).toBe(outsider(entry));
    // Claiming a principal afterwards does not pass.
    await database.query('update history_entry set principal_hashed = true where id = $1', [
      entries[5]!.id,
    ]);
    expect(await partner.store.verifyHistory(organizationId)).toMatchObject({
      ok: false,
      entries: 5,
      brokenAt: entries[5]!.id,
    });
    await database.query('update history_entry set principal_hashed = false where id = $1', [
      entries[5]!.id,
    ]);
  });

  it('is found broken where an entry or its end is missing', async () => {
    // All but the generated columns.
    const written = `id, position, partner_id, organization_id, run_id, chain_id, seq, at, actor, principal, principal_hashed, kind, data, previous_hash, hash`;
    const [gone] = await database.query<{ row: string }>(
      'select to_json(h)::text as row from history_entry h where id = $1',
      [entries[4]!.id],
    );
    await database.query('delete from history_entry where id = $1', [entries[4]!.id]);
    expect(await partner.store.verifyHistory(organizationId)).toMatchObject({
      ok: false,
      entries: 4,
      brokenAt: entries[5]!.id,
    });
    await database.query(
      `insert into history_entry (${written}) overriding system value select ${written} from json_populate_record(null::history_entry, $1::json)`,
      [gone!.row],
    );
    expect(await partner.store.verifyHistory(organizationId)).toMatchObject({ ok: true });
    // A cut end shows by the head, which is kept apart.
    await database.query('delete from history_entry where id = $1', [entries.at(-1)!.id]);
    expect(await partner.store.verifyHistory(organizationId)).toMatchObject({
      ok: false,
      brokenAt: entries.at(-2)!.id,
    });
  });
});

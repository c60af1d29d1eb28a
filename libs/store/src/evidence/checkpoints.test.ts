/**
 * Signed checkpoints: each follows the one before it, whoever writes them, and what was signed
 * stays.
 */
import { parseGlobalId } from '@keyway/core';
import {
  CheckpointVerifier,
  EvidenceKeyring,
  parseKeySet,
  readCheckpoint,
  type Checkpoint,
} from '@keyway/evidence';
import {
  aDatabase,
  anOccurrence,
  aPartner,
  type TestDatabase,
  type TestPartner,
} from '@keyway/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Store } from '../index.ts';

let database: TestDatabase;
let store: Store;
let partner: TestPartner;
beforeAll(async () => {
  database = await aDatabase();
  store = await database.store();
  partner = await aPartner(database, store, 'Partner');
});
afterAll(() => database.close());

const AGES = { grownSeconds: 3600, unchangedSeconds: 86_400 };
const FIRST = '00000000-0000-0000-0000-000000000000';

async function checkpointsOf(organizationId: string | null, of = partner): Promise<string[]> {
  const all: string[] = [];
  for await (const batch of of.store.checkpoints(organizationId)) all.push(...batch);
  return all;
}
async function payloads(organizationId: string | null): Promise<Checkpoint[]> {
  const keyring = new EvidenceKeyring(await store.system().evidenceKeys.publicKeys());
  const verifier = new CheckpointVerifier(keyring);
  return (await checkpointsOf(organizationId)).map((jws) => {
    expect(verifier.add(jws)).toHaveProperty('checkpoint');
    const read = readCheckpoint(jws, keyring);
    if ('problem' in read) throw new Error(read.problem);
    return read.checkpoint;
  });
}
const comment = (organizationId: string | null): Promise<unknown> =>
  partner.store.mutate({ principal: 'p', operation: 't', input: null }, (unit) =>
    unit.history.append(organizationId, 'evidenceExported', {}, anOccurrence()),
  );

describe('the key', () => {
  it('is made once, though several processes need it at once', async () => {
    const stores = await Promise.all([1, 2, 3, 4].map(() => database.store()));
    const kids = await Promise.all(
      stores.map(async (one) => (await one.system().evidenceKeys.obtain()).kid),
    );
    expect(new Set(kids).size).toBe(1);
    expect((await store.system().evidenceKeys.publicKeys()).keys).toHaveLength(1);
  });

  it('is replaced once, also by several at once, and its public part is kept', async () => {
    const stores = await Promise.all([1, 2, 3].map(() => database.store()));
    const before = await store.system().evidenceKeys.publicKeys();
    await database.query(`update evidence_key set created_at = now() - interval '400 days'`);
    const kids = await Promise.all(
      stores.map(async (one) => (await one.system().evidenceKeys.obtain()).kid),
    );
    expect(new Set(kids).size).toBe(1);
    const { keys } = await store.system().evidenceKeys.publicKeys();
    expect(keys.map(({ kid }) => kid)).toEqual([kids[0], before.keys[0]!.kid]);
    expect(parseKeySet(JSON.stringify({ keys }))!.keys).toEqual(keys);
    const retired = await database.query(
      'select sealed from evidence_key where retired_at is not null',
    );
    expect(retired).toEqual([{ sealed: null }]);
    await expect(database.query('delete from evidence_key')).rejects.toThrow('append-only');
  });

  it('is retired by an operator, and another one is made when it is needed', async () => {
    const { evidenceKeys } = store.system();
    const { kid } = await evidenceKeys.obtain();
    expect(await evidenceKeys.retire()).toBe(kid);
    const next = await evidenceKeys.obtain();
    expect(next.kid).not.toBe(kid);
    const { keys } = await evidenceKeys.publicKeys();
    expect(keys.slice(0, 2).map((key) => key.kid)).toEqual([next.kid, kid]);
  });

  it('is in no table in the clear', async () => {
    const { privateKey } = await store.system().evidenceKeys.obtain();
    const { d } = privateKey.export({ format: 'jwk' });
    const raw = Buffer.from(d!, 'base64url').toString('hex');
    const [row] = await database.query<{ text: string }>(
      `select string_agg(k::text, ' ') as text from evidence_key k`,
    );
    expect(row!.text).not.toContain(raw);
    expect(row!.text).not.toContain(d);
  });
});

describe('checkpoints', () => {
  it('cover what was written before, and are written once', async () => {
    const { id } = await partner.organization();
    await store.checkpoints.cover(partner.of(id));
    await store.checkpoints.cover(partner.of(id));
    await comment(id);
    await store.checkpoints.cover(partner.of(id));
    const all = await payloads(id);
    expect(all.map(({ number, entries }) => [number, entries])).toEqual([
      [1, 1],
      [2, 2],
    ]);
    const [last] = await database.query<{ id: string; hash: string }>(
      'select id, hash from history_entry where chain_id = $1 order by seq desc limit 1',
      [id],
    );
    expect(all[1]).toMatchObject({ hash: last!.hash });
    expect(parseGlobalId('HistoryEntry', all[1]!.entry)).toBe(last!.id);
    expect(parseGlobalId('Organization', all[1]!.organization!)).toBe(id);
  });

  it('are one sequence, though many are written at once while history grows', async () => {
    const { id } = await partner.organization();
    const others = await Promise.all([1, 2].map(() => database.store()));
    await Promise.all(
      Array.from({ length: 12 }, async (_, index) => {
        await comment(id);
        await (others[index % 2] ?? store).checkpoints.cover(partner.of(id));
        await store.checkpoints.coverDue(FIRST, { grownSeconds: 0, unchangedSeconds: 0 });
      }),
    );
    const all = await payloads(id);
    expect(all.at(-1)!.entries).toBe(13);
  });

  it('are refused where they cover less, leave a gap, or are there, and never changed', async () => {
    const { id } = await partner.organization();
    await comment(id);
    await store.checkpoints.cover(partner.of(id));
    const insert = (number: number, seq: number) =>
      database.query(
        `insert into checkpoint (chain_id, number, partner_id, organization_id, seq, at, jws)
         values ($1, $2, $3, $1, $4, now() + interval '1 hour', 'x')`,
        [id, number, partner.partnerId, seq],
      );
    await expect(insert(2, 1)).rejects.toThrow('covers less');
    await expect(insert(3, 2)).rejects.toThrow('covers less');
    await expect(insert(1, 2)).rejects.toThrow('checkpoint_pkey');
    for (const statement of [
      `update checkpoint set jws = 'x'`,
      'delete from checkpoint',
      'truncate checkpoint',
    ])
      await expect(database.query(statement)).rejects.toThrow('append-only');
  });

  it('are written of every chain, the partner’s too, once it has none or has grown', async () => {
    const { id } = await partner.organization();
    await comment(null);
    const due = async (ages = AGES): Promise<void> => {
      await store.checkpoints.coverDue(FIRST, ages);
    };
    await due();
    expect(await checkpointsOf(id)).toHaveLength(1);
    expect(await checkpointsOf(null)).toHaveLength(1);
    await comment(id);
    await due();
    expect(await checkpointsOf(id)).toHaveLength(1);
    await due({ ...AGES, grownSeconds: 0 });
    await due({ ...AGES, grownSeconds: 0 });
    expect(await checkpointsOf(id)).toHaveLength(2);
    await due({ ...AGES, unchangedSeconds: 0 });
    const all = await payloads(id);
    expect(all.map(({ entries }) => entries)).toEqual([1, 2, 2]);
  });

  it('are none of a chain that does not end where it was signed', async () => {
    const { id } = await partner.organization();
    await comment(id);
    await store.checkpoints.cover(partner.of(id));
    await database.query('alter table history_entry disable trigger all');
    await database.query('delete from history_entry where chain_id = $1 and seq = 2', [id]);
    await database.query(
      'update chain_head set seq = 1, hash = (select hash from history_entry where chain_id = $1) where chain_id = $1',
      [id],
    );
    await database.query('alter table history_entry enable trigger all');
    await expect(store.checkpoints.cover(partner.of(id))).rejects.toThrow('was changed');
    await store.checkpoints.coverDue(FIRST, { grownSeconds: 0, unchangedSeconds: 0 });
    expect(await checkpointsOf(id)).toHaveLength(1);
  });
});

describe('verification', () => {
  it('finds history that was rewritten with all its hashes, and an end that was cut off', async () => {
    const organizations = [await partner.organization(), await partner.organization()];
    for (const { id } of organizations) {
      await comment(id);
      await store.checkpoints.cover(partner.of(id));
      expect(await partner.store.verifyHistory(id)).toMatchObject({
        ...{ ok: true, entries: 2, brokenAt: null },
        checkpoints: { count: 1, valid: true, lastEntries: 2 },
      });
    }
    await database.query('alter table history_entry disable trigger all');
    const [rewritten, cut] = organizations.map(({ id }) => id) as [string, string];
    // Another first entry, hashed again, and the second one after it.
    await rewrite(rewritten);
    await database.query('delete from history_entry where chain_id = $1 and seq = 2', [cut]);
    await database.query(
      'update chain_head set seq = 1, hash = (select hash from history_entry where chain_id = $1) where chain_id = $1',
      [cut],
    );
    await database.query('alter table history_entry enable trigger all');
    for (const id of [rewritten, cut])
      expect(await partner.store.verifyHistory(id)).toMatchObject({
        ok: false,
        checkpoints: { valid: false, brokenAt: 1, problem: 'otherHistory' },
      });
  });
});

/** As whoever holds the database could, with Keyway’s own code. */
async function rewrite(chainId: string): Promise<void> {
  const { entryHash, GENESIS_HASH } = await import('../history/historyChain.ts');
  const rows = await database.query<{
    id: string;
    at: Date;
    actor: string;
    principal: string;
    kind: string;
    data: unknown;
  }>(
    'select id, at, actor, principal, kind, data from history_entry where chain_id = $1 order by seq',
    [chainId],
  );
  let previousHash = GENESIS_HASH;
  for (const row of rows) {
    const actor = `Not ${row.actor}`;
    const at = row.at.toISOString();
    const entry = { ...row, at, actor, organizationId: chainId, runId: null, previousHash };
    const hash = entryHash(entry);
    await database.query(
      'update history_entry set actor = $2, previous_hash = $3, hash = $4 where id = $1',
      [row.id, actor, previousHash, hash],
    );
    previousHash = hash;
  }
  await database.query('update chain_head set hash = $2 where chain_id = $1', [
    chainId,
    previousHash,
  ]);
}

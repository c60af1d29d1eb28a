/** Archived organizations go after their period, as a whole; what proves what was done stays. */
import { globalId, sha256Hex } from '@keyway/core';
import { EvidenceKeyring, readCheckpoint } from '@keyway/evidence';
import {
  aDatabase,
  anOccurrence,
  aPartner,
  type TestDatabase,
  type TestPartner,
} from '@keyway/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Store } from '../index.ts';
import { ageArchived, anArchived, archive, restore } from '../testing/anArchived.ts';
import { ORGANIZATION_TABLES } from './deleteMarked.ts';

let database: TestDatabase;
let store: Store;
let sweeping: Store;
let partner: TestPartner;
beforeAll(async () => {
  database = await aDatabase();
  store = await database.store();
  sweeping = await database.store({ retention: { archivedDays: 30 } });
  partner = await aPartner(database, store);
});
afterAll(() => database.close());

const request = { principal: 'member:Olu', operation: 'test', input: null };
const isThere = async (id: string): Promise<boolean> =>
  (await database.query('select from organization where id = $1', [id])).length > 0;

const archived = (options = {}) => anArchived(database, partner, options);

interface Entry {
  id: string;
  seq: number;
  hash: string;
  data: Record<string, unknown>;
}
const deletionsOf = (partnerId: string, id: string): Promise<Entry[]> =>
  database.query(
    `select id, seq::int, hash, data from history_entry where chain_id = $1 and kind = 'organizationDeleted'
       and data->>'organizationId' = $2`,
    [partnerId, globalId('Organization', id)],
  );
const headOf = async (id: string) =>
  (
    await database.query<{ seq: number; hash: string }>(
      'select seq::int, hash from chain_head where chain_id = $1',
      [id],
    )
  )[0]!;

/** Tables with a row of the organization. */
async function tablesWith(id: string): Promise<string[]> {
  const tables = await database.query<{ name: string }>(
    `select c.relname as name from pg_class c join pg_attribute a on a.attrelid = c.oid
     where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and a.attname = 'organization_id' order by 1`,
  );
  const found: string[] = [];
  for (const { name } of tables)
    if ((await database.query(`select from ${name} where organization_id = $1`, [id])).length > 0)
      found.push(name);
  return found;
}

describe('what is deleted', () => {
  it('is the organization with all that belongs to it, recorded before in the partner’s history', async () => {
    const { id, imsOrgId, runId } = await archived();
    const { AEP: aep, CJA: cja } = (await partner.store.run(runId))!.run.tracks;
    const { seq, hash } = await headOf(id);
    await sweeping.system().sweep();

    expect(await isThere(id)).toBe(false);
    expect(await tablesWith(id)).toEqual([
      'approval_evidence',
      'checkpoint',
      'organization_deletion',
    ]);
    expect(await database.query('select from run where id = $1', [runId])).toEqual([]);
    expect(await database.query('select from history_entry where chain_id = $1', [id])).toEqual([]);
    const [entry, ...others] = await deletionsOf(partner.partnerId, id);
    expect(others).toEqual([]);
    expect(entry!.data).toMatchObject({
      ...{ name: 'Contoso', imsOrgId, entries: seq, lastHash: hash },
      archivedBy: expect.any(String) as string,
      submitted: [
        {
          ...{ runId: globalId('Run', runId), track: 'AEP' },
          ...{ approvedBy: aep.approval!.decidedBy!.name, approvedAt: aep.approval!.decidedAt },
          ...{ evidenceHash: aep.approval!.evidenceHash, sentAt: aep.submission!.sentAt },
          ...{ submissionId: aep.submission!.id, reportedStatus: 'COMPLETED' },
        },
        {
          ...{ track: 'CJA', approvedAt: cja.approval!.decidedAt },
          ...{ evidenceHash: cja.approval!.evidenceHash, caseNumber: cja.ticket!.caseNumber },
          confirmedBy: cja.confirmation!.confirmedBy,
        },
      ],
    });
    expect(await partner.store.verifyHistory(null)).toMatchObject({ ok: true, brokenAt: null });
    expect(await partner.store.verifyHistory(id)).toMatchObject({ ok: true, entries: 0 });
    // The same organization can be added again, with a history of its own.
    const again = await partner.organization({ imsOrgId });
    expect(await partner.store.verifyHistory(again.id)).toMatchObject({ ok: true, entries: 1 });
  });

  it('leaves what was approved, and checkpoints that others keep stay explained', async () => {
    const { id } = await archived();
    // Before the end: what somebody keeps outside may be older than the last entry.
    const evidence = () =>
      database.query<{ hash: string; evidence: string }>(
        'select hash, evidence from approval_evidence where organization_id = $1 order by at',
        [id],
      );
    const approved = await evidence();
    await store.checkpoints.cover(partner.of(id));
    const outside: string[] = [];
    for await (const batch of partner.store.checkpoints(id)) outside.push(...batch);
    const { seq, hash } = await headOf(id);
    await sweeping.system().sweep();

    const keyring = new EvidenceKeyring(await store.system().evidenceKeys.publicKeys());
    const [entry] = await deletionsOf(partner.partnerId, id);
    const recorded = readCheckpoint(String(entry!.data['checkpoint']), keyring);
    expect(recorded).toMatchObject({ checkpoint: { entries: seq, hash } });
    expect(outside.at(-1)).toBe(entry!.data['checkpoint']);
    expect(entry!.data['lastHash']).toBe(hash);
    const kept = await database.query<{ jws: string }>(
      'select jws from checkpoint where chain_id = $1 order by number',
      [id],
    );
    expect(kept.map(({ jws }) => jws)).toEqual(outside);
    expect(await evidence()).toEqual(approved);
    const recordedHashes = (entry!.data['submitted'] as { evidenceHash: string }[]).map(
      ({ evidenceHash }) => evidenceHash,
    );
    expect(approved.map((row) => sha256Hex(row.evidence))).toEqual(recordedHashes);
    // Whoever asks for it finds no organization.
    const found: string[] = [];
    for await (const batch of partner.store.checkpoints(id)) found.push(...batch);
    expect(found).toEqual([]);
  });

  it('goes in batches, whoever sweeps at the same time, and is recorded once', async () => {
    const { id } = await archived();
    await database.query(
      `insert into history_entry (id, partner_id, organization_id, chain_id, seq, at, actor, principal, principal_hashed, kind, data, previous_hash, hash)
       select gen_random_uuid(), h.partner_id, h.organization_id, h.chain_id, h.seq + n, h.at, 'x', 'x', true, 'commentAdded', '{}', h.hash, h.seq + n
       from chain_head h, generate_series(1, 3500) n where h.chain_id = $1`,
      [id],
    );
    await database.query(
      'update chain_head set seq = seq + 3500, hash = (seq + 3500)::text where chain_id = $1',
      [id],
    );
    const others = await Promise.all(
      [1, 2].map(() => database.store({ retention: { archivedDays: 30 } })),
    );
    await Promise.all([sweeping, ...others].map((one) => one.system().sweep()));
    // What another one held when it was passed over goes with the next pass.
    await sweeping.system().sweep();
    expect(await isThere(id)).toBe(false);
    expect(await deletionsOf(partner.partnerId, id)).toHaveLength(1);
    await Promise.all(others.map((one) => one.close()));
  });

  it('is recorded too where what was approved is too long for an entry', async () => {
    const { id } = await partner.organization({ name: 'Verbose' });
    const { run } = await partner.run(id);
    await partner.play(run.id, (builder) => {
      builder.completed();
      for (const event of builder.events)
        if (event.kind === 'approvalGranted') event.data.comment = 'x'.repeat(700_000);
    });
    await archive(partner, id);
    await ageArchived(database, id, 31);
    const { seq, hash } = await headOf(id);
    await sweeping.system().sweep();
    expect(await isThere(id)).toBe(false);
    const [entry] = await deletionsOf(partner.partnerId, id);
    expect(entry!.data).toMatchObject({
      ...{ name: 'Verbose', entries: seq, lastHash: hash },
      submitted: { omitted: { bytes: expect.any(Number) as number } },
    });
    expect(await partner.store.verifyHistory(null)).toMatchObject({ ok: true });
  });

  it('goes too where another one can’t be deleted, which is said', async () => {
    const [first, second] = [await archived(), await archived()];
    await database.query(
      `create function refuse_one() returns trigger language plpgsql as $$ begin raise exception 'not this one'; end $$`,
    );
    await database.query(
      `create trigger refuse_one before delete on run for each row when (old.organization_id = '${first.id}') execute function refuse_one()`,
    );
    await expect(sweeping.system().sweep()).rejects.toThrow('were not deleted');
    expect([await isThere(first.id), await isThere(second.id)]).toEqual([true, false]);
    await database.query('drop trigger refuse_one on run');
    await sweeping.system().sweep();
    expect(await isThere(first.id)).toBe(false);
  });

  it('names every table that has rows of an organization', async () => {
    const tables = await database.query<{ name: string }>(
      `select c.relname as name from pg_class c join pg_attribute a on a.attrelid = c.oid
       where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and a.attname = 'organization_id' order by 1`,
    );
    const stay = ['approval_evidence', 'checkpoint', 'checkpoint_renewal', 'organization_deletion'];
    const last = ['chain_head', 'data_key'];
    // Sent, or about to be: it goes with its last delivery.
    const sent = ['webhook_message'];
    expect(tables.map(({ name }) => name)).toEqual(
      [...ORGANIZATION_TABLES, ...stay, ...last, ...sent].toSorted(),
    );
    const hidden = await database.query<{ name: string }>(
      `select tablename as name from pg_policies where policyname = 'being_deleted' order by 1`,
    );
    expect(hidden.map(({ name }) => name)).toEqual(
      tables
        .map(({ name }) => name)
        .filter((name) => !['organization_deletion', 'chain_head'].includes(name))
        .concat('organization')
        .toSorted(),
    );
  });
});

describe('while it is deleted', () => {
  it('nobody sees half of it, and another process completes it', async () => {
    const { id, runId, name, imsOrgId } = await archived({ name: 'Halfway' });
    await database.holding(`select from run where id = '${runId}' for update`, async () => {
      await sweeping.system().sweep();
      expect(await isThere(id)).toBe(true);
      expect(await database.query('select from history_entry where chain_id = $1', [id])).toEqual(
        [],
      );
      const { store: seen } = partner;
      expect(await seen.organization(id)).toBeNull();
      expect(await seen.run(runId)).toBeNull();
      const archived = await seen.organizations({ first: 50 }, { text: name, archived: true });
      expect(archived.edges).toEqual([]);
      expect((await seen.runs({ first: 50 }, { organizationIds: [id] })).edges).toEqual([]);
      expect((await seen.history({ first: 50 }, { organizationId: id })).edges).toEqual([]);
      expect((await seen.verifyHistory(id)).entries).toBe(0);
      expect(await restore(partner, id)).toMatchObject({
        result: { refusal: { code: 'NOT_FOUND' } },
      });
      const twice = await seen.mutate(request, (unit) =>
        unit.organizations.create(
          {
            ...{ name, imsOrgId, cloud: 'AZURE', region: 'VA7', shield: 'HEALTHCARE_SHIELD' },
            ...{ ownsCja: false, azureTenantId: null },
          },
          anOccurrence(),
        ),
      );
      expect(twice).toMatchObject({ result: { refusal: { code: 'CONFLICT' } } });
    });
    // Without a period, too: it was recorded as deleted.
    const other = await database.store();
    await other.system().sweep();
    expect(await isThere(id)).toBe(false);
    await other.close();
  });

  it('the workers write nothing to its chain', async () => {
    const { id, runId } = await archived();
    await database.holding(`select from run where id = '${runId}' for update`, async () => {
      await sweeping.system().sweep();
      const before = await headOf(id);
      const restored = await database.store({ isRestored: true });
      while ((await restored.eras.announce()) > 0);
      await restored.close();
      await store.checkpoints.coverDue('00000000-0000-0000-0000-000000000000', {
        ...{ grownSeconds: 0, unchangedSeconds: 0 },
      });
      expect(await headOf(id)).toEqual(before);
      expect(await database.query('select from history_entry where chain_id = $1', [id])).toEqual(
        [],
      );
    });
    await sweeping.system().sweep();
    expect(await isThere(id)).toBe(false);
    expect(await partner.store.verifyHistory(null)).toMatchObject({ ok: true });
  });
});

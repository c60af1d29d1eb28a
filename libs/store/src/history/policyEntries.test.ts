/** One change of a policy is listed once, across pages, for whoever sees a part of it. */
import { randomUUID } from 'node:crypto';
import type { EventActor, Policy } from '@keyway/core';
import {
  aDatabase,
  anOccurrence,
  aPartner,
  requireAccepted,
  requireDone,
  type TestDatabase,
  type TestPartner,
} from '@keyway/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { PartnerStore, Store } from '../index.ts';
import type { HistoryFilter, HistoryRecord } from './historyRecord.ts';

let database: TestDatabase;
let store: Store;
beforeAll(async () => {
  database = await aDatabase();
  store = await database.store();
});
afterAll(() => database.close());

const aMaker = (name: string): EventActor => ({
  principal: `member:${name}`,
  name,
  origin: 'console',
});
const ANA = aMaker('Ana');
const OMAR = aMaker('Omar');
const set = async (
  partner: TestPartner,
  organizationId: string | null,
  change: Partial<Policy>,
  actor: EventActor = ANA,
  inherit = false,
): Promise<unknown> =>
  requireAccepted(
    await partner.store.mutate({ principal: 'p', operation: 't', input: null }, async (unit) =>
      requireDone(
        await unit.policies.set({ organizationId, change, inherit }, { ...anOccurrence(), actor }),
      ),
    ),
  );
const apply = () => store.system().applyPolicyChanges();
const aRunOf = async (partner: TestPartner) => {
  const { id } = await partner.organization();
  return { organizationId: id, runId: (await partner.run(id)).run.id };
};
const CHANGES = { kind: ['policyChanged'], oncePerChange: true };

/** Every entry of a list, read in pages of this size. */
async function listed(
  view: PartnerStore,
  filter: HistoryFilter = CHANGES,
  first = 100,
): Promise<HistoryRecord[]> {
  const found: HistoryRecord[] = [];
  for (let after: string | null = null; ;) {
    const { edges, hasNextPage } = await view.history({ first, after }, filter);
    expect(edges.length).toBe(hasNextPage ? first : edges.length);
    found.push(...edges.map(({ node }) => node));
    if (!hasNextPage) return found;
    after = edges.at(-1)!.cursor;
  }
}
const limited = (partner: TestPartner, organizationIds: string[]): PartnerStore =>
  store.forPartner({ partnerId: partner.partnerId, organizationIds });
const changeOf = async (view: PartnerStore, { id }: HistoryRecord) =>
  (await view.historyChanges([id])).get(id)!;
/** The runs of the entries that a change shows. */
const runsOf = async (view: PartnerStore, entry: HistoryRecord) => {
  const { key, runs } = await changeOf(view, entry);
  const entries = await listed(view, { change: key }, 2);
  expect(entries).toHaveLength(runs);
  return entries.map(({ runId }) => runId).toSorted();
};
const where = (entries: readonly HistoryRecord[]) =>
  entries.map(({ runId, organizationId }) => runId ?? organizationId ?? 'partner');
const idsOf = (runs: readonly { runId: string }[]) => runs.map(({ runId }) => runId).toSorted();

describe('a change of the partner’s policy', () => {
  it('is one entry, which has those of its runs', async () => {
    const partner = await aPartner(database, store);
    const runs = [await aRunOf(partner), await aRunOf(partner), await aRunOf(partner)];
    await set(partner, null, { coolingOffSeconds: 3600 });
    await apply();
    const entries = await listed(partner.store);
    expect(where(entries)).toEqual(['partner']);
    expect(await runsOf(partner.store, entries[0]!)).toEqual(idsOf(runs));
    // Without the filter, and on the page of a run, nothing is missing.
    expect(await listed(partner.store, { kind: ['policyChanged'] })).toHaveLength(4);
    const ofRun = await listed(partner.store, { ...CHANGES, runId: runs[1]!.runId });
    expect(where(ofRun)).toEqual([runs[1]!.runId]);
    expect(await changeOf(partner.store, ofRun[0]!)).toMatchObject({
      runs: 3,
      first: { id: entries[0]!.id },
    });
  });

  it('shows who sees some organizations their own runs alone', async () => {
    const partner = await aPartner(database, store);
    const runs = [await aRunOf(partner), await aRunOf(partner), await aRunOf(partner)];
    await set(partner, null, { coolingOffSeconds: 3600 });
    await apply();
    await set(partner, null, { coolingOffSeconds: 7200 }, OMAR);
    await apply();
    await set(partner, null, { coolingOffSeconds: 3600 });
    await apply();
    const two = limited(
      partner,
      runs.slice(0, 2).map(({ organizationId }) => organizationId),
    );
    const entries = await listed(two, CHANGES, 1);
    expect(entries.map(({ actor }) => actor)).toEqual([
      'Ana (console)',
      'Omar (console)',
      'Ana (console)',
    ]);
    for (const entry of entries) {
      expect(await runsOf(two, entry)).toEqual(idsOf(runs.slice(0, 2)));
      expect((await changeOf(two, entry)).first.id).toBe(entry.id);
    }
    const nobody = limited(partner, []);
    expect(await listed(nobody)).toEqual([]);
    const own = (await listed(partner.store))[0]!;
    expect((await nobody.historyChanges([own.id, entries[0]!.id])).size).toBe(0);
    // Of another's change, nothing is found by its key.
    const { key } = await changeOf(partner.store, own);
    const foreign = await aPartner(database, store);
    expect(await listed(foreign.store, { change: key })).toEqual([]);
    expect(await listed(nobody, { change: key })).toEqual([]);
  });

  it('stands where an organization or a time is wanted, by the first entry of it', async () => {
    const partner = await aPartner(database, store);
    const runs = [await aRunOf(partner), await aRunOf(partner)];
    await set(partner, null, { coolingOffSeconds: 3600 });
    await apply();
    const { organizationId, runId } = runs[0]!;
    expect(where(await listed(partner.store, { ...CHANGES, organizationId }))).toEqual([runId]);
    const every = await listed(partner.store, { kind: ['policyChanged'] });
    const own = every.find((entry) => entry.runId === null)!;
    const since = new Date(Date.parse(own.at) + 1).toISOString();
    const later = every.filter(({ at }) => at >= since);
    expect(later.length).toBeGreaterThan(1);
    expect(await listed(partner.store, { ...CHANGES, since })).toEqual([later.at(-1)]);
  });

  it('is not mixed with another, of which some runs heard first', async () => {
    const partner = await aPartner(database, store);
    const [one, other] = [await aRunOf(partner), await aRunOf(partner)];
    await set(partner, null, { coolingOffSeconds: 3600 });
    // The first was reached by the change that the second never heard of.
    const kept = await database.query<{ row: string }>(
      'select to_json(c)::text as row from policy_change c where run_id = $1',
      [other.runId],
    );
    await database.query('delete from policy_change where run_id = $1', [other.runId]);
    await apply();
    await database.query(
      'insert into policy_change select * from json_populate_record(null::policy_change, $1::json)',
      [kept[0]!.row],
    );
    await set(partner, null, { coolingOffSeconds: 7200 }, OMAR);
    await apply();
    const [second, first] = await listed(partner.store);
    expect(await runsOf(partner.store, second!)).toEqual(idsOf([one, other].toSorted()));
    expect(await runsOf(partner.store, first!)).toEqual([one.runId]);
  });
});

describe('a change of an organization’s policy', () => {
  it('is one entry with its run, whatever the partner changes', async () => {
    const partner = await aPartner(database, store);
    const own = await aRunOf(partner);
    const other = await aRunOf(partner);
    await set(partner, own.organizationId, { coolingOffSeconds: 3600 });
    await set(partner, null, { coolingOffSeconds: 3600 });
    await apply();
    const seen = await listed(partner.store);
    expect(where(seen)).toEqual(['partner', own.organizationId]);
    expect(await runsOf(partner.store, seen[0]!)).toEqual([other.runId]);
    expect(await runsOf(partner.store, seen[1]!)).toEqual([own.runId]);
    const view = limited(partner, [own.organizationId, other.organizationId]);
    expect(where(await listed(view))).toEqual([other.runId, own.organizationId]);
    // It follows the partner again: nothing changed at its run.
    await set(partner, own.organizationId, {}, OMAR, true);
    const [followed] = await listed(partner.store, {
      ...CHANGES,
      organizationId: own.organizationId,
    });
    expect(await changeOf(partner.store, followed!)).toMatchObject({ runs: 0 });
  });
});

describe('hundreds of runs', () => {
  const RUNS = 500;
  /** Entries as two changes write them while one is still reaching runs, others in between. */
  async function interleaved(partner: TestPartner): Promise<void> {
    const [a, b] = [3600, 7200].map((seconds) => `{"policy":{"coolingOffSeconds":${seconds}}}`);
    const rows = Array.from({ length: RUNS * 3 }, (_, n) => ({
      n,
      run: n < 2 ? null : randomUUID(),
      kind: n % 3 < 2 ? 'policyChanged' : 'commentAdded',
      principal: n % 3 === 0 ? 'member:Ana' : 'member:Omar',
      data: n % 3 === 0 ? a : b,
    }));
    await database.query(
      `set session_replication_role = replica;
       insert into history_entry (id, partner_id, organization_id, run_id, chain_id, seq, at, actor, principal, principal_hashed, kind, data, previous_hash, hash)
       select gen_random_uuid(), p.id, case when r.run is not null then gen_random_uuid() end, r.run, case when r.run is null then p.id else gen_random_uuid() end,
         r.n + 1, now() + r.n * interval '1 ms', 'x', r.principal, true, r.kind, r.data::json, '', ''
       from json_to_recordset('${JSON.stringify(rows)}') as r(n int, run uuid, kind text, principal text, data text), partner p
       where p.id = '${partner.partnerId}' order by r.n`,
    );
  }

  it('of two changes at once are on pages without gap or repetition', async () => {
    const partner = await aPartner(database, store);
    await interleaved(partner);
    const whole = await listed(partner.store, {});
    const once = { oncePerChange: true };
    for (const size of [100, 7]) {
      const entries = await listed(partner.store, once, size);
      const wanted = whole.filter(({ runId, kind }) => runId === null || kind !== 'policyChanged');
      expect(entries.map(({ id }) => id)).toEqual(wanted.map(({ id }) => id));
    }
    const own = (await listed(partner.store)).filter(({ runId }) => runId === null);
    const found = await partner.store.historyChanges(own.map(({ id }) => id));
    expect(own.slice(0, 2).map(({ id }) => found.get(id)!.runs)).toEqual([RUNS - 1, RUNS - 1]);
    const { key } = found.get(own[0]!.id)!;
    const page = await partner.store.history({ first: 40 }, { change: key });
    const rest = await partner.store.history(
      { first: 100, after: page.edges[39]!.cursor },
      { change: key },
    );
    expect(rest.edges[0]!.node.principal).toBe('member:Omar');
    expect(rest.edges[0]!.node.seq).toBe(page.edges[39]!.node.seq - 3);
  });
});

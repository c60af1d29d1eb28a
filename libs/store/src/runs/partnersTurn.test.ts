/** Whose turn a run is while a cooling-off lasts, and after it, without a write at its end. */
import { DEFAULT_POLICY, partnersTurnFrom, type Actor } from '@keyway/core';
import { aDatabase, aPartner, type TestDatabase, type TestPartner } from '@keyway/testing';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { PartnerStore, Store } from '../index.ts';

let database: TestDatabase;
let store: Store;
let partner: TestPartner;
let id: string;
let organizationId: string;
beforeAll(async () => {
  database = await aDatabase();
  store = await database.store();
  partner = await aPartner(database, store);
  ({ id: organizationId } = await partner.organization());
  id = (await partner.run(organizationId)).run.id;
  // Customer Care has the other track.
  await partner.play(id, (builder) => builder.at('confirmation', 'CJA'));
  await partner.run((await partner.organization()).id);
});
afterAll(() => database.close());

const ends = (when: string) =>
  database.query(`update run set partner_from = now() + $2::interval where id = $1`, [id, when]);

/** By the list, its count, and the counts of the portfolio, of the run and of another one. */
async function found(view: PartnerStore, actors: Actor[]) {
  const filter = { waitingOn: actors };
  const { edges } = await view.runs({ first: 9 }, filter);
  const organizations = await view.organizations({ first: 9 }, filter);
  const { waitingOn } = await view.portfolio();
  const counted = actors.flatMap((one) => waitingOn.find(({ actor }) => actor === one) ?? []);
  const counts = [
    ...[edges.length, (await view.countRuns(filter)).count, organizations.edges.length],
    (await view.countOrganizations(filter)).count,
    Math.max(0, ...counted.map(({ count }) => count)),
  ];
  expect(new Set(counts).size).toBe(1);
  const isFound = edges.some(({ node }) => node.id === id);
  expect(await view.runMatches(id, filter)).toBe(isFound);
  return isFound;
}

it('is nobody’s until the time, and then the partner’s', async () => {
  const { run } = await partner.play(id, (builder) =>
    builder
      .apply('policyChanged', { policy: { ...DEFAULT_POLICY, coolingOffSeconds: 3600 } })
      .at('submission'),
  );
  const stored = await partner.store.run(id);
  const [row] = await database.query<{ at: Date }>(
    'select partner_from as at from run where id = $1 and partner_from_version = version',
    [id],
  );
  expect(row?.at.toISOString()).toBe(partnersTurnFrom(stored!));
  expect(run.tracks.AEP.approval?.status).toBe('approved');
  const limited = store.forPartner({
    partnerId: partner.partnerId,
    organizationIds: [organizationId],
  });
  for (const view of [partner.store, limited]) {
    await ends('1 hour');
    expect(await found(view, ['PARTNER'])).toBe(false);
    expect(await found(view, ['ADOBE'])).toBe(true);
    const { edges } = await view.runs({ first: 9 }, { waitingOn: ['PARTNER', 'ADOBE'] });
    expect(edges.map(({ node }) => node.id)).toContain(id);
    await ends('-1 second');
    expect(await found(view, ['PARTNER'])).toBe(true);
    expect(await found(view, ['ADOBE'])).toBe(true);
  }
  // The version before writes a run without it.
  await ends('1 hour');
  await database.query('update run set partner_from_version = version - 1 where id = $1', [id]);
  expect(await found(partner.store, ['PARTNER'])).toBe(true);
});

it('is the partner’s at once where the approval is gone, and is rebuilt like the rest', async () => {
  await database.query('update run set partner_from_version = version where id = $1', [id]);
  expect(await found(partner.store, ['PARTNER'])).toBe(false);
  await database.query('update run set read_models_current = false where id = $1', [id]);
  while ((await store.system().rebuildReadModels()) > 0);
  const from = async () =>
    (
      await database.query<{ at: Date | null }>(
        'select partner_from as at from run where id = $1',
        [id],
      )
    )[0]!.at;
  expect((await from())?.toISOString()).toBe(partnersTurnFrom((await partner.store.run(id))!));
  await partner.play(id, (builder) => builder.apply('policyChanged', { policy: DEFAULT_POLICY }));
  expect(await from()).toBeNull();
});

/** Owners and due dates of runs: what lists find by them, and who can become one. */
import { randomUUID } from 'node:crypto';
import { aDatabase, aMember, aPartner, type TestDatabase, type TestPartner } from '@keyway/testing';
import { enableOnlyProtections, type TenancyProtections } from '@keyway/store/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { OrganizationFilter, PartnerStore, RunFilter, Store, StoredRun } from '../index.ts';
import { InvalidCursor } from '../tenancy/refused.ts';

let database: TestDatabase;
let store: Store;
let partner: TestPartner;
let owner: { memberId: string; name: string };
const runs: Record<string, StoredRun> = {};
const past = '2020-01-01T00:00:00.000Z';
const future = '2090-01-01T00:00:00.000Z';

const assign = async (name: string, data: { owner?: typeof owner | null; dueAt?: string | null }) =>
  (runs[name] = await partner.play(runs[name]!.id, (builder) =>
    builder.apply('runAssigned', data),
  ));

beforeAll(async () => {
  database = await aDatabase();
  store = await database.store();
  partner = await aPartner(database, store);
  const { id, name } = await aMember(store, partner.partnerId, { name: 'Omar' });
  owner = { memberId: id, name };
  for (const organization of ['Cancelled', 'Late', 'Later', 'Nobody', 'Done'])
    runs[organization] = await partner.run((await partner.organization({ name: organization })).id);
  await partner.organization({ name: 'No run' });
  await assign('Late', { owner, dueAt: past });
  await assign('Later', { owner, dueAt: future });
  await assign('Done', { owner, dueAt: past });
  await assign('Cancelled', { owner, dueAt: past });
  runs.Done = await partner.play(runs.Done!.id, (builder) => builder.completed());
  await partner.play(runs.Cancelled!.id, (builder) =>
    builder.apply('runCancelled', { reason: 'x' }),
  );
});
afterAll(() => database.close());

const organizations = async (filter: OrganizationFilter) => {
  const found = await partner.store.organizations({ first: 100 }, filter);
  const { count } = await partner.store.countOrganizations(filter);
  expect(count).toBe(found.edges.length);
  return found.edges.map(({ node }) => node.name);
};
const found = async (filter: RunFilter) => {
  const { edges } = await partner.store.runSummaries({ first: 100 }, filter);
  expect((await partner.store.countRuns(filter)).count).toBe(edges.length);
  const whole = await partner.store.runs({ first: 100 }, filter);
  expect(whole.edges.map(({ node }) => [node.owner, node.dueAt])).toEqual(
    edges.map(({ node }) => [node.owner, node.dueAt]),
  );
  for (const [name, { id }] of Object.entries(runs))
    expect([name, await partner.store.runMatches(id, filter)]).toEqual([
      name,
      edges.some(({ node }) => node.id === id),
    ]);
  return Object.keys(runs)
    .filter((name) => edges.some(({ node }) => node.id === runs[name]!.id))
    .toSorted();
};

describe('lists', () => {
  it('show owner and due date from the row and from the state alike', async () => {
    const [late] = (
      await partner.store.runSummaries(
        { first: 1 },
        { organizationIds: [runs.Late!.organizationId] },
      )
    ).edges;
    expect(late!.node).toMatchObject({ owner, dueAt: past, run: null });
    expect(runs.Late).toMatchObject({ owner, dueAt: past });
  });

  it('find runs by owner and by what is late', async () => {
    expect(await found({ ownerId: owner.memberId })).toEqual([
      'Cancelled',
      'Done',
      'Late',
      'Later',
    ]);
    expect(await found({ ownerId: randomUUID() })).toEqual([]);
    expect(await found({ ownerId: '' })).toEqual([]);
    expect(await found({ overdue: true })).toEqual(['Late']);
    expect(await found({ overdue: false })).toEqual(['Cancelled', 'Done', 'Later', 'Nobody']);
    expect(await found({ overdue: true, ownerId: owner.memberId })).toEqual(['Late']);
  });

  it('find what nobody is responsible for', async () => {
    expect(await found({ unassigned: true })).toEqual(['Nobody']);
    expect(await found({ unassigned: false })).toEqual(['Cancelled', 'Done', 'Late', 'Later']);
    expect(await found({ unassigned: true, ownerId: owner.memberId })).toEqual([]);
    expect(await organizations({ unassigned: true })).toEqual(['Nobody']);
    expect(await organizations({ unassigned: true, runStatus: ['CANCELLED'] })).toEqual([]);
    expect(await organizations({ unassigned: false })).toEqual([
      ...['Cancelled', 'Done', 'Late', 'Later', 'No run'],
    ]);
  });

  it('find organizations by their current run, and by their IDs', async () => {
    const { memberId: ownerId } = owner;
    expect(await organizations({ ownerId })).toEqual(['Done', 'Late', 'Later']);
    expect(await organizations({ ownerId, runStatus: ['CANCELLED'] })).toEqual([]);
    expect(await organizations({ overdue: true })).toEqual(['Late']);
    expect(await organizations({ overdue: false })).toEqual([
      ...['Cancelled', 'Done', 'Later', 'No run', 'Nobody'],
    ]);
    expect(await organizations({ overdue: false, runStatus: ['CANCELLED'] })).toEqual([
      'Cancelled',
    ]);
    const ids = [runs.Done!.organizationId, 'nonsense', randomUUID()];
    expect(await organizations({ ids })).toEqual(['Done']);
    expect(await organizations({ ids: [] })).toEqual([]);
  });

  it('find what has been without progress for so long by the database’s clock', async () => {
    expect(await found({ stuckForSeconds: 0 })).toEqual(['Late', 'Later', 'Nobody']);
    expect(await found({ stuckForSeconds: 3600 })).toEqual([]);
    expect(await organizations({ stuckForSeconds: 0 })).toEqual(['Late', 'Later', 'Nobody']);
    expect(await organizations({ stuckForSeconds: 3600 })).toEqual([]);
    await database.query(`update run set started_at = started_at - interval '2 h' where id = $1`, [
      runs.Late!.id,
    ]);
    await database.query(`update run_step set since = since - interval '2 h' where run_id = $1`, [
      runs.Late!.id,
    ]);
    expect(await found({ stuckForSeconds: 3600 })).toEqual(['Late']);
    expect(await organizations({ stuckForSeconds: 3600 })).toEqual(['Late']);
    const soon = new Date(Date.now() + 60_000).toISOString();
    expect(await found({ stuckForSeconds: 3600, stuckSince: soon })).toEqual(['Late']);
  });
});

const NETS: TenancyProtections[] = ['both', 'policies', 'filters'];
/** Page by page: the order must not depend on how long a page is. */
async function byDue(view: PartnerStore, first: number, filter: OrganizationFilter = {}) {
  const names: string[] = [];
  for (let after: string | null = null; ;) {
    const page = await view.organizations({ first, after }, filter, 'DUE');
    names.push(...page.edges.map(({ node }) => node.name));
    if (!page.hasNextPage) return names;
    after = page.edges.at(-1)!.cursor;
  }
}
describe.each(NETS)('organizations by due day, with %s', (nets) => {
  let putBack: () => unknown;
  beforeAll(async () => {
    putBack = await enableOnlyProtections(nets, database.query);
  });
  afterAll(() => putBack());

  it.each([1, 2, 3, 100])(
    'are those that are due, then the others by name, by %i',
    async (first) => {
      expect(await byDue(partner.store, first)).toEqual([
        ...['Late', 'Later', 'Cancelled', 'Done', 'No run', 'Nobody'],
      ]);
      expect(await byDue(partner.store, first, { text: 'ate' })).toEqual(['Late', 'Later']);
      expect(await byDue(partner.store, first, { text: 'n' })).toEqual([
        ...['Cancelled', 'Done', 'No run', 'Nobody'],
      ]);
      expect(await byDue(partner.store, first, { overdue: false })).toEqual([
        ...['Later', 'Cancelled', 'Done', 'No run', 'Nobody'],
      ]);
      expect(await byDue(partner.store, first, { runStatus: ['CANCELLED'] })).toEqual([
        'Cancelled',
      ]);
    },
  );

  it('show nothing of others, also with their cursors', async () => {
    const other = await aPartner(database, store);
    const run = await other.run((await other.organization({ name: 'Foreign' })).id);
    await other.play(run.id, (builder) => builder.apply('runAssigned', { dueAt: past }));
    const limited = store.forPartner({
      partnerId: partner.partnerId,
      organizationIds: [runs.Later!.organizationId, runs.Nobody!.organizationId],
    });
    expect(await byDue(partner.store, 2)).not.toContain('Foreign');
    expect(await byDue(limited, 1)).toEqual(['Later', 'Nobody']);
    const [edge] = (await other.store.organizations({ first: 1 }, {}, 'DUE')).edges;
    const after = edge!.cursor;
    const page = await limited.organizations({ first: 10, after }, {}, 'DUE');
    expect(page.edges.map(({ node }) => node.name)).toEqual(['Later', 'Nobody']);
    await expect(limited.organizations({ first: 10, after })).rejects.toThrow(InvalidCursor);
    await expect(limited.organizations({ first: 10, after: 'x' }, {}, 'DUE')).rejects.toThrow(
      InvalidCursor,
    );
  });
});
describe.each(NETS)('members by name, with %s', (nets) => {
  let putBack: () => unknown;
  beforeAll(async () => {
    putBack = await enableOnlyProtections(nets, database.query);
  });
  afterAll(() => putBack());

  it('are candidates where they may operate, and can be owners where they see', async () => {
    const { organizationId } = runs.Nobody!;
    const person = (role: 'OPERATOR' | 'AUDITOR', imsOrgIds: string[] | null) =>
      aMember(store, partner.partnerId, { name: `Una ${role}`, role, imsOrgIds });
    const here = runs.Nobody!.run.organization.imsOrgId;
    const operator = await person('OPERATOR', [here]);
    const auditor = await person('AUDITOR', [here]);
    const elsewhere = await person('OPERATOR', [runs.Done!.run.organization.imsOrgId]);
    const other = await aPartner(database, store);
    const foreigner = await aMember(store, other.partnerId, { name: 'Una foreign' });
    const limited = store.forPartner({
      partnerId: partner.partnerId,
      organizationIds: [organizationId],
    });
    const others = store.forPartner({
      partnerId: partner.partnerId,
      organizationIds: [runs.Done!.organizationId],
    });
    for (const view of [partner.store, limited]) {
      const names = await view.assignees({ organizationId, first: 10 });
      const shown = names.map(({ id }) => id);
      expect(shown).toEqual(expect.arrayContaining([owner.memberId, operator.id]));
      for (const { id } of [auditor, elsewhere, foreigner]) expect(shown).not.toContain(id);
      expect(Object.keys(names[0]!).toSorted()).toEqual(['createdAt', 'id', 'name', 'removedAt']);
      expect(await view.assignees({ organizationId, first: 1 })).toHaveLength(1);
      const una = await view.assignees({ organizationId, first: 10, text: 'UNA' });
      expect(una.map(({ name }) => name)).toEqual(una.map(() => 'Una OPERATOR'));
      expect(una.map(({ id }) => id)).toContain(operator.id);
      const access = async ({ id }: { id: string }) =>
        (await view.assignee({ memberId: id, organizationId }))?.hasAccess;
      expect(await Promise.all([operator, auditor, elsewhere, foreigner].map(access))).toEqual([
        ...[true, true, false, undefined],
      ]);
    }
    for (const view of [others, other.store]) {
      expect(await view.assignees({ organizationId, first: 10 })).toEqual([]);
      expect(await view.assignee({ memberId: operator.id, organizationId })).toBeNull();
    }
  });

  it('are shown as owners to who sees their runs alone', async () => {
    const idle = await aMember(store, partner.partnerId, { name: 'Idle' });
    const see = async (organizationIds: string[] | null) => {
      const view = store.forPartner({ partnerId: partner.partnerId, organizationIds });
      return [...(await view.runOwners([owner.memberId, idle.id, 'x'])).keys()];
    };
    expect(await see(null)).toEqual([owner.memberId]);
    expect(await see([runs.Late!.organizationId])).toEqual([owner.memberId]);
    expect(await see([runs.Nobody!.organizationId])).toEqual([]);
    const other = await aPartner(database, store);
    expect((await other.store.runOwners([owner.memberId])).size).toBe(0);
    const list = async (organizationIds: string[] | null, text?: string) => {
      const view = store.forPartner({ partnerId: partner.partnerId, organizationIds });
      return (await view.runOwnerList({ first: 10, text })).map(({ name }) => name);
    };
    expect(await list(null)).toEqual(['Omar']);
    expect(await list(null, 'OMA')).toEqual(['Omar']);
    expect(await list(null, 'Idle')).toEqual([]);
    expect(await list([runs.Late!.organizationId])).toEqual(['Omar']);
    expect(await list([runs.Nobody!.organizationId])).toEqual([]);
    expect(await other.store.runOwnerList({ first: 10 })).toEqual([]);
    expect([...(await partner.store.membersByIds([idle.id])).keys()]).toEqual([idle.id]);
    expect((await other.store.membersByIds([idle.id])).size).toBe(0);
  });
});

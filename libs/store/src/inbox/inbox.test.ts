/** What comes into whose inbox: once, whoever makes it, and only while they have access. */
import { randomUUID } from 'node:crypto';
import { DEFAULT_POLICY, globalId } from '@keyway/core';
import { anOccurrence, requireDone } from '@keyway/testing';
import { enableOnlyProtections, type TenancyProtections } from '@keyway/store/testing';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aWatch } from '../testing/aWatch.ts';
import { actorOf, InboxWorld, type Person } from '../testing/inboxWorld.ts';
import { deriveItems } from './deriveItems.ts';
import { MAX_ITEMS } from './inboxItem.ts';

const world = new InboxWorld();
beforeAll(world.open);
afterAll(world.close);
const { person, asPerson, aRunOf, happens, derive, writeAs, mark } = world;

const ALL = { first: 100 };

const comment = (runId: string, by: Person, mentions: string[], text = 'Please see') =>
  happens(
    runId,
    'commentAdded',
    { text, track: 'AEP', step: 'VAULT', mentions },
    actorOf(by, 'Bo'),
  );

describe('an inbox', () => {
  it('has the comments that name a person, once, and not those that they wrote themselves', async () => {
    const { runId } = await aRunOf();
    const [ana, ben] = [await person('Ana'), await person('Ben')];
    const foreign = await person('Foreign', 'OPERATOR', null, world.theirs);
    await comment(runId, ben, [ana.id, ana.id, ben.id, foreign.id, randomUUID()]);
    await comment(runId, ben, []);
    await derive();
    expect(await ana.inbox()).toEqual(['MENTIONED VAULT Bo Please see']);
    expect([await ben.inbox(), await foreign.inbox()]).toEqual([[], []]);
    const { edges } = await world.ours.store.history(ALL, { runId, kind: ['commentAdded'] });
    expect(edges[1]!.node.data).toMatchObject({
      mentions: expect.arrayContaining([globalId('Member', ana.id)]),
    });
  });

  it('survives entries that name nobody, in whatever form', async () => {
    const { organization } = await aRunOf();
    const before = await world.store.inboxes.derive();
    expect(before).toBe(0);
    for (const mentions of [[1, null, 'x', 'A'.repeat(58), '_'.repeat(58)], 'x', { a: 1 }, null])
      await world.write(world.ours, (unit) =>
        unit.history.append(
          organization.id,
          'commentAdded',
          { text: 'x', mentions },
          anOccurrence(),
        ),
      );
    expect(await world.store.inboxes.derive()).toBe(0);
  });

  it('has what became a person’s own, and not what they took or only got another date', async () => {
    const { runId } = await aRunOf();
    const [ana, ben] = [await person('Ana'), await person('Ben')];
    const assign = (who: Person, by: Person) =>
      happens(runId, 'runAssigned', { owner: { memberId: who.id, name: 'x' } }, actorOf(by, 'Bo'));
    await assign(ana, ben);
    await happens(runId, 'runAssigned', { dueAt: '2031-01-01T00:00:00.000Z' }, actorOf(ben, 'Bo'));
    await assign(ben, ben);
    await derive();
    expect(await ana.inbox()).toEqual(['ASSIGNED Bo']);
    expect(await ben.inbox()).toEqual([]);
  });

  it('asks those who may approve, by the policy, and not who asks', async () => {
    const { organization, runId } = await aRunOf();
    const other = await world.ours.organization();
    const [olga, ana] = [await person('Olga', 'OWNER'), await person('Ana', 'APPROVER')];
    const own = await person('Own', 'APPROVER', [organization]);
    const [ben, elsewhere] = [await person('Ben'), await person('Else', 'APPROVER', [other])];
    const request = { track: 'AEP', principal: olga.principal } as const;
    await world.ours.play(runId, (builder) => builder.at('approval'));
    await happens(runId, 'approvalRequested', request, actorOf(olga, 'Olga'));
    await derive();
    expect(await ana.inbox()).toEqual(['APPROVAL_REQUESTED APPROVAL Olga']);
    expect(await own.inbox()).toEqual(['APPROVAL_REQUESTED APPROVAL Olga']);
    for (const one of [olga, ben, elsewhere]) expect(await one.inbox()).toEqual([]);

    const strict = await aRunOf();
    const change = { fourEyes: 'OWN_APPROVER' } as const;
    await world.write(world.ours, (unit) =>
      unit.policies.set({ organizationId: strict.organization.id, change }, anOccurrence()),
    );
    await world.store.system().applyPolicyChanges();
    const theirOwn = await person('Theirs', 'APPROVER', [strict.organization]);
    await world.ours.play(strict.runId, (builder) => builder.at('approval'));
    await happens(strict.runId, 'approvalRequested', request, actorOf(olga, 'Olga'));
    await derive();
    expect(await theirOwn.inbox()).toEqual(['APPROVAL_REQUESTED APPROVAL Olga']);
    expect(await ana.inbox()).toHaveLength(1);
    expect(DEFAULT_POLICY.fourEyes).not.toBe('OWN_APPROVER');
  });

  it('has a blocked run of whoever is responsible, once until they read it', async () => {
    const { organization, runId } = await aRunOf();
    const [ana, ben] = [await person('Ana'), await person('Ben')];
    await happens(
      runId,
      'runAssigned',
      { owner: { memberId: ana.id, name: 'x' } },
      actorOf(ana, 'Ana'),
    );
    const becomes = (status: string) =>
      world.database.query(`update run set status = $2, version = version + 1 where id = $1`, [
        runId,
        status,
      ]);
    await becomes('BLOCKED');
    await derive();
    await becomes('IN_PROGRESS');
    await becomes('BLOCKED');
    await derive();
    expect(await ana.inbox()).toEqual(['RUN_BLOCKED']);
    await mark(ana, { until: new Date(Date.now() + 1000).toISOString() });
    await becomes('FAILED');
    await becomes('BLOCKED');
    await derive();
    expect((await ana.inbox()).toSorted()).toEqual(['RUN_BLOCKED', 'RUN_BLOCKED', 'RUN_FAILED']);
    const { partnerId } = world.ours;
    await aWatch(world.database, { partnerId, organizationId: organization.id, runId });
    await derive();
    expect((await ana.inbox())[0]).toBe('HEALTH');
    expect(await ben.inbox()).toEqual([]);
  });

  it('lists pages in order, and counts and marks what is unread', async () => {
    const { runId } = await aRunOf();
    const [ana, ben] = [await person('Ana'), await person('Ben')];
    for (let number = 1; number <= 5; number += 1) await comment(runId, ben, [ana.id], `${number}`);
    await derive();
    const first = await ana.view.inbox({ first: 2 });
    const rest = await ana.view.inbox({ first: 10, after: first.edges.at(-1)!.cursor });
    const items = [...first.edges, ...rest.edges].map(({ node }) => node);
    expect(items).toHaveLength(5);
    expect(new Set(items.map(({ excerpt }) => excerpt)).size).toBe(5);
    expect([first.hasNextPage, rest.hasNextPage]).toEqual([true, false]);
    expect(await ana.view.unreadCount()).toBe(5);
    const [one, two] = items.map(({ id }) => id) as [string, string];
    expect(await mark(ana, { ids: [one, two] })).toEqual({ changed: 2 });
    expect(await mark(ana, { ids: [one, two] })).toEqual({ changed: 0 });
    expect((await ana.view.inbox(ALL, { unreadOnly: true })).edges).toHaveLength(3);
    expect(await mark(ana, { ids: [one] }, false)).toEqual({ changed: 1 });
    expect(await ana.view.unreadCount()).toBe(4);
    expect(await mark(ana, { until: items[0]!.createdAt })).toEqual({ changed: 4 });
    expect(await ana.view.unreadCount()).toBe(0);
    expect((await ana.view.inbox(ALL, { kinds: ['HEALTH'] })).edges).toEqual([]);
    for (const ids of [[one, randomUUID()], ['x']])
      expect(await mark(ana, { ids }, false)).toMatchObject({
        refusal: { reason: 'inboxItemNotFound' },
      });
    expect(await mark(ben, { ids: [one] }, false)).toMatchObject({
      refusal: { reason: 'inboxItemNotFound' },
    });
    expect(await ana.view.unreadCount()).toBe(0);
  });

  it('keeps what is unread, 90 days of the rest, and the newest thousand', async () => {
    const { organization } = await aRunOf();
    const ana = await person('Ana');
    const put = (count: number, readDaysAgo: number | null) =>
      world.database.query(
        `insert into inbox_item (id, partner_id, member_id, organization_id, kind, cause, at, created_at, read_at)
         select gen_random_uuid(), $1, $2, $3, 'MENTIONED', gen_random_uuid(), now(), now() - (n || ' minutes')::interval, now() - ($5::int || ' days')::interval
         from generate_series(1, $4::int) n`,
        [world.ours.partnerId, ana.id, organization.id, count, readDaysAgo],
      );
    const count = async () =>
      (await world.database.query('select from inbox_item where member_id = $1', [ana.id])).length;
    await put(3, 91);
    await put(2, 89);
    await put(4, null);
    await world.store.inboxes.forget();
    expect(await count()).toBe(6);
    await put(MAX_ITEMS + 20, null);
    await world.store.inboxes.forget();
    expect(await count()).toBe(MAX_ITEMS);
  });
});

describe('several workers', () => {
  it.each(['commit', 'rollback'])(
    'put everything into inboxes exactly once, of which one is stopped before its %s',
    async (end) => {
      const { runId } = await aRunOf();
      const [ana, ben] = [await person('Ana'), await person('Ben')];
      for (let number = 1; number <= 60; number += 1)
        await comment(runId, ben, [ana.id], `${number}`);
      // One that is stopped when it has made its items and not committed, as by SIGSTOP.
      const stopped = new pg.Client({ connectionString: world.database.url });
      await stopped.connect();
      await stopped.query('begin');
      const read = async (query: { text: string }, values: unknown[]): Promise<unknown[]> =>
        (await stopped.query(query.text, values)).rows;
      expect(await deriveItems({ read } as never)).toBe(50);
      const others = [world.store, await world.database.store(), await world.database.store()];
      const all = () =>
        Promise.all(
          others.map(async ({ inboxes }) => {
            while ((await inboxes.derive()) > 0);
          }),
        );
      await all();
      expect(await ana.view.unreadCount()).toBe(10);
      await stopped.query(end);
      await stopped.end();
      await all();
      const texts = (await ana.view.inbox(ALL)).edges.map(({ node }) => Number(node.excerpt));
      expect(texts.toSorted((a, b) => a - b)).toEqual(
        Array.from({ length: 60 }, (_, at) => at + 1),
      );
    },
  );

  it('make nothing twice of a cause that is written twice', async () => {
    const { runId } = await aRunOf();
    const [ana, ben] = [await person('Ana'), await person('Ben')];
    await comment(runId, ben, [ana.id]);
    const columns =
      'partner_id, organization_id, run_id, kind, cause, entry_id, track, step, member_ids, principal, actor, at';
    await world.database.query(
      `insert into inbox_cause (${columns}) select ${columns} from inbox_cause`,
    );
    await derive();
    expect(await ana.inbox()).toHaveLength(1);
  });

  it('serve every partner while one has thousands of causes', async () => {
    const { runId } = await aRunOf();
    const [ana, ben] = [await person('Ana'), await person('Ben')];
    await comment(runId, ben, [ana.id], 'many');
    const columns =
      'partner_id, organization_id, run_id, kind, entry_id, track, step, member_ids, principal, actor, at';
    await world.database.query(
      `insert into inbox_cause (${columns}, cause) select ${columns}, cause || n from inbox_cause, generate_series(1, 5000) n`,
    );
    const theirRun = await aRunOf(world.theirs);
    const nora = await person('Nora', 'OPERATOR', null, world.theirs);
    const nils = await person('Nils', 'OPERATOR', null, world.theirs);
    await comment(theirRun.runId, nils, [nora.id]);
    expect(await world.store.inboxes.derive()).toBe(51);
    expect(await nora.inbox()).toHaveLength(1);
    await world.database.query('delete from inbox_cause');
  });
});

const NETS: TenancyProtections[] = ['both', 'policies', 'filters'];
describe.each(NETS)('with %s', (nets) => {
  let putBack: () => unknown;
  beforeAll(async () => {
    putBack = await enableOnlyProtections(nets, world.database.query);
  });
  afterAll(() => putBack());

  it('an inbox is its owner’s, and has nothing of organizations that they no longer see', async () => {
    const [north, south] = [await aRunOf(), await aRunOf()];
    const both = [north.organization, south.organization];
    const ana = await person('Ana', 'OPERATOR', both);
    const ben = await person('Ben');
    for (const { runId } of [north, south]) await comment(runId, ben, [ana.id], runId);
    await derive();
    expect(await ana.inbox()).toHaveLength(2);
    const now = asPerson(world.ours, ana.id, [north.organization.id]);
    expect(await now.inbox()).toEqual([`MENTIONED VAULT Bo ${north.runId}`]);
    expect(await now.view.unreadCount()).toBe(1);
    const nobody = world.store.forPartner({
      partnerId: world.ours.partnerId,
      organizationIds: null,
    });
    expect((await nobody.inbox(ALL)).edges).toEqual([]);
    const elsewhere = asPerson(world.theirs, ana.id, null);
    expect([await elsewhere.inbox(), await ben.inbox()]).toEqual([[], []]);
    const until = new Date(Date.now() + 60_000).toISOString();
    for (const other of [ben, elsewhere])
      expect(await mark(other, { until })).toEqual({ changed: 0 });
    expect(await mark(now, { until })).toEqual({ changed: 1 });
    expect(await ana.view.unreadCount()).toBe(1);
  });

  it('nothing comes to who lost access before, or is removed', async () => {
    const { organization, runId } = await aRunOf();
    const [ana, ben] = [await person('Ana', 'OPERATOR', [organization]), await person('Ben')];
    const gone = await person('Gone');
    await comment(runId, ben, [ana.id, gone.id]);
    const olga = await person('Olga', 'OWNER');
    await writeAs(olga, async (unit) => {
      const grants = [] as const;
      requireDone(await unit.members.changeGrants({ memberId: ana.id, grants }, anOccurrence()));
      requireDone(await unit.members.remove({ memberId: gone.id, reason: null }, anOccurrence()));
    });
    await derive();
    const made = await world.database.query(
      'select from inbox_item where member_id = any ($1::uuid[])',
      [[ana.id, gone.id]],
    );
    expect(made).toEqual([]);
  });
});

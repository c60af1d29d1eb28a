/** What lists read of a run is what its state says, whoever wrote it. */
import {
  mutationOf,
  nextActions,
  neededActions,
  parseTaskPosition,
  runStatus,
  RUN_STATUSES,
  STEP_STATUSES,
  summaryOf,
  TASK_URGENCIES,
  taskOf,
  taskPlace,
  taskPosition,
  tasksOf,
  TRACK_IDS,
  waitingOn,
  waitsSince,
  vaultOrKeyOf,
  type ActionName,
  type Run,
} from '@keyway/core';
import {
  aDatabase,
  anImsOrgId,
  anOccurrence,
  aPartner,
  APPROVER,
  OPERATOR,
  type TestDatabase,
  type TestPartner,
} from '@keyway/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { PartnerStore } from '../partnerStore.ts';
import type { Task } from './findNeededActions.ts';
import type { Store } from '../store.ts';
import type { PortfolioCounts, RunFilter } from './runRecord.ts';
import type { TaskViewer } from './taskConditions.ts';
import type { TaskGroup } from './taskGroups.ts';

let database: TestDatabase;
let store: Store;
let partner: TestPartner;
const runIds = new Map<string, string>();

const STAGES = ['entitlement', 'network', 'role', 'approval', 'submission', 'activation'] as const;

beforeAll(async () => {
  database = await aDatabase();
  store = await database.store();
  partner = await aPartner(database, store);
  for (const stage of STAGES) {
    const { id } = await partner.organization({ name: stage });
    const { run } = await partner.run(id);
    await partner.play(run.id, (builder) => builder.at(stage));
    runIds.set(stage, run.id);
  }
  const refused = await partner.organization({ name: 'refused' });
  const { run } = await partner.run(refused.id);
  runIds.set('refused', run.id);
  await partner.play(run.id, (builder) => builder.refused('AEP'));
  const { id } = await partner.organization({ name: 'completed' });
  await partner.play((await partner.run(id)).run.id, (builder) => builder.completed());
});
afterAll(() => database.close());

interface Row {
  id: string;
  run: Run;
  actions: Record<string, unknown>[];
  steps: Record<string, unknown>[];
  vaults: string[];
}
async function rows(): Promise<Row[]> {
  const found = await database.query<Omit<Row, 'run'>>(
    `select r.id, (select coalesce(json_agg(n order by n.rank), '[]') from needed_action n where n.run_id = r.id) as actions,
       (select coalesce(json_agg(s order by s.track, s.step), '[]') from run_step s where s.run_id = r.id) as steps,
       array(select v.vault_uri from run_vault v where v.run_id = r.id and v.partner_id = r.partner_id order by 1) as vaults
     from run r order by r.id`,
  );
  return Promise.all(
    found.map(async (row) => ({ ...row, run: (await store.system().run(row.id))!.run })),
  );
}

const stepOfRow = ({ track, step, status, actor, since, cancelled }: Record<string, unknown>) => [
  `${String(track)}/${String(step)}`,
  ...[status, actor, new Date(String(since)).toISOString(), cancelled],
];
const openSteps = ({ tracks, cancelled }: Run) =>
  Object.values(tracks)
    .flatMap(({ id, steps }) =>
      Object.entries(steps)
        .filter(([, { status }]) => !['LOCKED', 'DONE', 'NOT_APPLICABLE'].includes(status))
        .map(([step, { status, actor, since }]) => [
          `${id}/${step}`,
          ...[status, actor, since, cancelled !== null],
        ]),
    )
    .toSorted(([a], [b]) => (String(a) < String(b) ? -1 : 1));

async function expectToAgree(): Promise<void> {
  const all = await rows();
  expect(all.length).toBeGreaterThan(STAGES.length);
  for (const { run, actions, steps, vaults } of all) {
    const uris = (['AEP', 'CJA'] as const).flatMap((track) => vaultOrKeyOf(run, track) ?? []);
    expect(vaults).toEqual([...new Set(uris)].toSorted());
    const [listed] = (await partner.store.runSummariesByIds([run.id])).values();
    expect(listed!.run).toBeNull();
    expect(listed).toMatchObject(summaryOf(run));
    expect(steps.map(stepOfRow)).toEqual(openSteps(run));
    expect(
      actions.map(({ mutation, track, step, since, not_for }) => [
        mutation,
        track,
        step,
        new Date(String(since)).toISOString(),
        not_for,
      ]),
    ).toEqual(
      neededActions(run).map(({ mutation, track, step, since, notFor }) => [
        mutation,
        track,
        step,
        since,
        notFor,
      ]),
    );
  }
}

it('is written with the run', expectToAgree);

it('is rebuilt where an earlier version of the program wrote the run, and after an upgrade', async () => {
  const [first, second] = await rows();
  // As an earlier version writes: it knows nothing of the summary.
  const next = { ...first!.run, version: first!.run.version + 1 };
  await database.query('update run set version = version + 1, state = $2 where id = $1', [
    next.id,
    JSON.stringify(next),
  ]);
  await database.query('delete from needed_action where run_id = $1', [second!.id]);
  await database.query('update run set summary_version = null where id = $1', [second!.id]);
  expect(await store.system().rebuildReadModels()).toBe(2);
  expect(await store.system().rebuildReadModels()).toBe(0);
  await expectToAgree();
});

it('is rebuilt for all runs when asked, whatever the rows say', async () => {
  await database.query(`update run set step_details = '0/0 DONE DONE ', step_since = '{}'`);
  await database.query(`update needed_action set mutation = 'cancelRun', rank = rank + 5`);
  let count = 0;
  for await (const rebuilt of store.system().rebuildAllReadModels()) count = rebuilt;
  expect(count).toBe((await rows()).length);
  await expectToAgree();
});

it('is whole after the next event, too', async () => {
  const id = runIds.get('role')!;
  // As an earlier version wrote: it has rows of all steps.
  await database.query(
    `insert into run_step (run_id, track, step, partner_id, organization_id, status, actor, since)
     select id, 'AEP', step, partner_id, organization_id, 'DONE', 'PARTNER', now()
     from run, unnest(array['VAULT', 'ENTITLEMENT', 'ROLE']) as step where id = $1 on conflict do nothing`,
    [id],
  );
  await database.query('delete from needed_action where run_id = $1', [id]);
  await database.query('update run set summary_version = null where id = $1', [id]);
  await partner.play(id, (builder) => builder.apply('runCancelled', { reason: 'Not wanted.' }));
  expect(await store.system().rebuildReadModels()).toBe(0);
  await expectToAgree();
});

const EVERYTHING: ActionName[] = [
  'attestStep',
  'provideKey',
  'connectAdobe',
  'connectAzure',
  'approve',
  'submitConfiguration',
  'requestApproval',
  'overrideCheck',
  'recordTicket',
  'confirmCja',
  'retryStep',
];

it.each([
  ['an operator', OPERATOR.principal, EVERYTHING.filter((name) => name !== 'approve')],
  ['who requested the approval', OPERATOR.principal, EVERYTHING],
  ['an approver', APPROVER.principal, ['approve'] as ActionName[]],
  ['an auditor', 'member:auditor', [] as ActionName[]],
])('finds what waits for %s, the most urgent first', async (_name, principal, mutations) => {
  const now = new Date(Date.now() + 60_000).toISOString();
  // Overdue, due soon and due later, each for two runs of different stages; others have no date.
  const days = [-2, 3, 30, undefined, -1, 6];
  const due = new Map<string, string>();
  for (const [place, id] of [...runIds.values()].entries()) {
    const at = days[place] && new Date(Date.parse(now) + days[place] * 86_400_000).toISOString();
    await database.query('update run set due_at = $2 where id = $1', [id, at ?? null]);
    if (at) due.set(id, at);
  }
  const expected = (await rows())
    .flatMap(({ id, run }) => {
      const viewer = { principal, may: (name: ActionName) => mutations.includes(name) };
      const action = nextActions(run, viewer, now).find(({ movesRun }) => movesRun);
      if (!action) return [];
      const { mutation, track, step } = action;
      const since = waitsSince(run, action);
      const task = { mutation: taskOf(run, action), since, dueAt: due.get(id) ?? null, runId: id };
      const place = taskPlace(task, now);
      const { id: organizationId } = run.organization;
      const { urgency } = place;
      const position = taskPosition(place);
      return [{ runId: id, organizationId, mutation, track, step, since, urgency, position }];
    })
    .toSorted((a, b) => (a.position < b.position ? -1 : 1));
  const viewer = { mutations: tasksOf(mutations, false), principal, now };
  expect(await partner.store.neededActions(viewer, { first: 20 })).toEqual(expected);
  expect(await partner.store.countNeededActions(viewer)).toEqual({
    count: expected.length,
    capped: false,
  });
  // Whatever the page's length and where it begins.
  for (const first of [1, 2, 3]) {
    const paged: Task[] = [];
    for (;;) {
      const after = paged.length > 0 ? parseTaskPosition(paged.at(-1)!.position) : null;
      const page = await partner.store.neededActions(viewer, { first, after });
      if (page.length === 0) break;
      paged.push(...page);
    }
    expect(paged).toEqual(expected);
  }
  const [one] = expected;
  if (one)
    expect(await partner.store.countNeededActions(viewer, [one.organizationId])).toEqual({
      count: expected.length - 1,
      capped: false,
    });
  await expectGroups(viewer, expected);
  if (mutations.length > 5)
    expect(new Set(expected.map(({ urgency }) => urgency))).toEqual(new Set(TASK_URGENCIES));
});

/** Groups are those of the tasks, in every scope, and each has its own pages and count. */
async function expectGroups(viewer: TaskViewer, expected: readonly Task[]): Promise<void> {
  const all = await partner.store.groupNeededActions(viewer);
  const total = (groups: readonly TaskGroup[]) => groups.reduce((sum, { count }) => sum + count, 0);
  expect(total(all)).toBe(expected.length);
  for (const { task, count, capped, oldest } of all) {
    const only = [task];
    const found = await partner.store.neededActions(viewer, { first: 100, only });
    expect(await partner.store.countNeededActions(viewer, [], only)).toEqual({ count, capped });
    expect([capped, found.length]).toEqual([false, count]);
    expect(found.map(({ since }) => since).toSorted()[0]).toBe(oldest);
    const ids = found.map(({ runId }) => runId);
    // In the same order, and no task of another name.
    expect(found).toEqual(expected.filter(({ runId }) => ids.includes(runId)));
    expect(new Set(found.map(({ mutation }) => mutation))).toEqual(new Set([mutationOf(task)]));
  }
  const organizationIds = expected.slice(0, 2).map(({ organizationId }) => organizationId);
  const limited = store.forPartner({ partnerId: partner.partnerId, organizationIds });
  const theirs = await limited.groupNeededActions(viewer);
  expect(total(theirs)).toBe(organizationIds.length);
  const rest = await partner.store.groupNeededActions(viewer, organizationIds);
  expect(total(rest)).toBe(expected.length - organizationIds.length);
  expect(await limited.groupNeededActions(viewer, organizationIds)).toEqual([]);
}

/** What the portfolio has to say of these runs, by their states. */
function countsOf(runs: readonly Run[]): PortfolioCounts {
  const count = (keys: readonly string[]): [string, number][] =>
    [...Map.groupBy(keys, (key) => key)]
      .map(([key, all]): [string, number] => [key, all.length])
      .toSorted(([a], [b]) => (a < b ? -1 : 1));
  const steps = runs
    .filter(({ cancelled }) => cancelled === null)
    .flatMap((run) =>
      TRACK_IDS.flatMap((track) =>
        Object.entries(run.tracks[track].steps).map(([step, { status }]) =>
          [track, step, status].join('/'),
        ),
      ),
    );
  return {
    runs: runs.length,
    byStatus: count(runs.map(runStatus)).map(([status, n]) => ({ status, count: n })),
    byStep: count(steps).map(([key, n]) => {
      const [track, step, status] = key.split('/');
      return { track, step, status, count: n };
    }),
    waitingOn: count(runs.flatMap(waitingOn)).map(([actor, n]) => ({ actor, count: n })),
  } as PortfolioCounts;
}

async function expectToCountAll(): Promise<void> {
  const archived = await database.query<{ id: string }>(
    'select id from organization where archived_at is not null',
  );
  const isListed = ({ organization }: Run): boolean =>
    !archived.some(({ id }) => id === organization.id);
  const runs = (await rows()).map(({ run }) => run).filter(isListed);
  const organizationIds = [...new Set(runs.map(({ organization }) => organization.id))];
  const [whole] = await database.query<{ count: number }>(
    'select count(*)::int as count from organization where partner_id = $1 and archived_at is null',
    [partner.partnerId],
  );
  expect(await partner.store.portfolio()).toEqual(countsOf(runs));
  expect(await partner.store.portfolioOrganizations()).toBe(whole!.count);
  expect((await partner.store.countOrganizations()).count).toBe(whole!.count);
  const seen = organizationIds.slice(0, 3);
  const limited = store.forPartner({ partnerId: partner.partnerId, organizationIds: seen });
  const theirs = runs.filter(({ organization }) => seen.includes(organization.id));
  expect(await limited.portfolio()).toEqual(countsOf(theirs));
  expect(await limited.portfolioOrganizations()).toBe(seen.length);
  for (const view of [partner.store, limited]) await expectCountsOfLists(view);
}

/** Counts come from elsewhere than the lists that they are counts of. */
async function expectCountsOfLists(view: PartnerStore): Promise<void> {
  const filters: RunFilter[] = [
    {},
    ...RUN_STATUSES.map((status) => ({ status: [status] })),
    ...STEP_STATUSES.map((status) => ({ stepStatus: [status] })),
    { status: [] },
    { stepStatus: [] },
    { waitingOn: ['PARTNER', 'APPROVER'] },
    { track: 'CJA', step: 'KEY', stepStatus: ['READY', 'LOCKED'] },
    { step: 'ENTITLEMENT', stepStatus: ['DONE'], status: ['COMPLETED', 'CANCELLED'] },
    { step: 'VAULT', waitingOn: ['AZURE_ADMIN', 'PARTNER'] },
    { track: 'AEP', stepStatus: ['NOT_APPLICABLE', 'DONE'] },
  ];
  for (const filter of filters) {
    const { edges } = await view.runs({ first: 100 }, filter);
    expect([filter, (await view.countRuns(filter)).count]).toEqual([filter, edges.length]);
  }
  for (const runStatus of [['BLOCKED'], ['CANCELLED'], ['CANCELLED', 'COMPLETED'], []] as const)
    for (const waiting of [null, ['PARTNER'] as const]) {
      const filter = { runStatus, waitingOn: waiting };
      const { edges } = await view.organizations({ first: 100 }, filter);
      expect([filter, (await view.countOrganizations(filter)).count]).toEqual([
        filter,
        edges.length,
      ]);
    }
}

describe('counts are those of the states', () => {
  it('before and after changes are added up, which is done once', async () => {
    await expectToCountAll();
    expect(await store.system().addUpPortfolios()).toBeGreaterThan(0);
    await expectToCountAll();
    expect(await store.system().addUpPortfolios()).toBe(0);
  });

  it('also of archived and restored organizations, and of deleted ones', async () => {
    const { id } = await partner.organization({ name: 'archived' });
    await partner.run(id);
    const mutate = (work: Parameters<PartnerStore['mutate']>[1]) =>
      partner.store.mutate({ principal: 'p', operation: 'a', input: null }, work);
    await mutate((unit) => unit.organizations.archive(id, 'Gone.', anOccurrence()));
    await expectToCountAll();
    await store.system().addUpPortfolios();
    await mutate((unit) => unit.organizations.restore(id, anOccurrence()));
    await expectToCountAll();
    const gone = '00000000-0000-0000-0000-000000000001';
    await database.query(
      `insert into organization (id, partner_id, name, name_key, ims_org_id, cloud, region, shield, owns_cja, created_at)
       values ($1, $2, 'x', 'x', 'x', 'AZURE', 'VA7', 'NONE', false, now())`,
      [gone, partner.partnerId],
    );
    await expectToCountAll();
    await database.query('delete from organization where id = $1', [gone]);
    await expectToCountAll();
  });

  it('where the version before wrote a run, and where nothing of it was committed', async () => {
    const id = runIds.get('approval')!;
    const [row] = await database.query<{ standing: string }>(
      'select standing from run where id = $1',
      [id],
    );
    const write = (standing: string) =>
      database.query(`update run set standing = $2 where id = $1`, [id, standing]);
    await write('ADOBE|AEP/KEY/FAILED');
    // The version before does not know the column.
    expect(await database.query('select waiting_key from run where id = $1', [id])).toEqual([
      { waiting_key: 'ADOBE' },
    ]);
    const { byStep } = await partner.store.portfolio();
    expect(byStep).toContainEqual({ track: 'AEP', step: 'KEY', status: 'FAILED', count: 1 });
    await write(row!.standing);
    await expectToCountAll();
    for await (const _ of store.system().rebuildAllReadModels());
    await expectToCountAll();
    const undone = partner.store.mutate(
      { principal: 'p', operation: 'u', input: 1 },
      async (unit) => {
        await unit.runs.advance(runIds.get('network')!, {
          ...anOccurrence(),
          kind: 'runCancelled',
          data: { reason: 'Not wanted.' },
        });
        throw new Error('undone');
      },
    );
    await expect(undone).rejects.toThrow('undone');
    await expectToCountAll();
  });

  it('with many writers while changes are added up', async () => {
    const { partnerId } = await aPartner(database, store, 'Busy');
    const busy = store.forPartner({ partnerId, organizationIds: null });
    const create = (name: string) =>
      busy.mutate({ principal: 'p', operation: 'c', input: name }, (unit) =>
        unit.organizations.create(
          {
            ...{ name, imsOrgId: anImsOrgId(), cloud: 'AZURE', region: 'VA7' },
            ...{ shield: 'HEALTHCARE_SHIELD', ownsCja: true, azureTenantId: null },
          },
          anOccurrence(),
        ),
      );
    const adding = Array.from({ length: 20 }, () => store.system().addUpPortfolios());
    await Promise.all([...adding, ...Array.from({ length: 30 }, (_, n) => create(`n${n}`))]);
    expect(await busy.portfolioOrganizations()).toBe(30);
    while ((await store.system().addUpPortfolios()) > 0);
    expect(await busy.portfolioOrganizations()).toBe(30);
  });
});

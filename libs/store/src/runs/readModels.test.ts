/** What lists read of a run is what its state says, whoever wrote it. */
import {
  keyOf,
  nextActions,
  neededActions,
  summaryOf,
  type ActionName,
  type Run,
} from '@keyway/core';
import {
  aDatabase,
  aPartner,
  APPROVER,
  OPERATOR,
  type TestDatabase,
  type TestPartner,
} from '@keyway/testing';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Store } from '../store.ts';

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
  const { id } = await partner.organization({ name: 'completed' });
  await partner.play((await partner.run(id)).run.id, (builder) => builder.completed());
});
afterAll(() => database.close());

interface Row {
  id: string;
  run: Run;
  summary: unknown;
  actions: Record<string, unknown>[];
  steps: Record<string, unknown>[];
  vaults: string[];
}
async function rows(): Promise<Row[]> {
  const found = await database.query<Omit<Row, 'run'>>(
    `select r.id, r.summary, (select coalesce(json_agg(n order by n.rank), '[]') from needed_action n where n.run_id = r.id) as actions,
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
  for (const { run, summary, actions, steps, vaults } of all) {
    const uris = (['AEP', 'CJA'] as const).flatMap((track) => keyOf(run, track)?.vaultUri ?? []);
    expect(vaults).toEqual([...new Set(uris)].toSorted());
    expect(summary).toEqual(JSON.parse(JSON.stringify(summaryOf(run))));
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
  await database.query(`update run set version = version + 1 where id = $1`, [first!.id]);
  await database.query('delete from needed_action where run_id = $1', [second!.id]);
  await database.query('update run set summary = null, summary_version = null where id = $1', [
    second!.id,
  ]);
  expect(await store.system().rebuildReadModels()).toBe(2);
  expect(await store.system().rebuildReadModels()).toBe(0);
  await expectToAgree();
});

it('is rebuilt for all runs when asked, whatever the rows say', async () => {
  await database.query(`update run set summary = '{"status":"COMPLETED"}'`);
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
  await database.query('update run set summary = null, summary_version = null where id = $1', [id]);
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
])('finds what waits for %s, longest waiting first', async (_name, principal, mutations) => {
  const now = new Date(Date.now() + 60_000).toISOString();
  const expected = (await rows())
    .flatMap(({ id, run }) => {
      const viewer = { principal, may: (name: ActionName) => mutations.includes(name) };
      const action = nextActions(run, viewer, now).find(({ movesRun }) => movesRun);
      if (!action) return [];
      const { mutation, track, step } = action;
      const since = track && step ? run.tracks[track].steps[step]!.since : run.startedAt;
      return [{ runId: id, mutation, track, step, since }];
    })
    .toSorted((a, b) => (a.since + a.runId < b.since + b.runId ? -1 : 1));
  const found = await partner.store.neededActions({ mutations, principal, now }, 20);
  expect(found).toEqual(expected);
  expect(await partner.store.neededActions({ mutations, principal, now }, 2)).toEqual(
    expected.slice(0, 2),
  );
});

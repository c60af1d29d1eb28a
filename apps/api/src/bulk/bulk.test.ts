/** Bulk jobs from outside: preview, progress, outcomes, who sees and may do what. */
import { BULK_ACTIONS, globalId, MUTATION_OF, REQUIREMENTS } from '@keyway/core';
import { aMember } from '@keyway/testing';
import { expect, it } from 'vitest';
import { anOrganization, aRun, missingId } from '../testing/aServer.ts';
import { bulkTests } from '../testing/bulkTests.ts';
import { servedTests } from '../testing/servedTests.ts';

const served = servedTests();
const { organizations } = served;
const { workAll, start, shown, preview, fields: JOB } = bulkTests(served);

it('asks of each action what the mutation for one organization needs', () => {
  for (const action of BULK_ACTIONS)
    expect(REQUIREMENTS.startBulk).toEqual(REQUIREMENTS[MUTATION_OF[action]]);
});

it('previews what it does, does it in the background, and keeps what became of each', async () => {
  const [open, ...fresh] = (await organizations(3)) as [string, string, string];
  await aRun(served.owner, open);
  const ids = JSON.stringify([open, ...fresh]);
  expect(await preview(`action: START_RUNS, organizationIds: ${ids}`)).toMatchObject({
    ...{ affected: 2, blockedCount: 1 },
    blocked: [{ organization: { id: open }, code: 'RUN_EXISTS' }],
  });
  const id = await start({ action: 'START_RUNS', organizationIds: [open, ...fresh] });
  expect(await shown(id)).toMatchObject({ status: 'RUNNING', done: 0, endedAt: null });
  await workAll();
  const job = await shown(id);
  expect(job).toMatchObject({
    ...{ status: 'DONE', total: 3, done: 2, refused: 1, skipped: 0, cancelledBy: null },
    items: {
      totalCount: 3,
      nodes: [
        { organization: { id: open }, run: null, status: 'REFUSED', code: 'RUN_EXISTS' },
        { run: { status: 'IN_PROGRESS' }, status: 'DONE', code: null, message: null },
        { status: 'DONE' },
      ],
    },
  });
  expect(job.items.nodes[0].message).toContain('ya tiene un proceso abierto');
  const { history } = await served.owner.ask(
    'query($f: HistoryFilter) { history(first: 1, filter: $f) { nodes { kind actor summary } } }',
    { f: { runId: job.items.nodes[1].run.id } },
  );
  expect(history.nodes[0]).toMatchObject({ kind: 'runStarted' });
  expect(history.nodes[0].summary).toContain('(bulk job)');
  const { bulkJobs } = await served.owner.ask('{ bulkJobs(first: 1) { nodes { id } } }');
  expect(bulkJobs.nodes).toEqual([{ id }]);
});

it('is about what matches when it starts, and each key starts one job', async () => {
  await anOrganization(served.owner, { name: 'Filtered one' });
  const input = { action: 'START_RUNS', filter: { text: 'filtered' }, idempotencyKey: 'once' };
  const id = await start(input);
  await anOrganization(served.owner, { name: 'Filtered later' });
  expect(await start(input)).toBe(id);
  await workAll();
  expect(await shown(id)).toMatchObject({ total: 1, done: 1 });
  expect(await start(input)).toBe(id);
});

it('assigns runs, as one by one', async () => {
  const [open, closed] = (await organizations(2)) as [string, string];
  const runId = await aRun(served.owner, open);
  const ended = await aRun(served.owner, closed);
  await served.owner.must('cancelRun', { runId: ended, reason: 'x' });
  const { id } = await aMember(served.server.store, served.server.partnerId, {
    name: 'Omar',
    role: 'OPERATOR',
  });
  const ownerId = globalId('Member', id);
  const ids = JSON.stringify([open, closed]);
  expect(
    await preview(`action: ASSIGN, organizationIds: ${ids}, ownerId: "${ownerId}"`),
  ).toMatchObject({ affected: 1, blocked: [{ organization: { id: closed }, code: 'RUN_CLOSED' }] });
  const job = await start({ action: 'ASSIGN', organizationIds: [open, closed], ownerId });
  const dueAt = '2090-01-01T00:00:00.000Z';
  await start({ action: 'ASSIGN', organizationIds: [open], dueAt });
  await workAll();
  expect(await shown(job)).toMatchObject({ done: 1, refused: 1 });
  const read = 'query($id: ID!) { run(id: $id) { dueAt owner { name } } }';
  expect((await served.owner.ask(read, { id: runId })).run).toEqual({
    dueAt,
    owner: { name: 'Omar' },
  });
  await start({ action: 'ASSIGN', organizationIds: [open], ownerId: null });
  await workAll();
  expect((await served.owner.ask(read, { id: runId })).run).toEqual({ dueAt, owner: null });
  const codes = async (input: object): Promise<unknown> =>
    (await served.owner.mutate('startBulk', { action: 'ASSIGN', ...input }, 'job { id }'))
      .userErrors;
  const some = { organizationIds: [open] };
  expect(await codes(some)).toMatchObject([{ code: 'INVALID_INPUT', field: ['ownerId'] }]);
  await served.server.otherOwner();
  const [foreign] = await served.server.database.query<{ id: string }>(
    'select id from partner where id <> $1 limit 1',
    [served.server.partnerId],
  );
  const outsider = await aMember(served.server.store, foreign!.id, { name: 'Foreign' });
  for (const memberId of [missingId('Member'), globalId('Member', outsider.id), open])
    expect(await codes({ ...some, ownerId: memberId })).toMatchObject([
      { code: 'NOT_FOUND', field: ['ownerId'] },
    ]);
});

it('refuses what no job can be', async () => {
  const [id] = await organizations(1);
  const refusals = async (input: object): Promise<unknown> =>
    (await served.owner.mutate('startBulk', input as Record<string, unknown>, 'job { id }'))
      .userErrors;
  const refused = (code: string, field: string) => [
    { code, field: expect.arrayContaining([field]) },
  ];
  const some = { organizationIds: [id] };
  expect(await refusals({ action: 'VERIFY' })).toMatchObject(
    refused('INVALID_INPUT', 'organizationIds'),
  );
  expect(await refusals({ action: 'VERIFY', filter: { text: 'no such thing' } })).toMatchObject(
    refused('INVALID_INPUT', 'organizationIds'),
  );
  expect(await refusals({ action: 'REQUEST_APPROVAL', ...some })).toMatchObject(
    refused('INVALID_INPUT', 'track'),
  );
  expect(await refusals({ action: 'CANCEL_RUNS', ...some })).toMatchObject(
    refused('INVALID_INPUT', 'reason'),
  );
  const missing = { action: 'VERIFY', organizationIds: [id, missingId('Organization')] };
  expect(await refusals(missing)).toMatchObject([
    { code: 'NOT_FOUND', field: ['organizationIds', '1'] },
  ]);
  expect(
    await served.owner.raw({
      query: '{ bulkPreview(action: VERIFY, organizationIds: ["x"]) { affected } }',
    }),
  ).toMatchObject({ errors: [{ extensions: { code: 'BAD_USER_INPUT' } }] });
});

it('cancels: what was done stays, what is pending is skipped', async () => {
  const id = await start({ action: 'START_RUNS', organizationIds: await organizations(3) });
  const { job } = await served.owner.must('cancelBulk', { id }, `job { ${JOB} }`);
  expect(job).toMatchObject({ status: 'CANCELLED', skipped: 3 });
  await workAll();
  expect(await shown(id)).toMatchObject({ status: 'CANCELLED', done: 0, skipped: 3 });
});

it('is for operators; who reads sees it, and who sees some organizations sees their own', async () => {
  const [mine, hidden] = (await organizations(2)) as [string, string];
  const auditor = await served.server.person('AUDITOR');
  const input = { action: 'START_RUNS', organizationIds: [mine] };
  expect((await auditor.mutate('startBulk', input, 'job { id }')).userErrors).toMatchObject([
    { code: 'FORBIDDEN' },
  ]);
  expect(await preview(`action: START_RUNS, organizationIds: ["${mine}"]`, auditor)).toMatchObject({
    affected: 0,
    blocked: [{ code: 'FORBIDDEN' }],
  });
  const whole = await start({ ...input, organizationIds: [mine, hidden] });
  expect(await shown(whole, auditor)).toMatchObject({ total: 2 });
  expect(
    (await auditor.mutate('cancelBulk', { id: whole }, 'job { id }')).userErrors,
  ).toMatchObject([{ code: 'FORBIDDEN' }]);
  const limited = await served.server.person('OPERATOR', undefined, [mine]);
  const second = await served.server.person('OPERATOR', undefined, [mine]);
  expect(await shown(whole, limited)).toBeNull();
  const own = await start(input, limited);
  expect(await shown(own, limited)).toMatchObject({ total: 1 });
  expect(await shown(own, second)).toBeNull();
  expect((await second.mutate('cancelBulk', { id: own }, 'job { id }')).userErrors).toMatchObject([
    { code: 'NOT_FOUND' },
  ]);
  expect(await limited.ask('{ bulkJobs(first: 9) { nodes { id } } }')).toEqual({
    bulkJobs: { nodes: [{ id: own }] },
  });
  const subscription =
    'subscription($id: ID!) { bulkJobChanged(id: $id) { id done items(first: 1) { totalCount } } }';
  const denied = await served.subscriber.subscribe(second.token, subscription, { id: own });
  expect(JSON.stringify(await denied.next())).toContain('NOT_FOUND');
  const allowed = await served.subscriber.subscribe(limited.token, subscription, { id: own });
  expect(await allowed.next()).toMatchObject({
    data: { bulkJobChanged: { id: own, items: { totalCount: 1 } } },
  });
  await workAll();
});

it('is named in the history of an organization to whom it is nothing but an ID', async () => {
  const [mine, foreign] = (await organizations(2)) as [string, string];
  const id = await start({ action: 'START_RUNS', organizationIds: [mine, foreign] });
  await workAll();
  const reader = await served.server.person('OPERATOR', undefined, [mine]);
  const { history } = await reader.ask(
    'query($f: HistoryFilter) { history(first: 9, filter: $f) { nodes { kind data } } }',
    { f: { organizationId: mine } },
  );
  const begun = history.nodes.find(({ kind }: { kind: string }) => kind === 'runStarted');
  expect(begun.data.bulkJob).toBe(id);
  expect(JSON.stringify(history)).not.toContain(foreign);
  const anything = `query($id: ID!) { node(id: $id) { id ... on BulkJob { total startedBy items(first: 9) { totalCount } } } bulkJobs(first: 9) { nodes { id } } }`;
  expect(await reader.ask(anything, { id })).toEqual({ node: null, bulkJobs: { nodes: [] } });
  const subscription = 'subscription($id: ID!) { bulkJobChanged(id: $id) { id } }';
  const live = await served.subscriber.subscribe(reader.token, subscription, { id });
  expect(JSON.stringify(await live.next())).toContain('NOT_FOUND');
  expect((await reader.mutate('cancelBulk', { id }, 'job { id }')).userErrors).toMatchObject([
    { code: 'NOT_FOUND' },
  ]);
});

it('shows progress live, at most once a second, with the last state at the end', async () => {
  const id = await start({ action: 'START_RUNS', organizationIds: await organizations(60) });
  const live = await served.subscriber.subscribe(
    served.owner.token,
    'subscription($id: ID!) { bulkJobChanged(id: $id) { status done total } }',
    { id },
  );
  expect(await live.next()).toMatchObject({ data: { bulkJobChanged: { done: 0, total: 60 } } });
  const begun = performance.now();
  await workAll();
  let events = 0;
  for (let last = await live.next(); ; last = await live.next()) {
    events += 1;
    const { status, done } = last.data.bulkJobChanged;
    if (status === 'DONE') {
      expect(done).toBe(60);
      break;
    }
  }
  expect(events).toBeLessThanOrEqual(Math.ceil((performance.now() - begun) / 1000) + 1);
});

/** Bulk jobs from outside: preview, progress, outcomes, who sees and may do what. */
import { BULK_ACTIONS, globalId, MUTATION_OF, REQUIREMENTS } from '@keyway/core';
import { aMember } from '@keyway/testing';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import {
  anOrganization,
  aRun,
  aServer,
  missingId,
  type Client,
  type Payload,
  type TestServer,
} from '../testing/aServer.ts';
import { Subscriber } from '../testing/subscriber.ts';

let server: TestServer;
let owner: Client;
let subscriber: Subscriber;
beforeAll(async () => {
  server = await aServer();
  owner = server.owner;
  subscriber = new Subscriber(server);
});
afterEach(() => subscriber.closeAll());
afterAll(() => server.close());

const workAll = async (): Promise<void> => {
  while ((await server.store.bulk.work()) > 0);
};
const organizations = async (count: number): Promise<string[]> =>
  Promise.all(Array.from({ length: count }, async () => (await anOrganization(owner)).id));
const start = async (input: object, by = owner): Promise<string> =>
  (await by.must('startBulk', input as Record<string, unknown>, 'job { id }')).job.id as string;
const JOB = `id action track status total done refused skipped startedBy endedAt cancelledBy
  items(first: 100) { totalCount nodes { organization { id } run { id status } status code message(locale: "es") } }`;
const shown = async (id: string, by = owner): Promise<Payload> =>
  (await by.ask(`query($id: ID!) { node(id: $id) { ... on BulkJob { ${JOB} } } }`, { id })).node;
const preview = async (args: string, by = owner): Promise<Payload> =>
  (
    await by.ask(
      `{ bulkPreview(${args}) { affected blockedCount blocked { organization { id } code message } } }`,
    )
  ).bulkPreview;

it('asks of each action what the mutation for one organization needs', () => {
  for (const action of BULK_ACTIONS)
    expect(REQUIREMENTS.startBulk).toEqual(REQUIREMENTS[MUTATION_OF[action]]);
});

it('previews what it does, does it in the background, and keeps what became of each', async () => {
  const [open, ...fresh] = (await organizations(3)) as [string, string, string];
  await aRun(owner, open);
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
  const { history } = await owner.ask(
    'query($f: HistoryFilter) { history(first: 1, filter: $f) { nodes { kind actor summary } } }',
    { f: { runId: job.items.nodes[1].run.id } },
  );
  expect(history.nodes[0]).toMatchObject({ kind: 'runStarted' });
  expect(history.nodes[0].summary).toContain('(bulk job)');
  const { bulkJobs } = await owner.ask('{ bulkJobs(first: 1) { nodes { id } } }');
  expect(bulkJobs.nodes).toEqual([{ id }]);
});

it('is about what matches when it starts, and each key starts one job', async () => {
  await anOrganization(owner, { name: 'Filtered one' });
  const input = { action: 'START_RUNS', filter: { text: 'filtered' }, idempotencyKey: 'once' };
  const id = await start(input);
  await anOrganization(owner, { name: 'Filtered later' });
  expect(await start(input)).toBe(id);
  await workAll();
  expect(await shown(id)).toMatchObject({ total: 1, done: 1 });
  expect(await start(input)).toBe(id);
});

it('assigns runs, as one by one', async () => {
  const [open, closed] = (await organizations(2)) as [string, string];
  const runId = await aRun(owner, open);
  const ended = await aRun(owner, closed);
  await owner.must('cancelRun', { runId: ended, reason: 'x' });
  const { id } = await aMember(server.store, server.partnerId, { name: 'Omar', role: 'OPERATOR' });
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
  expect((await owner.ask(read, { id: runId })).run).toEqual({ dueAt, owner: { name: 'Omar' } });
  await start({ action: 'ASSIGN', organizationIds: [open], ownerId: null });
  await workAll();
  expect((await owner.ask(read, { id: runId })).run).toEqual({ dueAt, owner: null });
  const codes = async (input: object): Promise<unknown> =>
    (await owner.mutate('startBulk', { action: 'ASSIGN', ...input }, 'job { id }')).userErrors;
  const some = { organizationIds: [open] };
  expect(await codes(some)).toMatchObject([{ code: 'INVALID_INPUT', field: ['ownerId'] }]);
  await server.otherOwner();
  const [foreign] = await server.database.query<{ id: string }>(
    'select id from partner where id <> $1 limit 1',
    [server.partnerId],
  );
  const outsider = await aMember(server.store, foreign!.id, { name: 'Foreign' });
  for (const memberId of [missingId('Member'), globalId('Member', outsider.id), open])
    expect(await codes({ ...some, ownerId: memberId })).toMatchObject([
      { code: 'NOT_FOUND', field: ['ownerId'] },
    ]);
});

describe('links of hand-offs', () => {
  const LINKS =
    'linksUntil items(first: 9) { edges { cursor } pageInfo { endCursor } nodes { status message } }';
  const linksOf = async (id: string, by: Client): Promise<Payload> =>
    (await by.ask(`query($id: ID!) { node(id: $id) { ... on BulkJob { ${LINKS} } } }`, { id }))
      .node;

  it('are in the messages of the starter alone, and open the page of their run', async () => {
    const [open, none] = (await organizations(2)) as [string, string];
    await aRun(owner, open);
    const ids = JSON.stringify([open, none]);
    expect(
      await preview(`action: CREATE_HAND_OFFS, organizationIds: ${ids}, actor: AZURE_ADMIN`),
    ).toMatchObject({ affected: 1, blocked: [{ organization: { id: none }, code: 'NOT_FOUND' }] });
    const operator = await server.person('OPERATOR');
    const id = await start(
      { action: 'CREATE_HAND_OFFS', organizationIds: [open, none], actor: 'AZURE_ADMIN' },
      operator,
    );
    await workAll();
    const job = await linksOf(id, operator);
    expect(job.linksUntil).toBe(new Date(job.linksUntil as string).toISOString());
    expect(job.items.edges[1].cursor).toBe(job.items.pageInfo.endCursor);
    const [made, refused] = job.items.nodes as [{ message: string }, { message: string }];
    expect(made.message).toMatch(/\/hand-off\/kwh_[0-9A-Za-z]{46}$/);
    expect(refused.message).not.toMatch(/kwh_/);
    const token = made.message.split('/').at(-1)!;
    const handedOff = await server.client(token).ask('{ handedOff { actor } }');
    expect(handedOff).toEqual({ handedOff: { actor: 'AZURE_ADMIN' } });
    for (const other of [owner, await server.person('OPERATOR'), await server.person('AUDITOR')]) {
      const seen = await linksOf(id, other);
      expect(seen.linksUntil).toBeNull();
      expect(JSON.stringify(seen)).not.toContain('kwh_');
    }
    const limited = await server.person('OPERATOR', undefined, [open]);
    expect(await linksOf(id, limited)).toBeNull();
    expect(await linksOf(id, await server.otherOwner())).toBeNull();
    const live = await subscriber.subscribe(
      owner.token,
      `subscription($id: ID!) { bulkJobChanged(id: $id) { ${LINKS} } }`,
      { id },
    );
    expect(JSON.stringify(await live.next())).not.toContain('kwh_');
    await server.database.query('update bulk_link set ends_at = now()');
    expect(JSON.stringify(await linksOf(id, operator))).not.toContain('kwh_');
    expect((await linksOf(id, operator)).linksUntil).toBeNull();
  });

  it('are for an actor who can have them, until a time that can be', async () => {
    const organizationIds = await organizations(1);
    const refusals = async (input: object): Promise<unknown> => {
      const given = { action: 'CREATE_HAND_OFFS', organizationIds, ...input };
      return (await owner.mutate('startBulk', given, 'job { id }')).userErrors;
    };
    const invalid = (field: string) => [{ code: 'INVALID_INPUT', field: [field] }];
    expect(await refusals({})).toMatchObject(invalid('actor'));
    expect(await refusals({ actor: 'PARTNER' })).toMatchObject(invalid('actor'));
    const actor = 'AZURE_ADMIN';
    for (const expiresAt of ['2020-01-01T00:00:00Z', '2090-01-01T00:00:00Z'])
      expect(await refusals({ actor, expiresAt })).toMatchObject(invalid('expiresAt'));
  });
});

it('refuses what no job can be', async () => {
  const [id] = await organizations(1);
  const refusals = async (input: object): Promise<unknown> =>
    (await owner.mutate('startBulk', input as Record<string, unknown>, 'job { id }')).userErrors;
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
    await owner.raw({
      query: '{ bulkPreview(action: VERIFY, organizationIds: ["x"]) { affected } }',
    }),
  ).toMatchObject({ errors: [{ extensions: { code: 'BAD_USER_INPUT' } }] });
});

it('cancels: what was done stays, what is pending is skipped', async () => {
  const id = await start({ action: 'START_RUNS', organizationIds: await organizations(3) });
  const { job } = await owner.must('cancelBulk', { id }, `job { ${JOB} }`);
  expect(job).toMatchObject({ status: 'CANCELLED', skipped: 3 });
  await workAll();
  expect(await shown(id)).toMatchObject({ status: 'CANCELLED', done: 0, skipped: 3 });
});

it('is for operators; who reads sees it, and who sees some organizations sees their own', async () => {
  const [mine, hidden] = (await organizations(2)) as [string, string];
  const auditor = await server.person('AUDITOR');
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
  const limited = await server.person('OPERATOR', undefined, [mine]);
  const second = await server.person('OPERATOR', undefined, [mine]);
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
  const denied = await subscriber.subscribe(second.token, subscription, { id: own });
  expect(JSON.stringify(await denied.next())).toContain('NOT_FOUND');
  const allowed = await subscriber.subscribe(limited.token, subscription, { id: own });
  expect(await allowed.next()).toMatchObject({
    data: { bulkJobChanged: { id: own, items: { totalCount: 1 } } },
  });
  await workAll();
});

it('shows progress live, at most once a second, with the last state at the end', async () => {
  const id = await start({ action: 'START_RUNS', organizationIds: await organizations(60) });
  const live = await subscriber.subscribe(
    owner.token,
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
}, 30_000);

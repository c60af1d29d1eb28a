/** A change of a policy is one entry of history, with those of the runs that the viewer sees. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import {
  anOrganization,
  aRun,
  aServer,
  type Client,
  type Payload,
  type TestServer,
} from '../testing/aServer.ts';

let server: TestServer;
let owner: Client;
const organizationIds: string[] = [];
const runIds: string[] = [];
beforeAll(async () => {
  server = await aServer();
  owner = server.owner;
  for (let n = 0; n < 3; n += 1) {
    organizationIds.push((await anOrganization(owner)).id);
    runIds.push(await aRun(owner, organizationIds[n]!));
  }
  await owner.must('setPolicy', { coolingOffSeconds: 3600 });
});
afterAll(() => server.close());

const CHANGE =
  'change { runCount first { id run { id } } entries(first: 2) { nodes { run { id } } pageInfo { hasNextPage endCursor } } }';
const changes = async (client: Client, filter: object = {}): Promise<Payload[]> =>
  (
    await client.ask(
      `query($f: HistoryFilter) { history(first: 50, filter: $f) { nodes { id kind run { id } ${CHANGE} } } }`,
      { f: { kind: ['policyChanged'], oncePerChange: true, ...filter } },
    )
  ).history.nodes;

it('is shown once, and the entries of its runs page by page', async () => {
  const [entry, ...others] = await changes(owner);
  expect(others).toEqual([]);
  expect(entry).toMatchObject({ run: null, change: { runCount: 3, first: { id: entry!.id } } });
  const { nodes, pageInfo } = entry!.change.entries;
  const { node } = await owner.ask(
    'query($id: ID!, $after: String) { node(id: $id) { ... on HistoryEntry { change { entries(first: 2, after: $after) { nodes { run { id } } pageInfo { hasNextPage } } } } } }',
    { id: entry!.id, after: pageInfo.endCursor },
  );
  expect(pageInfo.hasNextPage).toBe(true);
  expect(node.change.entries.pageInfo.hasNextPage).toBe(false);
  const seen = [...nodes, ...node.change.entries.nodes].map(({ run }: Payload) => run.id as string);
  expect(seen.toSorted()).toEqual(runIds.toSorted());
});

it('has the runs alone that the viewer sees', async () => {
  const limited = await server.person('OPERATOR', undefined, organizationIds.slice(0, 2));
  const [entry, ...others] = await changes(limited);
  expect(others).toEqual([]);
  expect(entry!.change).toMatchObject({ runCount: 2, first: { id: entry!.id } });
  const seen = entry!.change.entries.nodes.map(({ run }: Payload) => run.id as string);
  expect(seen.toSorted()).toEqual(runIds.slice(0, 2).toSorted());
});

it('stays on the page of a run, and in the history that is verified', async () => {
  const { run } = await owner.ask(
    'query($id: ID!) { run(id: $id) { history(first: 5) { nodes { kind change { runCount first { run { id } } } } } } }',
    { id: runIds[0] },
  );
  expect(run.history.nodes[0]).toEqual({
    kind: 'policyChanged',
    change: { runCount: 3, first: { run: null } },
  });
  expect(run.history.nodes[1].change).toBeNull();
  expect(await changes(owner, { oncePerChange: false })).toHaveLength(4);
});

/** What people can do now, in the server's order, whole whatever the pages are. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aRunToApprove } from '../testing/aRunToApprove.ts';
import { anOrganization, aRun, aServer, type Client, type TestServer } from '../testing/aServer.ts';

let server: TestServer;
let operator: Client;
/** By what they are. */
const runs: Record<'waiting' | 'refused' | 'soon' | 'late' | 'lateRefused', string> = {
  ...{ waiting: '', refused: '', soon: '', late: '', lateRefused: '' },
};

beforeAll(async () => {
  server = await aServer();
  operator = await server.person('OPERATOR');
  const approver = await server.person('APPROVER');
  const inDays = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString();
  const refused = async (): Promise<string> => {
    const { runId } = await aRunToApprove(server);
    await operator.must('requestApproval', { runId, track: 'AEP' });
    await approver.must('refuse', { runId, track: 'AEP', reason: 'Not this key' });
    return runId;
  };
  const begun = async (): Promise<string> =>
    aRun(operator, (await anOrganization(server.owner)).id);
  runs.waiting = await begun();
  runs.soon = await begun();
  runs.late = await begun();
  runs.refused = await refused();
  runs.lateRefused = await refused();
  await operator.must('assignRun', { runId: runs.soon, dueAt: inDays(3) });
  await operator.must('assignRun', { runId: runs.waiting, dueAt: inDays(8) });
  await operator.must('assignRun', { runId: runs.late, dueAt: inDays(-2) });
  await operator.must('assignRun', { runId: runs.lateRefused, dueAt: inDays(-1) });
});
afterAll(() => server.close());

const TASK = 'since urgency position action { mutation track step } run { id }';
type Task = { position: string; urgency: string; run: { id: string } };
interface Page {
  nodes: Task[];
  edges: { cursor: string; node: Task }[];
  pageInfo: { hasNextPage: boolean; hasPreviousPage: boolean; endCursor: string | null };
  totalCount: number;
  totalCountCapped: boolean;
}
const pageOf = async (client: Client, first: number, after: string | null = null): Promise<Page> =>
  (
    await client.ask(
      `query($first: Int!, $after: String) { portfolio { tasks(first: $first, after: $after) {
         nodes { ${TASK} } edges { cursor node { ${TASK} } } totalCount totalCountCapped
         pageInfo { hasNextPage hasPreviousPage endCursor } } } }`,
      { first, after },
    )
  ).portfolio.tasks as Page;

describe('tasks', () => {
  it('are sorted by urgency: overdue, refused, due soon, the rest', async () => {
    const { nodes, totalCount, totalCountCapped } = await pageOf(operator, 100);
    expect(nodes.map(({ run, urgency }) => [run.id, urgency])).toEqual([
      [runs.late, 'OVERDUE'],
      [runs.lateRefused, 'OVERDUE'],
      [runs.refused, 'PROBLEM'],
      [runs.soon, 'DUE_SOON'],
      [runs.waiting, 'WAITING'],
    ]);
    expect([totalCount, totalCountCapped]).toEqual([5, false]);
    const { portfolio } = await operator.ask(`{ portfolio { needsYou(first: 2) { ${TASK} } } }`);
    expect(portfolio.needsYou).toEqual(nodes.slice(0, 2));
  });

  it.each([1, 2, 3])('are each on one page, in pages of %i', async (first) => {
    const { nodes } = await pageOf(operator, 100);
    const paged: Task[] = [];
    let page = await pageOf(operator, first);
    expect(page.pageInfo.hasPreviousPage).toBe(false);
    for (;;) {
      paged.push(...page.nodes);
      expect(page.edges.at(-1)?.cursor).toBe(page.pageInfo.endCursor);
      if (!page.pageInfo.hasNextPage) break;
      page = await pageOf(operator, first, page.pageInfo.endCursor);
      expect(page.pageInfo.hasPreviousPage).toBe(true);
    }
    expect(paged.map(({ run }) => run.id)).toEqual(nodes.map(({ run }) => run.id));
  });

  it('refuse a cursor that no page gave out', async () => {
    const cursors = ['', 'x', btoa('[]'), btoa(JSON.stringify(['tasks', 'now', '0 x y']))];
    const at = '2026-02-31T00:00:00.000Z';
    const id = '00000000-0000-4000-8000-000000000000';
    cursors.push(btoa(JSON.stringify(['tasks', at, `0 ${new Date().toISOString()} ${id}`])));
    cursors.push(btoa(JSON.stringify(['tasks', new Date().toISOString(), `4 ${at} ${id}`])));
    for (const after of cursors)
      await expect(pageOf(operator, 5, after), after).rejects.toThrow(/is not a cursor/);
  });

  it('are of a run the same, with a word for what was refused', async () => {
    const { nodes } = await pageOf(operator, 100);
    const found = await operator.ask(
      `{ runs(first: 100) { nodes { id refusedTracks task { ${TASK} } } } }`,
    );
    for (const { id, refusedTracks, task } of found.runs.nodes) {
      expect(task).toEqual(nodes.find(({ run }) => run.id === id));
      const isRefused = id === runs.refused || id === runs.lateRefused;
      expect(refusedTracks).toEqual(isRefused ? ['AEP'] : []);
    }
    const lists = await operator.ask('{ runs(first: 100) { nodes { id refusedTracks } } }');
    expect(lists.runs.nodes).toEqual(
      found.runs.nodes.map(({ id, refusedTracks }: { id: string; refusedTracks: string[] }) => ({
        ...{ id, refusedTracks },
      })),
    );
  });

  it('is not refused any more once it is requested again', async () => {
    await operator.must('requestApproval', { runId: runs.refused, track: 'AEP' });
    const found = await operator.ask(
      'query($id: ID!) { run(id: $id) { refusedTracks task { urgency } } }',
      { id: runs.refused },
    );
    expect(found.run).toEqual({ refusedTracks: [], task: { urgency: 'WAITING' } });
  });
});

describe('groups of tasks', () => {
  const groupsOf = async (client: Client) =>
    (
      await client.ask(
        `{ portfolio { taskGroups { mutation label count countCapped isProblem oldestSince
           es: label(locale: "es") } tasks(first: 1) { totalCount } } }`,
      )
    ).portfolio;
  const pageOfGroup = async (client: Client, group: object, first: number, after?: string) =>
    (
      await client.ask(
        `query($first: Int!, $after: String, $mutation: String, $isProblem: Boolean) {
           portfolio { tasks(first: $first, after: $after, mutation: $mutation, isProblem: $isProblem) {
             totalCount nodes { ${TASK} } pageInfo { hasNextPage endCursor } } } }`,
        { ...group, first, after },
      )
    ).portfolio.tasks;

  it('have what was refused first, add up to all tasks, and are paged each', async () => {
    const { taskGroups, tasks } = await groupsOf(operator);
    expect(taskGroups[0]).toMatchObject({
      ...{ mutation: 'requestApproval', label: 'Request approval', isProblem: true, count: 1 },
      es: 'Solicitar aprobación',
    });
    const counts = taskGroups.map(({ count }: { count: number }) => count);
    expect(counts.reduce((sum: number, count: number) => sum + count, 0)).toBe(tasks.totalCount);
    const all = (await pageOf(operator, 100)).nodes;
    const paged: Task[] = [];
    for (const { mutation, isProblem, count, oldestSince } of taskGroups) {
      const group = { mutation, isProblem };
      const found: (Task & { since: string })[] = [];
      let page = await pageOfGroup(operator, group, 1);
      for (;;) {
        expect(page.totalCount).toBe(count);
        found.push(...page.nodes);
        if (!page.pageInfo.hasNextPage) break;
        page = await pageOfGroup(operator, group, 1, page.pageInfo.endCursor);
      }
      expect(found).toHaveLength(count);
      expect(found.map(({ since }) => since).toSorted()[0]).toBe(oldestSince);
      paged.push(...found);
    }
    const byPosition = (a: Task, b: Task) => (a.position < b.position ? -1 : 1);
    expect(paged.toSorted(byPosition)).toEqual(all);
  });

  it('are of the organizations alone for which somebody has a role', async () => {
    const { id } = await anOrganization(server.owner);
    const runId = await aRun(operator, id);
    const theirs = await server.person('OPERATOR', undefined, [id]);
    const { taskGroups, tasks } = await groupsOf(theirs);
    expect(tasks.totalCount).toBe(1);
    expect(taskGroups).toHaveLength(1);
    expect(taskGroups[0]).toMatchObject({ count: 1, countCapped: false, isProblem: false });
    const { nodes } = await pageOfGroup(theirs, { mutation: taskGroups[0].mutation }, 10);
    expect(nodes.map(({ run }: Task) => run.id)).toEqual([runId]);
    expect((await groupsOf(await server.otherOwner())).taskGroups).toEqual([]);
  });

  it('are none of a mutation that nobody knows', async () => {
    const page = await pageOfGroup(operator, { mutation: 'makeCoffee' }, 10);
    expect([page.totalCount, page.nodes]).toEqual([0, []]);
  });
});

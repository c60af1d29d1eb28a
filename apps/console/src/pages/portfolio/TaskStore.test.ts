import { describe, expect, it } from 'vitest';
import { SHOWN_TASKS, SPARE_TASKS, TaskStore } from './TaskStore.ts';
import type { Task, TaskChange, TaskPage } from './TaskStore.ts';

const READ_TASKS = SHOWN_TASKS + SPARE_TASKS;
const at = (minute: number): string => new Date(Date.UTC(2026, 10, 25, 12, minute)).toISOString();

const NO_OWNER = { refusedTracks: [], owner: null, dueAt: null, overdue: false };
const where = (id: string, minute: number, urgency = 3) => ({
  since: at(minute),
  urgency: (['OVERDUE', 'PROBLEM', 'DUE_SOON', 'WAITING'] as const)[urgency]!,
  position: `${urgency} ${at(minute)} ${id}`,
  action: {
    ...{ mutation: 'provideKey', track: 'AEP', step: 'KEY', label: 'Provide key' },
    reason: null,
  } as Task['action'],
});
const task = (id: string, minute: number, version = 1, urgency = 3): Task => ({
  ...where(id, minute, urgency),
  run: { id, version, ...NO_OWNER, organization: { id: `organization-${id}`, name: id } },
});

const UNWATCHED = { health: 'NOT_WATCHED', since: at(0), version: 0 } as const;

/** A change after which the run has waited for this person since the minute; null: it does not. */
function change(id: string, version: number, minute: number | null, urgency = 3): TaskChange {
  const step = { id: 'KEY', status: 'READY', actor: 'PARTNER', mode: null, since: at(0) } as const;
  return {
    ...{ id, version, status: 'WAITING', waitingOn: [], progress: { done: 0, total: 19 } },
    ...{ coolingOffs: [], delays: [], nobodysTurnUntil: null },
    ...NO_OWNER,
    tracks: [{ id: 'AEP', status: 'READY', steps: [step] }],
    organization: { id: `organization-${id}`, name: id, imsOrgId: id, keyHealth: UNWATCHED },
    task: minute === null ? null : where(id, minute, urgency),
  };
}

/** A page as the server answers it; `more`: how many follow it. */
const page = (nodes: Task[], more = 0, before = 0): TaskPage => ({
  totalCount: before + nodes.length + more,
  totalCountCapped: false,
  pageInfo: { hasNextPage: more > 0, endCursor: nodes.at(-1)?.position ?? null },
  nodes,
});
async function aStore(...tasks: Task[]): Promise<TaskStore> {
  const store = new TaskStore();
  await store.load(serve(tasks));
  return store;
}
/** Pages of all tasks, as the server pages. */
const serve = (tasks: Task[]) => (first: number, after: string | null) => {
  const from = after === null ? 0 : tasks.findIndex(({ position }) => position === after) + 1;
  const nodes = tasks.slice(from, from + first);
  return Promise.resolve(page(nodes, tasks.length - from - nodes.length, from));
};
const shown = (store: TaskStore) => store.getSnapshot().tasks?.map(({ run }) => run.id);
const many = (count: number): Task[] =>
  Array.from({ length: count }, (_, place) => task(`run-${place}`, place));

describe('TaskStore', () => {
  it('removes, adds and replaces the task of a run that changed, at its place', async () => {
    const store = await aStore(task('a', 1), task('b', 3));
    store.apply([change('new', 1, 2)]);
    expect(shown(store)).toEqual(['a', 'new', 'b']);
    store.apply([change('a', 2, null)]);
    expect(shown(store)).toEqual(['new', 'b']);
    store.apply([change('new', 2, 4)]);
    expect(shown(store)).toEqual(['b', 'new']);
  });

  it('has what the server answers for the same run', async () => {
    const store = await aStore();
    store.apply([change('a', 1, 2)]);
    expect(store.getSnapshot().tasks).toEqual([task('a', 2)]);
  });

  it('puts what became urgent where the server says that it is', async () => {
    const store = await aStore(task('late', 9, 1, 0), task('a', 1), task('b', 2));
    store.apply([change('b', 2, 2, 1)]);
    expect(shown(store)).toEqual(['late', 'b', 'a']);
  });

  it('counts also what is not shown, and shows more in pages', async () => {
    const all = many(250);
    const store = await aStore(...all);
    const counted = () => store.getSnapshot().total;
    expect([shown(store)?.length, counted()]).toEqual([SHOWN_TASKS, 250]);
    store.apply([change('run-0', 2, null)]);
    expect(counted()).toBe(249);
    store.apply([change('new', 1, 0)]);
    expect(counted()).toBe(250);
    for (let time = 0; time < 10; time += 1) store.showMore();
    expect(store.getSnapshot().isShort).toBe(true);
    const asked: number[] = [];
    await store.load((first, after) => {
      asked.push(first);
      return serve(all)(first, after);
    });
    expect(asked).toEqual([100, 100, 40]);
    expect(shown(store)).toEqual(all.slice(0, 220).map(({ run }) => run.id));
  });

  it('ignores a change that is older than what was read or applied', async () => {
    const store = await aStore(task('a', 1, 5));
    store.apply([change('a', 4, null)]);
    expect(shown(store)).toEqual(['a']);
    store.apply([change('a', 7, null)]);
    store.apply([change('a', 6, 1)]);
    expect(shown(store)).toEqual([]);
  });

  it('keeps a change that overtook the answer', async () => {
    const store = await aStore(task('a', 1), task('b', 2));
    await store.load(() => {
      store.apply([change('a', 2, null), change('new', 1, 3), change('b', 2, null)]);
      return Promise.resolve(page([task('a', 1), task('b', 4, 3)]));
    });
    expect(shown(store)).toEqual(['new', 'b']);
  });

  it('is short where tasks were done and the server may have more', async () => {
    const store = await aStore(...many(READ_TASKS + 1));
    expect(shown(store)).toHaveLength(SHOWN_TASKS);
    // Later than the last that was read: others may be before it.
    store.apply([change('late', 1, READ_TASKS + 5)]);
    for (let place = 0; place < READ_TASKS - SHOWN_TASKS; place += 1)
      store.apply([change(`run-${place}`, 2, null)]);
    expect(shown(store)).toHaveLength(SHOWN_TASKS);
    expect(store.getSnapshot().isShort).toBe(false);
    store.apply([change('run-39', 2, null)]);
    expect(shown(store)).toHaveLength(SHOWN_TASKS - 1);
    expect(store.getSnapshot().isShort).toBe(true);
    store.apply([change('again', 1, READ_TASKS - 1)]);
    expect(shown(store)?.at(-1)).toBe('again');
    expect(store.getSnapshot().isShort).toBe(false);
  });

  it('is not short where the server has no more', async () => {
    const store = await aStore(...many(SHOWN_TASKS));
    store.apply([change('run-0', 2, null)]);
    expect(store.getSnapshot().isShort).toBe(false);
  });

  it('drops the last where changes bring more than are kept, and says that there are more', async () => {
    const store = await aStore(...many(READ_TASKS - 1));
    store.apply([change('x', 1, 0), change('y', 1, 0)]);
    for (let place = 0; place < 30; place += 1) store.apply([change(`run-${place}`, 2, null)]);
    expect(shown(store)).not.toContain('run-38');
    expect(store.getSnapshot().isShort).toBe(true);
  });

  it('keeps its tasks when reading again fails, and says why the first reading failed', async () => {
    const store = new TaskStore();
    const fails = () => Promise.reject(new Error('unreachable'));
    await store.load(fails);
    expect(store.getSnapshot()).toMatchObject({ error: new Error('unreachable') });
    await store.load(serve([task('a', 1)]));
    expect(store.getSnapshot().error).toBeUndefined();
    await store.load(fails);
    expect(shown(store)).toEqual(['a']);
  });
});

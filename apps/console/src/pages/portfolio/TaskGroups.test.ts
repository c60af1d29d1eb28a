import { describe, expect, it } from 'vitest';
import { SHOWN_OF_GROUP, TaskGroups } from './TaskGroups.ts';
import type { Task, TaskChange } from './TaskStore.ts';

const at = (minute: number): string => new Date(Date.UTC(2026, 10, 25, 12, minute)).toISOString();
type Kind = 'provideKey' | 'retryStep' | 'requestApproval' | 'refused';
const mutationOf = (kind: Kind) => (kind === 'refused' ? 'requestApproval' : kind);
const isProblem = (kind: Kind) => kind === 'refused' || kind === 'retryStep';
const refusals = (kind: Kind): 'AEP'[] => (kind === 'refused' ? ['AEP'] : []);

const work = { owner: null, dueAt: null, overdue: false };
const task = (id: string, kind: Kind, minute: number) => ({
  ...{ since: at(minute), urgency: isProblem(kind) ? ('PROBLEM' as const) : ('WAITING' as const) },
  position: `${isProblem(kind) ? 1 : 3} ${at(minute)} ${id}`,
  action: {
    ...{ mutation: mutationOf(kind), track: 'AEP', step: 'KEY', reason: null },
    label: mutationOf(kind),
  } as Task['action'],
});
const read = (id: string, kind: Kind, minute: number): Task => ({
  ...task(id, kind, minute),
  run: {
    ...{ id, version: 1, refusedTracks: refusals(kind), ...work },
    organization: { id, name: id },
  },
});
const change = (id: string, version: number, kind: Kind | null, minute = 0): TaskChange => ({
  ...{ id, version, status: 'IN_PROGRESS', waitingOn: [], progress: { done: 0, total: 19 } },
  ...{ coolingOffs: [], delays: [], nobodysTurnUntil: null, tracks: [], ...work },
  refusedTracks: kind ? refusals(kind) : [],
  organization: {
    ...{ id, name: id, imsOrgId: id },
    keyHealth: { health: 'NOT_WATCHED', since: at(0), version: 0 },
  },
  task: kind && task(id, kind, minute),
});

/** A server with these tasks, of which the first answer has the first few. */
function aServer(all: [string, Kind, number][], firstPage = 40) {
  const tasks = all
    .map((one) => read(...one))
    .toSorted((a, b) => (a.position < b.position ? -1 : 1));
  const kindOf = (one: Task) => ({
    mutation: one.action.mutation,
    isProblem: one.urgency === 'PROBLEM',
  });
  const asked: string[] = [];
  const page = (of: Task[], first: number, after: string | null) => {
    const from = after === null ? 0 : of.findIndex(({ position }) => position === after) + 1;
    const nodes = of.slice(from, from + first);
    const endCursor = nodes.at(-1)?.position ?? null;
    const hasNextPage = from + first < of.length;
    return {
      ...{ totalCount: of.length, totalCountCapped: false, nodes },
      pageInfo: { hasNextPage, endCursor },
    };
  };
  const groups = [...Map.groupBy(tasks, (one) => JSON.stringify(kindOf(one))).values()];
  return {
    asked,
    first: async () => ({
      taskGroups: groups.map((of) => ({
        ...{ ...kindOf(of[0]!), label: of[0]!.action.label },
        ...{ count: of.length, countCapped: false },
      })),
      tasks: page(tasks, firstPage, null),
    }),
    group:
      ({ mutation, isProblem: isOne }: { mutation: string; isProblem: boolean }) =>
      async (first: number, after: string | null) => {
        asked.push(`${mutation} ${String(isOne)}`);
        const of = groups.find(([one]) => {
          const kind = kindOf(one!);
          return kind.mutation === mutation && kind.isProblem === isOne;
        });
        return page(of ?? [], first, after);
      },
  };
}

const shown = (groups: TaskGroups) =>
  groups
    .getSnapshot()
    .groups?.map(({ key, tasks, total }) => [key, tasks.map(({ run }) => run.id), total]);

const many = (count: number, kind: Kind, from = 0): [string, Kind, number][] =>
  Array.from({ length: count }, (_, place) => [`${kind}-${place + 10}`, kind, from + place]);

describe('TaskGroups', () => {
  it('are in the order of the server, each with its first tasks, from one answer', async () => {
    const groups = new TaskGroups();
    const server = aServer([
      ['a', 'provideKey', 1],
      ['b', 'refused', 2],
      ['c', 'provideKey', 3],
    ]);
    await groups.load(server);
    expect(shown(groups)).toEqual([
      ['requestApproval true', ['b'], 1],
      ['provideKey false', ['a', 'c'], 2],
    ]);
    expect(server.asked).toEqual([]);
  });

  it('are read where too few of a group came with all, and more when asked', async () => {
    const groups = new TaskGroups();
    const server = aServer([...many(45, 'provideKey'), ...many(60, 'requestApproval', 100)], 40);
    await groups.load(server);
    expect(server.asked).toEqual(['requestApproval false']);
    expect(
      shown(groups)?.map(([key, tasks, total]) => [key, (tasks as string[]).length, total]),
    ).toEqual([
      ['provideKey false', SHOWN_OF_GROUP, 45],
      ['requestApproval false', SHOWN_OF_GROUP, 60],
    ]);
    await groups.showMore('provideKey false', 75, server.group);
    expect(shown(groups)?.[0]?.[1]).toHaveLength(45);
    // Reading again keeps what was shown.
    await groups.load(server);
    expect(shown(groups)?.[0]?.[1]).toHaveLength(45);
  });

  it('let a run leave one for another, counted once, and end with their last task', async () => {
    const groups = new TaskGroups();
    await groups.load(
      aServer([
        ['a', 'provideKey', 1],
        ['b', 'provideKey', 2],
      ]),
    );
    groups.apply([change('a', 2, 'requestApproval', 5)]);
    await expect
      .poll(() => shown(groups))
      .toEqual([
        ['provideKey false', ['b'], 1],
        ['requestApproval false', ['a'], 1],
      ]);
    groups.apply([change('a', 3, 'refused', 6)]);
    await expect
      .poll(() => shown(groups))
      .toEqual([
        ['provideKey false', ['b'], 1],
        ['requestApproval true', ['a'], 1],
      ]);
    groups.apply([change('b', 2, null), change('a', 4, null)]);
    expect(shown(groups)).toEqual([]);
    groups.apply([change('a', 2, 'provideKey')]);
    expect(shown(groups)).toEqual([]);
  });

  it('keep a change that overtook the answer', async () => {
    const groups = new TaskGroups();
    const server = aServer([
      ['a', 'provideKey', 1],
      ['b', 'provideKey', 2],
    ]);
    await groups.load({
      ...server,
      first: () => {
        groups.apply([change('a', 2, 'retryStep', 3), change('new', 1, 'provideKey', 1)]);
        return server.first();
      },
    });
    await expect
      .poll(() => shown(groups))
      .toEqual([
        ['provideKey false', ['new', 'b'], 2],
        ['retryStep true', ['a'], 1],
      ]);
  });

  it('say why they could not be read, and keep what is known', async () => {
    const groups = new TaskGroups();
    const server = aServer([['a', 'provideKey', 1]]);
    const failing = { ...server, first: () => Promise.reject(new Error('unreachable')) };
    await groups.load(failing);
    expect(groups.getSnapshot()).toMatchObject({ error: new Error('unreachable') });
    expect(groups.getSnapshot().groups).toBeUndefined();
    await groups.load(server);
    expect(groups.getSnapshot().error).toBeUndefined();
    await groups.load(failing);
    expect(shown(groups)).toEqual([['provideKey false', ['a'], 1]]);
    groups.clear();
    expect(shown(groups)).toBeUndefined();
  });
});

/** The tasks of this person by what has to be done, each group a list of its own. */
import type { TasksQuery } from '../../generated/graphql.ts';
import { TaskStore } from './TaskStore.ts';
import type { ReadPage, Task, TaskChange, TaskPage } from './TaskStore.ts';

type Portfolio = TasksQuery['portfolio'];

/** Of each group at first. */
export const SHOWN_OF_GROUP = 3;

/** What makes a group. */
export interface GroupName {
  mutation: string;
  isProblem: boolean;
}

export interface TaskGroup extends GroupName {
  key: string;
  label: string;
  tasks: readonly Task[];
  /** How many there are, also those that are not shown; `isCapped`: there are more. */
  total: number;
  isCapped: boolean;
}

export interface TaskGroupsSnapshot {
  /** Undefined until they were read. */
  groups?: readonly TaskGroup[];
  error?: unknown;
  /** Of a group fewer are shown than there may be. */
  isShort: boolean;
}

const keyOf = ({ mutation, isProblem }: GroupName): string => `${mutation} ${String(isProblem)}`;

/** The group of a run's task, as the server has it; null: nobody has to do anything. */
function groupOf({ task, refusedTracks }: TaskChange): (GroupName & { label: string }) | null {
  if (!task) return null;
  const { mutation, track, label } = task.action;
  const isRefused =
    mutation === 'requestApproval' && track !== null && refusedTracks.includes(track);
  return { mutation, label, isProblem: mutation === 'retryStep' || isRefused };
}

interface Reading {
  /** All groups, with the first tasks of all of them together. */
  first: () => Promise<Portfolio>;
  group: (group: GroupName) => ReadPage;
}

interface Group extends GroupName {
  label: string;
  store: TaskStore;
}

export class TaskGroups {
  private snapshot: TaskGroupsSnapshot = { isShort: false };
  private readonly listeners = new Set<() => void>();
  private groups = new Map<string, Group>();
  private changes: TaskChange[] = [];
  private currentLoad = 0;
  private isLoaded = false;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  readonly getSnapshot = (): TaskGroupsSnapshot => this.snapshot;

  /** Reads the groups, and of those of which too few came with them, their own first pages. */
  async load(read: Reading): Promise<void> {
    const load = ++this.currentLoad;
    this.changes = [];
    try {
      const portfolio = await read.first();
      if (load !== this.currentLoad) return;
      const before = this.groups;
      const named = portfolio.taskGroups.map(({ mutation, isProblem, label }) =>
        this.toGroup({ mutation, isProblem, label }, before),
      );
      this.groups = new Map(named.map((group) => [keyOf(group), group]));
      this.isLoaded = true;
      const { changes } = this;
      for (const group of named) {
        await group.store.load(() => Promise.resolve(firstPageOf(group, portfolio)));
        group.store.apply(changes);
      }
      // A group that has come since then is known by its change alone.
      this.addGroups(changes);
      await Promise.all(
        named
          .filter(({ store }) => isIncomplete(store))
          .map((group) => group.store.load(read.group(group))),
      );
      if (load === this.currentLoad) this.publish();
    } catch (error) {
      if (load === this.currentLoad) this.set({ ...this.snapshot, error });
    }
  }

  /** Shows more of a group, which are read where too few are known. */
  async showMore(key: string, count: number, read: Reading['group']): Promise<void> {
    const group = this.groups.get(key);
    if (!group) return;
    group.store.showMore(count);
    if (group.store.getSnapshot().isShort) await group.store.load(read(group));
    this.publish();
  }

  /** Forgets every task, and what is being read. */
  clear(): void {
    this.currentLoad += 1;
    this.groups = new Map();
    this.isLoaded = false;
    this.set({ isShort: false });
  }

  /** Applies a batch of changes to each group: a run can leave one for another. */
  apply(batch: readonly TaskChange[]): void {
    this.changes.push(...batch);
    for (const { store } of this.groups.values()) store.apply(batch);
    if (!this.isLoaded) return;
    this.addGroups(batch);
    this.publish();
  }

  private toGroup(
    { label, ...name }: GroupName & { label: string },
    known: ReadonlyMap<string, Group>,
  ): Group {
    const key = keyOf(name);
    const isOfList = (change: TaskChange): boolean => {
      const group = groupOf(change);
      return group !== null && keyOf(group) === key;
    };
    const store = known.get(key)?.store ?? new TaskStore({ shown: SHOWN_OF_GROUP, isOfList });
    return { ...name, label, store };
  }

  /** What begins with a change: the server had none of it. */
  private addGroups(changes: readonly TaskChange[]): void {
    for (const change of changes) {
      const name = groupOf(change);
      if (!name || this.groups.has(keyOf(name))) continue;
      const group = this.toGroup(name, this.groups);
      this.groups.set(keyOf(name), group);
      void group.store
        .load(() => Promise.resolve(NO_TASKS))
        .then(() => {
          group.store.apply([change]);
          this.publish();
        });
    }
  }

  private publish(): void {
    const groups = [...this.groups].flatMap(([key, { store, ...name }]) => {
      const { tasks = [], total = 0, isCapped = false } = store.getSnapshot();
      return total > 0 ? [this.keepGroup({ ...name, key, tasks, total, isCapped })] : [];
    });
    const isShort = [...this.groups.values()].some(({ store }) => store.getSnapshot().isShort);
    const [failed] = [...this.groups.values()].flatMap(({ store }) => {
      const { error } = store.getSnapshot();
      return error === undefined ? [] : [error];
    });
    const before = this.snapshot.groups;
    const isSame = before !== undefined && isEqualList(before, groups);
    this.set({ groups: isSame ? before : groups, isShort, error: failed });
  }

  /** The group as it was, if nothing of it differs: what shows it then need not render. */
  private keepGroup(next: TaskGroup): TaskGroup {
    const old = this.snapshot.groups?.find(({ key }) => key === next.key);
    return old &&
      old.label === next.label &&
      old.total === next.total &&
      old.isCapped === next.isCapped &&
      isEqualList(old.tasks, next.tasks)
      ? old
      : next;
  }

  private set(snapshot: TaskGroupsSnapshot): void {
    this.snapshot = snapshot;
    for (const listener of this.listeners) listener();
  }
}

const isEqualList = (one: readonly unknown[], other: readonly unknown[]): boolean =>
  one.length === other.length && one.every((item, at) => item === other[at]);

/** Fewer are known than are shown; of a group that came with no task at all, none. */
function isIncomplete(store: TaskStore): boolean {
  const { isShort, tasks = [], total = 0 } = store.getSnapshot();
  return isShort || (tasks.length === 0 && total > 0);
}

const NO_TASKS: TaskPage = {
  ...{ totalCount: 0, totalCountCapped: false, nodes: [] },
  pageInfo: { hasNextPage: false, endCursor: null },
};

/** What the first tasks of all have of a group: the beginning of its own list. */
function firstPageOf(group: GroupName, { tasks, taskGroups }: Portfolio): TaskPage {
  const key = keyOf(group);
  const counted = taskGroups.find((one) => keyOf(one) === key);
  const totalCount = counted?.count ?? 0;
  const isAll = !tasks.pageInfo.hasNextPage;
  const nodes = tasks.nodes.filter((task) => keyOf(nameOf(task)) === key);
  return {
    ...{ totalCount, totalCountCapped: counted?.countCapped ?? false, nodes },
    pageInfo: { hasNextPage: !isAll && nodes.length < totalCount, endCursor: null },
  };
}

/** The group of a task that was read. */
const nameOf = ({ action, run }: Task): GroupName => ({
  mutation: action.mutation,
  isProblem:
    action.mutation === 'retryStep' ||
    (action.mutation === 'requestApproval' &&
      action.track !== null &&
      run.refusedTracks.includes(action.track)),
});

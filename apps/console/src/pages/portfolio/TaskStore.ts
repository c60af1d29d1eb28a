/**
 * What this person can do now, kept current by the changes of runs: a page that asked again after
 * each change would cost the server more than everything else it shows.
 */
import type { MatrixChangesSubscription, TasksQuery } from '../../generated/graphql.ts';

export type TaskPage = TasksQuery['portfolio']['tasks'];
export type Task = TaskPage['nodes'][number];
export type TaskChange = MatrixChangesSubscription['runsChanged'];

/** How many are shown at first, and added each time that somebody asks for more. */
export const SHOWN_TASKS = 20;
/** More than are shown, so that the list stays full while tasks are done. */
export const SPARE_TASKS = 20;
/** The longest page of the API. */
const PAGE_TASKS = 100;

export interface TaskSnapshot {
  /** Undefined until they were read. */
  tasks?: readonly Task[];
  /** How many there are, also those that are not shown; `isCapped`: there are more. */
  total?: number;
  isCapped?: boolean;
  error?: unknown;
  /** Fewer are shown than there may be. */
  isShort: boolean;
}

/** The task that a run is now; null if it waits for somebody else. */
function toTask({ task, organization, refusedTracks, ...run }: TaskChange): Task | null {
  if (!task) return null;
  const { id, name } = organization;
  const { owner, dueAt, overdue } = run;
  return {
    ...task,
    run: {
      ...{ id: run.id, version: run.version, refusedTracks, owner, dueAt, overdue },
      organization: { id, name },
    },
  };
}

/** The server says where a task is. */
const byPosition = (a: Task, b: Task): number => (a.position < b.position ? -1 : 1);

export type ReadPage = (first: number, after: string | null) => Promise<TaskPage>;

interface TaskStoreOptions {
  /** How many are shown at first. */
  shown?: number;
  /** Whether the task of a change is one of this list. */
  isOfList?: (change: TaskChange) => boolean;
}

export class TaskStore {
  private readonly isOfList: (change: TaskChange) => boolean;
  private snapshot: TaskSnapshot = { isShort: false };
  private readonly listeners = new Set<() => void>();
  /** The position until which all tasks were read; null: there are no more. */
  private readUntil: string | null = null;
  private shown: number;
  private total = 0;
  private isCapped = false;
  private kept: readonly Task[] = [];
  /** The newest change of each run since the current load began, which its answer may not have. */
  private changes = new Map<string, TaskChange>();
  /** The newest version of each run that was applied. */
  private readonly versions = new Map<string, number>();
  private currentLoad = 0;

  constructor({ shown = SHOWN_TASKS, isOfList = () => true }: TaskStoreOptions = {}) {
    this.shown = shown;
    this.isOfList = isOfList;
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  readonly getSnapshot = (): TaskSnapshot => this.snapshot;

  /** Reads the tasks. A newer load makes an older one ineffective. */
  async load(read: ReadPage): Promise<void> {
    const load = ++this.currentLoad;
    this.changes = new Map();
    try {
      const tasks: Task[] = [];
      const wanted = this.shown + SPARE_TASKS;
      let page: TaskPage;
      let after: string | null = null;
      do {
        page = await read(Math.min(wanted - tasks.length, PAGE_TASKS), after);
        if (load !== this.currentLoad) return;
        tasks.push(...page.nodes);
        after = page.pageInfo.endCursor ?? null;
      } while (page.pageInfo.hasNextPage && after && tasks.length < wanted);
      this.readUntil = page.pageInfo.hasNextPage ? (tasks.at(-1)?.position ?? null) : null;
      this.total = page.totalCount;
      this.isCapped = page.totalCountCapped;
      this.kept = tasks;
      for (const { run } of tasks) this.note(run.id, run.version);
      const changes = [...this.changes.values()];
      this.publish(this.merge(changes.filter((one) => !this.isKeptNewer(one))));
    } catch (error) {
      if (load === this.currentLoad) this.set({ ...this.snapshot, error });
    }
  }

  /** Shows more, which are read again where too few are known. */
  showMore(count = SHOWN_TASKS): void {
    this.shown += count;
    this.publish(this.kept);
  }

  /** Forgets every task, and what is being read. */
  clear(): void {
    this.currentLoad += 1;
    this.kept = [];
    this.changes = new Map();
    this.versions.clear();
    this.set({ isShort: false });
  }

  /** Applies a batch of changes and ignores versions that are older than what was applied. */
  apply(batch: readonly TaskChange[]): void {
    const newer = batch.filter(({ id, version }) => this.note(id, version));
    for (const one of newer) this.changes.set(one.id, one);
    if (newer.length > 0 && this.snapshot.tasks) this.publish(this.merge(newer));
  }

  /** Whether the version is newer than what was applied of this run. */
  private note(id: string, version: number): boolean {
    if ((this.versions.get(id) ?? 0) >= version) return false;
    this.versions.set(id, version);
    return true;
  }

  private isKeptNewer({ id, version }: TaskChange): boolean {
    return this.kept.some(({ run }) => run.id === id && run.version > version);
  }

  private merge(changes: readonly TaskChange[]): Task[] {
    const newest = new Map(changes.map((one) => [one.id, one]));
    const rest = this.kept.filter(({ run }) => !newest.has(run.id));
    const until = this.readUntil;
    const added = [...newest.values()]
      .map((change) => (this.isOfList(change) ? toTask(change) : null))
      .filter((task): task is Task => task !== null && (until === null || task.position <= until));
    const tasks = [...rest, ...added].toSorted(byPosition);
    // What is not read stays counted as it was, until the tasks are read again.
    this.total += tasks.length - this.kept.length;
    return tasks;
  }

  private publish(tasks: readonly Task[]): void {
    const most = this.shown + SPARE_TASKS;
    this.kept = tasks.slice(0, most);
    if (tasks.length > most) this.readUntil = this.kept.at(-1)!.position;
    const shown = this.kept.slice(0, this.shown);
    const { total, isCapped } = this;
    const isShort = this.readUntil !== null && shown.length < this.shown;
    this.set({ tasks: shown, total, isCapped, isShort });
  }

  private set(snapshot: TaskSnapshot): void {
    this.snapshot = snapshot;
    for (const listener of this.listeners) listener();
  }
}

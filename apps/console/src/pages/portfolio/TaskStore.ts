/**
 * What this person can do now, kept current by the changes of runs: a page that asked again after
 * each change would cost the server more than everything else it shows.
 */
import type { MatrixChangesSubscription, TasksQuery } from '../../generated/graphql.ts';

export type Task = TasksQuery['portfolio']['needsYou'][number];
export type TaskChange = MatrixChangesSubscription['runsChanged'];

export const SHOWN_TASKS = 20;
/** More than are shown, so that the list stays full while tasks are done. */
export const READ_TASKS = 40;

export interface TaskSnapshot {
  /** Undefined until they were read. */
  tasks?: readonly Task[];
  error?: unknown;
  /** Fewer are shown than there may be. */
  isShort: boolean;
}

/** The task that a run is now, by its most important action; null if it waits for somebody else. */
function toTask({ nextActions, organization, startedAt, tracks, ...run }: TaskChange): Task | null {
  const action = nextActions.find(({ movesRun }) => movesRun);
  if (!action || organization.archivedAt !== null) return null;
  const step = tracks
    .find(({ id }) => id === action.track)
    ?.steps.find(({ id }) => id === action.step);
  const { id, name } = organization;
  const { mutation, track, label, reason } = action;
  const { owner, dueAt, overdue } = run;
  return {
    since: step?.since ?? startedAt,
    action: { mutation, track, step: action.step, label, reason },
    run: { id: run.id, version: run.version, owner, dueAt, overdue, organization: { id, name } },
  };
}

const waitingSince = ({ since }: Task): number => Date.parse(since);

export class TaskStore {
  private snapshot: TaskSnapshot = { isShort: false };
  private readonly listeners = new Set<() => void>();
  /** Until when all tasks were read, in milliseconds since the epoch; null: there are no more. */
  private readUntil: number | null = null;
  private kept: readonly Task[] = [];
  /** The newest change of each run since the current load began, which its answer may not have. */
  private changes = new Map<string, TaskChange>();
  /** The newest version of each run that was applied. */
  private readonly versions = new Map<string, number>();
  private currentLoad = 0;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  readonly getSnapshot = (): TaskSnapshot => this.snapshot;

  /** Reads the tasks. A newer load makes an older one ineffective. */
  async load(read: (first: number) => Promise<readonly Task[]>): Promise<void> {
    const load = ++this.currentLoad;
    this.changes = new Map();
    try {
      const tasks = await read(READ_TASKS);
      if (load !== this.currentLoad) return;
      this.readUntil = tasks.length < READ_TASKS ? null : waitingSince(tasks.at(-1)!);
      this.kept = tasks;
      for (const { run } of tasks) this.note(run.id, run.version);
      const changes = [...this.changes.values()];
      this.publish(this.merge(changes.filter((one) => !this.isKeptNewer(one))));
    } catch (error) {
      if (load === this.currentLoad) this.set({ ...this.snapshot, error });
    }
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
    const until = this.readUntil ?? Number.POSITIVE_INFINITY;
    const added = [...newest.values()]
      .map(toTask)
      .filter((task): task is Task => task !== null && waitingSince(task) <= until);
    return [...rest, ...added].toSorted((a, b) => waitingSince(a) - waitingSince(b));
  }

  private publish(tasks: readonly Task[]): void {
    this.kept = tasks.slice(0, READ_TASKS);
    if (tasks.length > READ_TASKS) this.readUntil = waitingSince(this.kept.at(-1)!);
    const shown = this.kept.slice(0, SHOWN_TASKS);
    this.set({ tasks: shown, isShort: this.readUntil !== null && shown.length < SHOWN_TASKS });
  }

  private set(snapshot: TaskSnapshot): void {
    this.snapshot = snapshot;
    for (const listener of this.listeners) listener();
  }
}

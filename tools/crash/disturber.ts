/** Does to a process or to the database what is to be done at a call. */
import type { OpenedDatabase } from '@keyway/postgres';
import type { Coverage, Disturbance, When } from './coverage.ts';
import type { Disturbed } from './crashWorld.ts';
import type { Passing } from './postgresProxy.ts';
import type { Call } from './postgresCalls.ts';
import { pidsOfTree, resume, signal } from './partProcesses.ts';

/**
 * Taken in turns: within a lease, just past what may still be done under one, past the lease, and
 * past everything. They are not scaled: leases and limits are the real ones. What is stopped costs
 * no time of the processor, so several are stopped at once.
 */
export const STOP_SECONDS: readonly number[] = [1, 5, 9, 30];
/** Another worker has it meanwhile. */
export const LATE_SECONDS: readonly number[] = [9, 30];
/** One database for all: within a transaction's limits, past them, past a connection's. */
const DATABASE_STOP_SECONDS = [1, 3, 9];
const COMMIT_SECONDS = [2, 9];
/** When what a killed process had sent arrives: its work was taken over by then. */
const IN_FLIGHT_SECONDS = [1, 4, 9];
/** Between two acts on the database, so that something is done in between. */
const DATABASE_PAUSE_MILLISECONDS = 1_000;
const CHECK_MILLISECONDS = 50;

const pause = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, milliseconds));

export class Disturber {
  readonly #coverage: Coverage;
  readonly #database: () => OpenedDatabase;
  readonly #during: () => readonly string[];
  readonly #underWay = new Set<Promise<void>>();
  readonly #stopped = new Set<string>();
  readonly #mayStop: number;
  readonly #stopSeconds: readonly number[];
  readonly #killed = new Set<number>();
  #isDatabaseBusy = false;
  #turn = 0;
  /** `record`: what is met is wanted; `disturb`: it is disturbed. */
  mode: 'off' | 'record' | 'disturb' = 'off';

  /**
   * @param mayStop so many processes at a time: one more must be there to continue
   * @param stopSeconds how long, in turns
   */
  constructor(
    coverage: Coverage,
    database: () => OpenedDatabase,
    during: () => readonly string[],
    mayStop: number,
    stopSeconds = STOP_SECONDS,
  ) {
    this.#coverage = coverage;
    this.#database = database;
    this.#during = during;
    this.#mayStop = mayStop;
    this.#stopSeconds = stopSeconds;
  }

  async ask(process: Disturbed, call: Call, when: When): Promise<Passing> {
    if (this.mode === 'off') return 'pass';
    if (this.mode === 'record') {
      this.#coverage.want(process.part, call, when);
      return 'pass';
    }
    const pid = process.pid();
    // What a dead process had sent before may still arrive here.
    if (pid === undefined || this.#killed.has(pid)) return 'swallow';
    const how = this.#coverage.take(
      process.part,
      call,
      when,
      (kind) => this.#may(kind, process),
      this.#during(),
    );
    return how ? this.#disturb(how, process.name, pid, when) : 'pass';
  }

  /** Resolves when nothing is stopped or held any more. */
  async end(): Promise<void> {
    this.mode = 'off';
    await Promise.all(this.#underWay);
  }

  #may(how: Disturbance, { name, part }: Disturbed): boolean {
    // A dead one does not come back to a database that a newer version migrated.
    if (part === 'earlier worker' && how !== 'stop') return false;
    if (how === 'killDatabase' || how === 'stopDatabase') return !this.#isDatabaseBusy;
    if (how === 'stop') return !this.#stopped.has(name) && this.#stopped.size < this.#mayStop;
    return true;
  }

  async #disturb(how: Disturbance, name: string, pid: number, when: When): Promise<Passing> {
    switch (how) {
      case 'kill':
        this.#killed.add(pid);
        signal(pid, 'SIGKILL');
        return 'swallow';
      case 'killInFlight':
        this.#killed.add(pid);
        signal(pid, 'SIGKILL');
        await this.#follow(pause(1000 * this.#next(IN_FLIGHT_SECONDS)));
        return 'pass';
      case 'stop': {
        const stopped = this.#follow(this.#stop(name, pid, this.#next(this.#stopSeconds)));
        // What is about to be sent leaves when the process continues.
        if (when === 'before') await stopped;
        return 'pass';
      }
      case 'killDatabase':
        await this.#follow(this.#killDatabase());
        return 'cut';
      case 'stopDatabase':
        await this.#follow(this.#stopDatabase(this.#next(DATABASE_STOP_SECONDS)));
        return 'pass';
      case 'delayCommit':
        await this.#follow(pause(1000 * this.#next(COMMIT_SECONDS)));
        return 'pass';
      case 'loseCommit':
        return 'cut';
      case 'dropPackets':
        return 'swallow';
      case 'fillDisk':
        return 'fail';
    }
  }

  #next(among: readonly number[]): number {
    this.#turn += 1;
    return among[this.#turn % among.length]!;
  }

  async #follow(work: Promise<void>): Promise<void> {
    this.#underWay.add(work);
    try {
      await work;
    } finally {
      this.#underWay.delete(work);
    }
  }

  async #stop(name: string, pid: number, seconds: number): Promise<void> {
    this.#stopped.add(name);
    signal(pid, 'SIGSTOP');
    await pause(seconds * 1000);
    signal(pid, 'SIGCONT');
    this.#stopped.delete(name);
  }

  /** As by an immediate shutdown: without a checkpoint, every session ended. */
  async #killDatabase(): Promise<void> {
    const pid = this.#database().pid();
    if (pid === null) return;
    this.#isDatabaseBusy = true;
    signal(pid, 'SIGQUIT');
    while (this.#database().pid() === pid) {
      await pause(CHECK_MILLISECONDS);
      await this.#database()
        .restartIfDead()
        .catch(() => false);
    }
    void pause(DATABASE_PAUSE_MILLISECONDS).then(() => (this.#isDatabaseBusy = false));
  }

  async #stopDatabase(seconds: number): Promise<void> {
    const pid = this.#database().pid();
    if (pid === null) return;
    this.#isDatabaseBusy = true;
    const pids = pidsOfTree(pid);
    for (const one of pids) signal(one, 'SIGSTOP');
    await pause(seconds * 1000);
    resume(pids);
    void pause(DATABASE_PAUSE_MILLISECONDS).then(() => (this.#isDatabaseBusy = false));
  }
}

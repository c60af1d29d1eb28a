/**
 * One process that `npm start` keeps alive: starts it, reads its output, starts it again with
 * back-off when it dies, and stops it on request.
 */
import { spawn, type ChildProcess } from 'node:child_process';
import { backOff } from './backOff.ts';
import { LineCutter } from './logLine.ts';
import { serviceArguments, serviceEnvironment } from './nodeArguments.ts';

export interface PartPlan {
  name: string;
  /** The program's file, TypeScript or JavaScript. */
  program: string;
  args?: readonly string[];
  /** Called at every start, so that a restarted database's address is taken up. */
  environment: () => NodeJS.ProcessEnv;
  onLine: (line: string) => void;
  /** Called at every start, with the process's number. */
  onStart?: (pid: number) => void;
  /** Called when it ended without being asked to, and in how many milliseconds it starts again. */
  onDeath?: (how: string, againInMs: number) => void;
}

export class Part {
  readonly plan: PartPlan;
  #child: ChildProcess | undefined;
  #startedAt = 0;
  #waitMs: number | undefined;
  #timer: NodeJS.Timeout | undefined;
  #stopping = false;

  constructor(plan: PartPlan) {
    this.plan = plan;
  }

  get pid(): number | undefined {
    return this.#child?.pid;
  }

  start(): void {
    const { program, args = [], environment, onStart } = this.plan;
    this.#stopping = false;
    this.#startedAt = performance.now();
    // A process group of its own: Ctrl-C in the terminal reaches only the supervisor, which stops
    // the parts in order.
    const child = spawn(process.execPath, [...serviceArguments, program, ...args], {
      env: serviceEnvironment(environment()),
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
      detached: process.platform !== 'win32',
    });
    this.#child = child;
    for (const stream of [child.stdout, child.stderr]) this.#listen(stream);
    if (child.pid !== undefined) onStart?.(child.pid);
    child.once('error', (error) => this.#died(child, error.message));
    child.once('exit', (code, signal) =>
      this.#died(child, signal ? `was ended by ${signal}` : `ended with code ${code}`),
    );
  }

  /**
   * Asks the process to end, and ends it when it has not after `graceMs`. Resolves when it is gone;
   * it is not started again.
   */
  async stop(graceMs: number): Promise<void> {
    this.#stopping = true;
    clearTimeout(this.#timer);
    const child = this.#child;
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    const gone = new Promise<void>((resolve) => child.once('exit', () => resolve()));
    child.kill('SIGTERM');
    const hurry = setTimeout(() => child.kill('SIGKILL'), graceMs);
    await gone;
    clearTimeout(hurry);
  }

  /** Ends the process at once; `stop` must have been called before, or it starts again. */
  kill(): void {
    this.#child?.kill('SIGKILL');
  }

  /** Ends the process so that it comes back with a fresh environment. */
  restart(): void {
    this.#child?.kill('SIGTERM');
  }

  #isStopping(): boolean {
    return this.#stopping;
  }

  #listen(stream: NodeJS.ReadableStream | null): void {
    const cutter = new LineCutter(this.plan.onLine);
    stream?.setEncoding('utf8');
    stream?.on('data', (text: string) => cutter.feed(text));
    stream?.on('end', () => cutter.end());
  }

  #died(child: ChildProcess, how: string): void {
    if (child !== this.#child) return;
    this.#child = undefined;
    if (this.#stopping) return;
    this.#waitMs = backOff(
      this.#waitMs,
      performance.now() - this.#startedAt,
      child.signalCode !== null,
    );
    this.plan.onDeath?.(how, this.#waitMs);
    if (this.#isStopping()) return; // Notified of the exit, its owner may have stopped it.
    this.#timer = setTimeout(() => this.start(), this.#waitMs);
  }
}

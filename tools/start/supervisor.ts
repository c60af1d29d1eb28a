/** Starts the parts of Keyway in order, keeps each alive, and stops them in order. */
import { randomUUID } from 'node:crypto';
import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { openDatabase, OpenedDatabase } from '@keyway/postgres';
import { programFile } from '../bundle/bundles.ts';
import { isDiskFull } from './isDiskFull.ts';
import { Part } from './part.ts';
import type { RunFolder } from './runFolder.ts';
import { sandboxPorts } from './sandboxPorts.ts';
import {
  demoToken,
  partEnvironment,
  readSandboxReport,
  sandboxEnvironment,
  type SandboxReport,
  type Settings,
} from './settings.ts';
import type { Terminal } from './terminal.ts';
import { waitUntilReady } from './waitUntilReady.ts';

export interface SupervisorNeeds {
  root: string;
  settings: Settings;
  environment: Record<string, string | undefined>;
  runFolder: RunFolder;
  terminal: Terminal;
  openDatabase: typeof openDatabase;
  /**
   * Called when the whole cannot come up: a part ended again and again before the api was ready.
   */
  onHopeless: (message: string) => void;
}

/** Beside what the api is given to drain. */
const graceMs = 10_000;
/**
 * A part that ends so often before the api was ever ready will not come up on its own: its
 * configuration is wrong.
 */
const deathsBeforeHopeless = 4;
const fullDiskPauseMs = 1_000;
/** The name of a worker among the parts; the first is number 1. */
export const workerPart = (number: number): string =>
  number === 1 ? 'worker' : `worker-${number}`;

/** EX_CONFIG, with which a part says of itself that starting it again will not help. */
const wrongConfiguration = 'ended with code 78';

export class Supervisor {
  readonly #needs: SupervisorNeeds;
  readonly #stopping = new AbortController();
  readonly #parts: Part[] = [];
  readonly #deaths = new Map<string, number>();
  #database: OpenedDatabase | undefined;
  #sandbox: SandboxReport | undefined;
  #wasReady = false;

  constructor(needs: SupervisorNeeds) {
    this.#needs = needs;
  }

  get sandbox(): SandboxReport | undefined {
    return this.#sandbox;
  }

  /**
   * Resolves when the api answers that it is ready (true), or when it was stopped before that
   * (false).
   */
  async start(): Promise<boolean> {
    const { settings, terminal } = this.#needs;
    await Promise.all([
      settings.databaseUrl === undefined && this.#startDatabase(),
      settings.startsSandbox && this.#startSandbox(),
    ]);
    if (this.#stopping.signal.aborted) return false;
    this.#part('api', programFile('api'), () => this.environment()).start();
    for (let number = 1; number <= settings.workers; number += 1) this.#worker(number).start();
    terminal.say('Waiting for the api …');
    const ready = await waitUntilReady(`${this.apiUrl}/readyz`, this.#stopping.signal);
    this.#wasReady ||= ready;
    return ready;
  }

  /** Loads the demo, once for a data folder; does nothing where there is none to load. */
  loadDemo(): Promise<void> {
    return this.#loadOnce('demo', 'demo-loaded', 'Loading the demo …');
  }

  /** The organizations whose keys are not healthy, while people use the others already. */
  loadDemoHealth(): Promise<void> {
    return this.#loadOnce('demoHealth', 'demo-health-loaded');
  }

  async #loadOnce(name: string, markerName: string, saying?: string): Promise<void> {
    const { root, settings, terminal } = this.#needs;
    const program = join(root, 'tools', `${name}.ts`);
    const marker = join(settings.dataDir, markerName);
    if (!settings.demo || !existsSync(program) || existsSync(marker)) return;
    if (saying) terminal.say(saying);
    const failed = await this.#runOnce(name, program);
    if (this.#stopping.signal.aborted) return;
    if (failed)
      terminal.say(
        `The demo could not be loaded: it ${failed}. See ${terminal.logPath(name)}; the next start tries again.`,
      );
    else this.#remember(marker);
  }

  /** On a full disk the demo is loaded again next time, which changes nothing. */
  #remember(marker: string): void {
    try {
      writeFileSync(marker, `${new Date().toISOString()}\n`);
    } catch (error) {
      this.#needs.terminal.say(`${marker} could not be written: ${(error as Error).message}`);
    }
  }

  /** Takes everything down: first what people and clouds talk to, the database last. */
  async stop(): Promise<void> {
    this.#stopping.abort();
    const late = ['sandbox'];
    await this.#stopParts((name) => !late.includes(name));
    await this.#stopParts((name) => late.includes(name));
    await this.#database?.close();
  }

  /** Ends every part at once, for a person who does not want to wait. */
  kill(): void {
    for (const part of this.#parts) part.kill();
  }

  get apiUrl(): string {
    const { host, port } = this.#needs.settings;
    const reachable =
      host === '0.0.0.0'
        ? '127.0.0.1'
        : host === '::'
          ? '[::1]'
          : host.includes(':')
            ? `[${host}]`
            : host;
    return `http://${reachable}:${port}`;
  }

  /** What the api, the worker and everything that joins them run with. */
  environment(): Record<string, string | undefined> {
    const { settings, environment } = this.#needs;
    return partEnvironment(settings, environment, {
      databaseUrl: settings.databaseUrl ?? this.#database?.url ?? '',
      migrationUrl: this.#database?.migrationUrl,
      sandbox: this.#sandbox,
      bootstrapToken: settings.demo ? demoToken(settings.dataDir) : undefined,
    });
  }

  async #startDatabase(): Promise<void> {
    const { terminal } = this.#needs;
    terminal.say('Starting the database …');
    // The store starts it again when it dies, at the same address, and its clients come back by
    // themselves.
    this.#database = await this.#openDatabase();
    this.#database?.onExit(() => terminal.say('The database ended; it is being started again.'));
  }

  /**
   * Waits while the disk is full: after a hard kill nobody else would start everything again.
   * Undefined where it was stopped meanwhile.
   */
  async #openDatabase(): Promise<OpenedDatabase | undefined> {
    const { settings, terminal, openDatabase } = this.#needs;
    const { signal } = this.#stopping;
    for (let said = false; !signal.aborted; said = true) {
      try {
        return await openDatabase({ dataDir: settings.dataDir });
      } catch (error) {
        if (!isDiskFull(settings.dataDir, error)) throw error;
        if (!said)
          terminal.say(
            `The database cannot start: the disk of ${settings.dataDir} is full. Waiting for space …`,
          );
        await sleep(fullDiskPauseMs, undefined, { signal }).catch(() => undefined);
      }
    }
    return undefined;
  }

  async #startSandbox(): Promise<void> {
    const { settings, environment, terminal } = this.#needs;
    const folder = join(settings.dataDir, 'sandbox');
    const ports = await sandboxPorts(folder, environment);
    const own = sandboxEnvironment(settings, environment, { ports, folder });
    terminal.say('Starting the sandbox …');
    await new Promise<void>((resolve) => {
      this.#stopping.signal.addEventListener('abort', () => resolve(), { once: true });
      const part = this.#part(
        'sandbox',
        'apps/sandbox/src/main.ts',
        () => own,
        (line) => {
          const report = readSandboxReport(line);
          if (report) this.#sandbox = report;
          if (report) resolve();
        },
      );
      part.start();
    });
  }

  #worker(number: number): Part {
    // A worker keeps its name over its deaths, so that the next one takes its work back at once.
    // Each has a name of its own, and so have those who join.
    const name = { KEYWAY_WORKER_NAME: `supervised-${randomUUID()}` };
    return this.#part(workerPart(number), programFile('worker'), () => ({
      ...this.environment(),
      ...name,
    }));
  }

  #part(
    name: string,
    program: string,
    environment: () => Record<string, string | undefined>,
    hear?: (line: string) => void,
  ): Part {
    const { root, terminal, runFolder } = this.#needs;
    const path = join(root, program);
    const part = new Part({
      name,
      program: path,
      environment: () => environment() as NodeJS.ProcessEnv,
      onLine: (line) => {
        terminal.line(name, line);
        hear?.(line);
      },
      onStart: (pid) => runFolder.record({ name, pid, program: path }),
      onDeath: (how, againInMs) => this.#died(name, how, againInMs),
    });
    this.#parts.push(part);
    return part;
  }

  #died(name: string, how: string, againInMs: number): void {
    const deaths = (this.#deaths.get(name) ?? 0) + 1;
    this.#deaths.set(name, deaths);
    const hopeless =
      !this.#wasReady &&
      (how === wrongConfiguration ||
        (deaths >= deathsBeforeHopeless && !isDiskFull(this.#needs.settings.dataDir)));
    this.#needs.terminal.say(
      `The ${name} ${how}${hopeless ? '.' : `; starting it again in ${againInMs} ms.`}`,
    );
    if (hopeless) {
      this.#needs.onHopeless(
        `The ${name} does not start; its output is above and in ${this.#needs.terminal.logPath(name)}.`,
      );
    }
  }

  /** Runs a program to its end. Resolves with how it failed, or undefined. */
  async #runOnce(name: string, program: string): Promise<string | undefined> {
    const { terminal } = this.#needs;
    return new Promise((resolve) => {
      const extra = {
        KEYWAY_URL: this.apiUrl,
        KEYWAY_TOKEN: this.environment().KEYWAY_BOOTSTRAP_TOKEN,
      };
      const part = new Part({
        name,
        program,
        environment: () => ({ ...this.environment(), ...extra }) as NodeJS.ProcessEnv,
        onLine: (line) => terminal.line(name, line),
        onDeath: (how) => {
          void part.stop(0);
          this.#parts.splice(this.#parts.indexOf(part), 1);
          resolve(how === 'ended with code 0' ? undefined : how);
        },
      });
      this.#parts.push(part);
      part.start();
    });
  }

  async #stopParts(which: (name: string) => boolean): Promise<void> {
    const parts = this.#parts.filter((part) => which(part.plan.name));
    const drainMs = 1000 * (Number(this.environment().KEYWAY_DRAIN_SECONDS) || 0);
    await Promise.all(parts.map((part) => part.stop(graceMs + drainMs)));
    for (const part of parts) this.#needs.runFolder.forget(part.plan.name);
  }
}

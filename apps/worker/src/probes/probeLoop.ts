/** Asks vaults without a credential for the apis, so many at a time; a slow one delays no other. */
import { ConnectorError, unknownVault, type VaultProbeFacts } from '@keyway/core';
import type { ClaimedProbe } from '@keyway/store';
import { inSpan } from '@keyway/telemetry';
import { EmptyClaims } from '../emptyClaims.ts';
import { pause } from '../pause.ts';
import type { WorkerDependencies } from '../runEffect.ts';
import { ownTrace } from '../spanOfEffect.ts';

export type ProbeDependencies = Pick<WorkerDependencies, 'store' | 'log' | 'vaults'>;

/** Different vaults at a time. */
const LIMIT = 32;
const RETRY_PAUSE_MILLISECONDS = 500;
const FORGET_EVERY_MILLISECONDS = 5_000;

/** What is being asked, by vault: who asks for the same one meanwhile gets the same answer. */
class Probes {
  readonly #deps: ProbeDependencies;
  readonly #signal: AbortSignal;
  readonly #asked = new Map<string, Promise<VaultProbeFacts>>();
  readonly #underWay = new Set<Promise<void>>();

  constructor(deps: ProbeDependencies, signal: AbortSignal) {
    this.#deps = deps;
    this.#signal = signal;
  }

  get free(): number {
    return LIMIT - this.#asked.size;
  }

  /** Resolves when one has ended. */
  async someEnd(): Promise<void> {
    await Promise.race(this.#underWay);
  }

  async allEnd(): Promise<void> {
    await Promise.all(this.#underWay);
  }

  begin(claimed: ClaimedProbe): void {
    const answering = inSpan('probe', ownTrace(), () => this.#answer(claimed))
      .catch((error: unknown) => {
        this.#deps.log.warn({ err: error }, 'probing a vault failed');
      })
      .finally(() => this.#underWay.delete(answering));
    this.#underWay.add(answering);
  }

  /** Somebody waits for the answer, so nothing is tried again. */
  async #answer(claimed: ClaimedProbe): Promise<void> {
    await this.#deps.store.probes.answer(claimed, await this.#ask(claimed));
  }

  #ask(vault: ClaimedProbe): Promise<VaultProbeFacts> {
    const name = `${vault.kind} ${vault.name}`;
    const asking =
      this.#asked.get(name) ??
      this.#deps.vaults
        .probe(vault, { signal: this.#signal })
        .catch((error: unknown) => {
          if (error instanceof ConnectorError) return unknownVault('noAnswer');
          throw error;
        })
        .finally(() => this.#asked.delete(name));
    this.#asked.set(name, asking);
    return asking;
  }
}

/** Runs until `shutdown`. */
export async function probeLoop(deps: ProbeDependencies, shutdown: AbortSignal): Promise<void> {
  const empty = new EmptyClaims();
  const probes = new Probes(deps, shutdown);
  let forgotAt = -Infinity;
  while (!shutdown.aborted) {
    try {
      if (probes.free <= 0) {
        await probes.someEnd();
        continue;
      }
      const claimed = await deps.store.probes.claim(probes.free);
      for (const probe of claimed) probes.begin(probe);
      empty.note(claimed.length);
      if (claimed.length > 0) continue;
      if (performance.now() - forgotAt > FORGET_EVERY_MILLISECONDS) {
        forgotAt = performance.now();
        await deps.store.probes.forget();
      }
      await deps.store.probes.waitForWork(shutdown);
      await pause(empty.pauseMilliseconds(), shutdown);
    } catch (error) {
      deps.log.warn({ err: error }, 'probing a vault failed');
      await pause(RETRY_PAUSE_MILLISECONDS, shutdown);
    }
  }
  await probes.allEnd();
}

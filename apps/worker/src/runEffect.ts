/**
 * One effect from lease to event: heartbeats while the handler works, records what came of it, and
 * lets go when the lease is lost. An effect whose handler throws (a bug, or a database that is
 * away) or may not act now is given back and tried again, and never dropped: it ends only with its
 * event, or where the run as it is now does not want it.
 */
import {
  ConnectorError,
  hostOf,
  OWN_CODES,
  type AdobePort,
  type AzurePort,
  type EffectType,
  type Run,
  type RunEvent,
  FAILED_POLLS_TOLERATED,
  upcastEffectData,
  type ReadFailure,
} from '@keyway/core';
import {
  unavailabilityOf,
  type ClaimedEffect,
  type ConnectionKind,
  type Store,
} from '@keyway/store';
import type { Logger } from 'pino';
import { effectEventId } from './effectEventId.ts';
import type { Answer, EffectContext, Handler, Result } from './effects/effectContext.ts';
import { HANDLERS } from './effects/handlers.ts';
import { keepLease, type KeptLease } from './keepLease.ts';
import { reportRefusals } from './trials/reportRefusals.ts';

export interface WorkerDependencies {
  store: Store;
  azure: AzurePort;
  adobe: AdobePort;
  timeScale: number;
  log: Logger;
}

export const WORKER = { principal: 'worker', name: 'Keyway worker' };
const FIRST_GIVEN_BACK_SECONDS = 5;
const LONGEST_GIVEN_BACK_SECONDS = 300;

/**
 * How long an effect waits that threw at its `claims`th beginning; the database counts, so that it
 * holds across workers.
 */
export const givenBackSeconds = (claims: number): number =>
  Math.min(
    LONGEST_GIVEN_BACK_SECONDS,
    FIRST_GIVEN_BACK_SECONDS * 2 ** Math.min(Math.max(claims, 1) - 1, 16),
  );

const toEvent = ({ lease }: ClaimedEffect, step: string, result: Result): RunEvent =>
  ({
    id: effectEventId(lease, step),
    at: new Date().toISOString(),
    actor: WORKER,
    ...result,
  }) as RunEvent;

/**
 * Why there is no credential to act with. One that is kept and does not open is said as such: it
 * looks connected to everybody else.
 */
export function noCredential(
  kind: 'adobe' | 'azure',
  unopenable: readonly string[],
): ConnectorError {
  const cloud = kind === 'adobe' ? 'Adobe' : 'Azure';
  const isKept = unopenable.includes(kind);
  const message = isKept
    ? `The kept credential of ${cloud} can no longer be opened, because the sealing key is another one. Connect ${cloud} again.`
    : `The organization has no connection to ${cloud}.`;
  return new ConnectorError({
    kind: 'credential',
    message,
    code: isKept ? OWN_CODES.credentialNotReadable : OWN_CODES.notConnected,
  });
}

function contextFor(
  effect: ClaimedEffect,
  run: Run,
  deps: WorkerDependencies,
  lease: KeptLease,
  signal: AbortSignal,
): EffectContext {
  const system = deps.store.system();
  let opened: ReturnType<typeof system.connections> | undefined;
  const connections = () => (opened ??= system.connections(effect.organizationId));
  const doubt = (kind: ConnectionKind) =>
    void deps.store.trials.doubt(effect.organizationId, kind).catch(() => undefined);
  return {
    run,
    azure: reportRefusals(deps.azure, () => doubt('azure')),
    adobe: reportRefusals(deps.adobe, () => doubt('adobe')),
    timeScale: deps.timeScale,
    signal,
    maySend: lease.maySend,
    renewLease: lease.renew,
    azureConnection: async () => {
      const { azure, unopenable } = await connections();
      if (!azure) throw noCredential('azure', unopenable);
      return azure;
    },
    adobeConnection: async () => {
      const { adobe, unopenable } = await connections();
      const host = hostOf(run);
      if (!adobe) throw noCredential('adobe', unopenable);
      if (!host)
        throw new ConnectorError({
          kind: 'rejected',
          code: OWN_CODES.noHost,
          message: `No Platform host is documented for region ${run.organization.region}.`,
        });
      return { ...adobe, imsOrgId: run.organization.imsOrgId, host };
    },
    otherOrganizationsOnVault: (vaultUri) =>
      system.otherOrganizationsOnVault(effect.organizationId, vaultUri),
    record: async (result) => {
      // The lease is asked of the database, not of our memory: what follows is a call that cannot
      // be undone.
      const outcome = await system.advance(effect.runId, toEvent(effect, result.kind, result), {
        underLease: effect.lease,
      });
      // Found as applied before: by us, whose COMMIT was not answered, since nobody else's event
      // has this ID.
      return 'run' in outcome && (outcome.applied || outcome.repeated) ? outcome.run.run : null;
    },
  };
}

/**
 * Does one claimed effect; `stopping` ends calls that are under way. Resolves when it is finished,
 * given back or somebody else's. Never rejects.
 * @param claimedAt by `performance.now()`, before the claim was asked for: the lease may have begun
 *   then
 */
export async function runEffect(
  effect: ClaimedEffect,
  deps: WorkerDependencies,
  stopping: AbortSignal,
  claimedAt: number,
): Promise<void> {
  const { store, log } = deps;
  const aborted = new AbortController();
  const signal = AbortSignal.any([aborted.signal, stopping]);
  const lease = keepLease(effect, store, claimedAt, () => aborted.abort());
  const about = { effect: effect.type, jobKey: effect.jobKey, run: effect.runId };
  try {
    const stored = await store.system().run(effect.runId);
    if (!stored) return; // Its effects went with it.
    const handler = HANDLERS[effect.type] as Handler<EffectType>;
    const answer = await handler(
      upcastEffectData(effect.type as EffectType, effect.data),
      contextFor(effect, stored.run, deps, lease, signal),
    );
    await end(effect, stopping.aborted ? hurried(answer) : answer, deps, about);
  } catch (error) {
    if (aborted.signal.aborted) return;
    const again = stopping.aborted ? 0 : givenBackSeconds(effect.claims);
    if (!stopping.aborted) {
      const told = { ...about, begun: effect.claims, againInSeconds: again, err: error };
      if (unavailabilityOf(error))
        log.warn(told, 'the database refused an effect or could not be reached; it is given back');
      else log.error(told, 'effect failed unexpectedly; it is given back');
    }
    await release(effect, store, again);
  } finally {
    lease.stop();
  }
}

/** Due again for whoever is next; if the database is away the lease runs out by itself. */
async function release(effect: ClaimedEffect, store: Store, afterSeconds: number): Promise<void> {
  const dueAt = new Date(Date.now() + afterSeconds * 1000).toISOString();
  await store.queue.postpone(effect.lease, dueAt).catch(() => undefined);
}

/** A worker that stops does not make the next one wait. */
const hurried = (answer: Answer): Answer =>
  'release' in answer ? { ...answer, afterSeconds: 0 } : answer;

async function end(
  effect: ClaimedEffect,
  answer: Answer,
  deps: WorkerDependencies,
  about: object,
): Promise<void> {
  if ('release' in answer) {
    deps.log.info(
      { ...about, reason: answer.release, againInSeconds: answer.afterSeconds },
      'effect given back',
    );
    await release(effect, deps.store, answer.afterSeconds);
  } else if ('notWanted' in answer) {
    const became = await deps.store.system().discard(effect.runId, effect.lease);
    if (became === 'kept')
      deps.log.warn(
        { ...about, reason: answer.notWanted },
        'the run wants an effect that its handler did not; it stays',
      );
  } else await finish(effect, answer, deps, about);
}

function warnOfPoll(
  { code, status }: ReadFailure,
  attempt: number,
  { log }: WorkerDependencies,
  about: object,
): void {
  if (attempt >= FAILED_POLLS_TOLERATED)
    log.warn({ ...about, attempt, code, status }, 'the status of a configuration cannot be read');
}

async function finish(
  effect: ClaimedEffect,
  result: Result,
  deps: WorkerDependencies,
  about: object,
): Promise<void> {
  const outcome = await deps.store
    .system()
    .advance(effect.runId, toEvent(effect, 'end', result), { fromEffect: effect.lease });
  if ('refusal' in outcome) {
    const again = givenBackSeconds(effect.claims);
    deps.log.error(
      { ...about, refusal: outcome.refusal, againInSeconds: again },
      'the run refused a result of the worker; its effect is given back',
    );
    await release(effect, deps.store, again);
  } else if ('lostLease' in outcome) deps.log.warn(about, 'lease lost; the result is dropped');
  else {
    if (result.kind === 'configurationObserved' && result.data.failure)
      warnOfPoll(result.data.failure, result.data.attempt, deps, about);
    deps.log.debug({ ...about, event: result.kind, applied: outcome.applied }, 'effect done');
  }
}

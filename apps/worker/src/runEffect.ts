/**
 * One effect from lease to event. An effect is never dropped: it ends with its event, or when the
 * run does not need it any more; otherwise it is released and tried again.
 */
import {
  hostOf,
  type AdobePort,
  type AwsPort,
  type AzurePort,
  type AzureSetupPort,
  type Run,
  type RunEvent,
  type VaultProbePort,
  MAX_FAILED_POLLS,
  NewerVersion,
  WORKER,
  type ReadFailure,
} from '@keyway/core';
import {
  ReplacedDatabase,
  unavailabilityOf,
  type AdvanceResult,
  type ClaimedEffect,
  type ConnectionKind,
  type Following,
  type Reading,
  type Store,
} from '@keyway/store';
import { currentSpan, errorType, inSpan } from '@keyway/telemetry';
import type { Logger } from 'pino';
import { countEffect } from './effectCounts.ts';
import { effectEventId } from './effectEventId.ts';
import type { EffectContext, NotWanted, Release, Result } from './effects/effectContext.ts';
import { handleEffect } from './effects/effectHandlers.ts';
import { observeStep } from './effects/observeStep.ts';
import { requireAdobe, requireAws, requireAzure } from './credentials.ts';
import { keepLease, type KeptLease } from './keepLease.ts';
import { lateEvent } from './lateEvent.ts';
import { readFollowing, type FollowingReads } from './readFollowing.ts';
import { hasNewScope } from './trials/readPermissionLists.ts';
import { spanOfEffect } from './spanOfEffect.ts';
import { reportRefusals } from './trials/reportRefusals.ts';

export interface WorkerDependencies {
  store: Store;
  azure: AzurePort & AzureSetupPort;
  adobe: AdobePort;
  aws: AwsPort;
  vaults: VaultProbePort;
  timeScale: number;
  log: Logger;
}

const FIRST_RETRY_SECONDS = 5;
const MAX_RETRY_SECONDS = 300;
const READ_AGAIN_SECONDS = 1;

/** How long an effect waits whose `claims`th attempt threw. The database counts for all workers. */
export const retryDelaySeconds = (claims: number): number =>
  Math.min(MAX_RETRY_SECONDS, FIRST_RETRY_SECONDS * 2 ** Math.min(Math.max(claims, 1) - 1, 16));

const toEvent = ({ lease }: ClaimedEffect, step: string, result: Result): RunEvent => ({
  id: effectEventId(lease, step),
  at: new Date().toISOString(),
  actor: WORKER,
  ...result,
});

/** `signal` ends with the lease, too. */
type Signals = Pick<EffectContext, 'signal' | 'stopping'>;

function contextFor(
  effect: ClaimedEffect,
  run: Run,
  deps: WorkerDependencies,
  lease: KeptLease,
  { signal, stopping }: Signals,
): EffectContext {
  const system = deps.store.system();
  const connections = () => effect.work.connections(effect.organizationId);
  const scheduleRetrial = (kind: ConnectionKind) =>
    void deps.store.trials.scheduleRetrial(effect, kind).catch(() => undefined);
  return {
    run,
    azure: reportRefusals(deps.azure, () => scheduleRetrial('azure')),
    adobe: reportRefusals(deps.adobe, () => scheduleRetrial('adobe')),
    aws: reportRefusals(deps.aws, () => scheduleRetrial('aws')),
    vaults: deps.vaults,
    mayProbe: () => deps.store.probes.count(effect.partnerId),
    timeScale: deps.timeScale,
    signal,
    stopping,
    maySend: lease.maySend,
    renewLease: lease.renew,
    settling: (seconds) => deps.store.eras.settling(seconds),
    isInEra: (era) => deps.store.eras.isIn(era),
    now: () => deps.store.now().toISOString(),
    azureConnection: async () => requireAzure(await connections()),
    awsConnection: async () => requireAws(await connections(), effect.organizationId),
    adobeConnection: async () =>
      requireAdobe(await connections(), {
        imsOrgId: run.organization.imsOrgId,
        host: hostOf(run),
      }),
    otherOrganizationsSharing: (vaultOrKey) => system.otherOrganizationsSharing(effect, vaultOrKey),
    signHistory: () => deps.store.checkpoints.cover(effect),
    prepareToSign: () => deps.store.checkpoints.prepare(effect),
    record: async (result) => {
      // The database checks the lease, because the call that follows cannot be undone.
      const outcome = await system.advance(effect.runId, toEvent(effect, result.kind, result), {
        underLease: effect.lease,
      });
      // `repeated`: our own COMMIT went through unanswered, since no other event has this ID.
      return 'run' in outcome && (outcome.applied || outcome.repeated) ? outcome.run.run : null;
    },
  };
}

/**
 * Runs one claimed effect. Resolves when it is finished, released or another worker's. Never
 * rejects.
 * @param stopping ends running calls
 * @param claimedAt by `leaseClock`, before the claim was sent: the lease may start then
 */
export const runEffect = (
  effect: ClaimedEffect,
  deps: WorkerDependencies,
  stopping: AbortSignal,
  claimedAt: number,
): Promise<void> =>
  inSpan(
    `effect ${effect.type}`,
    () => spanOfEffect(effect),
    () => runClaimed(effect, deps, stopping, claimedAt),
  );

async function runClaimed(
  effect: ClaimedEffect,
  deps: WorkerDependencies,
  stopping: AbortSignal,
  claimedAt: number,
): Promise<void> {
  const { store, log } = deps;
  const aborted = new AbortController();
  const signal = AbortSignal.any([aborted.signal, stopping]);
  const lease = keepLease(effect, store, claimedAt, () => aborted.abort());
  const about = { effect: effect.type, jobKey: effect.jobKey, runId: effect.runId };
  const begunAt = performance.now();
  let result = 'gone';
  try {
    const run = effect.work.run(effect.runId);
    if (!run) return; // Its effects were deleted with it.
    const context = contextFor(effect, run, deps, lease, { signal, stopping });
    const reads: FollowingReads = {
      ...{ begunAt: performance.now(), signal, now: () => store.now() },
      read: async ({ jobKey, data }, after, ending) => {
        const following = contextFor(effect, after, deps, lease, { signal: ending, stopping });
        return toEvent(effect, jobKey, await observeStep(data, following));
      },
    };
    const reading = { since: store.now().toISOString(), run };
    const answer = await handleEffect(effect.type, effect.data, context);
    if (!('kind' in answer)) {
      result = 'release' in answer ? 'released' : 'notWanted';
      await giveBack(effect, stopping.aborted ? withoutDelay(answer) : answer, deps, about);
      return;
    }
    const event = toEvent(effect, 'end', answer);
    const following = event.kind === 'factsObserved' ? await readFollowing(run, event, reads) : [];
    result = await finish(effect, event, { reading, following }, deps, about);
  } catch (error) {
    result = 'failed';
    currentSpan()?.fail(errorType(error));
    if (aborted.signal.aborted) return;
    const again = stopping.aborted ? 0 : retryDelaySeconds(effect.claims);
    if (!stopping.aborted) {
      const details = { ...about, claims: effect.claims, retryInSeconds: again, err: error };
      if (error instanceof ReplacedDatabase) log.warn(about, error.message);
      else if (error instanceof NewerVersion)
        log.info(details, 'a newer version wrote this run; effect released for its workers');
      else if (unavailabilityOf(error))
        log.warn(details, 'the database refused or did not answer; effect released');
      else log.error(details, 'effect failed unexpectedly; released');
    }
    await release(effect, store, again);
  } finally {
    lease.stop();
    currentSpan()?.set({ 'keyway.effect.result': result });
    countEffect({ effect: effect.type, result, seconds: (performance.now() - begunAt) / 1000 });
  }
}

/** Makes the effect due for any worker. If the database does not answer, the lease expires. */
async function release(effect: ClaimedEffect, store: Store, afterSeconds: number): Promise<void> {
  const dueAt = new Date(Date.now() + afterSeconds * 1000).toISOString();
  await store.queue.postpone(effect.lease, dueAt).catch(() => undefined);
}

/** The next worker does not wait for one that stops. */
const withoutDelay = (answer: NotWanted | Release): NotWanted | Release =>
  'release' in answer ? { ...answer, afterSeconds: 0 } : answer;

async function giveBack(
  effect: ClaimedEffect,
  answer: NotWanted | Release,
  deps: WorkerDependencies,
  about: object,
): Promise<void> {
  if ('release' in answer) {
    deps.log.info(
      { ...about, reason: answer.release, retryInSeconds: answer.afterSeconds },
      'effect released',
    );
    await release(effect, deps.store, answer.afterSeconds);
    return;
  }
  const became = await deps.store.system().discard(effect.runId, effect.lease);
  if (became === 'kept')
    deps.log.warn(
      { ...about, reason: answer.notWanted },
      'the handler did not want an effect that the run wants; kept',
    );
}

function warnOfPoll(
  { code, status }: ReadFailure,
  attempt: number,
  { log }: WorkerDependencies,
  about: object,
): void {
  if (attempt >= MAX_FAILED_POLLS)
    log.warn({ ...about, attempt, code, status }, 'the status of a configuration cannot be read');
}

/**
 * Of what may have changed Azure, the core records it where the set-up ended meanwhile; of what was
 * read, that it blocked where nobody can read it again.
 */
async function recordLate(
  effect: ClaimedEffect,
  event: RunEvent,
  reading: Reading,
  { store, log }: WorkerDependencies,
  about: object,
): Promise<void> {
  const late = lateEvent(event, effectEventId(effect.lease, 'late'), reading);
  const outcome =
    late && (await store.system().advance(effect.runId, late, { partnerId: effect.partnerId }));
  if (outcome && 'run' in outcome && outcome.applied)
    log.warn(about, 'lease lost; the answer was recorded as a late one');
  else log.warn(about, 'lease lost; result discarded');
}

/** What became of an effect, as its span says it. */
function resultOf(outcome: AdvanceResult): string {
  if ('refusal' in outcome) return 'refused';
  if ('overtaken' in outcome) return 'overtaken';
  return 'lostLease' in outcome ? 'lostLease' : 'done';
}

async function finish(
  effect: ClaimedEffect,
  event: RunEvent,
  read: { reading: Reading; following: Following[] },
  deps: WorkerDependencies,
  about: object,
): Promise<string> {
  const outcome = await deps.store
    .system()
    .advance(effect.runId, event, { fromEffect: effect.lease, ...read });
  if ('refusal' in outcome) {
    const again = retryDelaySeconds(effect.claims);
    deps.log.error(
      { ...about, refusal: outcome.refusal, retryInSeconds: again },
      'the run refused the result of an effect; released',
    );
    await release(effect, deps.store, again);
  } else if ('overtaken' in outcome) {
    deps.log.info(about, 'others observed the same meanwhile; read again');
    await release(effect, deps.store, READ_AGAIN_SECONDS);
  } else if ('lostLease' in outcome) await recordLate(effect, event, read.reading, deps, about);
  else {
    if (outcome.applied && hasNewScope(read.reading.run, outcome.run.run, event))
      await deps.store.trials.scheduleRetrial(effect, 'azure').catch(() => undefined);
    if (event.kind === 'configurationObserved' && event.data.failure)
      warnOfPoll(event.data.failure, event.data.attempt, deps, about);
    const followed = read.following.map(({ jobKey }) => jobKey);
    deps.log.debug(
      { ...about, event: event.kind, applied: outcome.applied, followed },
      'effect done',
    );
  }
  return resultOf(outcome);
}

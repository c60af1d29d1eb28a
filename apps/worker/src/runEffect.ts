/**
 * One effect from lease to event: heartbeats while the handler works, records what came of it, and lets go when the lease is lost. An
 * effect whose handler throws (a bug, or a database that is away) is given back and tried again, later each time, and never dropped.
 */
import { randomUUID } from 'node:crypto';
import { ConnectorError, hostOf, OWN_CODES, type AdobePort, type AzurePort, type EffectType, type Run, type RunEvent } from '@keyway/core';
import { LEASE_SECONDS, type ClaimedEffect, type Store } from '@keyway/store';
import type { Logger } from 'pino';
import type { EffectContext, Handler, Result } from './effects/effectContext.ts';
import { HANDLERS } from './effects/handlers.ts';

export interface WorkerDependencies {
  store: Store;
  azure: AzurePort;
  adobe: AdobePort;
  timeScale: number;
  log: Logger;
}

const HEARTBEAT_MILLISECONDS = 2_000;
/** No state-changing call begins with less of the lease left than a call may take to leave the process. */
const LEASE_MARGIN_MILLISECONDS = 3_000;
const WORKER = { principal: 'worker', name: 'Keyway worker' };
const FIRST_GIVEN_BACK_SECONDS = 5;
const LONGEST_GIVEN_BACK_SECONDS = 300;

/** How long an effect waits that threw at its `claims`th beginning; the database counts, so that it holds across workers. */
export const givenBackSeconds = (claims: number): number =>
  Math.min(LONGEST_GIVEN_BACK_SECONDS, FIRST_GIVEN_BACK_SECONDS * 2 ** Math.min(Math.max(claims, 1) - 1, 16));

const toEvent = (result: Result): RunEvent => ({ id: randomUUID(), at: new Date().toISOString(), actor: WORKER, ...result }) as RunEvent;

/** Keeps a lease alive; `mayStillAct` tells by a monotonic clock whether it surely still is. */
function keepLease(effect: ClaimedEffect, store: Store, onLost: () => void): { mayStillAct: () => boolean; stop: () => void } {
  let renewedAt = performance.now();
  let lost = false;
  const timer = setInterval(() => {
    const begun = performance.now();
    store.queue.heartbeat(effect.lease).then(
      (kept) => {
        if (kept) renewedAt = begun;
        else {
          lost = true;
          onLost();
        }
      },
      () => undefined, // The database is away: the lease runs out by itself and mayStillAct turns false.
    );
  }, HEARTBEAT_MILLISECONDS);
  return {
    mayStillAct: () => !lost && performance.now() - renewedAt < LEASE_SECONDS * 1000 - LEASE_MARGIN_MILLISECONDS,
    stop: () => clearInterval(timer),
  };
}

/** Why there is no credential to act with. One that is kept and does not open is said as such: it looks connected to everybody else. */
function noCredential(kind: 'adobe' | 'azure', unopenable: readonly string[]): ConnectorError {
  const cloud = kind === 'adobe' ? 'Adobe' : 'Azure';
  const isKept = unopenable.includes(kind);
  const message = isKept
    ? `The kept credential of ${cloud} can no longer be opened, because the sealing key is another one. Connect ${cloud} again.`
    : `The organization has no connection to ${cloud}.`;
  return new ConnectorError({ kind: 'credential', message, code: isKept ? OWN_CODES.credentialNotReadable : OWN_CODES.notConnected });
}

function contextFor(
  effect: ClaimedEffect,
  run: Run,
  deps: WorkerDependencies,
  lease: { mayStillAct: () => boolean },
  signal: AbortSignal,
): EffectContext {
  const system = deps.store.system();
  let opened: ReturnType<typeof system.connections> | undefined;
  const connections = () => (opened ??= system.connections(effect.organizationId));
  return {
    run,
    azure: deps.azure,
    adobe: deps.adobe,
    timeScale: deps.timeScale,
    signal,
    mayStillAct: lease.mayStillAct,
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
    otherOrganizationsOnVault: (vaultUri) => system.otherOrganizationsOnVault(effect.organizationId, vaultUri),
    record: async (result) => {
      // The lease is asked of the database, not of our memory: what follows is a call that cannot be undone.
      if (!(await deps.store.queue.heartbeat(effect.lease))) return null;
      const outcome = await system.advance(effect.runId, toEvent(result));
      return 'run' in outcome && outcome.applied ? outcome.run.run : null;
    },
  };
}

/** Does one claimed effect; `stopping` ends calls that are under way. Resolves when it is finished, given back or somebody else's. Never rejects. */
export async function runEffect(effect: ClaimedEffect, deps: WorkerDependencies, stopping: AbortSignal): Promise<void> {
  const { store, log } = deps;
  const aborted = new AbortController();
  const signal = AbortSignal.any([aborted.signal, stopping]);
  const lease = keepLease(effect, store, () => aborted.abort());
  const about = { effect: effect.type, slot: effect.slot, run: effect.runId };
  try {
    const stored = await store.system().run(effect.runId);
    if (!stored) {
      await store.queue.discard(effect.lease);
      return;
    }
    const handler = HANDLERS[effect.type] as Handler<EffectType>;
    const result = await handler(effect.data, contextFor(effect, stored.run, deps, lease, signal));
    if (result === null && stopping.aborted) await giveBack(effect, store, 0);
    else if (result === null) await store.queue.discard(effect.lease);
    else await finish(effect, result, deps, about);
  } catch (error) {
    if (aborted.signal.aborted) return;
    const again = stopping.aborted ? 0 : givenBackSeconds(effect.claims);
    if (!stopping.aborted)
      log.error({ ...about, begun: effect.claims, againInSeconds: again, err: error }, 'effect failed unexpectedly; it is given back');
    await giveBack(effect, store, again);
  } finally {
    lease.stop();
  }
}

/** Due again for whoever is next; if the database is away the lease runs out by itself. */
async function giveBack(effect: ClaimedEffect, store: Store, afterSeconds: number): Promise<void> {
  const dueAt = new Date(Date.now() + afterSeconds * 1000).toISOString();
  await store.queue.postpone(effect.lease, dueAt).catch(() => undefined);
}

async function finish(effect: ClaimedEffect, result: Result, deps: WorkerDependencies, about: object): Promise<void> {
  const outcome = await deps.store.system().advance(effect.runId, toEvent(result), { fromEffect: effect.lease });
  if ('refusal' in outcome) {
    deps.log.error({ ...about, refusal: outcome.refusal }, 'the run refused a result of the worker');
    await deps.store.queue.discard(effect.lease);
  } else if ('lostLease' in outcome) deps.log.warn(about, 'lease lost; the result is dropped');
  else deps.log.debug({ ...about, event: result.kind, applied: outcome.applied }, 'effect done');
}

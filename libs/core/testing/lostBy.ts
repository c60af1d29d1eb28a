/**
 * What a transition loses: effects that the run needs afterwards and that are neither requested nor
 * were waiting before.
 */
import { jobKeys } from '../src/change.ts';
import type { RunEvent } from '../src/event.ts';
import { expectedEffects } from '../src/expectedEffects.ts';
import type { Run } from '../src/run.ts';
import type { Transition } from '../src/transition.ts';

/** Runs are never changed, and an exploration asks for the same one with every event. */
const neededByRun = new WeakMap<Run, readonly string[]>();
function jobKeysNeeded(run: Run): readonly string[] {
  const known = neededByRun.get(run) ?? expectedEffects(run).map(({ jobKey }) => jobKey);
  neededByRun.set(run, known);
  return known;
}

export function lostBy(
  before: Run,
  event: RunEvent,
  { run, effects, clearJobKeys }: Transition,
): string[] {
  const ended = endedBy(event);
  const waiting = jobKeysNeeded(before);
  const isKept = (jobKey: string): boolean =>
    waiting.includes(jobKey) &&
    jobKey !== ended &&
    !clearJobKeys.includes(jobKey) &&
    !clearJobKeys.includes('*');
  return jobKeysNeeded(run).filter(
    (needed) => !isKept(needed) && !effects.some(({ jobKey }) => jobKey === needed),
  );
}

/** The effect that ends with this result. */
function endedBy({ kind, data }: RunEvent): string | null {
  switch (kind) {
    case 'factsObserved':
      return data.late ? null : jobKeys.observe(data.track, data.facts.step);
    case 'trackReread':
      return jobKeys.reread(data.track);
    case 'approvalExpired':
      return jobKeys.expire(data.track);
    case 'configurationAccepted':
    case 'configurationSendFailed':
    case 'configurationNotFound':
      return jobKeys.submit;
    case 'configurationObserved':
      return jobKeys.poll;
    case 'roleAssigned':
    case 'roleAssignmentFailed':
      return jobKeys.assign(data.track);
    case 'setupPlanned':
    case 'setupPlanFailed':
      return jobKeys.setup(data.track);
    case 'setupChangeMade':
    case 'setupChangeFailed':
      // A late one had lost its effect.
      return data.late ? null : jobKeys.setup(data.track);
    case 'vaultProbed':
      return jobKeys.probe(data.track);
    default:
      return null;
  }
}

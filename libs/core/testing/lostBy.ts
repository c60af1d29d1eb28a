/**
 * What a transition loses: effects that the run needs afterwards and that are neither asked for nor
 * were waiting before. Taken step by step: where all that a run needs waits, and no event loses any
 * of it, nothing is ever lost.
 */
import { jobKeys } from '../src/change.ts';
import type { RunEvent } from '../src/event.ts';
import { expectedEffects } from '../src/expectedEffects.ts';
import type { Run } from '../src/run.ts';
import type { Transition } from '../src/transition.ts';

export function lostBy(
  before: Run,
  event: RunEvent,
  { run, effects, clearJobKeys }: Transition,
): string[] {
  const ended = endedBy(event);
  const waiting = expectedEffects(before).map(({ jobKey }) => jobKey);
  const kept = waiting.filter(
    (jobKey) => jobKey !== ended && !clearJobKeys.includes(jobKey) && !clearJobKeys.includes('*'),
  );
  const there = new Set([...kept, ...effects.map(({ jobKey }) => jobKey)]);
  return expectedEffects(run)
    .map(({ jobKey }) => jobKey)
    .filter((jobKey) => !there.has(jobKey));
}

/** The effect that ends with this result. */
function endedBy({ kind, data }: RunEvent): string | null {
  switch (kind) {
    case 'factsObserved':
      return jobKeys.observe(data.track, data.facts.step);
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
    default:
      return null;
  }
}

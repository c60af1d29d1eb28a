/**
 * What a transition loses: effects that the run needs afterwards and that are neither asked for nor were waiting before. Taken step by step: where
 * all that a run needs waits, and no event loses any of it, nothing is ever lost.
 */
import { slots } from '../src/change.ts';
import type { RunEvent } from '../src/event.ts';
import { expectedEffects } from '../src/expectedEffects.ts';
import type { Run } from '../src/run.ts';
import type { Transition } from '../src/transition.ts';

export function lostBy(before: Run, event: RunEvent, { run, effects, clearSlots }: Transition): string[] {
  const ended = endedBy(event);
  const waiting = expectedEffects(before).map(({ slot }) => slot);
  const kept = waiting.filter((slot) => slot !== ended && !clearSlots.includes(slot) && !clearSlots.includes('*'));
  const there = new Set([...kept, ...effects.map(({ slot }) => slot)]);
  return expectedEffects(run)
    .map(({ slot }) => slot)
    .filter((slot) => !there.has(slot));
}

/** The effect that ends with this result. */
function endedBy({ kind, data }: RunEvent): string | null {
  switch (kind) {
    case 'factsObserved':
      return slots.observe(data.track, data.facts.step);
    case 'trackReread':
      return slots.reread(data.track);
    case 'approvalExpired':
      return slots.expire(data.track);
    case 'configurationAccepted':
    case 'configurationSendFailed':
    case 'configurationNotFound':
      return slots.submit;
    case 'configurationObserved':
      return slots.poll;
    case 'roleAssigned':
    case 'roleAssignmentFailed':
      return slots.assign(data.track);
    default:
      return null;
  }
}

/** Requests the effects again that the run needs and that were lost. */
import type { Outcome } from '../change.ts';
import type { RunEventOf } from '../event.ts';
import { expectedEffects } from '../expectedEffects.ts';
import type { Run } from '../run.ts';

export function workResumed(run: Run, event: RunEventOf<'workResumed'>): Outcome {
  const effects = expectedEffects(run).filter(({ jobKey }) => event.data.missing.includes(jobKey));
  return effects.length === 0 ? { run, changed: false } : { run, effects };
}

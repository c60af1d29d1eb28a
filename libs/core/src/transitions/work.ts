/** Who is responsible for a run, until when it should be done, and what people note about it. */
import type { Outcome } from '../change.ts';
import type { RunEventOf } from '../event.ts';
import { refuse } from '../refusal.ts';
import type { Run } from '../run.ts';
import { findStep, isRefusal } from '../stepGuards.ts';

/** Two people may change the owner and the due date at once: each keeps what the other changed. */
export function runAssigned(run: Run, event: RunEventOf<'runAssigned'>): Outcome {
  const { owner = run.owner, dueAt = run.dueAt } = event.data;
  const isSame = owner?.memberId === run.owner?.memberId && dueAt === run.dueAt;
  return isSame ? { run, changed: false } : { run: { ...run, owner, dueAt } };
}

/** Changes nothing but the history, which keeps the text. */
export function commentAdded(
  run: Run,
  { data: { track, step } }: RunEventOf<'commentAdded'>,
): Outcome {
  if (step && !track) return { refusal: refuse('trackMissing', ['track']) };
  if (!track || !step) return { run };
  const found = findStep(run, track, step);
  return isRefusal(found) ? { refusal: found } : { run };
}

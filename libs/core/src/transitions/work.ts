/** Who is responsible for a run, until when it should be done, and what people note about it. */
import type { Outcome } from '../change.ts';
import type { RunEventOf } from '../event.ts';
import type { Run } from '../run.ts';

export function runAssigned(run: Run, event: RunEventOf<'runAssigned'>): Outcome {
  const { owner, dueAt } = event.data;
  const isSame = owner?.memberId === run.owner?.memberId && dueAt === run.dueAt;
  return isSame ? { run, changed: false } : { run: { ...run, owner, dueAt } };
}

/** Changes nothing but the history, which keeps the text. */
export const commentAdded = (run: Run, _event: RunEventOf<'commentAdded'>): Outcome => ({ run });

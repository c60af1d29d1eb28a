/** What keeps an approval from being asked for: warnings nobody accepted, and steps before it that are not done. */
import type { StepId } from '../../generated/enums.ts';
import type { CheckView, StepView, TrackView } from '../run/data/runFields.ts';

const FROM_APPROVAL_ON: ReadonlySet<StepId> = new Set(['APPROVAL', 'SUBMISSION', 'ACTIVATION', 'TICKET', 'CONFIRMATION']);

export function standsInTheWay(track: TrackView): { warnings: CheckView[]; steps: StepView[] } {
  const before = track.steps.filter((step) => !FROM_APPROVAL_ON.has(step.id));
  return {
    warnings: before.flatMap((step) => step.checks).filter((check) => check.verdict === 'WARN' && !check.override),
    steps: before.filter((step) => step.status !== 'DONE' && step.status !== 'NOT_APPLICABLE'),
  };
}

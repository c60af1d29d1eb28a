/**
 * What must be done before an approval can be requested: warnings to accept and steps to finish.
 */
import type { CheckView, StepView, TrackView } from '../../features/run/data/runFields.ts';
import { findUnfinishedStepsBefore } from '../../features/run/steps/findUnfinishedStepsBefore.ts';

export function findApprovalBlockers(track: TrackView): {
  warnings: CheckView[];
  steps: StepView[];
} {
  const before = track.steps.slice(
    0,
    Math.max(
      0,
      track.steps.findIndex((step) => step.id === 'APPROVAL'),
    ),
  );
  return {
    warnings: before
      .flatMap((step) => step.checks)
      .filter((check) => check.verdict === 'WARN' && !check.override),
    steps: findUnfinishedStepsBefore(track, 'APPROVAL'),
  };
}

/**
 * What keeps an approval from being asked for: warnings nobody accepted, and steps before it that
 * are not done.
 */
import type { CheckView, StepView, TrackView } from '../../features/run/data/runFields.ts';
import { openStepsBefore } from '../../features/run/steps/openStepsBefore.ts';

export function approvalBlockers(track: TrackView): { warnings: CheckView[]; steps: StepView[] } {
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
    steps: openStepsBefore(track, 'APPROVAL'),
  };
}

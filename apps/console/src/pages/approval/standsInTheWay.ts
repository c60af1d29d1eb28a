/**
 * What keeps an approval from being asked for: warnings nobody accepted, and steps before it that
 * are not done.
 */
import type { CheckView, StepView, TrackView } from '../run/data/runFields.ts';
import { openBefore } from '../run/steps/openBefore.ts';

export function standsInTheWay(track: TrackView): { warnings: CheckView[]; steps: StepView[] } {
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
    steps: openBefore(track, 'APPROVAL'),
  };
}

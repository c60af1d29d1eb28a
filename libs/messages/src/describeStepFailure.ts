/** Why a step failed for good, by the check of its own call; null where nothing more is known. */
import type { CheckId, Locale, StepFailure, StepId } from '@keyway/core';
import { describeCheck } from './checks/describeCheck.ts';

const CALL_CHECKS: Partial<Record<StepId, CheckId>> = {
  ROLE: 'roleCanBeAssigned',
  SUBMISSION: 'configurationIsTaken',
  ACTIVATION: 'configurationStatusIsRead',
};

/**
 * One sentence, or the upstream message where the step has no check of its call. Null: nothing is
 * known but that it failed.
 */
export function describeStepFailure(
  step: StepId,
  { code, values, upstreamMessage }: StepFailure,
  locale: Locale,
): string | null {
  if (code === 'stored') return values['text'] == null ? null : String(values['text']);
  const check = CALL_CHECKS[step];
  return check ? describeCheck({ check, outcome: code, values }, locale).observed : upstreamMessage;
}

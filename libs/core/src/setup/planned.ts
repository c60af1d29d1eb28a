/** Makes one change of a plan; its kind is added by `planChanges`. */
import type { CheckValues } from '../check.ts';
import type { Observed, ReadFailure } from '../observedSchema.ts';
import type { ChangeReason, ChangeSettings, PlannedChange } from './plannedChange.ts';

/** A change without its kind. */
export type Planned = Omit<PlannedChange, 'kind'>;

export const planned = (
  outcome: Planned['outcome'],
  before: ChangeSettings,
  after: ChangeSettings,
  irreversible = false,
): Planned => ({ outcome, before, after, irreversible, reason: null });

export const notPossible = (
  code: ChangeReason,
  before: ChangeSettings = {},
  values: CheckValues = {},
): Planned => ({
  ...planned('NOT_POSSIBLE', before, {}),
  reason: { code, values },
});
export const unknown = (code: ChangeReason): Planned => ({
  ...planned('UNKNOWN', {}, {}),
  reason: { code, values: {} },
});
export const notReadable = (failure: ReadFailure): Planned => ({
  ...unknown('notReadable'),
  failure: { ...failure, retryAfterSeconds: null },
});

/** Whether a value that must be seen first was not. */
export const unreadable = (...parts: readonly Observed<unknown>[]): ReadFailure | null => {
  for (const part of parts) if (part.outcome === 'unreadable') return part.failure;
  return null;
};

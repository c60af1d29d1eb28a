import type { ReasonOf } from '@keyway/core';

export const watchRefusals = {
  differenceNotFound:
    '{field} is as it was approved, or was accepted as it is. Check the organization’s health again.',
  differenceTakesKey:
    'Adobe can’t use the key because of this difference, which can’t be accepted. Restore what was approved, then check the organization’s health again.',
  alertNotFound: 'This alert doesn’t exist.',
  notWatched:
    'Nothing is watched here: there is no completed run, or nothing that Keyway may read.',
  differenceByYou:
    'You changed this organization’s connections or settings since its set-up was approved. Another approver has to accept what is different now.',
} satisfies Record<ReasonOf<'watch'>, string>;

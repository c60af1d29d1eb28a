/** Watching the keys of an organization whose set-up is complete. */
import { reason, type Reason } from './reason.ts';

export const watchReasons = {
  differenceNotFound: reason('NOT_FOUND', 'field'),
  differenceTakesKey: reason('CONFLICT'),
  alertNotFound: reason('NOT_FOUND'),
  notWatched: reason('CONFLICT'),
  differenceByYou: reason('SELF_APPROVAL'),
} satisfies Record<string, Reason>;

/** Starting and cancelling runs, one or many. */
import { reason, type Reason } from './reason.ts';

export const runReasons = {
  bulkAssignmentMissing: reason('INVALID_INPUT'),
  bulkItemFailed: reason('CONFLICT'),
  bulkJobNotFound: reason('NOT_FOUND'),
  bulkNothing: reason('INVALID_INPUT'),
  bulkOrganizationUnseen: reason('FORBIDDEN'),
  bulkStarterGone: reason('FORBIDDEN'),
  cancelReasonMissing: reason('INVALID_INPUT'),
  configurationOfEarlierRun: reason('ALREADY_SUBMITTED'),
  dryRunKeyElsewhere: reason('INVALID_INPUT'),
  dryRunKeyTwice: reason('INVALID_INPUT'),
  dryRunNotFound: reason('NOT_FOUND'),
  dryRunsOpen: reason('CONFLICT', 'max'),
  organizationHasNoRun: reason('NOT_FOUND'),
  organizationsMissing: reason('INVALID_INPUT'),
  runCancelled: reason('RUN_CLOSED'),
  runCompleted: reason('RUN_CLOSED'),
  runExistsCompleted: reason('RUN_EXISTS'),
  runExistsOpen: reason('RUN_EXISTS'),
  runNotFound: reason('NOT_FOUND'),
  runStarted: reason('RUN_EXISTS'),
  runSubmitted: reason('ALREADY_SUBMITTED'),
  tooManyMatches: reason('INVALID_INPUT', 'max'),
  tooManyOrganizations: reason('INVALID_INPUT', 'max'),
} satisfies Record<string, Reason>;

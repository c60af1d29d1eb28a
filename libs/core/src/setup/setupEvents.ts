/** Data of what happens to a set-up; part of `EventData`. */
import type { DatabaseDelay } from '../databaseDelay.ts';
import type { ReadFailure } from '../observedSchema.ts';
import type { TrackId } from '../vocabulary.ts';
import type { ChangeKind, PlannedChange } from './plannedChange.ts';
import type { SetupInput } from './setupRequest.ts';
import type { ChangeResult } from './setupState.ts';

/** One change of one confirmed plan; an answer about another one is late. */
export interface AboutChange {
  track: TrackId;
  setupId: string;
  planHash: string;
  change: ChangeKind;
}

/** The worker had lost its effect before the answer came. */
interface MayBeLate {
  late?: true;
}

/** Data of each kind of event of a set-up. */
export interface SetupEventData {
  /** A plan of changes is asked for. */
  setupRequested: { track: TrackId } & SetupInput;
  /** What has to change, from what was read; a confirmed plan that differs is void. */
  setupPlanned: { track: TrackId; setupId: string; changes: readonly PlannedChange[] };
  setupPlanFailed: { track: TrackId; setupId: string; failure: ReadFailure; attempt: number };
  /** A person confirmed the plan with this hash. */
  setupConfirmed: { track: TrackId; planHash: string };
  /** Not sent yet, since the database lost what was written last; once for each loss. */
  setupChangeDelayed: AboutChange & DatabaseDelay;
  /** Committed before the change is sent. */
  setupChangeStarted: AboutChange;
  /** `keyIdentifier`: of CREATE_KEY, with its version. */
  setupChangeMade: AboutChange &
    MayBeLate & {
      result: Exclude<ChangeResult, 'FAILED'>;
      keyIdentifier: string | null;
    };
  /**
   * `definite`: the call certainly changed nothing. `sent`: this attempt sent the change, and its
   * call ended; absent where it only read.
   */
  setupChangeFailed: AboutChange &
    MayBeLate & {
      failure: ReadFailure;
      attempt: number;
      definite: boolean;
      sent?: true;
    };
  setupCancelled: { track: TrackId };
}

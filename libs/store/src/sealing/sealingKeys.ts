/** Types of the keys that wrap data keys, for callers of the store. */
import type { KeyWrapper } from '@keyway/core';
import type { SealingProblem } from './sealingProblem.ts';

export interface KeyWrappers {
  /** Wraps what is new; null: the local key file does. */
  wrapper: KeyWrapper | null;
  /** Still unwrap what they wrapped. */
  former: readonly KeyWrapper[];
}

/** What moving the data keys came to. */
export interface Rewrapped {
  /** What wraps now; null where it could not be asked. */
  current: string | null;
  moved: number;
  /** Keys whose own wrapper is gone or not configured: what they sealed has to be given again. */
  lost: { wrapper: string; message: string }[];
  /** Why it ended before its end; null: it did not. */
  stopped: string | null;
}

export interface SealingKeys {
  /** What was wrong when the wrapper was last asked; null: it did what it should. */
  readonly problem: SealingProblem | null;
  /** Asks the wrapper to wrap and unwrap something. */
  check(): Promise<SealingProblem | null>;
  /**
   * Brings every data key under the present wrapper. Any number of processes may do it, any of them
   * may die at it.
   */
  rewrap(): Promise<Rewrapped>;
  /** How many data keys each wrapper holds. */
  inUse(): Promise<{ wrapper: string; keys: number }[]>;
}

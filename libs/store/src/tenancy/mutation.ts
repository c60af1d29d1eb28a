import type { Asker } from '../access/stillMay.ts';
import type { EventActor, Instant, Refusal } from '@keyway/core';

export interface MutationRequest {
  /** A person or token whose rights have to last until the end; left out: whoever else asks. */
  asker?: Asker;
  /** It may take the asker's own rights. */
  endsAccess?: boolean;
  /**
   * `Authenticated.principal` plus, where keys must not be shared, the token: keys of one principal
   * never meet another's.
   */
  principal: string;
  /** Name of the mutation. */
  operation: string;
  idempotencyKey?: string | null;
  /** Plain JSON. Its hash shows whether the key is used again for something else. */
  input: unknown;
  /** The result, where it is known before the work is done: it is stored with the key. */
  result?: object;
  /** The result holds something that is shown once (a token): stored sealed. */
  secretResult?: boolean;
}

/**
 * `replayed`: the stored result of an earlier request with the same idempotency key. With refusals
 * nothing was changed.
 */
export type MutationOutcome<T> = { result: T; replayed: boolean } | { refusals: Refusal[] };

/** Who and when, for what is no event of a run. `id` (UUID) becomes the history entry's ID. */
export interface Occurrence {
  id: string;
  at: Instant;
  actor: EventActor;
}

/** What a request can end with besides its data. */

/** A refusal of a mutation, which changed nothing. */
export interface UserError {
  /** For programs, such as `SELF_APPROVAL`. */
  code: string;
  /** For people, in the client's language. */
  message: string;
  /** Path inside `input`; null where no field of it is the reason. */
  field: readonly string[] | null;
}

interface Described {
  /** For people; English, or the server's text. Never holds a token. */
  message: string;
}

/**
 * Why there is no data. `kind` decides what else there is.
 *
 * - `userErrors`: the rules refuse the mutation.
 * - `notSignedIn`: no token, or one that is not valid any more.
 * - `forbidden`, `notFound`: this viewer may not, or it does not exist for them.
 * - `rateLimited`: still refused after the retries.
 * - `invalid`: the operation or its variables are not valid.
 * - `network`: nobody answered. `outcomeUnknown` where a mutation may have been done.
 * - `server`: an error of the server, which its log has under `errorId`.
 * - `aborted`: by the caller's `AbortSignal`.
 */
export type ClientError =
  | (Described & { kind: 'userErrors' | 'notFound' | 'forbidden'; errors: readonly UserError[] })
  | (Described & { kind: 'notSignedIn' })
  | (Described & { kind: 'rateLimited'; retryAfterSeconds: number })
  | (Described & { kind: 'invalid'; code: string })
  | (Described & { kind: 'network'; outcomeUnknown: boolean })
  | (Described & { kind: 'server'; status: number; code: string | null; errorId: string | null })
  | (Described & { kind: 'aborted' });

/** The data, or why there is none. Nothing of the client throws what a server or a network does. */
export type Result<T> = { ok: true; data: T } | { ok: false; error: ClientError };

/** A result without data. */
export const failed = (error: ClientError): { ok: false; error: ClientError } => ({
  ok: false,
  error,
});

/** What a request ends with that the caller's signal ended. */
export const aborted = (): { ok: false; error: ClientError } =>
  failed({ kind: 'aborted', message: 'The request was cancelled.' });

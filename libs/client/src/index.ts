/** What a program calls Keyway with. */
export { createClient } from './createClient.ts';
export type { ReadFrom } from './attempt.ts';
export type {
  AttemptLog,
  Client,
  ClientOptions,
  QueryOptions,
  RequestOptions,
} from './createClient.ts';
export type { ClientError, Result, UserError } from './clientError.ts';
export { ClientOptionsError } from './endpoint.ts';
export { readOperation } from './documents.ts';
export type { AnyVariables, Operation, TypedDocument } from './documents.ts';
export type { Page } from './pages.ts';
export type { RetryOptions } from './retries.ts';
export type { SubscribeOptions } from './subscribe.ts';
/** The contract's enums and inputs. */
export type * from './generated/types.ts';

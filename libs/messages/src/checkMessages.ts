/** The messages of a check: one per outcome, or it does not compile. */
import type { CATALOG, CheckId } from '@keyway/core';

/** What failed, warned or could not be checked always has a cause and a remedy. */
export interface Explained {
  observed: string;
  cause: string;
  remedy: string;
}
/** A plain text is enough where the check passed. */
export type OutcomeMessage = string | Explained;

type OutcomesOf<C extends CheckId> = keyof (typeof CATALOG)[C]['outcomes'] & string;

interface Messages<O extends string> {
  /** The fact that is required, in short. */
  title: string;
  expected: string;
  outcomes: Readonly<Record<O, OutcomeMessage>>;
}
export type CheckMessages<C extends CheckId> = Messages<OutcomesOf<C>>;
/** The messages of a check whose ID is known at run time only. */
export type AnyCheckMessages = Messages<string>;
export type AllCheckMessages = { readonly [C in CheckId]: CheckMessages<C> };

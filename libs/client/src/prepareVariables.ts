/** Completes the variables of an operation: its language, and idempotency keys. */
import { randomUUID } from 'node:crypto';
import type { AnyVariables, Operation } from './documents.ts';

/** Variables as they are sent, and whether sending them twice does no more than once. */
export interface Prepared {
  variables: AnyVariables;
  repeatable: boolean;
}

/** Each key is made once and kept over all attempts. A caller's own key stays. */
export function prepareVariables(
  operation: Operation,
  given: AnyVariables,
  locale: string | undefined,
): Prepared {
  const variables = { ...given };
  if (locale !== undefined && operation.variables.has('locale')) variables['locale'] ??= locale;
  for (const name of operation.keyed ?? []) {
    const input = variables[name];
    // The server says what is wrong with an input that is none.
    if (typeof input !== 'object' || input === null || Array.isArray(input))
      return { variables, repeatable: false };
    const { idempotencyKey } = input as { idempotencyKey?: unknown };
    variables[name] = { ...input, idempotencyKey: idempotencyKey ?? randomUUID() };
  }
  return { variables, repeatable: operation.keyed !== null };
}

/** Why the server refused a mutation: the one fragment that every mutation selects. */
import { graphql } from '../generated/gql.ts';
import type { UserErrorFieldsFragment } from '../generated/graphql.ts';

graphql(`
  fragment UserErrorFields on UserError {
    code
    message(locale: $locale)
    field
  }
`);

export type UserError = UserErrorFieldsFragment;

/** The message about one field of `input`, if the server refused that field. */
export function fieldMessage(errors: readonly UserError[], field: string): string | undefined {
  return errors.find((error) => error.field?.[0] === field)?.message;
}

/** The same as the props of a Spectrum field. */
export function fieldError(errors: readonly UserError[], field: string) {
  const errorMessage = fieldMessage(errors, field);
  return { isInvalid: errorMessage !== undefined, errorMessage };
}

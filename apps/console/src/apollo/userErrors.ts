/** Why the server refused a mutation: the fragment that every mutation selects. */
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

/** The message about a field of `input`; undefined if the server did not refuse the field. */
export function findFieldMessage(errors: readonly UserError[], field: string): string | undefined {
  return errors.find((error) => error.field?.[0] === field)?.message;
}

/** The message about a field as props of a Spectrum field. */
export function toFieldProps(errors: readonly UserError[], field: string) {
  const errorMessage = findFieldMessage(errors, field);
  return { isInvalid: errorMessage !== undefined, errorMessage };
}

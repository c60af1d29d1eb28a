/** The fields of one entry, asked for when it is opened. */
import { graphql } from '../../generated/gql.ts';
import type { EntryFieldsQuery } from '../../generated/graphql.ts';

export const ENTRY_FIELDS = graphql(`
  query EntryFields($id: ID!, $locale: String!) {
    node(id: $id) {
      id
      ... on HistoryEntry {
        fields(locale: $locale) {
          label
          level
          format
          values
        }
      }
    }
  }
`);

export type EntryField = Extract<
  NonNullable<EntryFieldsQuery['node']>,
  { fields: object }
>['fields'][number];

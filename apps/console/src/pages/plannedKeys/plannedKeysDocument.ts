/** A list of planned keys, as the server reads it; the console never parses it. */
import { graphql } from '../../generated/gql.ts';
import type { PlannedKeysQuery } from '../../generated/graphql.ts';

export const PLANNED_KEYS = graphql(`
  query PlannedKeys($content: String!, $locale: String!) {
    plannedKeys(content: $content) {
      keys {
        line
        organizationId
        organizationName
        track
        keyIdentifier
        vaultResourceId
      }
      rejected {
        line
        field
        message(locale: $locale)
      }
      userErrors {
        ...UserErrorFields
      }
    }
  }
`);

export type PlannedKeyList = PlannedKeysQuery['plannedKeys'];

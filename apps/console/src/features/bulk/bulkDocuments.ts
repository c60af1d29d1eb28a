/** What a bulk job would do, and its start. */
import { graphql } from '../../generated/gql.ts';

export const BULK_PREVIEW = graphql(`
  query BulkPreview(
    $action: BulkAction!
    $organizationIds: [ID!]
    $filter: OrganizationFilter
    $track: TrackId
    $step: StepId
    $ownerId: ID
    $actor: Actor
    $locale: String!
  ) {
    bulkPreview(
      action: $action
      organizationIds: $organizationIds
      filter: $filter
      track: $track
      step: $step
      ownerId: $ownerId
      actor: $actor
    ) {
      affected
      blockedCount
      eligible {
        id
        name
      }
      blocked {
        organization {
          id
          name
        }
        code
        message(locale: $locale)
      }
    }
  }
`);

export const START_BULK = graphql(`
  mutation StartBulk($input: StartBulkInput!, $locale: String!) {
    startBulk(input: $input) {
      job {
        id
      }
      userErrors {
        ...UserErrorFields
      }
    }
  }
`);

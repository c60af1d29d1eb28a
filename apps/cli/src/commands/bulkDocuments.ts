/** What commands about bulk jobs ask and send. */
import { graphql } from '../generated/gql.ts';

graphql(`
  fragment BulkJobFields on BulkJob {
    id
    action
    track
    step
    actor
    status
    total
    done
    refused
    skipped
    needsAttention
    outcomes {
      outcome
      count
    }
    startedBy
    startedAt
    endedAt
  }
`);

export const previewDocument = graphql(`
  query PreviewBulk(
    $action: BulkAction!
    $organizationIds: [ID!]
    $filter: OrganizationFilter
    $track: TrackId
    $step: StepId
    $ownerId: ID
    $actor: Actor
    $locale: String
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
        imsOrgId
      }
      blocked {
        code
        message(locale: $locale)
        organization {
          id
          name
          imsOrgId
        }
      }
    }
  }
`);

export const startBulkDocument = graphql(`
  mutation CliStartBulk($input: StartBulkInput!, $locale: String) {
    startBulk(input: $input) {
      job {
        ...BulkJobFields
      }
      userErrors {
        ...RefusalFields
      }
    }
  }
`);

export const cancelBulkDocument = graphql(`
  mutation CliCancelBulk($input: CancelBulkInput!, $locale: String) {
    cancelBulk(input: $input) {
      job {
        ...BulkJobFields
      }
      userErrors {
        ...RefusalFields
      }
    }
  }
`);

export const bulkChangedDocument = graphql(`
  subscription CliBulkJobChanged($id: ID!) {
    bulkJobChanged(id: $id) {
      ...BulkJobFields
    }
  }
`);

export const bulkJobsDocument = graphql(`
  query CliBulkJobs($first: Int!, $after: String) {
    bulkJobs(first: $first, after: $after) {
      nodes {
        ...BulkJobFields
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`);

export const bulkItemsDocument = graphql(`
  query CliBulkItems($id: ID!, $first: Int!, $after: String, $locale: String) {
    node(id: $id) {
      ... on BulkJob {
        ...BulkJobFields
        items(first: $first, after: $after) {
          nodes {
            organization {
              id
              name
              imsOrgId
            }
            run {
              id
            }
            status
            code
            message(locale: $locale)
            outcome
            outcomeMessage(locale: $locale)
          }
          pageInfo {
            hasNextPage
            endCursor
          }
        }
      }
    }
  }
`);

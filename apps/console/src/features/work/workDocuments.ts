/** Whose work runs are: what is shown of it, whom a run can be assigned to, and comments. */
import { graphql } from '../../generated/gql.ts';
import type { WorkFieldsFragment } from '../../generated/graphql.ts';

graphql(`
  fragment WorkFields on Run {
    dueAt
    overdue
    owner {
      id
      name
      removedAt
    }
  }
`);

graphql(`
  fragment TurnFields on Run {
    waitingOn
    nobodysTurnUntil
    refusedTracks
  }
`);

/** Everywhere the same, since a later list in the cache replaces an earlier one. */
graphql(`
  fragment DelayFields on Run {
    delays {
      track
      steps
      until
      remainingSeconds
      sentence(locale: $locale)
    }
  }
`);

/** Of a run. */
export type WorkView = WorkFieldsFragment;

export const ASSIGNEES = graphql(`
  query Assignees($organizationId: ID, $text: String) {
    assignees(organizationId: $organizationId, text: $text) {
      id
      name
    }
  }
`);

export const ASSIGN_RUN = graphql(`
  mutation AssignRun($input: AssignRunInput!, $locale: String!) {
    assignRun(input: $input) {
      run {
        ...RunFields
      }
      userErrors {
        ...UserErrorFields
      }
    }
  }
`);

export const ADD_COMMENT = graphql(`
  mutation AddComment($input: AddCommentInput!, $locale: String!) {
    addComment(input: $input) {
      run {
        ...RunFields
      }
      userErrors {
        ...UserErrorFields
      }
    }
  }
`);

export const COLLEAGUES = graphql(`
  query Colleagues($organizationId: ID!, $text: String) {
    colleagues(organizationId: $organizationId, text: $text) {
      id
      name
    }
  }
`);

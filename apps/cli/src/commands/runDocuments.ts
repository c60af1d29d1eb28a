/** What commands show of a run. */
import { graphql } from '../generated/gql.ts';
import type { RunFieldsFragment } from '../generated/graphql.ts';

graphql(`
  fragment RunFields on Run {
    id
    version
    status
    waitingOn
    startedAt
    updatedAt
    completedAt
    dueAt
    sentence(locale: $locale)
    organization {
      id
      name
      imsOrgId
    }
    progress {
      done
      total
    }
    owner {
      id
      name
    }
    nextActions {
      mutation
      track
      step
      label(locale: $locale)
    }
    tracks {
      id
      status
      key {
        identifier
      }
      steps {
        id
        status
        actor
        mode
        since
        looking
        externalStatus
        title(locale: $locale)
        sentence(locale: $locale)
        failure(locale: $locale)
        checks {
          id
          rules
          verdict
          observed(locale: $locale)
          expected(locale: $locale)
          cause(locale: $locale)
          remedy(locale: $locale)
          override {
            reason
          }
        }
      }
    }
  }
`);

export const showRunDocument = graphql(`
  query ShowRun($id: ID!, $locale: String) {
    run(id: $id) {
      ...RunFields
    }
  }
`);

export const watchRunDocument = graphql(`
  subscription WatchRun($runId: ID!, $locale: String) {
    runChanged(runId: $runId) {
      ...RunFields
    }
  }
`);

export type ShownRun = RunFieldsFragment;

/** The changes of runs that the shell of every page listens to. */
import { graphql } from '../../../generated/gql.ts';

/**
 * What the lists of the cache show of a run. Without `version`: the run page compares versions, and
 * a version in the cache must belong to a complete run.
 */
export const RUNS_CHANGED = graphql(`
  subscription RunsChanged($locale: String!) {
    runsChanged {
      id
      status
      ...DelayFields
      waitingOn
      nobodysTurnUntil
      refusedTracks
      updatedAt
      progress {
        done
        total
      }
    }
  }
`);

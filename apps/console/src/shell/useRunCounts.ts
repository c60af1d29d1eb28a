/** The number of pending approvals, kept current. */
import { useQuery } from '@apollo/client/react';
import { graphql } from '../generated/gql.ts';
import { useRunsTick } from '../features/run/data/useRunsTick.ts';

const COUNTS_QUERY = graphql(`
  query ShellCounts {
    portfolio {
      byStep {
        track
        step
        status
        count
      }
    }
  }
`);

/** Pending approvals; undefined until known. */
export function useRunCounts(signedIn: boolean): number | undefined {
  const { data, refetch } = useQuery(COUNTS_QUERY, {
    skip: !signedIn,
    fetchPolicy: 'cache-and-network',
  });
  useRunsTick(() => void refetch().catch(() => undefined), !signedIn);
  return data?.portfolio.byStep
    .filter((one) => one.step === 'APPROVAL' && one.status === 'WAITING')
    .reduce((sum, one) => sum + one.count, 0);
}

/** Runs of which a cooling-off is over; loaded when there is one. */
import type { ApolloClient } from '@apollo/client';
import { graphql } from '../../generated/gql.ts';
import type { RunChange } from './PortfolioStore.ts';

/** One run again, whose cooling-off is over. */
const MATRIX_RUN = graphql(`
  query MatrixRunAgain($id: ID!) {
    run(id: $id) {
      ...MatrixRun
      organization {
        id
        name
        imsOrgId
        keyHealth {
          ...HealthSummary
        }
      }
    }
  }
`);

/** The runs as they are now; without those that could not be read, or that nobody sees any more. */
export async function readAgain(
  client: ApolloClient,
  runIds: readonly string[],
): Promise<RunChange[]> {
  const answers = await Promise.allSettled(
    runIds.map((id) =>
      client.query({ query: MATRIX_RUN, variables: { id }, fetchPolicy: 'no-cache' }),
    ),
  );
  return answers.flatMap((answer) =>
    answer.status === 'fulfilled' ? (answer.value.data?.run ?? []) : [],
  );
}

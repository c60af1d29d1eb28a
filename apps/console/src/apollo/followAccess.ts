/**
 * Somebody sees other things than before. Nothing that they may see no more stays in the cache, and
 * what is shown is replaced at once: a moment of loading would take away what they typed.
 */
import type { ApolloClient, ObservableQuery, OperationVariables } from '@apollo/client';
import type { DocumentNode } from 'graphql';
import { reportAccessChanged } from './accessChange.ts';

/** What takes longer to read is taken away until it is read. */
const LONGEST_MILLISECONDS = 5_000;

interface ReadAgain {
  query: DocumentNode;
  variables: OperationVariables;
  data: unknown;
}

let latest = 0;

/** Empties the cache, but for what is shown, which is read again. */
export async function followAccess(client: ApolloClient): Promise<void> {
  const change = ++latest;
  const isUncached = ({ options }: ObservableQuery) => options.fetchPolicy === 'no-cache';
  const [uncached = [], cached = []] = [true, false].map((wanted) =>
    [...client.getObservableQueries('active')].filter((query) => isUncached(query) === wanted),
  );
  for (const query of uncached) void query.refetch().catch(() => askFromNothing(query));
  const read = await Promise.all(cached.map((query) => readAgain(client, query)));
  // A later change reads later.
  if (change !== latest) return;
  replaceCache(client, read);
  for (const [at, query] of cached.entries()) if (!read[at]) askFromNothing(query);
  // Apollo notifies its queries in a task of its own.
  await new Promise((resolve) => setTimeout(resolve));
  reportAccessChanged();
}

/** What can't be read is taken away; its page asks for it again, and says why it fails. */
function askFromNothing(query: ObservableQuery): void {
  query.reset();
  void query.refetch().catch(() => undefined);
}

async function readAgain(
  client: ApolloClient,
  { query, variables }: ObservableQuery,
): Promise<ReadAgain | null> {
  const answer = client.query({ query, variables, fetchPolicy: 'no-cache' }).then(
    ({ data }) => (data === undefined ? null : { query, variables, data }),
    () => null,
  );
  const tooLate = new Promise<null>((resolve) =>
    setTimeout(() => resolve(null), LONGEST_MILLISECONDS),
  );
  return Promise.race([answer, tooLate]);
}

/** As one change, so that no query finds its part missing meanwhile. */
function replaceCache({ cache }: ApolloClient, read: readonly (ReadAgain | null)[]): void {
  cache.batch({
    update: () => {
      for (const id of Object.keys(cache.extract() as object)) cache.evict({ id });
      for (const one of read) if (one) cache.writeQuery(one);
    },
  });
}

/** A list that loads page by page: its skeleton, its error, its empty state, and its rows. */
import type { ReactNode } from 'react';
import { ErrorState } from './ErrorState.tsx';
import { LoadMore } from './LoadMore.tsx';
import { ListSkeleton } from './Skeleton.tsx';

interface Connection<T> {
  edges: readonly { node: T }[];
  pageInfo: { hasNextPage: boolean; endCursor: string | null };
}

interface PagedListProps<T> {
  /** Undefined until the first page is loaded. */
  list: Connection<T> | undefined;
  query: {
    error?: unknown;
    loading: boolean;
    refetch: () => Promise<unknown>;
    fetchMore: (options: { variables: { after: string | null } }) => Promise<unknown>;
  };
  /** What failed: "Couldn't load the history". */
  failed: string;
  skeleton: { rows: number; columns: number };
  empty: ReactNode;
  children: (nodes: T[]) => ReactNode;
}

export function PagedList<T>(props: PagedListProps<T>) {
  const { list, query, skeleton } = props;
  if (!list) {
    return query.error ? (
      <ErrorState
        what={props.failed}
        error={query.error}
        onRetry={() => void query.refetch().catch(() => undefined)}
      />
    ) : (
      <ListSkeleton {...skeleton} />
    );
  }
  const { hasNextPage, endCursor: after } = list.pageInfo;
  const nodes = list.edges.map(({ node }) => node);
  // A live list can lose the rows of its first page before the next one is read.
  const isEmpty = nodes.length === 0 && !hasNextPage;
  return (
    <>
      {isEmpty ? props.empty : null}
      {nodes.length > 0 ? props.children(nodes) : null}
      {hasNextPage ? (
        <LoadMore
          isLoading={query.loading}
          onLoad={() => void query.fetchMore({ variables: { after } }).catch(() => undefined)}
        />
      ) : null}
    </>
  );
}

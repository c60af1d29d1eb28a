/** The pending approvals. */
import { useQuery } from '@apollo/client/react';
import { LinkButton } from '@react-spectrum/s2';
import { useIntl } from 'react-intl';
import { useRunsTick } from '../../features/run/data/useRunsTick.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { ErrorState } from '../../ui/ErrorState.tsx';
import { LoadMore } from '../../ui/LoadMore.tsx';
import { PageHeader } from '../../ui/PageHeader.tsx';
import { ListSkeleton } from '../../ui/Skeleton.tsx';
import { usePageTitle } from '../../ui/usePageTitle.ts';
import { ApprovalTable } from './ApprovalTable.tsx';
import { APPROVALS_QUERY } from './approvalsDocument.ts';

export function ApprovalsPage() {
  const intl = useIntl();
  const title = intl.formatMessage({ id: 'nav.approvals' });
  usePageTitle(title);
  const { data, error, loading, fetchMore, refetch } = useQuery(APPROVALS_QUERY, {
    fetchPolicy: 'cache-and-network',
    notifyOnNetworkStatusChange: true,
  });
  useRunsTick(() => void refetch().catch(() => undefined));
  const list = data?.runs;
  return (
    <>
      <PageHeader title={title}>{intl.formatMessage({ id: 'approvals.text' })}</PageHeader>
      {error && !list ? (
        <ErrorState
          what={intl.formatMessage({ id: 'approvals.failed' })}
          error={error}
          onRetry={() => void refetch()}
        />
      ) : null}
      {!list && !error ? <ListSkeleton rows={4} columns={4} /> : null}
      {list?.edges.length === 0 ? (
        <EmptyState
          title={intl.formatMessage({ id: 'approvals.none' })}
          actions={
            <LinkButton variant="secondary" href="/">
              {intl.formatMessage({ id: 'action.goPortfolio' })}
            </LinkButton>
          }
        >
          {intl.formatMessage({ id: 'approvals.noneText' })}
        </EmptyState>
      ) : null}
      {list && list.edges.length > 0 ? (
        <ApprovalTable runs={list.edges.map((edge) => edge.node)} />
      ) : null}
      {list?.pageInfo.hasNextPage ? (
        <LoadMore
          isLoading={loading}
          onLoad={() =>
            void fetchMore({ variables: { after: list.pageInfo.endCursor } }).catch(() => undefined)
          }
        />
      ) : null}
    </>
  );
}

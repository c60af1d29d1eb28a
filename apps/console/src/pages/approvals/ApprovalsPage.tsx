/** The pending approvals. */
import { useQuery } from '@apollo/client/react';
import { LinkButton } from '@react-spectrum/s2';
import { useIntl } from 'react-intl';
import { useRunsTick } from '../../features/run/data/useRunsTick.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { PageHeader } from '../../ui/PageHeader.tsx';
import { PagedList } from '../../ui/PagedList.tsx';
import { usePageTitle } from '../../ui/usePageTitle.ts';
import { ApprovalTable } from './ApprovalTable.tsx';
import { APPROVALS_QUERY } from './approvalsDocument.ts';

export function ApprovalsPage() {
  const intl = useIntl();
  const title = intl.formatMessage({ id: 'nav.approvals' });
  usePageTitle(title);
  const query = useQuery(APPROVALS_QUERY, {
    fetchPolicy: 'cache-and-network',
    notifyOnNetworkStatusChange: true,
  });
  useRunsTick(() => void query.refetch().catch(() => undefined));
  return (
    <>
      <PageHeader title={title}>{intl.formatMessage({ id: 'approvals.text' })}</PageHeader>
      <PagedList
        list={query.data?.runs}
        query={query}
        onLoadMore={(after) => query.fetchMore({ variables: { after } })}
        failed={intl.formatMessage({ id: 'approvals.failed' })}
        skeleton={{ rows: 4, columns: 4 }}
        empty={
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
        }
      >
        {(runs) => <ApprovalTable runs={runs} />}
      </PagedList>
    </>
  );
}

/** The pending approvals. */
import { LinkButton } from '@react-spectrum/s2';
import { useIntl } from 'react-intl';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { PageHeader } from '../../ui/PageHeader.tsx';
import { PagedList } from '../../ui/PagedList.tsx';
import { usePageTitle } from '../../ui/usePageTitle.ts';
import { ApprovalTable } from './ApprovalTable.tsx';
import { usePendingApprovals } from './usePendingApprovals.ts';

export function ApprovalsPage() {
  const intl = useIntl();
  const title = intl.formatMessage({ id: 'nav.approvals' });
  usePageTitle(title);
  const { list, query } = usePendingApprovals();
  return (
    <>
      <PageHeader title={title}>{intl.formatMessage({ id: 'approvals.text' })}</PageHeader>
      <PagedList
        list={list}
        query={query}
        failed={intl.formatMessage({ id: 'approvals.failed' })}
        skeleton={{ rows: 4, columns: 4 }}
        empty={
          <EmptyState
            title={intl.formatMessage({ id: 'approvals.none' })}
            actions={
              <LinkButton variant="secondary" href="/">
                {intl.formatMessage({ id: 'notFound.home' })}
              </LinkButton>
            }
          >
            {intl.formatMessage({ id: 'approvals.noneText' })}
          </EmptyState>
        }
      >
        {(approvals) => <ApprovalTable approvals={approvals} />}
      </PagedList>
    </>
  );
}

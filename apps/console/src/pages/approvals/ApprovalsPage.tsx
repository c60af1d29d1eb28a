/** The approvals: those that wait for this person, those that wait for others, and decisions. */
import { LinkButton } from '@react-spectrum/s2';
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useIntl } from 'react-intl';
import { ApprovalListTexts } from '../../features/approvers/ApprovalListTexts.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { ListSkeleton } from '../../ui/Skeleton.tsx';
import { PageHeader } from '../../ui/PageHeader.tsx';
import { PagedList } from '../../ui/PagedList.tsx';
import { Part, lazyPart } from '../../ui/lazyPart.tsx';
import { SectionLinks, SectionName } from '../../ui/SectionLinks.tsx';
import { usePageTitle } from '../../ui/usePageTitle.ts';
import { ApprovalTable } from './ApprovalTable.tsx';
import type { PendingList } from './pendingApprovals.ts';
import { usePendingApprovals } from './usePendingApprovals.ts';

const decided = lazyPart(async () => (await import('./DecidedApprovals.tsx')).DecidedApprovals);

const exportPending = lazyPart(async () => (await import('./ExportPending.tsx')).ExportPending);

const filter = lazyPart(async () => (await import('./PendingFilter.tsx')).PendingFilter);

// As high as the filter, so that no row moves.
const filterPlace = style({ height: 24, marginBottom: 16 });

const SHOWN = [undefined, 'others', 'decided'] as const;

export const ApprovalsPage = () => (
  <ApprovalListTexts>
    <Approvals />
  </ApprovalListTexts>
);

function Approvals() {
  const intl = useIntl();
  const title = intl.formatMessage({ id: 'nav.approvals' });
  const { show, text, sort } = useSearch({ from: '/shell/approvals' });
  usePageTitle(title);
  const list: PendingList = {
    mayDecide: show === undefined,
    ...{ text, orderBy: sort === 'name' ? 'NAME' : 'SINCE' },
  };
  return (
    <>
      <PageHeader
        title={title}
        actions={show === 'decided' ? null : <Part part={exportPending} isWanted props={list} />}
      >
        {intl.formatMessage({ id: 'approvals.text' })}
      </PageHeader>
      <SectionLinks label={title}>
        {SHOWN.map((one) => (
          <li key={one ?? 'you'}>
            <Link
              to="/approvals"
              search={{ show: one, decision: undefined, text, sort }}
              className="kw-nav-link"
              aria-current={one === show ? 'page' : undefined}
              activeProps={{}}
            >
              <SectionName isCurrent={one === show}>
                {intl.formatMessage({ id: `approvals.show.${one ?? 'you'}` })}
              </SectionName>
            </Link>
          </li>
        ))}
      </SectionLinks>
      {show === 'decided' ? (
        <Part part={decided} isWanted props={{}}>
          <ListSkeleton rows={4} columns={5} />
        </Part>
      ) : (
        <Pending key={show ?? 'you'} list={list} />
      )}
    </>
  );
}

function Pending({ list }: { list: PendingList }) {
  const intl = useIntl();
  const navigate = useNavigate({ from: '/approvals' });
  const { list: pending, query } = usePendingApprovals(list);
  const onOrder = (orderBy: PendingList['orderBy']) =>
    void navigate({
      search: (old) => ({ ...old, sort: orderBy === 'NAME' ? ('name' as const) : undefined }),
      replace: true,
    });
  const { text = '', mayDecide } = list;
  return (
    <>
      <Part part={filter} isWanted props={{ text }}>
        <div className={filterPlace} />
      </Part>
      <PagedList
        list={pending}
        query={query}
        failed={intl.formatMessage({ id: 'approvals.failed' })}
        skeleton={{ rows: 4, columns: 4 }}
        empty={text === '' ? <NonePending mayDecide={mayDecide} /> : <NoMatch />}
      >
        {(approvals) => <ApprovalTable approvals={approvals} list={list} onOrder={onOrder} />}
      </PagedList>
    </>
  );
}

function NoMatch() {
  const intl = useIntl();
  return (
    <EmptyState title={intl.formatMessage({ id: 'approvals.noMatch' })}>
      {intl.formatMessage({ id: 'approvals.noMatchText' })}
    </EmptyState>
  );
}

function NonePending({ mayDecide }: Pick<PendingList, 'mayDecide'>) {
  const intl = useIntl();
  const none = mayDecide ? 'noneForYou' : 'noneForOthers';
  return (
    <EmptyState
      title={intl.formatMessage({ id: `approvals.${none}` })}
      actions={
        <LinkButton
          variant="secondary"
          href={mayDecide ? '/approvals?show=others' : '/approvals?show=decided'}
        >
          {intl.formatMessage({ id: `approvals.see.${mayDecide ? 'others' : 'decided'}` })}
        </LinkButton>
      }
    >
      {intl.formatMessage({
        id: mayDecide ? 'approvals.noneForYouText' : 'approvals.noneText',
      })}
    </EmptyState>
  );
}

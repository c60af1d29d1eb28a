/** The approvals: those that wait for this person, those that wait for others, and decisions. */
import { LinkButton } from '@react-spectrum/s2';
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { Link, useSearch } from '@tanstack/react-router';
import { useIntl } from 'react-intl';
import { ApprovalListTexts } from '../../features/approvers/ApprovalListTexts.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { ListSkeleton } from '../../ui/Skeleton.tsx';
import { PageHeader } from '../../ui/PageHeader.tsx';
import { PagedList } from '../../ui/PagedList.tsx';
import { Part, lazyPart } from '../../ui/lazyPart.tsx';
import { usePageTitle } from '../../ui/usePageTitle.ts';
import { ApprovalTable } from './ApprovalTable.tsx';
import { usePendingApprovals } from './usePendingApprovals.ts';

const decided = lazyPart(async () => (await import('./DecidedApprovals.tsx')).DecidedApprovals);

const SHOWN = [undefined, 'others', 'decided'] as const;
const list = style({
  listStyleType: 'none',
  margin: 0,
  padding: 0,
  marginBottom: 20,
  display: 'flex',
  flexWrap: 'wrap',
  columnGap: 20,
  borderBottomWidth: 1,
  borderTopWidth: 0,
  borderXWidth: 0,
  borderStyle: 'solid',
  borderColor: 'gray-200',
});
const link = style({
  display: 'block',
  font: 'ui',
  fontWeight: { default: 'normal', isCurrent: 'bold' },
  color: { default: 'neutral-subdued', ':hover': 'neutral', isCurrent: 'neutral' },
  borderStyle: 'solid',
  borderTopWidth: 0,
  borderXWidth: 0,
  borderBottomWidth: 2,
  borderColor: { default: 'transparent', isCurrent: 'gray-800' },
  paddingY: 8,
  whiteSpace: 'nowrap',
});

export const ApprovalsPage = () => (
  <ApprovalListTexts>
    <Approvals />
  </ApprovalListTexts>
);

function Approvals() {
  const intl = useIntl();
  const title = intl.formatMessage({ id: 'nav.approvals' });
  const { show } = useSearch({ from: '/shell/approvals' });
  usePageTitle(title);
  return (
    <>
      <PageHeader title={title}>{intl.formatMessage({ id: 'approvals.text' })}</PageHeader>
      <nav aria-label={title} data-print="hidden">
        <ul className={list}>
          {SHOWN.map((one) => (
            <li key={one ?? 'you'}>
              <Link
                to="/approvals"
                search={{ show: one, decision: undefined }}
                className="kw-nav-link"
                aria-current={one === show ? 'page' : undefined}
                activeProps={{}}
              >
                <span className={link({ isCurrent: one === show })}>
                  {intl.formatMessage({ id: `approvals.show.${one ?? 'you'}` })}
                </span>
              </Link>
            </li>
          ))}
        </ul>
      </nav>
      {show === 'decided' ? (
        <Part part={decided} isWanted props={{}}>
          <ListSkeleton rows={4} columns={5} />
        </Part>
      ) : (
        <Pending key={show ?? 'you'} mayDecide={show === undefined} />
      )}
    </>
  );
}

function Pending({ mayDecide }: { mayDecide: boolean }) {
  const intl = useIntl();
  const { list: pending, query } = usePendingApprovals(mayDecide);
  const none = mayDecide ? 'noneForYou' : 'noneForOthers';
  return (
    <PagedList
      list={pending}
      query={query}
      failed={intl.formatMessage({ id: 'approvals.failed' })}
      skeleton={{ rows: 4, columns: 4 }}
      empty={
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
      }
    >
      {(approvals) => <ApprovalTable approvals={approvals} />}
    </PagedList>
  );
}

/** One row for each pending approval, and whether this person can decide it. */
import { Link, LinkButton } from '@react-spectrum/s2';
import AlertIcon from '@react-spectrum/s2/icons/AlertDiamond';
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { useMemo } from 'react';
import { useIntl } from 'react-intl';
import { SelectableTable } from '../../features/bulk/SelectableTable.tsx';
import type { UserErrorCode } from '../../generated/enums.ts';
import type { PendingApprovalOrder } from '../../generated/graphql.ts';
import type { DataColumn } from '../../ui/DataTable.tsx';
import { TruncatedText } from '../../ui/TruncatedText.tsx';
import { RelativeTime } from '../../ui/RelativeTime.tsx';
import { approvalHref } from '../../ui/runAddress.ts';
import { keyOf, type PendingApproval, type PendingList } from './pendingApprovals.ts';

const message = style({ lineClamp: 2 });
const name = style({ display: 'flex', flexDirection: 'column', rowGap: 2 });
const CARDS = '@media (width < 960px)';
// Fixed widths, so that a long identifier does not change the width of other columns. On cards it
// has its own line.
const oneLine = style({
  font: 'code-sm',
  color: 'neutral-subdued',
  display: 'inline-flex',
  width: { default: '[clamp(150px, 44vw - 290px, 370px)]', [CARDS]: 'auto' },
  minWidth: 0,
  maxWidth: 'full',
});
const oneId = style({
  font: 'code-sm',
  color: 'neutral-subdued',
  display: 'inline-flex',
  width: { default: '[clamp(150px, 44vw - 290px, 300px)]', [CARDS]: 'full' },
  minWidth: 0,
});
const nobody = style({
  display: 'inline-flex',
  alignItems: 'center',
  columnGap: 8,
  font: 'ui-sm',
  minWidth: { default: 128, [CARDS]: 0 },
  overflowWrap: { default: 'break-word', [CARDS]: 'anywhere' },
});
// On a card a long name must not be wider than the page; in a table it would narrow the column.
const quiet = style({
  font: 'ui-sm',
  color: 'neutral-subdued',
  minWidth: 0,
  overflowWrap: { default: 'break-word', [CARDS]: 'anywhere' },
});

const href = ({ run, track }: PendingApproval) => approvalHref(run.id, track.id);

interface ApprovalTableProps {
  approvals: readonly PendingApproval[];
  list: PendingList;
  onOrder: (orderBy: PendingApprovalOrder) => void;
}

export function ApprovalTable({ approvals, list, onOrder }: ApprovalTableProps) {
  const intl = useIntl();
  const narrowedTo = useMemo(() => ({ text: list.text }), [list.text]);
  const sort = (orderBy: PendingApprovalOrder) => ({
    isOn: list.orderBy === orderBy,
    onSort: () => onOrder(orderBy),
  });
  const columns: DataColumn<PendingApproval>[] = [
    {
      key: 'name',
      header: intl.formatMessage({ id: 'portfolio.column.organization' }),
      cell: (row) => <Name row={row} />,
      sort: sort('NAME'),
    },
    {
      key: 'track',
      header: intl.formatMessage({ id: 'approvals.track' }),
      cell: ({ track }) => intl.formatMessage({ id: `track.${track.id}` }),
    },
    {
      key: 'key',
      header: intl.formatMessage({ id: 'step.KEY' }),
      cell: (row) => <Key row={row} />,
      isExtra: true,
    },
    {
      key: 'by',
      header: intl.formatMessage({ id: 'approvals.by' }),
      cell: ({ track }) => track.approval?.requestedBy ?? '',
    },
    {
      key: 'since',
      header: intl.formatMessage({ id: 'approvals.since' }),
      cell: ({ since }) => <RelativeTime at={since} waiting focusable={false} />,
      sort: sort('SINCE'),
    },
    {
      key: 'action',
      header: intl.formatMessage({ id: 'approvals.decide' }),
      cell: (row) => <Decide row={row} />,
    },
  ];
  return (
    <SelectableTable
      organizationOf={({ run }) => run.organization}
      narrowedTo={narrowedTo}
      label={intl.formatMessage({ id: 'nav.approvals' })}
      rows={approvals}
      rowKey={({ run, track }) => `${run.id}${track.id}`}
      rowHref={href}
      columns={columns}
    />
  );
}

function Name({ row: { run } }: { row: PendingApproval }) {
  return (
    <span className={name}>
      <bdi className={message} title={run.organization.name}>
        {run.organization.name}
      </bdi>
      <span className={oneId} title={run.organization.imsOrgId}>
        <TruncatedText text={run.organization.imsOrgId} max={36} />
      </span>
    </span>
  );
}

function Key({ row: { track } }: { row: PendingApproval }) {
  const key = keyOf(track);
  if (!key) return null;
  return (
    <span className={oneLine} title={key}>
      <TruncatedText text={key.replace(/^https:\/\//, '')} max={44} />
    </span>
  );
}

function explain(why: UserErrorCode) {
  if (why === 'SELF_APPROVAL') return 'approvals.own';
  return why === 'POLICY_FORBIDS' ? 'approvals.ownApprover' : 'approvals.notYours';
}

function Decide({ row }: { row: PendingApproval }) {
  const intl = useIntl();
  const { mayNotDecide: why, noApprover } = row.track.approval ?? {};
  if (noApprover) {
    return (
      <span className={nobody}>
        <AlertIcon aria-hidden="true" />
        <Link href={href(row)}>{intl.formatMessage({ id: 'approvals.nobody' })}</Link>
      </span>
    );
  }
  if (why) {
    return (
      <span className={quiet}>
        {intl.formatMessage({ id: explain(why) }, { organization: row.run.organization.name })}
      </span>
    );
  }
  return (
    <LinkButton
      size="S"
      variant="accent"
      href={href(row)}
      aria-label={intl.formatMessage(
        { id: 'approvals.reviewOf' },
        { name: row.run.organization.name },
      )}
    >
      {intl.formatMessage({ id: 'approvals.review' })}
    </LinkButton>
  );
}

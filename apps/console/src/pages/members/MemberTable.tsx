/** Members as rows: who, what they can do where, when they were last here, and buttons. */
import { ActionButton } from '@react-spectrum/s2';
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { useId } from 'react';
import { useIntl } from 'react-intl';
import type { IntlShape } from 'react-intl';
import { GrantList } from '../../features/people/GrantList.tsx';
import { PersonName } from '../../features/people/PersonName.tsx';
import { useViewer } from '../../features/viewer/ViewerQuery.ts';
import { DataTable } from '../../ui/DataTable.tsx';
import type { DataColumn } from '../../ui/DataTable.tsx';
import { RelativeTime } from '../../ui/RelativeTime.tsx';
import type { MemberRow } from '../../features/people/memberFields.ts';

const quiet = style({ color: 'neutral-subdued' });
const buttons = style({ display: 'flex', flexWrap: 'wrap', gap: 8 });
const reason = style({ font: 'ui-sm', color: 'neutral-subdued', flexBasis: 'full' });

interface MemberTableProps {
  members: readonly MemberRow[];
  lastOwnerId: string | undefined;
  onChange: (member: MemberRow) => void;
  onSessions: (member: MemberRow) => void;
  onRemove: (member: MemberRow) => void;
}

export function MemberTable({
  members,
  lastOwnerId,
  onChange,
  onSessions,
  onRemove,
}: MemberTableProps) {
  const reasonId = useId();
  const intl = useIntl();
  const viewer = useViewer();
  const columns: DataColumn<MemberRow>[] = [
    nameColumn(intl, viewer?.id),
    {
      key: 'access',
      header: intl.formatMessage({ id: 'members.access' }),
      cell: (member) => <GrantList grants={member.grants} />,
    },
    {
      key: 'seen',
      header: intl.formatMessage({ id: 'members.lastSeen' }),
      cell: (member) =>
        member.lastSeenAt ? (
          <RelativeTime at={member.lastSeenAt} focusable={false} />
        ) : (
          <span className={quiet}>{intl.formatMessage({ id: 'members.neverSeen' })}</span>
        ),
    },
    {
      key: 'actions',
      header: intl.formatMessage({ id: 'members.actions' }),
      cell: (member) => (
        <span className={buttons}>
          <ActionButton
            size="S"
            aria-label={intl.formatMessage({ id: 'members.changeOf' }, { name: member.name })}
            onPress={() => onChange(member)}
          >
            {intl.formatMessage({ id: 'members.change' })}
          </ActionButton>
          <ActionButton
            size="S"
            aria-label={intl.formatMessage({ id: 'sessions.openOf' }, { name: member.name })}
            onPress={() => onSessions(member)}
          >
            {intl.formatMessage({ id: 'sessions.open' })}
          </ActionButton>
          <ActionButton
            size="S"
            isDisabled={member.id === lastOwnerId}
            aria-label={intl.formatMessage({ id: 'members.removeOf' }, { name: member.name })}
            aria-describedby={member.id === lastOwnerId ? reasonId : undefined}
            onPress={() => onRemove(member)}
          >
            {intl.formatMessage({ id: 'members.remove' })}
          </ActionButton>
          {member.id === lastOwnerId ? (
            <span id={reasonId} className={reason}>
              {intl.formatMessage({ id: 'members.lastOwner' })}
            </span>
          ) : null}
        </span>
      ),
    },
  ];
  return (
    <DataTable
      label={intl.formatMessage({ id: 'settings.section.members' })}
      rows={members}
      rowKey={({ id }) => id}
      columns={columns}
    />
  );
}

export function RemovedMemberTable({ members }: { members: readonly MemberRow[] }) {
  const intl = useIntl();
  return (
    <DataTable
      isInset
      label={intl.formatMessage({ id: 'members.removed' })}
      rows={members}
      rowKey={({ id }) => id}
      columns={[
        nameColumn(intl),
        {
          key: 'removed',
          header: intl.formatMessage({ id: 'members.removedAt' }),
          cell: ({ removedAt }) =>
            removedAt ? <RelativeTime at={removedAt} focusable={false} /> : null,
        },
      ]}
    />
  );
}

const nameColumn = (intl: IntlShape, viewerId?: string): DataColumn<MemberRow> => ({
  key: 'name',
  header: intl.formatMessage({ id: 'organizations.name' }),
  cell: ({ id, name, email }) => <PersonName name={name} email={email} isYou={id === viewerId} />,
});

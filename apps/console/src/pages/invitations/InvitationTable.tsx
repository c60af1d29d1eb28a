/** Invitations as rows: for whom, what they give, by whom, and what became of them. */
import { ActionButton } from '@react-spectrum/s2';
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { useIntl } from 'react-intl';
import { GrantList } from '../../features/people/GrantList.tsx';
import type { InvitationRow } from '../../features/people/inviteDocuments.ts';
import type { InvitationStatus } from '../../generated/enums.ts';
import { IndicatorIcon } from '../../status/IndicatorIcon.tsx';
import type { Indicator } from '../../status/indicators.ts';
import { DataTable } from '../../ui/DataTable.tsx';
import { RelativeTime } from '../../ui/RelativeTime.tsx';

const stack = style({ display: 'flex', flexDirection: 'column', rowGap: 2 });
const small = style({ font: 'ui-sm', color: 'neutral-subdued' });
const status = style({
  display: 'inline-flex',
  alignItems: 'center',
  columnGap: 8,
  whiteSpace: 'nowrap',
});

const INDICATORS: Record<InvitationStatus, Indicator> = {
  OPEN: { shape: 'hourglass', tone: 'notice' },
  ACCEPTED: { shape: 'check', tone: 'positive' },
  REVOKED: { shape: 'cross', tone: 'neutral' },
  EXPIRED: { shape: 'dash', tone: 'neutral' },
};

interface InvitationTableProps {
  invitations: readonly InvitationRow[];
  onRevoke: (invitation: InvitationRow) => void;
  onRepeat: (invitation: InvitationRow) => void;
}

export function InvitationTable({ invitations, onRevoke, onRepeat }: InvitationTableProps) {
  const intl = useIntl();
  return (
    <DataTable
      label={intl.formatMessage({ id: 'settings.section.invitations' })}
      rows={invitations}
      rowKey={({ id }) => id}
      columns={[
        {
          key: 'email',
          header: intl.formatMessage({ id: 'invite.email' }),
          cell: ({ email }) => email,
        },
        {
          key: 'access',
          header: intl.formatMessage({ id: 'members.access' }),
          cell: ({ grants }) => <GrantList grants={grants} />,
        },
        {
          key: 'by',
          header: intl.formatMessage({ id: 'invitations.by' }),
          cell: ({ invitedBy, invitedAt }) => (
            <span className={stack}>
              <bdi>{invitedBy}</bdi>
              <span className={small}>
                <RelativeTime at={invitedAt} focusable={false} />
              </span>
            </span>
          ),
        },
        {
          key: 'status',
          header: intl.formatMessage({ id: 'tokens.state' }),
          cell: (invitation) => <Status invitation={invitation} />,
        },
        {
          key: 'action',
          header: intl.formatMessage({ id: 'members.actions' }),
          cell: (invitation) => (
            <Action invitation={invitation} onRevoke={onRevoke} onRepeat={onRepeat} />
          ),
        },
      ]}
    />
  );
}

function Status({ invitation }: { invitation: InvitationRow }) {
  const intl = useIntl();
  return (
    <span className={stack}>
      <span className={status}>
        <IndicatorIcon {...INDICATORS[invitation.status]} size={14} />
        {intl.formatMessage({ id: `invitations.status.${invitation.status}` })}
      </span>
      {invitation.status === 'OPEN' ? (
        <span className={small}>
          {intl.formatMessage({ id: 'invitations.until' })}{' '}
          <RelativeTime at={invitation.expiresAt} focusable={false} />
        </span>
      ) : null}
    </span>
  );
}

function Action({
  invitation,
  onRevoke,
  onRepeat,
}: Omit<InvitationTableProps, 'invitations'> & { invitation: InvitationRow }) {
  const intl = useIntl();
  const { status: became, email } = invitation;
  if (became === 'ACCEPTED') return null;
  const isOpen = became === 'OPEN';
  return (
    <ActionButton
      size="S"
      aria-label={intl.formatMessage(
        { id: isOpen ? 'tokens.revokeOf' : 'invitations.repeatFor' },
        { name: email },
      )}
      onPress={() => (isOpen ? onRevoke(invitation) : onRepeat(invitation))}
    >
      {intl.formatMessage({ id: isOpen ? 'tokens.revoke' : 'invitations.repeat' })}
    </ActionButton>
  );
}

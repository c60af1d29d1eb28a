/** API tokens as rows, each with a button that revokes it. */
import { ActionButton } from '@react-spectrum/s2';
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { useIntl } from 'react-intl';
import { GrantList } from '../../features/people/GrantList.tsx';
import type { NamedOrganization } from '../../features/viewer/viewerAccess.ts';
import type { Role } from '../../generated/enums.ts';
import type { TokenRowFragment } from '../../generated/graphql.ts';
import { DataTable } from '../../ui/DataTable.tsx';
import type { DataColumn } from '../../ui/DataTable.tsx';
import { isAhead } from '../../ui/isAhead.ts';
import { RelativeTime } from '../../ui/RelativeTime.tsx';

const mono = style({ font: 'code-sm', color: 'neutral-subdued' });
const quiet = style({ color: 'neutral-subdued' });
/** Below the name, which is bold. */
const small = style({ font: 'ui-sm', color: 'neutral-subdued' });
const state = style({ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 8 });
const stack = style({ display: 'flex', flexDirection: 'column', rowGap: 2 });

interface TokenTableProps {
  tokens: readonly TokenRowFragment[];
  onRevoke: (token: TokenRowFragment) => void;
}

export function TokenTable({ tokens, onRevoke }: TokenTableProps) {
  const intl = useIntl();
  const columns: DataColumn<TokenRowFragment>[] = [
    {
      key: 'name',
      header: intl.formatMessage({ id: 'tokens.name' }),
      cell: (token) => <Name token={token} />,
    },
    {
      key: 'access',
      header: intl.formatMessage({ id: 'members.access' }),
      cell: ({ role, organizations }) => (
        <GrantList grants={toGrants(role, organizations ?? null)} />
      ),
    },
    {
      key: 'scopes',
      header: intl.formatMessage({ id: 'tokens.scopes' }),
      cell: (token) => <span className={mono}>{token.scopes.join(', ')}</span>,
    },
    {
      key: 'used',
      header: intl.formatMessage({ id: 'tokens.lastUsed' }),
      cell: (token) => <TimeOrNever at={token.lastUsedAt} />,
    },
    {
      key: 'ends',
      header: intl.formatMessage({ id: 'tokens.expires' }),
      cell: (token) => <TimeOrNever at={token.expiresAt} />,
    },
    {
      key: 'action',
      header: intl.formatMessage({ id: 'tokens.state' }),
      cell: (token) => <State token={token} onRevoke={onRevoke} />,
    },
  ];
  return (
    <DataTable
      label={intl.formatMessage({ id: 'settings.section.tokens' })}
      rows={tokens}
      rowKey={(token) => token.id}
      columns={columns}
    />
  );
}

/** What a token may do, as grants: its role for each of its organizations, or for all. */
const toGrants = (role: Role, organizations: readonly NamedOrganization[] | null) =>
  organizations
    ? organizations.map((organization) => ({ role, organization }))
    : [{ role, organization: null }];

function Name({ token }: { token: TokenRowFragment }) {
  const intl = useIntl();
  return (
    <span className={stack}>
      <bdi>{token.name}</bdi>
      <span className={mono}>{token.prefix}…</span>
      <span className={small}>
        {intl.formatMessage({ id: 'tokens.createdBy' }, { name: token.createdBy })}
      </span>
    </span>
  );
}

function TimeOrNever({ at }: { at?: string | null }) {
  const intl = useIntl();
  return at ? (
    <RelativeTime at={at} focusable={false} />
  ) : (
    intl.formatMessage({ id: 'tokens.never' })
  );
}

function State({
  token,
  onRevoke,
}: {
  token: TokenRowFragment;
  onRevoke: TokenTableProps['onRevoke'];
}) {
  const intl = useIntl();
  if (token.revokedAt) {
    return (
      <span className={quiet}>
        {intl.formatMessage({ id: 'tokens.revoked' })}{' '}
        <RelativeTime at={token.revokedAt} focusable={false} />
      </span>
    );
  }
  const isExpired = token.expiresAt ? !isAhead(token.expiresAt) : false;
  return (
    <span className={state}>
      <span className={isExpired ? quiet : undefined}>
        {intl.formatMessage({ id: isExpired ? 'tokens.expired' : 'tokens.active' })}
      </span>
      <ActionButton
        size="S"
        onPress={() => onRevoke(token)}
        aria-label={intl.formatMessage({ id: 'tokens.revokeOf' }, { name: token.name })}
      >
        {intl.formatMessage({ id: 'tokens.revoke' })}
      </ActionButton>
    </span>
  );
}

/** The partner's members: what each can do where, with dialogs that change or end it. */
import { useQuery } from '@apollo/client/react';
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { useIntl } from 'react-intl';
import { ExportButton } from '../../features/export/ExportButton.tsx';
import { InviteButton } from '../../features/people/InviteButton.tsx';
import { SettingsFrame } from '../../features/settings/SettingsFrame.tsx';
import { useKeptForm } from '../../features/viewer/keptForm.ts';
import { usePartnerRole } from '../../features/viewer/ViewerQuery.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { FilterBar } from '../../ui/FilterBar.tsx';
import { PagedList } from '../../ui/PagedList.tsx';
import { ACCESS_FORM, ChangeAccessDialog, type KeptAccess } from './ChangeAccessDialog.tsx';
import { MemberSessionsDialog } from './MemberSessionsDialog.tsx';
import { MemberTable, RemovedMemberTable } from './MemberTable.tsx';
import { LAST_OWNER, MEMBERS_QUERY } from './memberDocuments.ts';
import type { MemberRow } from '../../features/people/memberFields.ts';
import { RemoveMemberDialog } from './RemoveMemberDialog.tsx';
import { DialogContainer } from '../../ui/DialogContainer.tsx';

const heading = style({ font: 'title', marginTop: 32, marginBottom: 8 });
const about = style({ font: 'body-sm', color: 'neutral-subdued', margin: 0, marginBottom: 12 });

type OpenDialog = { kind: 'change' | 'remove' | 'sessions'; member: MemberRow };

export function MembersPage() {
  const intl = useIntl();
  return (
    <SettingsFrame
      section="members"
      text={intl.formatMessage({ id: 'members.text' })}
      actions={<InviteButton />}
    >
      <Members />
    </SettingsFrame>
  );
}

function Members() {
  const intl = useIntl();
  const navigate = useNavigate({ from: '/settings/members' });
  const { text } = useSearch({ from: '/shell/settings/members' });
  const kept = useKeptForm<KeptAccess>(ACCESS_FORM);
  /** Undefined: not chosen yet. */
  const [chosen, setDialog] = useState<OpenDialog | null>();
  const isOwner = usePartnerRole('OWNER');
  const query = useQuery(MEMBERS_QUERY, {
    variables: { text: text ?? null },
    fetchPolicy: 'cache-and-network',
    notifyOnNetworkStatusChange: true,
    skip: !isOwner,
  });
  const lastOwner = useQuery(LAST_OWNER, { fetchPolicy: 'cache-and-network', skip: !isOwner });
  const lastOwnerId = lastOwner.data?.lastOwner?.id;
  const list = query.data?.members;
  const close = () => setDialog(null);
  const returned = list?.edges.find(({ node }) => node.id === kept?.memberId)?.node;
  const dialog = chosen === undefined && returned ? { kind: 'change', member: returned } : chosen;
  return (
    <>
      <FilterBar
        text={{
          label: intl.formatMessage({ id: 'members.filter' }),
          value: text ?? '',
          onChange: (next) => void navigate({ search: { text: next || undefined }, replace: true }),
        }}
        isFiltered={text !== undefined}
        onClear={() => void navigate({ search: {} })}
        count={
          list &&
          intl.formatMessage(
            { id: 'members.count' },
            { count: list.totalCount - list.removedCount, removed: list.removedCount },
          )
        }
        actions={
          isOwner ? (
            <ExportButton
              file={async (tools) => (await import('./membersFile.ts')).membersFile(tools, text)}
            />
          ) : null
        }
      />
      <PagedList
        list={list}
        query={query}
        failed={intl.formatMessage({ id: 'members.failed' })}
        skeleton={{ rows: 6, columns: 4 }}
        empty={
          <EmptyState title={intl.formatMessage({ id: 'members.noMatch' })}>
            {intl.formatMessage({ id: 'members.noMatchText' })}
          </EmptyState>
        }
      >
        {(members) => (
          <MemberLists members={members} lastOwnerId={lastOwnerId} onOpen={setDialog} />
        )}
      </PagedList>
      <DialogContainer onDismiss={close}>
        {dialog?.kind === 'change' ? (
          <ChangeAccessDialog
            member={dialog.member}
            isLastOwner={dialog.member.id === lastOwnerId}
            kept={kept}
            onClose={close}
          />
        ) : null}
        {dialog?.kind === 'sessions' ? (
          <MemberSessionsDialog member={dialog.member} onClose={close} />
        ) : null}
        {dialog?.kind === 'remove' ? (
          <RemoveMemberDialog member={dialog.member} onClose={close} />
        ) : null}
      </DialogContainer>
    </>
  );
}

interface MemberListsProps {
  members: readonly MemberRow[];
  lastOwnerId: string | undefined;
  onOpen: (dialog: OpenDialog) => void;
}

/** Those who were removed are a list of their own. */
function MemberLists({ members, lastOwnerId, onOpen }: MemberListsProps) {
  const intl = useIntl();
  const current = members.filter(({ removedAt }) => removedAt === null);
  const removed = members.filter(({ removedAt }) => removedAt !== null);
  return (
    <>
      {current.length > 0 ? (
        <MemberTable
          members={current}
          lastOwnerId={lastOwnerId}
          onChange={(member) => onOpen({ kind: 'change', member })}
          onSessions={(member) => onOpen({ kind: 'sessions', member })}
          onRemove={(member) => onOpen({ kind: 'remove', member })}
        />
      ) : null}
      {removed.length > 0 ? (
        <section aria-labelledby="removed-members">
          <h2 id="removed-members" className={heading}>
            {intl.formatMessage({ id: 'members.removed' })}
          </h2>
          <p className={about}>{intl.formatMessage({ id: 'members.removedText' })}</p>
          <RemovedMemberTable members={removed} />
        </section>
      ) : null}
    </>
  );
}

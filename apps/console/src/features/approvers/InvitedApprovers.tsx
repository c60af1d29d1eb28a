/** Who was invited to approve for the organization and has not accepted yet. */
import { useQuery } from '@apollo/client/react';
import { ActionButton } from '@react-spectrum/s2';
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { useState } from 'react';
import { useIntl } from 'react-intl';
import { useKeywayMutation } from '../../apollo/useKeywayMutation.ts';
import { graphql } from '../../generated/gql.ts';
import { withAdministrationTexts } from '../../intl/administrationTexts.ts';
import { DialogContainer } from '../../ui/DialogContainer.tsx';
import { Part, lazyPart } from '../../ui/lazyPart.tsx';
import { MutationNotice } from '../../ui/MutationNotice.tsx';
import { REVOKE_INVITATION, type InvitationRow } from '../people/inviteDocuments.ts';

const INVITED_APPROVERS = graphql(`
  query InvitedApprovers($organizationId: ID!) {
    organization(id: $organizationId) {
      id
      invitedApprovers {
        ...InvitationRow
      }
    }
  }
`);

const inviteDialog = lazyPart(
  async () => (await withAdministrationTexts(import('../people/InviteDialog.tsx'))).InviteDialog,
);
const revokeDialog = lazyPart(
  async () =>
    (await withAdministrationTexts(import('../people/RevokeInvitationDialog.tsx')))
      .RevokeInvitationDialog,
);

const list = style({
  listStyleType: 'none',
  margin: 0,
  padding: 0,
  display: 'flex',
  flexDirection: 'column',
  rowGap: 8,
});
const row = style({
  display: 'flex',
  flexWrap: 'wrap',
  alignItems: 'center',
  columnGap: 12,
  rowGap: 4,
});
const text = style({ overflowWrap: 'anywhere' });

/** Without the cache: whoever accepts meanwhile changes nothing here. */
export const useInvitedApprovers = (organizationId: string, isWanted: boolean) => {
  const { data, refetch } = useQuery(INVITED_APPROVERS, {
    variables: { organizationId },
    fetchPolicy: 'no-cache',
    skip: !isWanted,
  });
  return {
    invited: data?.organization?.invitedApprovers ?? [],
    reload: () => void refetch().catch(() => undefined),
  };
};

interface InvitedApproversProps {
  invited: readonly InvitationRow[];
  onChanged: () => void;
}

export function InvitedApprovers({ invited, onChanged }: InvitedApproversProps) {
  const [dialog, setDialog] = useState<{ kind: 'repeat' | 'revoke'; invitation: InvitationRow }>();
  const revoke = useKeywayMutation(REVOKE_INVITATION, { onDone: onChanged });
  const close = () => setDialog(undefined);
  return (
    <>
      {invited.length === 0 ? null : (
        <ul className={list}>
          {invited.map((invitation) => (
            <Invited
              key={invitation.id}
              invitation={invitation}
              onOpen={(kind) => setDialog({ kind, invitation })}
            />
          ))}
        </ul>
      )}
      <MutationNotice mutation={revoke} />
      <DialogContainer onDismiss={close}>
        {dialog?.kind === 'repeat' ? (
          <Part
            part={inviteDialog}
            isWanted
            props={{ earlier: dialog.invitation, onInvited: onChanged, onClose: close }}
          />
        ) : null}
        {dialog?.kind === 'revoke' ? (
          <Part
            part={revokeDialog}
            isWanted
            props={{
              invitation: dialog.invitation,
              onRevoke: () => revoke.send({ id: dialog.invitation.id }),
            }}
          />
        ) : null}
      </DialogContainer>
    </>
  );
}

function Invited({
  invitation: { email, invitedBy, invitedAt, expiresAt },
  onOpen,
}: {
  invitation: InvitationRow;
  onOpen: (kind: 'repeat' | 'revoke') => void;
}) {
  const intl = useIntl();
  return (
    <li className={row}>
      <span className={text}>
        {intl.formatMessage(
          { id: 'approvers.invited' },
          {
            email: <strong key="email">{email}</strong>,
            name: <bdi key="name">{invitedBy}</bdi>,
            date: intl.formatDate(invitedAt, { dateStyle: 'long' }),
            until: intl.formatDate(expiresAt, { dateStyle: 'long' }),
          },
        )}
      </span>
      <span data-print="hidden" className={row}>
        <ActionButton
          size="S"
          aria-label={intl.formatMessage({ id: 'approvers.invited.againOf' }, { email })}
          onPress={() => onOpen('repeat')}
        >
          {intl.formatMessage({ id: 'approvers.invited.again' })}
        </ActionButton>
        <ActionButton
          size="S"
          aria-label={intl.formatMessage({ id: 'approvers.invited.revokeOf' }, { email })}
          onPress={() => onOpen('revoke')}
        >
          {intl.formatMessage({ id: 'approvers.invited.revoke' })}
        </ActionButton>
      </span>
    </li>
  );
}

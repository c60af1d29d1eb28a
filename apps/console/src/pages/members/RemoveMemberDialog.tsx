/** Ends a member's access, after saying all that ends with it. */
import { useApolloClient } from '@apollo/client/react';
import { useIntl } from 'react-intl';
import { useKeywayMutation } from '../../apollo/useKeywayMutation.ts';
import { useViewer } from '../../features/viewer/ViewerQuery.ts';
import { useAnnounce } from '../../ui/announce.tsx';
import { ReasonDialog } from '../../ui/ReasonDialog.tsx';
import { LAST_OWNER, REMOVE_MEMBER } from './memberDocuments.ts';
import { RemovalEffects } from './RemovalEffects.tsx';
import type { MemberRow } from '../../features/people/memberFields.ts';

interface RemoveMemberDialogProps {
  member: MemberRow;
  onClose: () => void;
}

export function RemoveMemberDialog({ member, onClose }: RemoveMemberDialogProps) {
  const intl = useIntl();
  const announce = useAnnounce();
  const client = useApolloClient();
  const isOwn = useViewer()?.id === member.id;
  const mutation = useKeywayMutation(REMOVE_MEMBER, {
    onDone: () => {
      announce(intl.formatMessage({ id: 'members.removedDone' }, { name: member.name }));
      void client.refetchQueries({ include: [LAST_OWNER] });
      onClose();
    },
  });
  return (
    <ReasonDialog
      title={intl.formatMessage({ id: 'members.removeTitle' }, { name: member.name })}
      text={intl.formatMessage({ id: isOwn ? 'members.removeOwn' : 'members.removeText' })}
      confirm={intl.formatMessage({ id: 'members.removeConfirm' })}
      label={intl.formatMessage({ id: 'common.reason' })}
      hint={intl.formatMessage({ id: 'members.reasonHint' })}
      isRequired={false}
      mutation={mutation}
      onSubmit={(reason) => mutation.send({ memberId: member.id, reason: reason || null })}
      onClose={onClose}
    >
      <RemovalEffects member={member} />
    </ReasonDialog>
  );
}

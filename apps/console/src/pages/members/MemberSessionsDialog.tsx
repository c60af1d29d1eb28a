/** Where a member is signed in. */
import { useQuery } from '@apollo/client/react';
import { Button, ButtonGroup, Content, Dialog, Heading } from '@react-spectrum/s2';
import { useIntl } from 'react-intl';
import { MEMBER_SESSIONS } from '../../features/people/sessionDocuments.ts';
import { SessionList } from '../../features/people/SessionList.tsx';
import { ErrorState } from '../../ui/ErrorState.tsx';
import { ListSkeleton } from '../../ui/Skeleton.tsx';
import type { MemberRow } from '../../features/people/memberFields.ts';

interface MemberSessionsDialogProps {
  member: MemberRow;
  onClose: () => void;
}

export function MemberSessionsDialog({ member, onClose }: MemberSessionsDialogProps) {
  const intl = useIntl();
  const { data, error, refetch } = useQuery(MEMBER_SESSIONS, {
    variables: { id: member.id },
    fetchPolicy: 'network-only',
  });
  const reread = () => void refetch().catch(() => undefined);
  const sessions = data?.node && 'sessions' in data.node ? data.node.sessions : undefined;
  return (
    <Dialog size="M">
      <Heading slot="title">
        {intl.formatMessage({ id: 'sessions.ofMember' }, { name: member.name })}
      </Heading>
      <Content>
        {sessions ? (
          <SessionList sessions={sessions} memberId={member.id} onEnded={reread} />
        ) : null}
        {error && !sessions ? (
          <ErrorState
            what={intl.formatMessage({ id: 'sessions.failed' })}
            error={error}
            onRetry={reread}
          />
        ) : null}
        {!sessions && !error ? <ListSkeleton rows={2} columns={2} /> : null}
      </Content>
      <ButtonGroup>
        <Button variant="secondary" onPress={onClose}>
          {intl.formatMessage({ id: 'common.close' })}
        </Button>
      </ButtonGroup>
    </Dialog>
  );
}

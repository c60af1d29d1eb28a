/** Where the viewer is signed in. */
import { useQuery } from '@apollo/client/react';
import { useIntl } from 'react-intl';
import { OWN_SESSIONS } from '../../features/people/sessionDocuments.ts';
import { SessionList } from '../../features/people/SessionList.tsx';
import { ErrorState } from '../../ui/ErrorState.tsx';
import { Panel } from '../../ui/Panel.tsx';
import { ListSkeleton } from '../../ui/Skeleton.tsx';

export function OwnSessions() {
  const intl = useIntl();
  const { data, error, refetch } = useQuery(OWN_SESSIONS, { fetchPolicy: 'cache-and-network' });
  const reread = () => void refetch().catch(() => undefined);
  return (
    <Panel title={intl.formatMessage({ id: 'sessions.title' })}>
      {data ? (
        <SessionList sessions={data.viewer.sessions} memberId={null} onEnded={reread} />
      ) : null}
      {error && !data ? (
        <ErrorState
          what={intl.formatMessage({ id: 'sessions.failed' })}
          error={error}
          onRetry={reread}
        />
      ) : null}
      {!data && !error ? <ListSkeleton rows={2} columns={2} /> : null}
    </Panel>
  );
}

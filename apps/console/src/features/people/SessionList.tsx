/** The browsers in which a person is signed in, each with a button that signs it out. */
import { ActionButton, Button } from '@react-spectrum/s2';
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { useIntl } from 'react-intl';
import { useKeywayMutation } from '../../apollo/useKeywayMutation.ts';
import { useAnnounce } from '../../ui/announce.tsx';
import { MutationNotice } from '../../ui/MutationNotice.tsx';
import { RelativeTime } from '../../ui/RelativeTime.tsx';
import { END_SESSION, END_SESSIONS } from './sessionDocuments.ts';
import type { SessionRow } from './sessionDocuments.ts';

const stack = style({ display: 'flex', flexDirection: 'column', rowGap: 12, alignItems: 'start' });
const list = style({
  listStyleType: 'none',
  margin: 0,
  padding: 0,
  width: 'full',
  display: 'flex',
  flexDirection: 'column',
  rowGap: 12,
});
const item = style({
  display: 'flex',
  flexWrap: 'wrap',
  alignItems: 'center',
  justifyContent: 'space-between',
  gap: 8,
  font: 'ui',
});
const label = style({ display: 'flex', flexDirection: 'column', rowGap: 2, minWidth: 0 });
const small = style({ font: 'ui-sm', color: 'neutral-subdued', overflowWrap: 'anywhere' });
const none = style({ font: 'ui', color: 'neutral-subdued', margin: 0 });

interface SessionListProps {
  sessions: readonly SessionRow[];
  /** Whose they are; null for the viewer's own, of which the current one stays. */
  memberId: string | null;
  /** Reads the list again. */
  onEnded: () => void;
}

export function SessionList({ sessions, memberId, onEnded }: SessionListProps) {
  const intl = useIntl();
  const announce = useAnnounce();
  const onDone = ({ ended }: { ended?: number | null }) => {
    announce(intl.formatMessage({ id: 'sessions.ended' }, { count: ended ?? 0 }));
    onEnded();
  };
  const one = useKeywayMutation(END_SESSION, { onDone });
  const all = useKeywayMutation(END_SESSIONS, { onDone });
  const others = sessions.filter(({ current }) => !current);
  const isPending = one.isPending || all.isPending;
  if (sessions.length === 0)
    return <p className={none}>{intl.formatMessage({ id: 'sessions.none' })}</p>;
  return (
    <div className={stack}>
      <ul className={list}>
        {sessions.map((session) => (
          <Session
            key={session.id}
            session={session}
            isDisabled={isPending}
            onEnd={() => one.send({ id: session.id })}
          />
        ))}
      </ul>
      {others.length > 1 || (memberId !== null && others.length > 0) ? (
        <Button
          variant="secondary"
          isPending={all.isPending}
          onPress={() => all.send(memberId === null ? {} : { memberId })}
        >
          {intl.formatMessage({ id: memberId === null ? 'sessions.endOthers' : 'sessions.endAll' })}
        </Button>
      ) : null}
      <MutationNotice mutation={one} />
      <MutationNotice mutation={all} />
    </div>
  );
}

interface SessionProps {
  session: SessionRow;
  isDisabled: boolean;
  onEnd: () => void;
}

function Session({ session, isDisabled, onEnd }: SessionProps) {
  const intl = useIntl();
  const name = session.userAgent ?? intl.formatMessage({ id: 'sessions.unknownBrowser' });
  return (
    <li className={item}>
      <span className={label}>
        <bdi>{name}</bdi>
        <span className={small}>
          {session.provider ? `${session.provider} · ` : null}
          {session.current ? (
            intl.formatMessage({ id: 'sessions.current' })
          ) : (
            <RelativeTime at={session.lastUsedAt} focusable={false} />
          )}
        </span>
      </span>
      {session.current ? null : (
        <ActionButton
          size="S"
          isDisabled={isDisabled}
          aria-label={intl.formatMessage({ id: 'sessions.endOf' }, { name })}
          onPress={onEnd}
        >
          {intl.formatMessage({ id: 'sessions.end' })}
        </ActionButton>
      )}
    </li>
  );
}

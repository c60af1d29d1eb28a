/** Announces that the session is about to end, while there is time to do something about it. */
import { useApolloClient } from '@apollo/client/react';
import { Button } from '@react-spectrum/s2';
import Clock from '@react-spectrum/s2/icons/Clock';
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { useCallback, useEffect, useState } from 'react';
import { useIntl } from 'react-intl';
import { onReconnected, reportMissed } from '../../apollo/liveConnection.ts';
import { useUnsavedText } from '../../routing/useUnsavedChanges.tsx';
import { useIsHeld } from '../../apollo/unauthenticated.ts';
import { useAnnounce } from '../../ui/announce.tsx';
import { Part, lazyPart, usePreloadSoon } from '../../ui/lazyPart.tsx';
import { useViewer, VIEWER_QUERY } from '../viewer/ViewerQuery.ts';
import { findWarning, isWorthUse, type SessionLimits, type SessionWarning } from './sessionEnds.ts';
import { SessionTexts } from './SessionTexts.tsx';
import { lastUse, onSignedInElsewhere } from '../../apollo/sessionUse.ts';
import { SignInAgain } from './SignInAgain.tsx';
import { hasTyped } from '../../routing/typedFields.ts';

const held = lazyPart(async () => (await import('./HeldSession.tsx')).HeldSession);
const NO_PROPS = {};

const bar = style({
  display: 'flex',
  flexWrap: 'wrap',
  alignItems: 'center',
  columnGap: 12,
  rowGap: 8,
  margin: 8,
  paddingX: 16,
  paddingY: 8,
  borderRadius: 'lg',
  font: 'ui',
  backgroundColor: 'notice-subtle',
  color: 'neutral',
});

export const SessionNotice = () => (
  <SessionTexts>
    <Notice />
    <Held />
  </SessionTexts>
);

/** Its code is there before the session ends: a page must not stay in sight then. */
function Held() {
  usePreloadSoon(held);
  return <Part part={held} isWanted={useIsHeld()} props={NO_PROPS} />;
}

function Notice() {
  const intl = useIntl();
  const session = useViewer()?.session;
  const warning = useWarning(session);
  const { stay, isFailed } = useStay();
  useActivity(session, stay);
  // A new session of the same person: what was read may be older than it.
  useEffect(() => onSignedInElsewhere(reportMissed), []);
  const leaving = useUnsavedText(hasTyped);
  const time = warning && intl.formatTime(warning.endsAt, { timeStyle: 'short' });
  const text = warning && intl.formatMessage({ id: `session.${warning.reason}` }, { time });
  const announce = useAnnounce();
  useEffect(() => {
    if (text) announce(text);
  }, [text, announce]);
  return (
    <>
      {leaving}
      {warning ? (
        <aside className={bar} data-print="hidden">
          <Clock aria-hidden="true" />
          <span>{text}</span>
          {warning.reason === 'idle' ? (
            <Button variant="secondary" size="S" onPress={stay}>
              {intl.formatMessage({ id: 'session.stay' })}
            </Button>
          ) : (
            <SignInAgain size="S" />
          )}
          {isFailed ? (
            <span role="alert">{intl.formatMessage({ id: 'session.stayFailed' })}</span>
          ) : null}
        </aside>
      ) : null}
    </>
  );
}

/** Asked again when it may have changed, also by what another tab did. */
function useWarning(session: SessionLimits | null | undefined): SessionWarning | null {
  const [warning, setWarning] = useState<SessionWarning | null>(null);
  useEffect(() => {
    if (!session) return undefined;
    let timer: ReturnType<typeof setTimeout>;
    const ask = () => {
      const found = findWarning(session, lastUse(), Date.now());
      const isWarning = 'reason' in found;
      setWarning((old) => (isWarning ? (isSame(old, found) ? old : found) : null));
      // While it is shown, a use in any tab takes it away soon.
      const wait = isWarning ? 1_000 : Math.min(found.waitMilliseconds, LONGEST_WAIT);
      timer = setTimeout(ask, Math.max(wait, 100));
    };
    ask();
    return () => clearTimeout(timer);
  }, [session]);
  return session ? warning : null;
}

/** A timer is no clock: a computer may have slept meanwhile. */
const LONGEST_WAIT = 30_000;

const isSame = (one: SessionWarning | null, other: SessionWarning) =>
  one?.reason === other.reason && one.endsAt === other.endsAt;

/** Uses the session, so that it lasts longer. */
function useStay() {
  const client = useApolloClient();
  const [isFailed, setFailed] = useState(false);
  const stay = useCallback(() => {
    client
      .query({ query: VIEWER_QUERY, fetchPolicy: 'network-only' })
      .then(() => setFailed(false))
      .catch(() => setFailed(true));
  }, [client]);
  useEffect(() => onReconnected(() => setFailed(false)), []);
  return { stay, isFailed };
}

/** Who types or points is there, though no request says so. */
function useActivity(session: SessionLimits | null | undefined, keepAlive: () => void): void {
  const idleSeconds = session?.idleSeconds;
  useEffect(() => {
    if (idleSeconds === undefined) return undefined;
    let askedAt = 0;
    const note = () => {
      const now = Date.now();
      if (!isWorthUse(idleSeconds, Math.max(lastUse(), askedAt), now)) return;
      askedAt = now;
      keepAlive();
    };
    const events = ['keydown', 'pointerdown'] as const;
    for (const event of events) document.addEventListener(event, note, true);
    return () => {
      for (const event of events) document.removeEventListener(event, note, true);
    };
  }, [idleSeconds, keepAlive]);
}

/**
 * Covers the page of a session that ended while something was typed, until the person signs in
 * again. Then the page continues with what was typed.
 */
import { useApolloClient } from '@apollo/client/react';
import { Button, ButtonGroup } from '@react-spectrum/s2';
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { useCallback, useEffect, useId, useRef, useState } from 'react';
import { useIntl } from 'react-intl';
import { reportMissed } from '../../apollo/liveConnection.ts';
import {
  releasePage,
  reportSignedIn,
  reportUnauthenticated,
  useIsHeld,
} from '../../apollo/unauthenticated.ts';
import { useViewer, VIEWER_QUERY } from '../viewer/ViewerQuery.ts';
import { onSignedInElsewhere } from '../../apollo/sessionUse.ts';
import { SignInAgain } from './SignInAgain.tsx';
import { forgetTyped } from '../../routing/typedFields.ts';
import { leaveWithoutQuestion } from '../../routing/useUnloadQuestion.ts';
import './heldSession.css';

/** After it, somebody else may sit here. */
const KEPT_MINUTES = 15;
const KEPT_MILLISECONDS = KEPT_MINUTES * 60_000;

const card = style({
  maxWidth: 480,
  padding: 40,
  borderRadius: 'xl',
  borderStyle: 'none',
  boxShadow: 'elevated',
  backgroundColor: 'elevated',
  color: 'neutral',
});
const stack = style({ display: 'flex', flexDirection: 'column', rowGap: 16 });
const heading = style({ font: 'heading', margin: 0 });
const paragraph = style({ font: 'body', margin: 0 });

export function HeldSession() {
  const isHeld = useIsHeld();
  return isHeld ? <Held /> : null;
}

function Held() {
  const intl = useIntl();
  const title = useId();
  const dialog = useRef<HTMLDialogElement>(null);
  const [isOpened, setOpened] = useState(false);
  // The browser's own modal dialog covers the page's dialogs too, and makes all of them inert.
  useEffect(() => dialog.current?.showModal(), []);
  const leave = useLeave();
  useSignedInAgain(leave);
  return (
    <dialog
      ref={dialog}
      className={`kw-held ${card}`}
      aria-labelledby={title}
      onCancel={(event) => event.preventDefault()}
    >
      <div className={stack}>
        <h1 id={title} className={heading}>
          {intl.formatMessage({ id: 'session.heldTitle' })}
        </h1>
        <p className={paragraph}>
          {intl.formatMessage({ id: 'session.held' }, { minutes: KEPT_MINUTES })}
        </p>
        <SignInAgain size="M" onOpened={() => setOpened(true)} />
        {isOpened ? (
          <p className={paragraph} role="status">
            {intl.formatMessage({ id: 'session.waiting' })}
          </p>
        ) : null}
        <ButtonGroup>
          <Button variant="secondary" fillStyle="outline" onPress={leave}>
            {intl.formatMessage({ id: 'session.leave' })}
          </Button>
        </ButtonGroup>
      </div>
    </dialog>
  );
}

/** Asks who is signed in when another tab says so, and when the person returns to this one. */
function useSignedInAgain(leave: () => void): void {
  const client = useApolloClient();
  const viewerId = useViewer()?.id;
  useEffect(() => {
    const heldAt = Date.now();
    const ask = () => {
      // A timer does not count while the computer sleeps.
      if (Date.now() - heldAt > KEPT_MILLISECONDS) return leave();
      return void client
        .query({ query: VIEWER_QUERY, fetchPolicy: 'no-cache' })
        .then(({ data }) => {
          // Nothing of the first person is shown to another one.
          if (data?.viewer.id !== viewerId) {
            leaveWithoutQuestion();
            return location.reload();
          }
          reportSignedIn();
          reportMissed();
          return undefined;
        })
        .catch(() => undefined);
    };
    const timer = setTimeout(leave, KEPT_MILLISECONDS);
    const stop = onSignedInElsewhere(ask);
    window.addEventListener('focus', ask);
    return () => {
      clearTimeout(timer);
      stop();
      window.removeEventListener('focus', ask);
    };
  }, [client, viewerId, leave]);
}

/** Leaves the page as it would have been left had nothing been typed. */
function useLeave(): () => void {
  return useCallback(() => {
    forgetTyped();
    releasePage();
    reportUnauthenticated();
  }, []);
}

/** Asks before a page is left whose changes are not saved: by a link, reloading or closing. */
import { Button, ButtonGroup, Content, Dialog, Heading } from '@react-spectrum/s2';
import { useBlocker } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import type { ReactNode } from 'react';
import { useIntl } from 'react-intl';
import { DialogContainer, useIsDialogOpen } from '../ui/DialogContainer.tsx';
import { useUnloadQuestion } from './useUnloadQuestion.ts';

/** Questions of forms that know more of their changes than that something was typed. */
let asking = 0;

const isOtherPage = ({ current, next }: Record<'current' | 'next', { pathname: string }>) =>
  current.pathname !== next.pathname;

interface LeaveQuestion {
  /** A person wants to leave, and was held back. */
  isAsked: boolean;
  stay: () => void;
  leave: () => void;
}

/** Holds back a change of page, and lets the browser ask before the page is reloaded or closed. */
export function useLeaveQuestion(holdsBack: boolean): LeaveQuestion {
  const { status, proceed, reset } = useBlocker({
    shouldBlockFn: isOtherPage,
    enableBeforeUnload: false,
    disabled: !holdsBack,
    withResolver: true,
  });
  useUnloadQuestion(holdsBack);
  useEffect(() => {
    if (!holdsBack) return undefined;
    asking += 1;
    return () => void (asking -= 1);
  }, [holdsBack]);
  return toQuestion({ status, proceed, reset });
}

interface Blocked {
  status: 'blocked' | 'idle';
  proceed: (() => void) | undefined;
  reset: (() => void) | undefined;
}

function toQuestion({ status, proceed, reset }: Blocked): LeaveQuestion {
  return {
    isAsked: status === 'blocked',
    stay: () => reset?.(),
    leave: () => proceed?.(),
  };
}

/** @returns the question, to be shown in the page */
export function useUnsavedChanges(hasChanges: boolean): ReactNode {
  return <Question {...useLeaveQuestion(hasChanges)} />;
}

/**
 * Asks where no form of the page asks itself.
 *
 * @param isUnsaved whether something would be lost now
 * @returns the question, to be shown in the page
 */
export function useUnsavedText(isUnsaved: () => boolean): ReactNode {
  const blocked = useBlocker({
    shouldBlockFn: (change) => isOtherPage(change) && asking === 0 && isUnsaved(),
    enableBeforeUnload: false,
    withResolver: true,
  });
  useUnloadQuestion(isUnsaved);
  return <Question {...toQuestion(blocked)} />;
}

function Question({ isAsked, stay, leave }: LeaveQuestion) {
  const intl = useIntl();
  return (
    <DialogContainer onDismiss={stay}>
      {isAsked ? (
        <Dialog role="alertdialog" size="S">
          <Heading slot="title">{intl.formatMessage({ id: 'unsaved.title' })}</Heading>
          <Content>{intl.formatMessage({ id: 'unsaved.text' })}</Content>
          <ButtonGroup>
            <Button variant="secondary" autoFocus onPress={stay}>
              {intl.formatMessage({ id: 'unsaved.stay' })}
            </Button>
            <Button variant="negative" onPress={leave}>
              {intl.formatMessage({ id: 'unsaved.leave' })}
            </Button>
          </ButtonGroup>
        </Dialog>
      ) : null}
    </DialogContainer>
  );
}

/**
 * As `useUnsavedChanges`, for what a form in a dialog begins with and has now.
 *
 * @param isRestored it begins with what was typed before signing in again
 */
export function useUnsavedValues(values: unknown, isRestored: boolean): ReactNode {
  const now = JSON.stringify(values);
  const [before] = useState(now);
  const isOpen = useIsDialogOpen();
  return useUnsavedChanges(isOpen && (isRestored || now !== before));
}

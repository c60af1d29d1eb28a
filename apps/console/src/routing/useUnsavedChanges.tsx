/** Asks before a page is left whose changes are not saved: by a link, reloading or closing. */
import { Button, ButtonGroup, Content, Dialog, Heading } from '@react-spectrum/s2';
import { useBlocker } from '@tanstack/react-router';
import { useState } from 'react';
import type { ReactNode } from 'react';
import { useIntl } from 'react-intl';
import { DialogContainer, useIsDialogOpen } from '../ui/DialogContainer.tsx';
import { useUnloadQuestion } from './useUnloadQuestion.ts';

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
  return {
    isAsked: status === 'blocked',
    stay: () => reset?.(),
    leave: () => proceed?.(),
  };
}

/** @returns the question, to be shown in the page */
export function useUnsavedChanges(hasChanges: boolean): ReactNode {
  const intl = useIntl();
  const { isAsked, stay, leave } = useLeaveQuestion(hasChanges);
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

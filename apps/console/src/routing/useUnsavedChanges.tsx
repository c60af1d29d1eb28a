/** Asks before a page is left whose changes are not saved: by a link, reloading or closing. */
import { useBlocker } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import type { ReactNode } from 'react';
import { useIsDialogOpen } from '../ui/dialogState.ts';
import { Part, lazyPart, usePreloadSoon } from '../ui/lazyPart.tsx';
import type { LeaveQuestion } from './LeaveDialog.tsx';
import { useUnloadQuestion } from './useUnloadQuestion.ts';

/** Questions of forms that know more of their changes than that something was typed. */
let asking = 0;

const isOtherPage = ({ current, next }: Record<'current' | 'next', { pathname: string }>) =>
  current.pathname !== next.pathname;

const dialog = lazyPart(async () => (await import('./LeaveDialog.tsx')).LeaveDialog);

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
    // It is there when it is asked, also where the server can't be reached any more.
    dialog.preload();
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
  const question = useLeaveQuestion(hasChanges);
  return <Part part={dialog} isWanted={question.isAsked} props={question} />;
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
  usePreloadSoon(dialog);
  const question = toQuestion(blocked);
  return <Part part={dialog} isWanted={question.isAsked} props={question} />;
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

/**
 * Provides the run to the parts of its pages, and one place to open dialogs, so that the focus
 * returns to the button that opened one.
 */
import { Suspense, createContext, lazy, useCallback, useContext, useMemo, useState } from 'react';
import type { ReactNode } from 'react';
import type { RunView } from '../data/runFields.ts';
import type { DialogRequest } from './actionTarget.ts';

/** Loaded when the first dialog opens, because most visits open none. */
const RunDialogs = lazy(async () => ({ default: (await import('./RunDialogs.tsx')).RunDialogs }));

interface RunActionsValue {
  run: RunView;
  open: (request: DialogRequest) => void;
}

const RunActionsContext = createContext<RunActionsValue | null>(null);

export function RunActionsRoot({ run, children }: { run: RunView; children: ReactNode }) {
  const [request, setRequest] = useState<DialogRequest | null>(null);
  // Stays true, so that a dialog can close with its animation and return the focus.
  const [wasOpened, setWasOpened] = useState(false);
  const open = useCallback((next: DialogRequest) => {
    setWasOpened(true);
    setRequest(next);
  }, []);
  const value = useMemo(() => ({ run, open }), [run, open]);
  return (
    <RunActionsContext value={value}>
      {children}
      {wasOpened ? (
        <Suspense fallback={null}>
          <RunDialogs run={run} request={request} onClose={() => setRequest(null)} />
        </Suspense>
      ) : null}
    </RunActionsContext>
  );
}

export function useRunActions(): RunActionsValue {
  const value = useContext(RunActionsContext);
  if (!value) throw new Error('useRunActions requires RunActionsRoot.');
  return value;
}

/**
 * Gives the parts of a run's pages the run itself and one place where dialogs open, so that focus
 * returns to whatever opened them.
 */
import { Suspense, createContext, lazy, useCallback, useContext, useMemo, useState } from 'react';
import type { ReactNode } from 'react';
import type { RunView } from '../data/runFields.ts';
import type { DialogRequest } from './actionTarget.ts';

/** Loaded when the first dialog opens: most visits open none. */
const RunDialogs = lazy(async () => ({ default: (await import('./RunDialogs.tsx')).RunDialogs }));

interface RunActionsValue {
  run: RunView;
  open: (request: DialogRequest) => void;
}

const RunActionsContext = createContext<RunActionsValue | null>(null);

export function RunActionsRoot({ run, children }: { run: RunView; children: ReactNode }) {
  const [request, setRequest] = useState<DialogRequest | null>(null);
  // Stays once it was there, so that a dialog can leave and hand the focus back.
  const [wanted, setWanted] = useState(false);
  const open = useCallback((next: DialogRequest) => {
    setWanted(true);
    setRequest(next);
  }, []);
  const value = useMemo(() => ({ run, open }), [run, open]);
  return (
    <RunActionsContext value={value}>
      {children}
      {wanted ? (
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

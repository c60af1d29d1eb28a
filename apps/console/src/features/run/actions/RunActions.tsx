/**
 * Provides the run to the parts of its pages, and one place to open dialogs, so that the focus
 * returns to the button that opened one.
 */
import { createContext, useCallback, useContext, useMemo, useState } from 'react';
import type { ReactNode } from 'react';
import { Part, lazyPart } from '../../../ui/lazyPart.tsx';
import type { RunView } from '../data/runFields.ts';
import type { DialogRequest } from './actionTarget.ts';

/** Loaded when the first dialog opens, because most visits open none. */
const runDialogs = lazyPart(async () => (await import('./RunDialogs.tsx')).RunDialogs);

interface RunActionsValue {
  run: RunView;
  open: (request: DialogRequest) => void;
}

const RunActionsContext = createContext<RunActionsValue | null>(null);

export function RunActionsRoot({ run, children }: { run: RunView; children: ReactNode }) {
  const [request, setRequest] = useState<DialogRequest | null>(null);
  const open = useCallback((next: DialogRequest) => setRequest(next), []);
  const close = useCallback(() => setRequest(null), []);
  const value = useMemo(() => ({ run, open }), [run, open]);
  return (
    <RunActionsContext value={value}>
      {children}
      <Part
        part={runDialogs}
        isWanted={request !== null}
        props={{ run, request, onClose: close }}
      />
    </RunActionsContext>
  );
}

export function useRunActions(): RunActionsValue {
  const value = useContext(RunActionsContext);
  if (!value) throw new Error('useRunActions requires RunActionsRoot.');
  return value;
}

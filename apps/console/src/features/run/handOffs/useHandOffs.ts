/** The hand-offs of a run; asked for again where one was made or revoked here. */
import { useQuery } from '@apollo/client/react';
import { useEffect } from 'react';
import { RUN_HAND_OFFS } from './handOffDocuments.ts';

const listeners = new Set<(runId: string) => void>();

/** One was made or revoked. */
export function handOffsChanged(runId: string): void {
  for (const listener of listeners) listener(runId);
}

export function useHandOffs(runId: string) {
  const { data, refetch } = useQuery(RUN_HAND_OFFS, {
    variables: { id: runId },
    fetchPolicy: 'no-cache',
  });
  useEffect(() => {
    const onChange = (changed: string) => {
      if (changed === runId) void refetch().catch(() => undefined);
    };
    listeners.add(onChange);
    return () => void listeners.delete(onChange);
  }, [refetch, runId]);
  return data?.run?.handOffs ?? [];
}

/** The hand-offs of a run; asked for again where one was made or revoked. */
import { useQuery } from '@apollo/client/react';
import { useEffect } from 'react';
import type { HandOffActor } from './handOffActor.ts';
import { onHandOffsChanged } from './handOffChanges.ts';
import { RUN_HAND_OFFS, type HandOffView } from './handOffDocuments.ts';

/** By this browser's clock; the server refuses what expired. */
export const isOpenHandOff = ({ revokedAt, expiresAt }: HandOffView): boolean =>
  revokedAt === null && Date.parse(expiresAt) > Date.now();

/** Those of the actor that work; undefined while it isn't known. */
export function useOpenHandOffs(runId: string, actor: HandOffActor): HandOffView[] | undefined {
  const { handOffs, isLoading } = useHandOffs(runId);
  if (isLoading) return undefined;
  return handOffs.filter((handOff) => handOff.actor === actor && isOpenHandOff(handOff));
}

export function useHandOffs(runId: string) {
  const { data, loading, refetch } = useQuery(RUN_HAND_OFFS, {
    variables: { id: runId },
    fetchPolicy: 'no-cache',
  });
  useEffect(() => {
    const onChange = (changed: string) => {
      if (changed === runId) void refetch().catch(() => undefined);
    };
    return onHandOffsChanged(onChange);
  }, [refetch, runId]);
  return { handOffs: data?.run?.handOffs ?? [], isLoading: loading && !data };
}

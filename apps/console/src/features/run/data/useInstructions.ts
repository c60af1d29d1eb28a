/**
 * The long texts of what a person does, asked for apart from the run: they are large, and change
 * only when a step, the key or the app does. Asked without the cache, since their tracks hold other
 * fields than the run's own.
 */
import { useCallback, useEffect, useRef } from 'react';
import { useQuery } from '@apollo/client/react';
import type { RunInstructionsQuery } from '../../../generated/graphql.ts';
import type { StepId, TrackId } from '../../../generated/enums.ts';
import { useAppLocale } from '../../../intl/IntlRoot.tsx';
import { RUN_INSTRUCTIONS } from './runDocuments.ts';
import type { RunView } from './runFields.ts';

type Step = NonNullable<RunInstructionsQuery['run']>['tracks'][number]['steps'][number];
export type Instructions = (track: TrackId, step: StepId) => Step['instructions'];

export interface InstructionsState {
  of: Instructions;
  /** True once the texts are there or could not be had: the cards do not grow any more. */
  settled: boolean;
  /** Set where they could not be had. */
  error: unknown;
  retry: () => void;
}

export function useInstructions(run: RunView): InstructionsState {
  const { locale } = useAppLocale();
  const { data, previousData, error, refetch } = useQuery(RUN_INSTRUCTIONS, {
    variables: { id: run.id, locale },
    fetchPolicy: 'no-cache',
  });
  const basis = basisOf(run);
  const asked = useRef(basis);
  useEffect(() => {
    if (asked.current === basis) return;
    asked.current = basis;
    void refetch();
  }, [basis, refetch]);
  const tracks = (data ?? previousData)?.run?.tracks;
  const of = useCallback<Instructions>(
    (track, step) =>
      tracks?.find((one) => one.id === track)?.steps.find((one) => one.id === step)?.instructions ??
      null,
    [tracks],
  );
  const retry = useCallback(() => void refetch().catch(() => undefined), [refetch]);
  return {
    of,
    settled: tracks !== undefined || error !== undefined,
    error: tracks === undefined ? error : undefined,
    retry,
  };
}

/** What the texts depend on, as far as the run shows it. */
function basisOf(run: RunView): string {
  const parts = run.tracks.flatMap((track) => [
    track.key?.resolvedIdentifier ?? track.key?.identifier,
    track.key?.vaultResourceId,
    track.consentUrl,
    ...track.steps.map((step) => step.status),
  ]);
  return parts.join('|');
}

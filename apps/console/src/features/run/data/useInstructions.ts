/**
 * The instructions of the steps, queried apart from the run because they are long. Without the
 * cache, because their tracks have other fields than those of `RunFields`.
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
  /** True when the texts are loaded or failed to load: the cards do not grow any more. */
  settled: boolean;
  /** Set if the texts failed to load. */
  error: unknown;
  retry: () => void;
}

export function useInstructions(run: RunView): InstructionsState {
  const { locale } = useAppLocale();
  const { data, previousData, error, refetch } = useQuery(RUN_INSTRUCTIONS, {
    variables: { id: run.id, locale },
    fetchPolicy: 'no-cache',
  });
  const basis = describeBasis(run);
  const queriedBasis = useRef(basis);
  useEffect(() => {
    if (queriedBasis.current === basis) return;
    queriedBasis.current = basis;
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

/** The parts of the run that the texts depend on. The texts are queried again when they change. */
function describeBasis(run: RunView): string {
  const parts = run.tracks.flatMap((track) => [
    track.key?.resolvedIdentifier ?? track.key?.identifier,
    track.key?.vaultResourceId,
    track.consentUrl,
    ...track.steps.map((step) => step.status),
  ]);
  // On AWS the scripts hold the statements of Adobe's policy, whatever the status of its step.
  const statements = run.organization.cloud === 'AWS' ? [run.version] : [];
  return [...parts, ...statements].join('|');
}

/**
 * What would be sent now: the request of the AEP track with this name, and the CJA ticket's text.
 */
import { useEffect, useRef } from 'react';
import { useQuery } from '@apollo/client/react';
import type { RunOutgoingQuery } from '../../../generated/graphql.ts';
import type { TrackId } from '../../../generated/enums.ts';
import { useAppLocale } from '../../../intl/IntlRoot.tsx';
import { RUN_OUTGOING } from './runDocuments.ts';
import type { RunView } from './runFields.ts';

/** The proposed configuration name. */
export const PROPOSED_NAME = 'keyway-cmk';

type OutgoingTrack = NonNullable<RunOutgoingQuery['run']>['tracks'][number];
export type Preview = NonNullable<OutgoingTrack['preview']>;
type PreviewedName = NonNullable<OutgoingTrack['configurationNameCheck']>;
/** A check of a name, chosen now or approved earlier. */
export type NameCheck = Omit<PreviewedName, 'neverAccepted'> & Partial<PreviewedName>;

export interface Outgoing {
  loading: boolean;
  error: unknown;
  retry: () => void;
  /** Whether what `of` returns is for this name, and not for one that was typed before it. */
  isOf: (name: string) => boolean;
  /** For the newest name with a response. */
  of: (track: TrackId) => OutgoingTrack | undefined;
}

export function useOutgoing(run: RunView, name: string = PROPOSED_NAME): Outgoing {
  const { locale } = useAppLocale();
  const { data, previousData, loading, error, refetch } = useQuery(RUN_OUTGOING, {
    variables: { id: run.id, name, locale },
    fetchPolicy: 'no-cache',
  });
  const queriedVersion = useRef(run.version);
  useEffect(() => {
    if (queriedVersion.current === run.version) return;
    queriedVersion.current = run.version;
    void refetch();
  }, [run.version, refetch]);
  const tracks = (data ?? previousData)?.run?.tracks;
  return {
    loading: loading && !tracks,
    error: tracks ? undefined : error,
    retry: () => void refetch(),
    isOf: (asked) => data !== undefined && asked === name,
    of: (track) => tracks?.find((one) => one.id === track),
  };
}

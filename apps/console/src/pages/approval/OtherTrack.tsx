/**
 * The other track's approval, where it can be requested too while the first one waits, or where
 * that was asked for with the first one's request.
 */
import { useEffect, useRef } from 'react';
import { useIntl } from 'react-intl';
import { Button, LinkButton } from '@react-spectrum/s2';
import { useKeywayMutation } from '../../apollo/useKeywayMutation.ts';
import type { TrackId } from '../../generated/enums.ts';
import { RunMutationNotice } from '../../features/run/actions/RunMutationNotice.tsx';
import type { RunView } from '../../features/run/data/runFields.ts';
import { approvalHref } from '../../ui/runAddress.ts';
import { REQUEST_APPROVAL } from './approvalMutations.ts';

interface OtherTrackProps {
  run: RunView;
  track: TrackId;
  /** The press that requested the first one was for both. */
  isAsked: boolean;
  /** It is sent: no later request of the first one is for both because of that press. */
  onAsked: () => void;
}

export function OtherTrack({ run, track, isAsked, onAsked }: OtherTrackProps) {
  const intl = useIntl();
  const mutation = useKeywayMutation(REQUEST_APPROVAL);
  const { send } = mutation;
  const wasSent = useRef(false);
  const runId = run.id;
  useEffect(() => {
    if (!isAsked || wasSent.current) return;
    wasSent.current = true;
    onAsked();
    send({ runId, track });
  }, [isAsked, onAsked, send, runId, track]);
  const name = intl.formatMessage({ id: `track.${track}` });
  // Adobe's configuration needs a name, which is chosen on its own page (AEP-40).
  if (track === 'AEP')
    return (
      <span data-print="hidden">
        <LinkButton size="S" variant="secondary" href={approvalHref(run.id, track)}>
          {intl.formatMessage({ id: 'run.approval.openOther' }, { track: name })}
        </LinkButton>
      </span>
    );
  return (
    <div data-print="hidden">
      <Button
        size="S"
        variant="secondary"
        isPending={mutation.isPending}
        onPress={() => send({ runId, track })}
      >
        {intl.formatMessage({ id: 'run.approval.requestOther' }, { track: name })}
      </Button>
      <RunMutationNotice mutation={mutation} run={run} track={track} fields={[]} />
    </div>
  );
}

/**
 * The point of no return of the AEP track: what carries it, the name, the exact bytes, the typed
 * ID; afterwards what Adobe says.
 */
import { useParams } from '@tanstack/react-router';
import { useIntl } from 'react-intl';
import { usePageTitle } from '../../ui/usePageTitle.ts';
import { NotFoundPage } from '../../ui/NotFoundPage.tsx';
import type { RunView, TrackView } from '../../features/run/data/runFields.ts';
import { DecisionPage } from '../../features/run/decision/DecisionPage.tsx';
import { RunFrame } from '../../features/run/RunFrame.tsx';
import { ApprovalStatus } from './ApprovalStatus.tsx';
import { AdobeSteps } from './AdobeSteps.tsx';
import { SubmitForm } from './SubmitForm.tsx';

export function SubmitPage() {
  const { runId } = useParams({ from: '/shell/runs/$runId/submit' });
  return (
    <RunFrame key={runId} runId={runId}>
      {(run) => {
        const track = run.tracks.find((one) => one.id === 'AEP');
        return track && run.organization.cloud === 'AZURE' ? (
          <Loaded run={run} track={track} />
        ) : (
          <NotFoundPage />
        );
      }}
    </RunFrame>
  );
}

function Loaded({ run, track }: { run: RunView; track: TrackView }) {
  const intl = useIntl();
  const title = intl.formatMessage({ id: 'run.submit.title' });
  usePageTitle(run.organization.name, title);
  const { submission } = track;
  // An aborted one was never sent; what it was for can be submitted once its cause is fixed.
  const isOut = submission !== null && submission.status !== 'aborted';
  return (
    <DecisionPage run={run} title={title}>
      {isOut ? <AdobeSteps run={run} track={track} submission={submission} /> : null}
      <ApprovalStatus run={run} track={track} />
      {isOut ? null : <SubmitForm run={run} track={track} />}
    </DecisionPage>
  );
}

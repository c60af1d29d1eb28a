/**
 * The point of no return of the AEP track: the approval, the exact request, the confirmation;
 * afterwards what Adobe reports.
 */
import { useParams } from '@tanstack/react-router';
import { useEffect } from 'react';
import { useIntl } from 'react-intl';
import { usePageTitle } from '../../ui/usePageTitle.ts';
import { Part } from '../../ui/lazyPart.tsx';
import { submitHref } from '../../ui/runAddress.ts';
import { Section } from '../../ui/Section.tsx';
import { ListSkeleton } from '../../ui/Skeleton.tsx';
import { NotFoundPage } from '../../ui/NotFoundPage.tsx';
import type { RunView, TrackView } from '../../features/run/data/runFields.ts';
import { DecisionPage } from '../../features/run/decision/DecisionPage.tsx';
import { NextOnRun } from '../../features/run/decision/NextOnRun.tsx';
import { SubmitTexts } from '../../features/run/decision/SubmitTexts.tsx';
import { RunFrame } from '../../features/run/RunFrame.tsx';
import { ApprovalStatus } from './ApprovalStatus.tsx';
import { AT_ADOBE } from './adobeAnchor.ts';
import { adobeSteps } from './adobeStepsPart.tsx';
import { SubmitForm } from './SubmitForm.tsx';

export function SubmitPage() {
  const { runId } = useParams({ from: '/shell/runs/$runId/submit' });
  return (
    <RunFrame key={runId} runId={runId}>
      {(run) => {
        const track = run.tracks.find((one) => one.id === 'AEP');
        return track && run.organization.cloud === 'AZURE' ? (
          <SubmitTexts>
            <Loaded run={run} track={track} />
          </SubmitTexts>
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
  // Loaded before it is submitted, when the focus moves there.
  useEffect(() => adobeSteps.preload(), []);
  // An aborted submission was never sent, so the form is shown again.
  const isSubmitted = submission !== null && submission.status !== 'aborted';
  return (
    <DecisionPage
      run={run}
      title={title}
      actions={<NextOnRun run={run} here={submitHref(run.id)} />}
    >
      {isSubmitted ? (
        <Part part={adobeSteps} isWanted props={{ run, track, submission }}>
          <Section anchor={AT_ADOBE} title={intl.formatMessage({ id: 'run.submit.progress' })}>
            <ListSkeleton rows={3} columns={2} />
          </Section>
        </Part>
      ) : null}
      <ApprovalStatus run={run} track={track} />
      {isSubmitted ? null : <SubmitForm run={run} track={track} />}
    </DecisionPage>
  );
}

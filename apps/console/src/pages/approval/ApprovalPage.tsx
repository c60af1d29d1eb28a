/** Approval of one track, in the order a decision needs: what will be sent, on what evidence, what can never be undone, then yes or no. */
import { useParams } from '@tanstack/react-router';
import { useIntl } from 'react-intl';
import type { TrackId } from '../../generated/enums.ts';
import { ErrorState } from '../../ui/ErrorState.tsx';
import { ListSkeleton } from '../../ui/Skeleton.tsx';
import { usePageTitle } from '../../ui/usePageTitle.ts';
import { NotFoundPage } from '../NotFoundPage.tsx';
import type { RunView, TrackView } from '../run/data/runFields.ts';
import { PROPOSED_NAME, useOutgoing } from '../run/data/useOutgoing.ts';
import { CodeBlock } from '../run/parts/CodeBlock.tsx';
import { DecisionPage } from '../run/parts/DecisionPage.tsx';
import { Irreversible } from '../run/parts/Irreversible.tsx';
import { RequestPreview } from '../run/parts/RequestPreview.tsx';
import { RunFrame } from '../run/parts/RunFrame.tsx';
import { Section } from '../run/parts/Section.tsx';
import { Decision, DECISION } from './Decision.tsx';
import { Evidence } from './Evidence.tsx';

export function ApprovalPage() {
  const { runId, track } = useParams({ from: '/shell/runs/$runId/approval/$track' });
  return (
    <RunFrame key={runId} runId={runId}>
      {(run) => {
        const found = run.tracks.find((one) => one.id === track);
        return found && found.steps.length > 0 ? <Loaded run={run} track={found} /> : <NotFoundPage />;
      }}
    </RunFrame>
  );
}

function Loaded({ run, track }: { run: RunView; track: TrackView }) {
  const intl = useIntl();
  const name = intl.formatMessage({ id: `track.${track.id}` });
  const title = intl.formatMessage({ id: 'run.approval.title' }, { track: name });
  usePageTitle(run.organization.name, title);
  const outgoing = useOutgoing(run, track.submission?.name ?? PROPOSED_NAME);
  const preview = outgoing.of(track.id)?.preview;
  return (
    <DecisionPage run={run} title={title}>
      <Section
        title={intl.formatMessage({ id: 'run.approval.sent' })}
        text={intl.formatMessage({ id: sentText(track.id) }, { name: PROPOSED_NAME })}
      >
        {outgoing.loading ? <ListSkeleton rows={4} columns={2} /> : null}
        {outgoing.error ? (
          <ErrorState what={intl.formatMessage({ id: 'run.outgoingFailed' })} error={outgoing.error} onRetry={outgoing.retry} />
        ) : null}
        {outgoing.loading || outgoing.error ? null : (
          <WhatIsSent track={track} preview={preview} ticketText={outgoing.of(track.id)?.ticketText} />
        )}
      </Section>
      <Section title={intl.formatMessage({ id: 'run.approval.evidence' })} text={intl.formatMessage({ id: 'run.approval.evidenceText' })}>
        <Evidence track={track} evidenceHash={track.approval?.evidenceHash ?? preview?.evidenceHash ?? null} />
      </Section>
      <Section title={intl.formatMessage({ id: 'run.approval.irreversible' })}>
        <Irreversible preview={preview} />
      </Section>
      <Section title={intl.formatMessage({ id: 'run.approval.decision' })} anchor={DECISION}>
        <Decision run={run} track={track} />
      </Section>
    </DecisionPage>
  );
}

const sentText = (track: TrackId) => (track === 'AEP' ? 'run.approval.sentTextAep' : 'run.approval.sentTextCja');

interface WhatIsSentProps {
  track: TrackView;
  preview: Parameters<typeof RequestPreview>[0]['preview'] | null | undefined;
  ticketText: string | null | undefined;
}

function WhatIsSent({ track, preview, ticketText }: WhatIsSentProps) {
  const intl = useIntl();
  if (track.id === 'CJA' && ticketText)
    return <CodeBlock text={ticketText} label={intl.formatMessage({ id: 'run.ticket.text' })} wraps copies={false} />;
  if (preview) return <RequestPreview preview={preview} />;
  return <p>{intl.formatMessage({ id: track.submission ? 'run.approval.alreadySent' : 'run.approval.nothingYet' })}</p>;
}

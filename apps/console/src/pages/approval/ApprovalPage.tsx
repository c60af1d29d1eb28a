/**
 * Approval of one track: what will be sent, the evidence, what cannot be undone, and the
 * decision.
 */
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { useParams } from '@tanstack/react-router';
import { useDeferredValue, useState } from 'react';
import { useIntl } from 'react-intl';
import { ErrorState } from '../../ui/ErrorState.tsx';
import { ListSkeleton } from '../../ui/Skeleton.tsx';
import { usePageTitle } from '../../ui/usePageTitle.ts';
import { NotFoundPage } from '../../ui/NotFoundPage.tsx';
import type { RunView, TrackView } from '../../features/run/data/runFields.ts';
import { PROPOSED_NAME, useOutgoing } from '../../features/run/data/useOutgoing.ts';
import { CodeBlock } from '../../ui/CodeBlock.tsx';
import { DecisionSummary } from '../../features/run/decision/DecisionSummary.tsx';
import { DecisionPage } from '../../features/run/decision/DecisionPage.tsx';
import {
  IrreversibleConsequences,
  showsConsequences,
} from '../../features/run/decision/IrreversibleConsequences.tsx';
import { findOfferedAction } from '../../features/run/actions/findOfferedAction.ts';
import { ApprovalTexts } from '../../features/run/decision/ApprovalTexts.tsx';
import { NameVerdict } from '../../features/run/decision/NameVerdict.tsx';
import { RequestPreview } from '../../features/run/decision/RequestPreview.tsx';
import { RunFrame } from '../../features/run/RunFrame.tsx';
import { Part, lazyPart } from '../../ui/lazyPart.tsx';
import { focusSection, Section } from '../../ui/Section.tsx';
import { CONSEQUENCES, DECISION } from './decisionAnchor.ts';
import { EnteredAtAdobe } from './EnteredAtAdobe.tsx';
import { Evidence } from './Evidence.tsx';

const refusal = lazyPart(async () => (await import('./RefusalNotice.tsx')).RefusalNotice);

const note = style({ font: 'body-sm', marginTop: 8, marginBottom: 0 });
const refusedBefore = lazyPart(async () => (await import('./RefusedBefore.tsx')).RefusedBefore);

/** Loaded after what the decision is about. */
const decision = lazyPart(async () => (await import('./Decision.tsx')).Decision);

export function ApprovalPage() {
  const { runId, track } = useParams({ from: '/shell/runs/$runId/approval/$track' });
  return (
    <RunFrame key={runId} runId={runId}>
      {(run) => {
        const found = run.tracks.find((one) => one.id === track);
        return found && found.steps.length > 0 ? (
          <ApprovalTexts>
            {/* What is typed or asked for on one track's page is of that track alone. */}
            <Loaded key={track} run={run} track={found} />
          </ApprovalTexts>
        ) : (
          <NotFoundPage />
        );
      }}
    </RunFrame>
  );
}

function Loaded({ run, track }: { run: RunView; track: TrackView }) {
  const intl = useIntl();
  const trackName = intl.formatMessage({ id: `track.${track.id}` });
  const title = intl.formatMessage({ id: 'run.approval.title' }, { track: trackName });
  usePageTitle(run.organization.name, title);
  const [typed, setTyped] = useState<string | null>(null);
  const { approval } = track;
  const isOpen = !approval || ['REFUSED', 'VOID', 'EXPIRED'].includes(approval.status);
  const mayRequest = findOfferedAction(run, 'requestApproval', track.id) !== null;
  const requestedName = isOpen ? null : nameOf(track);
  const isNamed = isOpen ? mayRequest : requestedName !== null;
  const proposed =
    track.onlyConfigurationName ??
    track.submission?.name ??
    approval?.configurationName ??
    PROPOSED_NAME;
  // Before the request, the name that is typed; afterwards the requested name.
  const name = isOpen ? (typed ?? proposed) : (requestedName ?? PROPOSED_NAME);
  const outgoing = useOutgoing(run, useDeferredValue(name));
  const preview = outgoing.of(track.id)?.preview;
  const isReady = outgoing.of('CJA')?.ticketReady ?? false;
  const chosen =
    track.id === 'AEP'
      ? {
          ...{ name, onChange: setTyped, isChecked: outgoing.isOf(name) },
          check: outgoing.of('AEP')?.configurationNameCheck ?? undefined,
        }
      : null;
  return (
    <DecisionPage
      run={run}
      title={title}
      notices={<Notices approval={approval} mayRequest={mayRequest} />}
      aside={
        <>
          <DecisionSummary
            track={track}
            requested={isOpen ? null : approval}
            name={track.id === 'AEP' && (!isOpen || mayRequest) && isNamed ? name : null}
            host={hostOf(run, isOpen ? preview : approval)}
          />
          {!isOpen && approval.configurationNameCheck ? (
            <NameVerdict check={approval.configurationNameCheck} />
          ) : null}
          <Part
            part={decision}
            isWanted
            props={{
              ...{ run, track, chosen, noApprover: outgoing.of(track.id)?.noApprover ?? null },
              canApprove: showsConsequences(outgoing, track.id),
            }}
          >
            <ListSkeleton rows={2} columns={2} />
          </Part>
        </>
      }
    >
      <Section
        title={intl.formatMessage({ id: 'run.approval.sent' })}
        text={intl.formatMessage(
          { id: pickSentText(run, track, isOpen, isNamed, isReady) },
          { name },
        )}
      >
        {outgoing.loading ? <ListSkeleton rows={4} columns={2} /> : null}
        {outgoing.error ? (
          <ErrorState
            what={intl.formatMessage({ id: 'run.outgoingFailed' })}
            error={outgoing.error}
            onRetry={outgoing.retry}
          />
        ) : null}
        {outgoing.loading || outgoing.error ? null : (
          <WhatIsSent
            run={run}
            track={track}
            preview={preview}
            isNamed={isNamed}
            name={isNamed ? name : null}
            ticketText={outgoing.of(track.id)?.ticketText}
          />
        )}
      </Section>
      <Section
        title={intl.formatMessage({ id: 'run.approval.evidence' })}
        text={intl.formatMessage({
          id: isOpen ? 'run.approval.evidenceTextOpen' : 'run.approval.evidenceText',
        })}
      >
        <Evidence track={track} requested={isOpen ? null : approval} />
      </Section>
      <Section
        title={intl.formatMessage({ id: 'run.approval.irreversible' })}
        anchor={CONSEQUENCES}
      >
        <IrreversibleConsequences outgoing={outgoing} track={track.id} />
      </Section>
    </DecisionPage>
  );
}

interface NoticesProps {
  approval: TrackView['approval'];
  mayRequest: boolean;
}

/** Who refused, now or before this request. */
function Notices({ approval, mayRequest }: NoticesProps) {
  if (approval?.status === 'REFUSED')
    return (
      <Part
        part={refusal}
        isWanted
        props={{ approval, mayRequest, onRequest: () => focusSection(DECISION) }}
      >
        <ListSkeleton rows={2} columns={1} />
      </Part>
    );
  if (approval?.status !== 'REQUESTED' || !approval.refusedBefore) return null;
  return (
    <Part part={refusedBefore} isWanted props={{ refusal: approval.refusedBefore }}>
      <ListSkeleton rows={2} columns={1} />
    </Part>
  );
}

/** Where Keyway would send the configuration; on AWS it sends nothing. */
const hostOf = (run: RunView, to: { host: string | null } | null | undefined): string | null =>
  run.organization.cloud === 'AWS' ? null : (to?.host ?? null);

/** The name that is approved or was submitted; a submission that sent nothing has no say in it. */
function nameOf({ approval, submission }: TrackView): string | null {
  const submitted = submission && submission.status !== 'aborted' ? submission.name : null;
  return approval?.configurationName ?? submitted;
}

/** Until the name is chosen the preview shows a placeholder. */
function pickSentText(
  run: RunView,
  track: TrackView,
  isOpen: boolean,
  isNamed: boolean,
  isReady: boolean,
) {
  if (track.id === 'CJA') {
    if (track.ticket) return 'run.approval.sentTextCjaRecorded';
    return isReady ? 'run.approval.sentTextCjaReady' : 'run.approval.sentTextCja';
  }
  if (run.organization.cloud === 'AWS')
    return isNamed ? 'run.approval.sentTextAws' : 'run.approval.sentTextAwsUnnamed';
  if (isNamed) return 'run.approval.sentTextAep';
  return isOpen ? 'run.approval.sentTextNotRequested' : 'run.approval.sentTextUnnamed';
}

interface WhatIsSentProps {
  run: RunView;
  track: TrackView;
  preview: Parameters<typeof RequestPreview>[0]['preview'] | null | undefined;
  isNamed: boolean;
  /** Of the configuration; null: any. */
  name: string | null;
  ticketText: string | null | undefined;
}

function WhatIsSent({ run, track, preview, isNamed, name, ticketText }: WhatIsSentProps) {
  const intl = useIntl();
  if (track.id === 'CJA' && ticketText)
    return (
      <>
        <CodeBlock
          text={ticketText}
          label={intl.formatMessage({ id: 'run.ticket.text' })}
          wraps
          copies={false}
        />
        <p className={note}>{intl.formatMessage({ id: 'run.approval.sentLanguage' })}</p>
      </>
    );
  if (preview) return <RequestPreview preview={preview} isNamed={isNamed} />;
  if (run.organization.cloud === 'AWS') return <EnteredAtAdobe track={track} name={name} />;
  return <p>{intl.formatMessage({ id: explainNothing(track) })}</p>;
}

function explainNothing({ approval, submission }: TrackView) {
  if (submission) return 'run.approval.alreadySent' as const;
  return approval?.status === 'SPENT' ? 'run.approval.attested' : 'run.approval.nothingYet';
}

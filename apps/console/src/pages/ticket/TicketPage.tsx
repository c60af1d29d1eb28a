/**
 * The point of no return of the CJA track: the text for Adobe Customer Care, the case, and their
 * confirmation.
 */
import { useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { useIntl } from 'react-intl';
import type { IntlShape } from 'react-intl';
import { Link } from '@react-spectrum/s2';
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { ErrorState } from '../../ui/ErrorState.tsx';
import { RelativeTime } from '../../ui/RelativeTime.tsx';
import { ListSkeleton } from '../../ui/Skeleton.tsx';
import { usePageTitle } from '../../ui/usePageTitle.ts';
import { NotFoundPage } from '../../ui/NotFoundPage.tsx';
import { approvalHref, ticketHref } from '../../ui/runAddress.ts';
import { useRoleFor } from '../../features/viewer/useRoleFor.ts';
import { findOfferedAction } from '../../features/run/actions/findOfferedAction.ts';
import type { RunView, TrackView } from '../../features/run/data/runFields.ts';
import { useOutgoing } from '../../features/run/data/useOutgoing.ts';
import type { Outgoing } from '../../features/run/data/useOutgoing.ts';
import { CodeBlock } from '../../ui/CodeBlock.tsx';
import type { CoolingOffProps } from '../../features/run/decision/CoolingOff.tsx';
import { coolingOff } from '../../features/run/decision/coolingOffPart.tsx';
import { isCoolingOff } from '../../features/run/decision/isCoolingOff.ts';
import { Part, lazyPart } from '../../ui/lazyPart.tsx';
import { DecisionPage } from '../../features/run/decision/DecisionPage.tsx';
import { Facts } from '../../ui/Facts.tsx';
import {
  IrreversibleConsequences,
  showsConsequences,
} from '../../features/run/decision/IrreversibleConsequences.tsx';
import { RunFrame } from '../../features/run/RunFrame.tsx';
import { focusSection, Section } from '../../ui/Section.tsx';
import { NextOnRun } from '../../features/run/decision/NextOnRun.tsx';
import { StepLinks } from '../../features/run/decision/StepLinks.tsx';
import { emptyConfirmation } from './confirmation.ts';
import { TicketTexts } from '../../features/run/decision/TicketTexts.tsx';
import { findUnfinishedStepsBefore } from '../../features/run/steps/findUnfinishedStepsBefore.ts';

/** Few visits need them: each is offered once. */
const recordForm = lazyPart(async () => (await import('./RecordForm.tsx')).RecordForm);
const confirmForm = lazyPart(async () => (await import('./ConfirmForm.tsx')).ConfirmForm);

const message = style({ font: 'body-sm', margin: 0 });
const quote = style({
  font: 'body-sm',
  margin: 0,
  whiteSpace: 'pre-wrap',
  overflowWrap: 'anywhere',
});

export function TicketPage() {
  const { runId } = useParams({ from: '/shell/runs/$runId/ticket' });
  return (
    <RunFrame key={runId} runId={runId}>
      {(run) => {
        const track = run.tracks.find((one) => one.id === 'CJA');
        return track && track.steps.length > 0 ? (
          <TicketTexts>
            <Loaded run={run} track={track} />
          </TicketTexts>
        ) : (
          <NotFoundPage />
        );
      }}
    </RunFrame>
  );
}

function Loaded({ run, track }: { run: RunView; track: TrackView }) {
  const intl = useIntl();
  const title = intl.formatMessage({ id: 'run.ticket.title' });
  usePageTitle(run.organization.name, title);
  const outgoing = useOutgoing(run);
  // A text that must not be sent yet is not shown for copying. Approvers read it on their page.
  const isReady = outgoing.of('CJA')?.ticketReady ?? false;
  const before = findUnfinishedStepsBefore(track, 'TICKET');
  const [confirmation, setConfirmation] = useState(emptyConfirmation);
  const [isConfirming, setConfirming] = useState(false);
  const onRecorded = (isConfirmed: boolean) => {
    setConfirming(isConfirmed);
    focusSection('case');
  };
  const mayRecord = !track.ticket && findOfferedAction(run, 'recordTicket', 'CJA') !== null;
  return (
    <DecisionPage
      run={run}
      title={title}
      actions={<NextOnRun run={run} here={ticketHref(run.id)} />}
    >
      <Section
        title={intl.formatMessage({ id: 'run.ticket.text' })}
        text={
          isReady ? intl.formatMessage({ id: 'run.ticket.textHint' }) : whenTextAppears(track, intl)
        }
      >
        {isReady || outgoing.loading || outgoing.error ? (
          <TicketText outgoing={outgoing} />
        ) : before.length > 0 ? (
          <StepLinks runId={run.id} steps={before} />
        ) : null}
      </Section>
      {mayRecord ? (
        <Section title={intl.formatMessage({ id: 'run.approval.irreversible' })}>
          <IrreversibleConsequences outgoing={outgoing} track="CJA" />
        </Section>
      ) : null}
      <Section
        anchor="case"
        title={intl.formatMessage({ id: 'run.ticket.record' })}
        text={mayRecord ? intl.formatMessage({ id: 'run.ticket.recordHint' }) : undefined}
      >
        {track.ticket ? (
          <Recorded track={track} />
        ) : mayRecord ? (
          <Part
            part={recordForm}
            isWanted
            props={{
              ...{ run, confirmation, onConfirmation: setConfirmation, onDone: onRecorded },
              canRecord: showsConsequences(outgoing, 'CJA'),
            }}
          >
            <ListSkeleton rows={3} columns={1} />
          </Part>
        ) : (
          <NotYet run={run} track={track} />
        )}
      </Section>
      {track.ticket ? (
        <Section
          anchor="confirmation"
          title={intl.formatMessage({ id: 'run.ticket.confirmation' })}
          text={
            track.confirmation ? undefined : intl.formatMessage({ id: 'run.ticket.confirmHint' })
          }
        >
          {track.confirmation ? (
            <Confirmed confirmation={track.confirmation} />
          ) : findOfferedAction(run, 'confirmCja', 'CJA') ? (
            <Part
              part={confirmForm}
              isWanted
              props={{
                ...{ run, draft: confirmation, onChange: setConfirmation, isAsked: isConfirming },
                onAsked: () => setConfirming(false),
                onDone: () => focusSection('confirmation'),
              }}
            >
              <ListSkeleton rows={3} columns={1} />
            </Part>
          ) : (
            <p className={message}>{intl.formatMessage({ id: 'run.ticket.waiting' })}</p>
          )}
        </Section>
      ) : null}
    </DecisionPage>
  );
}

/** What comes before the text; the steps that are open follow it. */
function whenTextAppears(track: TrackView, intl: IntlShape): string {
  if (findUnfinishedStepsBefore(track, 'TICKET').length > 0)
    return intl.formatMessage({ id: 'run.ticket.textLater' });
  if (!isCoolingOff(track.approval)) return intl.formatMessage({ id: 'run.ticket.textNotYet' });
  const at = intl.formatDate(track.approval.usableAt, { dateStyle: 'long', timeStyle: 'short' });
  return intl.formatMessage({ id: 'run.ticket.textCooling' }, { at });
}

function TicketText({ outgoing }: { outgoing: Outgoing }) {
  const intl = useIntl();
  const text = outgoing.of('CJA')?.ticketText;
  if (text)
    return <CodeBlock text={text} label={intl.formatMessage({ id: 'run.ticket.text' })} wraps />;
  if (outgoing.loading) return <ListSkeleton rows={5} columns={1} />;
  if (outgoing.error) {
    return (
      <ErrorState
        what={intl.formatMessage({ id: 'run.outgoingFailed' })}
        error={outgoing.error}
        onRetry={outgoing.retry}
      />
    );
  }
  return <p className={message}>{intl.formatMessage({ id: 'run.ticket.noText' })}</p>;
}

function NotYet({ run, track }: { run: RunView; track: TrackView }) {
  const intl = useIntl();
  const { approval } = track;
  const isOthers = useRoleFor(run.organization.id, 'OWNER', 'OPERATOR') === false;
  if (isCoolingOff(approval))
    return (
      <>
        {isOthers ? <NotYourRole /> : null}
        <Part<CoolingOffProps>
          part={coolingOff}
          isWanted
          props={{ run, approval, next: 'run.coolingOff.ticket' }}
        />
      </>
    );
  if (isOthers) return <NotYourRole />;
  const approved = approval?.status === 'APPROVED';
  return (
    <p className={message}>
      {intl.formatMessage({ id: approved ? 'run.ticket.mayNot' : 'run.ticket.notApproved' })}{' '}
      <Link href={approvalHref(run.id, 'CJA')}>
        {intl.formatMessage({ id: 'run.resolveAt.approval' })}
      </Link>
    </p>
  );
}

function NotYourRole() {
  const intl = useIntl();
  return <p className={message}>{intl.formatMessage({ id: 'run.ticket.notYourRole' })}</p>;
}

function Recorded({ track }: { track: TrackView }) {
  const { ticket, confirmation } = track;
  if (!ticket) return null;
  return (
    <Facts
      rows={[
        [
          'run.ticket.case',
          isWebLink(ticket.url) ? (
            <Link href={ticket.url} target="_blank" rel="noreferrer">
              {ticket.caseNumber}
            </Link>
          ) : (
            ticket.caseNumber
          ),
        ],
        // The age of an open case is how long Adobe takes; more than three days is emphasized.
        [
          'run.ticket.opened',
          <RelativeTime key="o" at={ticket.openedAt} waiting={!confirmation} />,
        ],
        [
          'run.ticket.recordedBy',
          <span key="r">
            {ticket.recordedBy}, <RelativeTime at={ticket.recordedAt} />
          </span>,
        ],
      ]}
    />
  );
}

/** Only an https address becomes a link; the recorded text can be anything. */
function isWebLink(url: string | null): url is string {
  return url !== null && URL.canParse(url) && new URL(url).protocol === 'https:';
}

function Confirmed({ confirmation }: { confirmation: NonNullable<TrackView['confirmation']> }) {
  return (
    <Facts
      rows={[
        [
          'run.ticket.confirmedBy',
          <span key="c">
            {confirmation.confirmedBy}, <RelativeTime at={confirmation.confirmedAt} />
          </span>,
        ],
        [
          'run.ticket.upstreamMessage',
          <p key="w" className={quote}>
            {confirmation.text}
          </p>,
        ],
        ['run.ticket.recordedBy', confirmation.recordedBy],
      ]}
    />
  );
}

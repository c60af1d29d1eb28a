/**
 * What is recorded for a step besides its checks: the key, the application, an attestation, what a
 * cloud reported.
 */
import type { ReactNode } from 'react';
import { useIntl } from 'react-intl';
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { Quoted } from '../../../ui/Quoted.tsx';
import { EnglishText } from '../../../ui/EnglishText.tsx';
import { CopyText } from '../../../ui/CopyText.tsx';
import { RelativeTime } from '../../../ui/RelativeTime.tsx';
import { useRunActions } from '../actions/RunActions.tsx';
import type { StepView, TrackView } from '../data/runFields.ts';
import { formatApprovalPolicy, isDelayed } from '../decision/formatApprovalPolicy.ts';
import { Facts } from '../../../ui/Facts.tsx';

const quote = style({ font: 'code-sm', overflowWrap: 'anywhere', whiteSpace: 'pre-wrap' });
/** The API shortens a longer failure in the step's sentence. In characters. */
const MAX_IN_SENTENCE = 300;

export function StepFacts({ step }: { step: StepView }) {
  const intl = useIntl();
  const { run } = useRunActions();
  const track = run.tracks.find((one) => one.id === step.track);
  const anomalies = run.anomalies.filter((one) => one.track === step.track && one.step === step.id);
  const copied = (id: 'run.key.identifier' | 'run.applicationId' | 'run.job', text: string) => (
    <CopyText text={text} label={intl.formatMessage({ id })} max={34} />
  );
  const rows: [id: Parameters<typeof Facts>[0]['rows'][number][0], value: ReactNode][] = [];
  // The sentence of a failed step says why. An activation fails in only one way (AEP-43).
  const isSaid = step.status === 'FAILED' && (step.failure?.length ?? 0) <= MAX_IN_SENTENCE;
  if (step.failure && step.id !== 'ACTIVATION' && !isSaid)
    rows.push(['run.failure', <EnglishText key="f" text={step.failure} />]);
  if (step.externalStatus)
    rows.push(['run.external', <span className={quote}>{step.externalStatus}</span>]);
  for (const anomaly of anomalies) {
    rows.push([
      'run.anomaly',
      <>
        <EnglishText text={anomaly.message} /> · <RelativeTime at={anomaly.at} />
      </>,
    ]);
  }
  if (step.attestation) {
    const { statement, reference, by, at } = step.attestation;
    rows.push([
      'run.attestedBy',
      <>
        <Who name={by} at={at} />: <Quoted text={statement} />
        {reference ? ` (${reference})` : null}
      </>,
    ]);
  }
  if (step.id === 'KEY' && track?.key)
    rows.push([
      'run.key.identifier',
      copied('run.key.identifier', track.key.resolvedIdentifier ?? track.key.identifier),
    ]);
  if ((step.id === 'CONSENT' || step.id === 'APP_REGISTRATION') && track?.applicationId) {
    rows.push(['run.applicationId', copied('run.applicationId', track.applicationId)]);
  }
  // What a policy asks for is of use until the approval is used.
  if (step.id === 'APPROVAL' && step.status !== 'DONE')
    rows.push(['run.approval.byPolicy', formatApprovalPolicy(run, intl)]);
  if (track) rows.push(...laterRows(step, track, copied));
  return rows.length > 0 ? <Facts rows={rows} /> : null;
}

type Rows = [id: Parameters<typeof Facts>[0]['rows'][number][0], value: ReactNode][];

/** Records of the track: approval, submission, ticket and confirmation. */
function laterRows(
  step: StepView,
  track: TrackView,
  copied: (id: 'run.job', text: string) => ReactNode,
): Rows {
  const rows: Rows = [];
  const { approval, submission, ticket, confirmation } = track;
  if (step.id === 'APPROVAL' && approval) {
    rows.push([
      'run.approval.requestedBy',
      <Who key="r" name={approval.requestedBy} at={approval.requestedAt} />,
    ]);
    if (approval.decidedBy && approval.decidedAt) {
      rows.push([
        'run.approval.decidedBy',
        <Who key="d" name={approval.decidedBy} at={approval.decidedAt} />,
      ]);
    }
    if (approval.withdrawnBy && approval.withdrawnAt) {
      rows.push([
        'run.approval.withdrawnBy',
        <Who key="w" name={approval.withdrawnBy} at={approval.withdrawnAt} />,
      ]);
    }
    if (approval.reason) rows.push(['run.approval.reason', approval.reason]);
    if (approval.configurationName) rows.push(['run.submit.name', approval.configurationName]);
  }
  // The steps that use the approval: its own is done, and collapsed, once it is given.
  if (['SUBMISSION', 'TICKET'].includes(step.id) && approval?.status === 'APPROVED') {
    if (approval.usableAt && isDelayed(approval))
      rows.push(['run.approval.usableFrom', <RelativeTime key="u" at={approval.usableAt} />]);
    if (approval.expiresAt)
      rows.push(['run.approval.expires', <RelativeTime key="v" at={approval.expiresAt} />]);
  }
  if (step.id === 'SUBMISSION' && submission) {
    rows.push(['run.submit.name', submission.name]);
    if (submission.externalId) rows.push(['run.job', copied('run.job', submission.externalId)]);
  }
  if (step.id === 'TICKET' && ticket) {
    rows.push(['run.ticket.case', ticket.caseNumber]);
    rows.push([
      'run.ticket.opened',
      <RelativeTime key="o" at={ticket.openedAt} emphasized={!confirmation} />,
    ]);
  }
  if (step.id === 'CONFIRMATION' && confirmation) {
    rows.push([
      'run.ticket.confirmedBy',
      <Who key="c" name={confirmation.confirmedBy} at={confirmation.confirmedAt} />,
    ]);
    rows.push([
      'run.ticket.upstreamMessage',
      <span key="w" className={quote}>
        {confirmation.text}
      </span>,
    ]);
  }
  return rows;
}

function Who({ name, at }: { name: string; at: string }) {
  return (
    <>
      {name}, <RelativeTime at={at} />
    </>
  );
}

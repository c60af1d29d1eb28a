/**
 * Every check of a track with its verdict, observation and time, and every attestation and accepted
 * warning.
 */
import { useIntl } from 'react-intl';
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { IndicatorText, VerdictText } from '../../status/StatusText.tsx';
import { VerdictIcon } from '../../status/StatusIcon.tsx';
import { toStepIndicator } from '../../status/indicators.ts';
import { Quoted } from '../../ui/Quoted.tsx';
import { CopyText } from '../../ui/CopyText.tsx';
import { RelativeTime } from '../../ui/RelativeTime.tsx';
import type { CheckView, StepView, TrackView } from '../../features/run/data/runFields.ts';
import { Facts, type FactId } from '../../ui/Facts.tsx';

const note = style({ font: 'ui-sm', color: 'neutral-subdued', margin: 0 });
const message = style({ font: 'body-sm', margin: 0 });

type Row = Parameters<typeof Facts>[0]['rows'][number];

interface EvidenceProps {
  track: TrackView;
  /** The approval that stands; null where none does, so that nothing is fixed. */
  requested: TrackView['approval'];
}

export function Evidence({ track, requested }: EvidenceProps) {
  const intl = useIntl();
  const again = findCheckedAgain(track, requested);
  const steps = track.steps.filter(
    (step) => step.checks.length > 0 || step.attestation || step.lastBlocked,
  );
  return (
    <>
      {steps.length === 0 ? (
        <p className={message}>{intl.formatMessage({ id: 'run.approval.noEvidence' })}</p>
      ) : null}
      <EvidenceTable steps={withChecks(steps, needsReading)} />
      <PassedChecks steps={withChecks(steps, hasPassed)} />
      <Identifiers track={track} requested={requested} />
      {again ? (
        <Facts
          rows={[
            [
              'run.approval.checkedAgain',
              intl.formatMessage(
                { id: 'run.approval.checkedAgainSame' },
                { when: <RelativeTime key="at" at={again} /> },
              ),
            ],
          ]}
        />
      ) : null}
    </>
  );
}

/** Folded, since the summary has what a person compares. */
function Identifiers({ track, requested }: EvidenceProps) {
  const intl = useIntl();
  const key = requested?.keyIdentifier ?? track.key?.resolvedIdentifier ?? track.key?.identifier;
  const whole = (id: FactId, text: string | null | undefined, max = Infinity): Row[] =>
    text
      ? [[id, <CopyText key={id} text={text} label={intl.formatMessage({ id })} max={max} />]]
      : [];
  return (
    <details className="kw-fold">
      <summary>
        <span className="kw-fold-line">
          {intl.formatMessage({ id: 'run.summary.identifiers' })}
        </span>
      </summary>
      <Facts
        rows={[
          ...whole('run.key.identifier', key),
          ...whole('run.approval.tenant', requested?.tenantId, 40),
          ...whole('run.applicationId', track.applicationId, 40),
          ['run.approval.hash', <Hash key="h" track={track} requested={requested} />],
        ]}
      />
    </details>
  );
}

/** What the approval is bound to; until the request there is none. */
function Hash({ track, requested }: EvidenceProps) {
  const intl = useIntl();
  const values = { track: track.id };
  if (!requested) return intl.formatMessage({ id: 'run.approval.hashLater' }, values);
  return (
    <>
      <CopyText
        text={requested.evidenceHash}
        label={intl.formatMessage({ id: 'run.approval.hash' })}
        max={Infinity}
      />
      <p className={note}>{intl.formatMessage({ id: 'run.approval.hashWhat' }, values)}</p>
    </>
  );
}

/**
 * When something was last checked since the request; null where nothing was. The times of the table
 * are those of the newest checks, while what is approved is as of the request.
 */
function findCheckedAgain(track: TrackView, requested: TrackView['approval']): string | null {
  if (!requested) return null;
  const times = track.steps
    .slice(
      0,
      track.steps.findIndex(({ id }) => id === 'APPROVAL'),
    )
    .flatMap(({ checks }) => checks.flatMap(({ checkedAt }) => checkedAt ?? []))
    .toSorted((a, b) => Date.parse(a) - Date.parse(b));
  const last = times.at(-1);
  return last && Date.parse(last) > Date.parse(requested.requestedAt) ? last : null;
}

const hasPassed = ({ verdict }: CheckView): boolean => verdict === 'PASS';
const needsReading = (check: CheckView): boolean => !hasPassed(check);

/** Steps with some of their checks; who passed has nothing else to be read. */
function withChecks(
  steps: readonly StepView[],
  wants: (check: CheckView) => boolean,
): readonly StepView[] {
  const isForPassed = wants === hasPassed;
  return steps
    .map((step) => ({
      ...step,
      checks: step.checks.filter(wants),
      ...(isForPassed ? { attestation: null, lastBlocked: null } : {}),
    }))
    .filter((step) => step.checks.length > 0 || step.attestation || step.lastBlocked);
}

/** Folded, since what passed is counted and seldom read. */
function PassedChecks({ steps }: { steps: readonly StepView[] }) {
  const intl = useIntl();
  const count = steps.reduce((sum, { checks }) => sum + checks.length, 0);
  if (count === 0) return null;
  return (
    <details className="kw-fold">
      <summary>
        <VerdictIcon verdict="PASS" size={16} decorative />
        <span className="kw-fold-line">
          {intl.formatMessage({ id: 'run.summary.passed' }, { count })}
        </span>
      </summary>
      <EvidenceTable steps={steps} />
    </details>
  );
}

/** One table with a group of rows for each step, so that columns align and are named once. */
function EvidenceTable({ steps }: { steps: readonly StepView[] }) {
  const intl = useIntl();
  if (steps.length === 0) return null;
  return (
    <table className="kw-evidence" aria-label={intl.formatMessage({ id: 'run.approval.evidence' })}>
      <colgroup>
        <col className="kw-verdict" />
        <col className="kw-check-title" />
        <col />
        <col />
        <col className="kw-time" />
      </colgroup>
      <thead>
        <tr>
          <th scope="col">{intl.formatMessage({ id: 'run.check.verdict' })}</th>
          <th scope="col">{intl.formatMessage({ id: 'run.check.title' })}</th>
          <th scope="col">{intl.formatMessage({ id: 'run.check.observed' })}</th>
          <th scope="col">{intl.formatMessage({ id: 'run.check.expected' })}</th>
          <th scope="col">{intl.formatMessage({ id: 'run.check.at' })}</th>
        </tr>
      </thead>
      {steps.map((step) => (
        <StepEvidence key={step.id} step={step} />
      ))}
    </table>
  );
}

function StepEvidence({ step }: { step: StepView }) {
  const intl = useIntl();
  return (
    <tbody>
      <tr className="kw-evidence-step">
        <th scope="rowgroup" colSpan={5}>
          {step.title}
        </th>
      </tr>
      {step.attestation ? (
        <tr>
          <td>
            <IndicatorText indicator={toStepIndicator('DONE', null, 'ATTESTED')}>
              {intl.formatMessage({ id: 'mode.ATTESTED' })}
            </IndicatorText>
          </td>
          <td colSpan={3}>
            <Quoted text={step.attestation.statement} />
            {step.attestation.reference ? ` (${step.attestation.reference})` : null} ·{' '}
            {step.attestation.by}
          </td>
          <td>
            <RelativeTime at={step.attestation.at} focusable={false} />
          </td>
        </tr>
      ) : null}
      {step.lastBlocked?.checks.map((check) => (
        <BlockedEvidence key={`last-${check.id}`} check={check} />
      ))}
      {step.checks.map((check) => (
        <CheckEvidence key={check.id} check={check} />
      ))}
    </tbody>
  );
}

type BlockedCheck = NonNullable<StepView['lastBlocked']>['checks'][number];

/** What was not met when it was last read, whatever a person attested since. */
function BlockedEvidence({ check }: { check: BlockedCheck }) {
  const intl = useIntl();
  return (
    <tr>
      <td>
        <VerdictText verdict="BLOCK" />
      </td>
      <th scope="row">
        {check.title}
        <span className="kw-rules">{check.rules.join(' · ')}</span>
      </th>
      <td data-label={intl.formatMessage({ id: 'run.check.observed' })}>
        {check.observed ?? '—'}
        {check.cause ? <span className="kw-rules">{check.cause}</span> : null}
        <p className={message}>{intl.formatMessage({ id: 'run.approval.notReadSince' })}</p>
      </td>
      <td data-label={intl.formatMessage({ id: 'run.check.expected' })}>{check.expected}</td>
      <td>{check.checkedAt ? <RelativeTime at={check.checkedAt} focusable={false} /> : '—'}</td>
    </tr>
  );
}

function CheckEvidence({ check }: { check: CheckView }) {
  const intl = useIntl();
  return (
    <tr>
      <td>
        <VerdictText verdict={check.verdict} />
      </td>
      <th scope="row">
        {check.title}
        <span className="kw-rules">{check.rules.join(' · ')}</span>
      </th>
      <td data-label={intl.formatMessage({ id: 'run.check.observed' })}>
        {check.observed ?? '—'}
        {check.verdict !== 'PASS' && check.cause ? (
          <span className="kw-rules">{check.cause}</span>
        ) : null}
        {check.override ? (
          <p className={message}>
            {intl.formatMessage(
              { id: 'run.approval.acceptedBy' },
              { name: check.override.by, reason: check.override.reason },
            )}{' '}
            · <RelativeTime at={check.override.at} focusable={false} />
          </p>
        ) : null}
      </td>
      <td data-label={intl.formatMessage({ id: 'run.check.expected' })}>{check.expected}</td>
      <td>{check.checkedAt ? <RelativeTime at={check.checkedAt} focusable={false} /> : '—'}</td>
    </tr>
  );
}

/**
 * Every check of a track with its verdict, observation and time, and every attestation and accepted
 * warning.
 */
import { useIntl } from 'react-intl';
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { IndicatorText, VerdictText } from '../../status/StatusText.tsx';
import { toStepIndicator } from '../../status/indicators.ts';
import { Quoted } from '../../ui/Quoted.tsx';
import { CopyText } from '../../ui/CopyText.tsx';
import { RelativeTime } from '../../ui/RelativeTime.tsx';
import type { CheckView, StepView, TrackView } from '../../features/run/data/runFields.ts';
import { Facts } from '../../ui/Facts.tsx';

const note = style({ font: 'ui-sm', color: 'neutral-subdued', margin: 0 });
const message = style({ font: 'body-sm', margin: 0 });

export function Evidence({
  track,
  requested,
}: {
  track: TrackView;
  /** The approval that stands; null where none does, so that nothing is fixed. */
  requested: TrackView['approval'];
}) {
  const intl = useIntl();
  const again = findCheckedAgain(track, requested);
  const key = requested?.keyIdentifier ?? track.key?.resolvedIdentifier ?? track.key?.identifier;
  const steps = track.steps.filter(
    (step) => step.checks.length > 0 || step.attestation || step.lastBlocked,
  );
  return (
    <>
      <Facts
        rows={[
          ...(key
            ? ([
                [
                  'run.key.identifier',
                  <CopyText
                    key="k"
                    text={key}
                    label={intl.formatMessage({ id: 'run.key.identifier' })}
                    max={Infinity}
                  />,
                ],
              ] as const)
            : []),
          ...(requested?.tenantId
            ? ([
                [
                  'run.approval.tenant',
                  <CopyText
                    key="t"
                    text={requested.tenantId}
                    label={intl.formatMessage({ id: 'run.approval.tenant' })}
                    max={40}
                  />,
                ],
              ] as const)
            : []),
          ...(track.applicationId
            ? ([
                [
                  'run.applicationId',
                  <CopyText
                    key="a"
                    text={track.applicationId}
                    label={intl.formatMessage({ id: 'run.applicationId' })}
                    max={40}
                  />,
                ],
              ] as const)
            : []),
          [
            'run.approval.hash',
            requested ? (
              <div key="h">
                <CopyText
                  text={requested.evidenceHash}
                  label={intl.formatMessage({ id: 'run.approval.hash' })}
                  max={Infinity}
                />
                <p className={note}>
                  {intl.formatMessage({ id: 'run.approval.hashWhat' }, { track: track.id })}
                </p>
              </div>
            ) : (
              intl.formatMessage({ id: 'run.approval.hashLater' }, { track: track.id })
            ),
          ],
          ...(again
            ? ([
                [
                  'run.approval.checkedAgain',
                  intl.formatMessage(
                    { id: 'run.approval.checkedAgainSame' },
                    { when: <RelativeTime key="at" at={again} /> },
                  ),
                ],
              ] as const)
            : []),
        ]}
      />
      {steps.length === 0 ? (
        <p className={message}>{intl.formatMessage({ id: 'run.approval.noEvidence' })}</p>
      ) : null}
      {steps.length > 0 ? <EvidenceTable steps={steps} /> : null}
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

/** One table with a group of rows for each step, so that columns align and are named once. */
function EvidenceTable({ steps }: { steps: readonly StepView[] }) {
  const intl = useIntl();
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

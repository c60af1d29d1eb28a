/** After the submission: Adobe's three steps, the statuses it reported, and the bytes sent. */
import type { ComponentProps } from 'react';
import { useIntl } from 'react-intl';
import { Content, Heading, InlineAlert } from '@react-spectrum/s2';
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { IndicatorText } from '../../status/StatusText.tsx';
import type { Indicator } from '../../status/indicators.ts';
import { CopyText } from '../../ui/CopyText.tsx';
import { RelativeTime } from '../../ui/RelativeTime.tsx';
import type { RunView, TrackView } from '../../features/run/data/runFields.ts';
import { Facts } from '../../ui/Facts.tsx';
import { RequestBody } from '../../features/run/decision/RequestPreview.tsx';
import { Section } from '../../ui/Section.tsx';
import { StepFooter } from '../../features/run/steps/StepFooter.tsx';
import { AT_ADOBE } from './adobeAnchor.ts';
import { deriveAdobeProgress } from './deriveAdobeProgress.ts';
import type { AdobeProgress, ProgressState } from './deriveAdobeProgress.ts';
import { useServerText } from '../../intl/serverText.ts';

const steps = style({
  display: 'flex',
  flexWrap: 'wrap',
  columnGap: 32,
  rowGap: 12,
  margin: 0,
  padding: 0,
  listStyleType: 'none',
});
const textStyle = style({
  display: 'grid',
  gridTemplateColumns: 'fit-content(50%) minmax(0, 1fr)',
  columnGap: 16,
  rowGap: 4,
  margin: 0,
  font: 'body-sm',
  alignItems: 'baseline',
});
const raw = style({ font: 'code-sm', overflowWrap: 'anywhere' });
const meaning = style({ margin: 0, color: 'neutral-subdued' });
const heading = style({ font: 'title-sm', margin: 0, marginTop: 8 });
const text = style({ font: 'body-sm', margin: 0 });

type Submission = NonNullable<TrackView['submission']>;
const INDICATORS: Record<ProgressState, Indicator> = {
  done: { shape: 'check', tone: 'positive' },
  current: { shape: 'adobe', tone: 'notice' },
  ahead: { shape: 'lock', tone: 'faint' },
  failed: { shape: 'cross', tone: 'negative' },
};
const KNOWN = ['aborted', 'failed', 'rereading', 'sending', 'sent'] as const;
type KnownStatus = (typeof KNOWN)[number];
const isKnown = (status: string): status is KnownStatus =>
  (KNOWN as readonly string[]).includes(status);

export function AdobeSteps({
  run,
  track,
  submission,
}: {
  run: RunView;
  track: TrackView;
  submission: Submission;
}) {
  const intl = useIntl();
  const progress = deriveAdobeProgress(submission.statuses);
  const activation = track.steps.find((step) => step.id === 'ACTIVATION');
  const submissionStep = track.steps.find((step) => step.id === 'SUBMISSION');
  const current = activation?.status === 'LOCKED' ? submissionStep : activation;
  const serverText = useServerText();
  const atAdobe = submission.sentAt !== null || submission.statuses.length > 0;
  const failure = activation?.failure ?? submissionStep?.failure;
  return (
    <Section
      anchor={AT_ADOBE}
      title={intl.formatMessage({ id: 'run.submit.progress' })}
      // A failure is shown below instead.
      text={failure || current === undefined ? undefined : serverText(current.sentence)}
    >
      {atAdobe ? <ThreeSteps progress={progress} /> : null}
      {failure ? (
        <InlineAlert variant="negative" fillStyle="border">
          <Heading level={3}>{intl.formatMessage({ id: 'run.failure' })}</Heading>
          <Content>{failure}</Content>
        </InlineAlert>
      ) : null}
      <Anomalies run={run} />
      {progress.reported.length > 0 ? <ReportedStatuses progress={progress} /> : null}
      <SubmissionFacts submission={submission} />
      {activation && activation.status !== 'LOCKED' ? (
        <StepFooter step={activation} linksToPage={false} />
      ) : null}
      <h3 className={heading}>
        {intl.formatMessage({
          id: submission.sentAt === null ? 'run.approval.sent' : 'run.submit.bytes',
        })}
      </h3>
      {submission.body ? (
        <RequestBody
          text={submission.body}
          note={submission.sentAt === null ? 'run.bytesAhead' : 'run.bytes'}
        />
      ) : (
        <p className={text}>{intl.formatMessage({ id: 'run.submit.bytesLater' })}</p>
      )}
    </Section>
  );
}

function Anomalies({ run }: { run: RunView }) {
  const intl = useIntl();
  const anomalies = run.anomalies.filter(
    (one) => one.track === 'AEP' && (one.step === 'ACTIVATION' || one.step === 'SUBMISSION'),
  );
  if (anomalies.length === 0) return null;
  return (
    <InlineAlert variant="notice" fillStyle="border">
      <Heading level={3}>{intl.formatMessage({ id: 'run.anomalies' })}</Heading>
      <Content>
        {anomalies.map((one) => (
          <p key={one.at + one.message} className={text}>
            {one.message} · <RelativeTime at={one.at} />
          </p>
        ))}
      </Content>
    </InlineAlert>
  );
}

function SubmissionFacts({ submission }: { submission: Submission }) {
  const intl = useIntl();
  const { status, name, host, requestedBy, requestedAt, sentAt, sends, bodySha256 } = submission;
  const rows: ComponentProps<typeof Facts>['rows'] = [
    [
      'run.submit.state',
      intl.formatMessage({
        id: isKnown(status) ? `run.submissionStatus.${status}` : 'run.submissionStatus.other',
      }),
    ],
    [
      'run.submit.name',
      <CopyText
        key="n"
        text={name}
        label={intl.formatMessage({ id: 'run.submit.name' })}
        max={64}
      />,
    ],
    ['run.submit.host', host],
    [
      'run.submit.requestedBy',
      <span key="r">
        {requestedBy}, <RelativeTime at={requestedAt} />
      </span>,
    ],
    ...(sentAt ? ([['run.submit.sentAt', <RelativeTime key="s" at={sentAt} />]] as const) : []),
    ...(sends > 0
      ? ([
          [
            'run.submit.effect',
            intl.formatMessage(
              { id: 'run.submit.effectText' },
              { effect: <code key="e">submitConfiguration</code>, sends },
            ),
          ],
        ] as const)
      : []),
    ...(bodySha256
      ? ([
          [
            'run.submit.sha256',
            <CopyText
              key="b"
              text={bodySha256}
              label={intl.formatMessage({ id: 'run.submit.sha256' })}
              max={Infinity}
            />,
          ],
        ] as const)
      : []),
    ...(sends > 0
      ? ([['run.submit.answer', <Answer key="a" externalId={submission.externalId} />]] as const)
      : []),
  ];
  return <Facts rows={rows} />;
}

/** The job that Adobe gave it; the statuses that it reported of that are listed apart. */
function Answer({ externalId }: { externalId: string | null }) {
  const intl = useIntl();
  if (!externalId) return intl.formatMessage({ id: 'run.submit.answerNone' });
  const id = <CopyText text={externalId} label={intl.formatMessage({ id: 'run.job' })} max={40} />;
  return intl.formatMessage({ id: 'run.submit.answerJob' }, { id });
}

function ThreeSteps({ progress }: { progress: AdobeProgress }) {
  const intl = useIntl();
  return (
    <ol className={steps}>
      {progress.steps.map((state, index) => (
        <li key={index}>
          <IndicatorText indicator={INDICATORS[state]}>
            {intl.formatMessage({ id: STEP_TEXT[index] ?? 'run.adobe.1' })}
            {' · '}
            {intl.formatMessage({ id: `run.adobe.${state}` })}
          </IndicatorText>
        </li>
      ))}
    </ol>
  );
}

const STEP_TEXT = ['run.adobe.1', 'run.adobe.2', 'run.adobe.3'] as const;

function ReportedStatuses({ progress }: { progress: AdobeProgress }) {
  const intl = useIntl();
  return (
    <>
      <h3 className={heading}>{intl.formatMessage({ id: 'run.submit.reported' })}</h3>
      <dl className={textStyle}>
        {progress.reported.map((reported) => (
          <div key={`${reported.at}${reported.status}`} className={style({ display: 'contents' })}>
            <dt className={raw}>
              {reported.status ?? intl.formatMessage({ id: 'run.adobe.noStatus' })}
            </dt>
            <dd className={meaning}>
              {intl.formatMessage({
                id:
                  reported.step === null
                    ? 'run.adobe.unknown'
                    : `run.adobe.status.${reported.step}`,
              })}{' '}
              · <RelativeTime at={reported.at} />
            </dd>
          </div>
        ))}
      </dl>
    </>
  );
}

/** How far a job is; of one that checks, what came of the checks too, read until all ended. */
import { Link, ProgressBar } from '@react-spectrum/s2';
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { useEffect, useRef } from 'react';
import { useIntl } from 'react-intl';
import { jobIndicator, OUTCOMES, OUTCOME_INDICATORS } from '../../features/bulk/bulkJobFields.ts';
import { IndicatorText } from '../../status/StatusText.tsx';
import { useAnnounce } from '../../ui/announce.tsx';
import type { JobView } from './bulkJobDocuments.ts';
import { ATTENTION } from './bulkJobSearch.ts';

/** Runs change without the job, so the page asks while something is being checked. */
const CHECKING_MILLISECONDS = 2_000;

const progress = style({ display: 'flex', flexDirection: 'column', rowGap: 8, marginBottom: 20 });
const counts = style({
  display: 'flex',
  flexWrap: 'wrap',
  columnGap: 20,
  rowGap: 4,
  alignItems: 'center',
  font: 'ui',
});
const more = style({ font: 'ui' });
const quiet = style({ font: 'ui-sm', color: 'neutral-subdued' });

interface JobProgressProps {
  job: JobView;
  onCheckAgain: () => void;
}

export function JobProgress({ job, onCheckAgain }: JobProgressProps) {
  const intl = useIntl();
  const { id, action, status, done, refused, skipped, total, needsAttention } = job;
  const isVerify = action === 'VERIFY';
  const outcomes = OUTCOMES.flatMap((outcome) => {
    const count = job.outcomes.find((one) => one.outcome === outcome)?.count ?? 0;
    return count > 0 ? [{ outcome, count }] : [];
  });
  const isChecking = outcomes.some(({ outcome }) => outcome === 'CHECKING');
  const state = status === 'DONE' && isChecking ? 'RUNNING' : status;
  const summary = [
    intl.formatMessage(
      { id: isVerify ? 'bulk.counts.VERIFY' : 'bulk.counts' },
      { done, refused, skipped, total },
    ),
    ...outcomes.map(({ outcome, count }) =>
      intl.formatMessage({ id: `bulk.outcomes.${outcome}` }, { count }),
    ),
  ];
  useEndAnnouncement(state === 'RUNNING', summary.join(', '));
  useWhile(isChecking, onCheckAgain);
  return (
    <div className={progress}>
      <ProgressBar
        label={intl.formatMessage({ id: 'bulk.progress' })}
        value={done + refused + skipped}
        maxValue={total}
      />
      <IndicatorText indicator={jobIndicator(state, needsAttention > 0 ? 'failed' : 'passed')}>
        {intl.formatMessage({ id: `bulk.status.${state}` })}
        {' · '}
        {summary[0]}
      </IndicatorText>
      {outcomes.length > 0 ? (
        <div
          className={counts}
          role="group"
          aria-label={intl.formatMessage({ id: 'bulk.outcomes' })}
        >
          {outcomes.map(({ outcome }, place) => (
            <IndicatorText key={outcome} indicator={OUTCOME_INDICATORS[outcome]}>
              {summary[place + 1]}
            </IndicatorText>
          ))}
          <span className={quiet}>{intl.formatMessage({ id: 'bulk.outcomesText' })}</span>
        </div>
      ) : null}
      {needsAttention > 0 ? (
        <div className={more}>
          <Link href={`/bulk-jobs/${encodeURIComponent(id)}?status=${ATTENTION}`}>
            {intl.formatMessage({ id: isVerify ? 'bulk.showAttention' : 'bulk.showRefused' })} (
            {intl.formatNumber(needsAttention)})
          </Link>
        </div>
      ) : null}
    </div>
  );
}

/** Calls back again and again while it is so. */
function useWhile(isSo: boolean, callback: () => void) {
  const latest = useRef(callback);
  useEffect(() => {
    latest.current = callback;
  });
  useEffect(() => {
    if (!isSo) return undefined;
    const timer = setInterval(() => latest.current(), CHECKING_MILLISECONDS);
    return () => clearInterval(timer);
  }, [isSo]);
}

/** Announces that the job and its checks ended while somebody watched. */
function useEndAnnouncement(isRunning: boolean, summary: string) {
  const announce = useAnnounce();
  const wasRunning = useRef(isRunning);
  useEffect(() => {
    if (wasRunning.current && !isRunning) announce(summary);
    wasRunning.current = isRunning;
  }, [isRunning, summary, announce]);
}

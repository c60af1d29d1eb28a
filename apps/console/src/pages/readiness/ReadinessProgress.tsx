/** How far a dry run is, and how many organizations have which outcome. */
import { ProgressBar } from '@react-spectrum/s2';
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { useEffect, useRef, useState } from 'react';
import { useIntl } from 'react-intl';
import { DRY_RUN_INDICATORS, OUTCOME_INDICATORS } from '../../features/readiness/dryRunFields.ts';
import { READINESS_OUTCOMES } from '../../features/readiness/readinessOutcomes.ts';
import { IndicatorText } from '../../status/StatusText.tsx';
import { useAnnounce } from '../../ui/announce.tsx';
import type { DryRunView } from './readinessDocuments.ts';

const progress = style({ display: 'flex', flexDirection: 'column', rowGap: 8, marginBottom: 20 });
const counts = style({ display: 'flex', flexWrap: 'wrap', columnGap: 20, rowGap: 4, font: 'ui' });

export function ReadinessProgress({ dryRun }: { dryRun: DryRunView }) {
  const intl = useIntl();
  const { status, checked, skipped, total, outcomes } = dryRun;
  const found = READINESS_OUTCOMES.flatMap((outcome) => {
    const count = outcomes.find((one) => one.outcome === outcome)?.count ?? 0;
    const text = intl.formatMessage({ id: `readiness.count.${outcome}` }, { count });
    return count > 0 ? [{ outcome, text }] : [];
  });
  const summary = intl.formatMessage({ id: 'readiness.counts' }, { checked, skipped, total });
  const pace = usePace(checked + skipped, total);
  useEndAnnouncement(status === 'RUNNING', [summary, ...found.map(({ text }) => text)].join(', '));
  return (
    <div className={progress}>
      <ProgressBar
        label={intl.formatMessage({ id: 'readiness.progress' })}
        value={checked + skipped}
        maxValue={Math.max(total, 1)}
      />
      <IndicatorText indicator={DRY_RUN_INDICATORS[status]}>
        {intl.formatMessage({ id: `readiness.status.${status}` })}
        {' · '}
        {summary}
        {status === 'RUNNING' && pace
          ? ` · ${intl.formatMessage({ id: 'readiness.pace' }, { ...pace })}`
          : null}
      </IndicatorText>
      {found.length > 0 ? (
        <div
          className={counts}
          role="group"
          aria-label={intl.formatMessage({ id: 'readiness.outcomes' })}
        >
          {found.map(({ outcome, text }) => (
            <IndicatorText key={outcome} indicator={OUTCOME_INDICATORS[outcome]}>
              {text}
            </IndicatorText>
          ))}
        </div>
      ) : null}
    </div>
  );
}

/** Fewer, or in less time, say little of what follows. */
const MIN_DONE = 5;
const MIN_MILLISECONDS = 5_000;

/** Since the page is open, so that no two clocks are compared; null until that says something. */
function usePace(done: number, total: number): { perMinute: number; minutes: number } | null {
  const [{ first, last }, setSeen] = useState({
    first: { at: performance.now(), done },
    last: { at: performance.now(), done },
  });
  useEffect(() => {
    setSeen((seen) => ({ ...seen, last: { at: performance.now(), done } }));
  }, [done]);
  const more = last.done - first.done;
  const milliseconds = last.at - first.at;
  if (more < MIN_DONE || milliseconds < MIN_MILLISECONDS) return null;
  const perMinute = (more / milliseconds) * 60_000;
  return {
    perMinute: Math.max(1, Math.round(perMinute)),
    minutes: Math.ceil((total - done) / perMinute),
  };
}

/** Announces the end while somebody watches. */
function useEndAnnouncement(isRunning: boolean, summary: string) {
  const announce = useAnnounce();
  const wasRunning = useRef(isRunning);
  useEffect(() => {
    if (wasRunning.current && !isRunning) announce(summary);
    wasRunning.current = isRunning;
  }, [isRunning, summary, announce]);
}

/** How far a dry run is, and how many organizations have which outcome. */
import { ProgressBar } from '@react-spectrum/s2';
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { useEffect, useRef } from 'react';
import { useIntl } from 'react-intl';
import {
  DRY_RUN_INDICATORS,
  OUTCOME_INDICATORS,
  READINESS_OUTCOMES,
} from '../../features/readiness/dryRunFields.ts';
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

/** Announces the end while somebody watches. */
function useEndAnnouncement(isRunning: boolean, summary: string) {
  const announce = useAnnounce();
  const wasRunning = useRef(isRunning);
  useEffect(() => {
    if (wasRunning.current && !isRunning) announce(summary);
    wasRunning.current = isRunning;
  }, [isRunning, summary, announce]);
}

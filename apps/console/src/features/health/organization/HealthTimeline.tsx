/**
 * The health of each track over time as a picture: the height of a bar and an icon say the health,
 * beside its color. The same entries are a list for who can't see it.
 */
import { ActionButton } from '@react-spectrum/s2';
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { useId, useState } from 'react';
import { useIntl } from 'react-intl';
import { ChoiceMenu } from '../../../ui/ChoiceMenu.tsx';
import { ListSkeleton } from '../../../ui/Skeleton.tsx';
import { HealthEntries } from './HealthEntries.tsx';
import { TimelineLane } from './TimelineLane.tsx';
import { RANGES, extentOf, ticksOf, toPercent } from './timeline.ts';
import type { Range } from './timeline.ts';
import type { HealthDetails } from './healthDocuments.ts';
import { useHealthHistory } from './useHealthHistory.ts';
import './timeline.css';

const box = style({ display: 'flex', flexDirection: 'column', rowGap: 12, minWidth: 0 });
const head = style({
  display: 'flex',
  flexWrap: 'wrap',
  alignItems: 'center',
  justifyContent: 'space-between',
  columnGap: 12,
});
const heading = style({ font: 'title-sm', margin: 0 });
const quiet = style({ font: 'ui-sm', color: 'neutral-subdued', margin: 0 });

const TICKS = 4;
const DAY = 86_400_000;

interface HealthTimelineProps {
  organizationId: string;
  health: HealthDetails;
}

export function HealthTimeline({ organizationId, health }: HealthTimelineProps) {
  const intl = useIntl();
  const id = useId();
  const [range, setRange] = useState<Range>('7d');
  const [attempt, setAttempt] = useState(0);
  const { entries, hasOlder, isFailed } = useHealthHistory(organizationId, health.version, attempt);
  const { tracks } = health;
  // "Now" is when something was read last, so that a rendering for another reason moves nothing.
  const read = `${health.version} ${health.lookedAt} ${entries?.length}`;
  const [clock, setClock] = useState(() => ({ read, now: Date.now() }));
  if (clock.read !== read) setClock({ read, now: Date.now() });
  const { now } = clock;
  const extent = extentOf(range, {
    oldest: Date.parse(entries?.[0]?.at ?? health.since),
    now,
    expiries: tracks.flatMap(({ expiresAt }) => (expiresAt ? [Date.parse(expiresAt)] : [])),
  });
  const format =
    extent.end - extent.start <= 2 * DAY
      ? ({ hour: 'numeric', minute: 'numeric' } as const)
      : ({ month: 'short', day: 'numeric' } as const);
  return (
    <section className={box} aria-labelledby={id}>
      <div className={head}>
        <h3 id={id} className={heading}>
          {intl.formatMessage({ id: 'keyHealth.timeline' })}
        </h3>
        <ChoiceMenu
          label={intl.formatMessage({ id: 'keyHealth.range' })}
          choices={RANGES.map((one) => ({
            id: one,
            name: intl.formatMessage({ id: `keyHealth.range.${one}` }),
          }))}
          selected={range}
          onChoose={(chosen) => setRange(RANGES.find((one) => one === chosen) ?? '7d')}
        />
      </div>
      {isFailed ? (
        <p className={quiet}>
          {intl.formatMessage({ id: 'keyHealth.historyFailed' })}{' '}
          <ActionButton isQuiet size="S" onPress={() => setAttempt(attempt + 1)}>
            {intl.formatMessage({ id: 'error.retry' })}
          </ActionButton>
        </p>
      ) : null}
      {entries ? (
        <>
          <div className="kw-timeline">
            {tracks.map((track) => (
              <TimelineLane
                key={track.track}
                track={track}
                entries={entries}
                extent={extent}
                now={now}
              />
            ))}
            <div className="kw-timeline-axis" aria-hidden="true">
              {ticksOf(extent, TICKS).map((at) => (
                <span key={at} style={{ insetInlineStart: `${toPercent(at, extent)}%` }}>
                  {intl.formatDate(at, format)}
                </span>
              ))}
            </div>
          </div>
          <p className={quiet}>{intl.formatMessage({ id: 'keyHealth.legend' })}</p>
          <HealthEntries
            entries={entries.filter(({ at }) => Date.parse(at) >= extent.start)}
            hasOlder={hasOlder}
            organizationId={organizationId}
          />
        </>
      ) : isFailed ? null : (
        <ListSkeleton rows={2} columns={1} />
      )}
    </section>
  );
}

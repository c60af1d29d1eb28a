/** The picture of one track's health over time. */
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { useIntl } from 'react-intl';
import type { Health } from '../../../generated/enums.ts';
import { SHAPES } from '../../../status/icons.tsx';
import { toHealthIndicator } from '../../../status/indicators.ts';
import { marksOf, spansOf, spansWithin, toPercent } from './timeline.ts';
import type { Extent, HealthEntry, Mark, MarkKind } from './timeline.ts';
import type { TrackHealth } from './healthDocuments.ts';

const name = style({ font: 'ui-sm', color: 'neutral-subdued' });
const bar = style({
  color: {
    tone: {
      faint: { default: 'gray-400', forcedColors: 'GrayText' },
      neutral: 'gray-600',
      accent: 'accent-900',
      notice: 'notice-900',
      negative: 'negative-900',
      positive: 'positive-900',
    },
  },
});

/** In CSS pixels: the worse, the higher. */
const HEIGHT: Readonly<Record<Health, number>> = {
  REVOKED: 24,
  CUT_OFF: 20,
  AT_RISK: 15,
  UNREACHABLE: 11,
  HEALTHY: 7,
  NOT_WATCHED: 2,
};
const BASE = 44;
const ICON = 12;
/** Share of the width, in percent, from which on there is space for an icon. */
const ICON_PERCENT = 4;
const MIN_PERCENT = 0.25;

const MARKS: Readonly<Record<MarkKind, string>> = {
  alertOpened: 'M0 0h10L5 8z',
  versionSeen: 'M5 0l5 5-5 5-5-5z',
  differenceAccepted: 'M5 0a5 5 0 1 1-.01 0z',
};

interface TimelineLaneProps {
  track: TrackHealth;
  entries: readonly HealthEntry[];
  extent: Extent;
  now: number;
}

export function TimelineLane({ track, entries, extent, now }: TimelineLaneProps) {
  const intl = useIntl();
  const spans = spansWithin(spansOf(entries, track.track, track, now), extent);
  const marks = marksOf(entries, track.track, extent);
  const title = intl.formatMessage({ id: `track.${track.track}` });
  const worst = spans.at(-1)?.health ?? track.health;
  const label = intl.formatMessage(
    { id: 'keyHealth.picture' },
    {
      track: title,
      now: intl.formatMessage({ id: `health.${track.health}` }),
      worst: intl.formatMessage({ id: `health.${worst}` }),
    },
  );
  const expiry = track.expiresAt ? Date.parse(track.expiresAt) : null;
  return (
    <div>
      <span className={name} aria-hidden="true">
        {title}
      </span>
      <svg
        className="kw-timeline-lane"
        role="img"
        aria-label={label}
        height={BASE + 14}
        width="100%"
      >
        {spans.map(({ health, from, to }) => {
          const indicator = toHealthIndicator(health);
          const [x, width] = [
            toPercent(from, extent),
            toPercent(to, extent) - toPercent(from, extent),
          ];
          return (
            <g key={`${health}${from}`} className={bar({ tone: indicator.tone })}>
              <title>
                {`${intl.formatMessage({ id: `health.${health}` })}: ${intl.formatDate(from, WHEN)} – ${intl.formatDate(to, WHEN)}`}
              </title>
              <rect
                x={`${x}%`}
                y={BASE - HEIGHT[health]}
                width={`${Math.max(width, MIN_PERCENT)}%`}
                height={HEIGHT[health]}
                fill="currentColor"
              />
              {width >= ICON_PERCENT && health !== 'HEALTHY' && health !== 'NOT_WATCHED' ? (
                <svg
                  x={`${x}%`}
                  y={BASE - HEIGHT[health] - ICON - 2}
                  width={ICON}
                  height={ICON}
                  viewBox="0 0 16 16"
                  className="kw-indicator"
                >
                  {SHAPES[indicator.shape]}
                </svg>
              ) : null}
            </g>
          );
        })}
        <line x1="0" x2="100%" y1={BASE} y2={BASE} className="kw-timeline-line" />
        {marks.map((mark) => (
          <MarkShape key={`${mark.kind}${mark.at}`} mark={mark} x={toPercent(mark.at, extent)} />
        ))}
        {expiry !== null && expiry > extent.start && expiry < extent.end ? (
          <g className="kw-timeline-expiry">
            <title>
              {intl.formatMessage(
                { id: 'keyHealth.expires' },
                { date: intl.formatDate(expiry, WHEN) },
              )}
            </title>
            <line
              x1={`${toPercent(expiry, extent)}%`}
              x2={`${toPercent(expiry, extent)}%`}
              y1={4}
              y2={BASE}
            />
          </g>
        ) : null}
      </svg>
    </div>
  );
}

const WHEN = { dateStyle: 'medium', timeStyle: 'short' } as const;

function MarkShape({ mark: { kind, entries }, x }: { mark: Mark; x: number }) {
  const texts = entries.map(({ summary }) => summary);
  return (
    <svg
      x={`${x}%`}
      y={BASE + 2}
      width={10}
      height={10}
      overflow="visible"
      className="kw-timeline-mark"
    >
      <title>{texts.join('\n')}</title>
      <path d={MARKS[kind]} transform="translate(-5 0)" data-kind={kind} />
    </svg>
  );
}

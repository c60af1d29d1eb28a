/**
 * "3 days ago", or "for 3 days" of a wait, with the exact local time and UTC in a tooltip and for
 * screen readers.
 */
import { useEffect, useState } from 'react';
import { useIntl, type IntlShape } from 'react-intl';
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { Tip } from './Tip.tsx';
import { isLongWait, measureSpan, chooseTickMilliseconds, type TimeSpan } from './timeSpan.ts';

const time = style({
  fontWeight: { isLong: 'bold' },
  color: { isLong: 'notice-1100' },
  whiteSpace: 'nowrap',
  borderRadius: 'sm',
  outlineStyle: { default: 'none', ':focus-visible': 'solid' },
  outlineColor: 'focus-ring',
  outlineWidth: 2,
  outlineOffset: 2,
});

interface RelativeTimeProps {
  /** RFC 3339. */
  at: string;
  /**
   * True if something waits since then: it says for how long, and emphasizes more than three days.
   */
  waiting?: boolean;
  /** True of an instant that should not be more than three days ago. */
  emphasized?: boolean;
  /** False in dense lists, where a tab stop for each time would be too many. */
  focusable?: boolean;
  /** True if there is little space: "2 wk. ago", and "2 wk" of a wait. */
  isShort?: boolean;
}

export function RelativeTime({
  at,
  waiting = false,
  emphasized = waiting,
  focusable = true,
  isShort = false,
}: RelativeTimeProps) {
  const intl = useIntl();
  const now = useNow(at);
  const instant = Date.parse(at);
  const span = measureSpan(instant, now);
  const text =
    waiting && instant <= now
      ? (isShort ? formatShortWait : formatWait)(intl, span)
      : intl.formatRelativeTime(span.value, span.unit, {
          numeric: 'auto',
          style: isShort ? 'short' : 'long',
        });
  const exact = `${intl.formatDate(instant, { dateStyle: 'medium', timeStyle: 'medium' })} · ${new Date(instant).toISOString()}`;
  const className = time({ isLong: emphasized && isLongWait(instant, now) });
  if (!focusable) {
    return (
      <time dateTime={at} title={exact} className={className}>
        {text}
      </time>
    );
  }
  return (
    <Tip text={exact}>
      {/* A labelled group, so that screen readers read the text and the exact time. */}
      <time
        dateTime={at}
        className={className}
        tabIndex={0}
        role="group"
        aria-label={`${text}, ${exact}`}
      >
        {text}
      </time>
    </Tip>
  );
}

/** Seconds are not counted: nobody acts on them, and the text would change all the time. */
function formatWait(intl: IntlShape, { value, unit }: TimeSpan): string {
  if (unit === 'second') return intl.formatMessage({ id: 'time.waitsBriefly' });
  const span = intl.formatNumber(-value, { style: 'unit', unit, unitDisplay: 'long' });
  return intl.formatMessage({ id: 'time.waits' }, { span });
}

function formatShortWait(intl: IntlShape, { value, unit }: TimeSpan): string {
  const [count, of] = unit === 'second' ? [1, 'minute'] : [-value, unit];
  const span = intl.formatNumber(count, { style: 'unit', unit: of, unitDisplay: 'short' });
  return unit === 'second' ? `< ${span}` : span;
}

function useNow(at: string): number {
  const [now, setNow] = useState(() => Date.now());
  // A new instant is measured from now: at the last tick it can be in the future.
  const [measured, setMeasured] = useState(at);
  if (measured !== at) {
    setMeasured(at);
    setNow(Date.now());
  }
  useEffect(() => {
    const timer = setTimeout(() => setNow(Date.now()), chooseTickMilliseconds(Date.parse(at), now));
    return () => clearTimeout(timer);
  }, [at, now]);
  return now;
}

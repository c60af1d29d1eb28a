/** The timeline with its legend; loads the library of the pictures. */
import { useMemo } from 'react';
import { useIntl } from 'react-intl';
import { Legend } from '../../insights/Legend.tsx';
import { PARTIES, usePartyName, useStepName } from '../../insights/names.ts';
import { Picture } from '../../insights/Picture.tsx';
import { usePatterns } from '../../insights/usePatterns.ts';
import type { Waited } from '../summary/waitedOn.ts';
import { drawTimeline } from './drawTimeline.ts';
import type { RunSpan } from './listSpans.ts';
import { useSpanTexts } from './useSpanTexts.ts';

/** In the order of `PARTIES`. */
const WAITED: readonly Waited[] = ['us', 'customer', 'adobe'];
const MINUTE = 60_000;
const DAY = 86_400_000;

export function TimelinePicture({ spans }: { spans: RunSpan }) {
  const intl = useIntl();
  const partyName = usePartyName();
  const stepName = useStepName();
  const { time, party } = useSpanTexts();
  const patterns = usePatterns('party', PARTIES.length);
  const draw = useMemo(() => {
    const isLong = spans.until - spans.from > 2 * DAY;
    const bars = spans.steps.map((span) => ({
      ...{ name: stepName(span), party: WAITED.indexOf(span.waited) },
      ...{ from: span.from, until: span.until, isOpen: span.isOpen },
      // The diamond says that it took less than a minute.
      note: [...(span.from < span.until ? [time(span)] : []), party(span)].join(' · '),
    }));
    const formatTime = (at: Date) =>
      intl.formatDate(at, isLong ? { month: 'short', day: 'numeric' } : { timeStyle: 'short' });
    const tickMilliseconds = isLong ? DAY : MINUTE;
    const picture = { ...spans, bars, fills: patterns.fills, formatTime, tickMilliseconds };
    return (width: number) => drawTimeline(picture, width);
  }, [spans, intl, stepName, time, party, patterns]);
  const longest = spans.steps.toSorted((a, b) => b.until - b.from - (a.until - a.from))[0];
  if (!longest) return null;
  const label = intl.formatMessage(
    { id: 'insights.timeline.picture' },
    {
      count: spans.steps.length,
      longest: intl.formatMessage(
        { id: 'insights.times.longest' },
        { step: stepName(longest), time: time(longest), party: party(longest) },
      ),
    },
  );
  return (
    <>
      <Legend patterns={patterns} names={PARTIES.map(partyName)} />
      <Picture label={label} draw={draw} />
    </>
  );
}

/** The times of the steps with their legend; loads the library of the pictures. */
import { useMemo } from 'react';
import { useIntl } from 'react-intl';
import { drawStepTimes } from './drawStepTimes.ts';
import type { StepTime } from './insightDocuments.ts';
import { Legend } from '../../features/insights/Legend.tsx';
import { Picture } from '../../features/insights/Picture.tsx';
import { usePatterns } from '../../features/insights/usePatterns.ts';
import { PARTIES, usePartyName, useSpan, useStepName } from '../../features/insights/names.ts';

/** Seconds of each unit of the axis, the largest first. */
const UNITS = [
  { unit: 'day', seconds: 86_400 },
  { unit: 'hour', seconds: 3_600 },
  { unit: 'minute', seconds: 60 },
] as const;

/** The largest unit of which the longest time has some. */
function unitOf(times: readonly StepTime[]) {
  const longest = Math.max(0, ...times.map(({ p90Seconds }) => p90Seconds ?? 0));
  return UNITS.find(({ seconds }) => longest >= 2 * seconds) ?? UNITS[2];
}

/** Of steps that were done; the others are in the table. */
export function StepTimesPicture({ times }: { times: readonly StepTime[] }) {
  const intl = useIntl();
  const partyName = usePartyName();
  const stepName = useStepName();
  const formatSpan = useSpan();
  const patterns = usePatterns('party', PARTIES.length);
  const { unit, seconds } = unitOf(times);
  const bars = useMemo(
    () =>
      times.flatMap((time) => {
        const { party, medianSeconds, p90Seconds } = time;
        if (medianSeconds == null || p90Seconds == null) return [];
        const span = formatSpan(medianSeconds);
        return [
          {
            ...{ name: stepName(time), party: PARTIES.indexOf(party), span },
            ...{ median: medianSeconds / seconds, p90: p90Seconds / seconds },
            note: `${span} · ${partyName(party)}`,
          },
        ];
      }),
    [times, seconds, formatSpan, stepName, partyName],
  );
  const draw = useMemo(() => {
    const axis = intl.formatMessage({ id: `insights.times.axis.${unit}` });
    const formatNumber = (value: number) => intl.formatNumber(value);
    return (width: number) =>
      drawStepTimes({ bars, fills: patterns.fills, axis, formatNumber }, width);
  }, [bars, unit, patterns, intl]);
  const longest = bars.toSorted((a, b) => b.median - a.median)[0];
  if (!longest) return <p>{intl.formatMessage({ id: 'insights.times.none' })}</p>;
  const label = intl.formatMessage(
    { id: 'insights.times.picture' },
    {
      count: bars.length,
      longest: intl.formatMessage(
        { id: 'insights.times.longest' },
        { step: longest.name, time: longest.span, party: partyName(PARTIES[longest.party]!) },
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

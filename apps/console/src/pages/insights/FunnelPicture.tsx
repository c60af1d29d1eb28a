/** The funnel with its legend; loads the library of the pictures. */
import { useMemo } from 'react';
import { useIntl } from 'react-intl';
import { drawFunnel } from './drawFunnel.ts';
import type { FunnelWeek } from './insightDocuments.ts';
import { Legend } from '../../features/insights/Legend.tsx';
import { Picture } from '../../features/insights/Picture.tsx';
import { usePatterns } from '../../features/insights/usePatterns.ts';
import { usePhaseName, useWeekName } from '../../features/insights/names.ts';

export function FunnelPicture({ weeks }: { weeks: readonly FunnelWeek[] }) {
  const intl = useIntl();
  const weekName = useWeekName();
  const phaseName = usePhaseName();
  const patterns = usePatterns('part', weeks[0]?.counts.length ?? 0);
  const draw = useMemo(() => {
    const parts = weeks.flatMap(({ weekStart, counts }) =>
      counts.map(({ phase, count }, index) => ({ week: weekName(weekStart), phase, index, count })),
    );
    const formatNumber = (value: number) => intl.formatNumber(value);
    return (width: number) => drawFunnel({ parts, fills: patterns.fills, formatNumber }, width);
  }, [weeks, weekName, patterns, intl]);
  const now = weeks.at(-1)?.counts ?? [];
  const label = intl.formatMessage(
    { id: 'insights.funnel.picture' },
    {
      weeks: weeks.length,
      now: now
        .map(({ phase, count }) => `${phaseName(phase)} ${intl.formatNumber(count)}`)
        .join(', '),
    },
  );
  return (
    <>
      <Legend patterns={patterns} names={now.map(({ phase }) => phaseName(phase))} />
      <Picture label={label} draw={draw} />
    </>
  );
}

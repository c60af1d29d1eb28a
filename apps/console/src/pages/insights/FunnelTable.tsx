/** The funnel as a table: a row for each week, a column for each phase. */
import { useIntl } from 'react-intl';
import { FoldedTable } from '../../features/insights/FoldedTable.tsx';
import type { FunnelWeek } from './insightDocuments.ts';
import { usePhaseName, useWeekName } from '../../features/insights/names.ts';

export function FunnelTable({ weeks }: { weeks: readonly FunnelWeek[] }) {
  const intl = useIntl();
  const weekName = useWeekName();
  const phaseName = usePhaseName();
  const phases = (weeks[0]?.counts ?? []).map(({ phase }) => phase);
  const week = intl.formatMessage({ id: 'insights.funnel.week' });
  const countOf = ({ counts }: FunnelWeek, wanted: string) =>
    counts.find(({ phase }) => phase === wanted)?.count ?? 0;
  return (
    <FoldedTable<FunnelWeek>
      label={intl.formatMessage({ id: 'insights.funnel' })}
      fileName="phases"
      rows={weeks}
      rowKey={({ weekStart }) => weekStart}
      columns={[
        {
          ...{ key: 'week', header: week, cell: ({ weekStart }) => weekName(weekStart) },
          inFile: [{ header: week, value: ({ weekStart }) => weekStart.slice(0, 10) }],
        },
        ...phases.map((phase) => ({
          key: phase,
          header: phaseName(phase),
          cell: (row: FunnelWeek) => intl.formatNumber(countOf(row, phase)),
          inFile: [{ header: phaseName(phase), value: (row: FunnelWeek) => countOf(row, phase) }],
        })),
      ]}
    />
  );
}

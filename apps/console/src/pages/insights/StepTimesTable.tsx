/** The times of the steps as a table, with those that nobody has finished. */
import { useIntl } from 'react-intl';
import { FoldedTable } from '../../features/insights/FoldedTable.tsx';
import type { StepTime } from './insightDocuments.ts';
import { usePartyName, useSpan, useStepName } from '../../features/insights/names.ts';

const COLUMNS = ['step', 'party', 'median', 'p90', 'count', 'open'] as const;

export function StepTimesTable({ times }: { times: readonly StepTime[] }) {
  const intl = useIntl();
  const stepName = useStepName();
  const partyName = usePartyName();
  const formatSpan = useSpan();
  const seconds = (value: number | null | undefined) => (value == null ? '—' : formatSpan(value));
  const cells = {
    step: stepName,
    party: ({ party }: StepTime) => partyName(party),
    median: ({ medianSeconds }: StepTime) => seconds(medianSeconds),
    p90: ({ p90Seconds }: StepTime) => seconds(p90Seconds),
    count: ({ count }: StepTime) => intl.formatNumber(count),
    open: ({ openCount }: StepTime) => intl.formatNumber(openCount),
  };
  const inFile = {
    step: stepName,
    party: cells.party,
    median: ({ medianSeconds }: StepTime) => medianSeconds,
    p90: ({ p90Seconds }: StepTime) => p90Seconds,
    count: ({ count }: StepTime) => count,
    open: ({ openCount }: StepTime) => openCount,
  };
  const header = (column: (typeof COLUMNS)[number]) =>
    intl.formatMessage({ id: `insights.column.${column}` });
  /** In the file times are numbers. */
  const fileHeader = (column: (typeof COLUMNS)[number]) =>
    column === 'median' || column === 'p90'
      ? intl.formatMessage({ id: `insights.column.${column}Seconds` })
      : header(column);
  return (
    <FoldedTable<StepTime>
      label={intl.formatMessage({ id: 'insights.times' })}
      fileName="step-times"
      rows={times}
      rowKey={({ track, step }) => `${track}-${step}`}
      columns={COLUMNS.map((key) => ({
        ...{ key, header: header(key), cell: cells[key] },
        inFile: [{ header: fileHeader(key), value: inFile[key] }],
      }))}
    />
  );
}

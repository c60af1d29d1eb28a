/** The timeline as a table that can be saved. */
import { useIntl } from 'react-intl';
import { FoldedTable } from '../../insights/FoldedTable.tsx';
import { useStepName } from '../../insights/names.ts';
import type { RunSpan, StepSpan } from './listSpans.ts';
import { useSpanTexts } from './useSpanTexts.ts';

export function TimelineTable({ spans }: { spans: RunSpan }) {
  const intl = useIntl();
  const stepName = useStepName();
  const { time, party } = useSpanTexts();
  const when = (at: number) => intl.formatDate(at, { dateStyle: 'medium', timeStyle: 'short' });
  const ended = ({ until, isOpen }: StepSpan) =>
    isOpen ? intl.formatMessage({ id: 'insights.timeline.open' }) : when(until);
  const header = {
    step: intl.formatMessage({ id: 'insights.column.step' }),
    party: intl.formatMessage({ id: 'insights.column.party' }),
    from: intl.formatMessage({ id: 'insights.timeline.from' }),
    until: intl.formatMessage({ id: 'insights.timeline.until' }),
    time: intl.formatMessage({ id: 'insights.timeline.time' }),
    seconds: intl.formatMessage({ id: 'insights.timeline.seconds' }),
  };
  const instant = (at: number) => new Date(at).toISOString();
  return (
    <FoldedTable<StepSpan>
      label={intl.formatMessage({ id: 'insights.timeline' })}
      fileName="timeline"
      rows={spans.steps}
      rowKey={({ track, step }) => `${track}-${step}`}
      columns={[
        {
          ...{ key: 'step', header: header.step, cell: stepName },
          inFile: [{ header: header.step, value: stepName }],
        },
        {
          ...{ key: 'party', header: header.party, cell: party },
          inFile: [{ header: header.party, value: party }],
        },
        {
          ...{ key: 'from', header: header.from, cell: ({ from }) => when(from) },
          inFile: [{ header: header.from, value: ({ from }) => instant(from) }],
        },
        {
          ...{ key: 'until', header: header.until, cell: ended },
          inFile: [
            {
              header: header.until,
              value: ({ until, isOpen }) => (isOpen ? null : instant(until)),
            },
          ],
        },
        {
          ...{ key: 'time', header: header.time, cell: time },
          inFile: [
            {
              header: header.seconds,
              value: ({ from, until }) =>
                from === until ? null : Math.round((until - from) / 1000),
            },
          ],
        },
      ]}
    />
  );
}

/** A run over time: a bar for each step by who was waited on, and the same as a table. */
import { useMemo } from 'react';
import { useIntl } from 'react-intl';
import { lazyPart, Part } from '../../../ui/lazyPart.tsx';
import { ListSkeleton } from '../../../ui/Skeleton.tsx';
import { InsightTexts } from '../../insights/InsightTexts.tsx';
import type { RunView } from '../data/runFields.ts';
import { listSpans } from './listSpans.ts';
import { TimelineTable } from './TimelineTable.tsx';
import './runTimeline.css';

// The library of the pictures is as large as many pages; the table is there without it.
const picture = lazyPart(async () => (await import('./TimelinePicture.tsx')).TimelinePicture);

export const RunTimeline = ({ run }: { run: RunView }) => (
  <InsightTexts>
    <Timeline run={run} />
  </InsightTexts>
);

function Timeline({ run }: { run: RunView }) {
  const intl = useIntl();
  // Drawn again with each change of the run, not with each render.
  const spans = useMemo(() => listSpans(run, Date.now()), [run]);
  return (
    <section className="kw-timeline" aria-label={intl.formatMessage({ id: 'insights.timeline' })}>
      <p>{intl.formatMessage({ id: 'insights.timeline.text' })}</p>
      <Part part={picture} isWanted props={{ spans }}>
        <ListSkeleton rows={8} columns={2} />
      </Part>
      <TimelineTable spans={spans} />
    </section>
  );
}

/** The lines between the steps of a lane and on to where both lanes join. Stretches with the lane; strokes keep their width. */
import type { StepId } from '../../../generated/enums.ts';
import type { TrackView } from '../data/runFields.ts';
import type { Lane } from './pictureLayout.ts';

/** Height of one row in CSS pixels. */
export const ROW_HEIGHT = 56;
/** Width of one column in the drawing's own units; the lane stretches it. */
const COLUMN = 100;
/** Half of a node's width in those units; `runPicture.css` gives nodes 84 % of a column. */
const HALF_NODE = 42;

export function LaneLines({ lane, track, columns }: { lane: Lane; track: TrackView; columns: number }) {
  const width = (columns + 0.5) * COLUMN;
  const height = lane.rows * ROW_HEIGHT;
  const place = (step: StepId) => {
    const found = lane.places.find((one) => one.step === step);
    return { x: (found?.column ?? 0) * COLUMN + COLUMN / 2, y: ((found?.row ?? 0) + 0.5) * ROW_HEIGHT };
  };
  const done = (step: StepId) => track.steps.find((one) => one.id === step)?.status === 'DONE';
  return (
    <svg className="kw-lane-lines" viewBox={`0 0 ${width} ${height}`} preserveAspectRatio="none" aria-hidden="true">
      {lane.edges.map(({ from, to }) => {
        const [a, b] = [place(from), place(to)];
        const end = b.x - HALF_NODE;
        return <path key={`${from}${to}`} d={bend(a.x + HALF_NODE, a.y, end, b.y)} data-done={done(from) || undefined} />;
      })}
      {lane.ends.map((step) => {
        const a = place(step);
        return <path key={step} d={`M${a.x + HALF_NODE} ${a.y}H${width}`} data-done={done(step) || undefined} />;
      })}
    </svg>
  );
}

/** A line that goes level as far as it can and changes its row just before its end, so that it never crosses a node between. */
function bend(x1: number, y1: number, x2: number, y2: number): string {
  if (y1 === y2) return `M${x1} ${y1}H${x2}`;
  const turn = x2 - 16;
  return `M${x1} ${y1}H${turn}C${turn + 10} ${y1} ${turn + 6} ${y2} ${x2} ${y2}`;
}

/**
 * The lines between the steps of a lane, and to where both lanes join. They stretch with the lane;
 * strokes keep their width.
 */
import type { StepId } from '../../../generated/enums.ts';
import type { TrackView } from '../data/runFields.ts';
import type { Lane } from './diagramLayout.ts';

/** Height of one row in CSS pixels. */
export const ROW_HEIGHT = 56;
/** Width of one column in units of the drawing, which the lane stretches. */
const COLUMN = 100;
/** A node's width in those units; `runDiagram.css` gives nodes 83 % of a column. */
const NODE = 83;
/** How far the lines extend beyond the last column, to where the lanes join. */
export const TAIL_COLUMNS = 0.1;

export function LaneLines({
  lane,
  track,
  columns,
}: {
  lane: Lane;
  track: TrackView;
  columns: number;
}) {
  const width = (columns + TAIL_COLUMNS) * COLUMN;
  const height = lane.rows * ROW_HEIGHT;
  const place = (step: StepId) => {
    const found = lane.places.find((one) => one.step === step);
    return { x: (found?.column ?? 0) * COLUMN, y: ((found?.row ?? 0) + 0.5) * ROW_HEIGHT };
  };
  const done = (step: StepId) => track.steps.find((one) => one.id === step)?.status === 'DONE';
  return (
    <svg
      className="kw-lane-lines"
      viewBox={`0 0 ${width} ${height}`}
      preserveAspectRatio="none"
      aria-hidden="true"
    >
      {lane.edges.map(({ from, to }) => {
        const [a, b] = [place(from), place(to)];
        return (
          <path
            key={`${from}${to}`}
            d={bend(a.x + NODE, a.y, b.x, b.y)}
            data-done={done(from) || undefined}
          />
        );
      })}
      {lane.ends.map((step) => {
        const a = place(step);
        return (
          <path
            key={step}
            d={`M${a.x + NODE} ${a.y}H${width}`}
            data-done={done(step) || undefined}
          />
        );
      })}
    </svg>
  );
}

/** A line that changes its row just before its end, so that it never crosses a node between. */
function bend(x1: number, y1: number, x2: number, y2: number): string {
  if (y1 === y2) return `M${x1} ${y1}H${x2}`;
  const turn = x2 - 15;
  return `M${x1} ${y1}H${turn}C${turn + 10} ${y1} ${turn + 6} ${y2} ${x2} ${y2}`;
}

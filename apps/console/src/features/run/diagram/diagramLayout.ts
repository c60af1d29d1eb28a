/**
 * The position of each step in the diagram, and the lines to it: columns by the longest path from
 * the start, rows by kind of work.
 */
import type { StepId, TrackId } from '../../../generated/enums.ts';
import { findPredecessors } from '../steps/findPredecessors.ts';
import { POINT_OF_NO_RETURN } from '../steps/stepDependencies.ts';

/** Network in the first row, the key in the middle, identities in the last. */
const ROW: Partial<Record<StepId, number>> = {
  NETWORK: 0,
  APP_REGISTRATION: 2,
  CONSENT: 2,
  ROLE: 2,
};
const MIDDLE = 1;

export interface Place {
  step: StepId;
  /** From 0. */
  column: number;
  /** From 0, within the lane. */
  row: number;
}
export interface Lane {
  track: TrackId;
  places: Place[];
  edges: { from: StepId; to: StepId }[];
  /** The last steps, from which the lane joins the other. */
  ends: StepId[];
  rows: number;
  /** The column before which the point of no return lies. */
  noReturnBefore: number | null;
}
export interface Layout {
  lanes: Lane[];
  columns: number;
}

/** `steps` in the plan's order. A track without steps (not applicable) is an empty lane. */
export function layoutDiagram(
  tracks: readonly { id: TrackId; steps: readonly { id: StepId }[] }[],
): Layout {
  const lanes = tracks.map((track) =>
    layoutLane(
      track.id,
      track.steps.map((step) => step.id),
    ),
  );
  const columns = Math.max(
    1,
    ...lanes.flatMap((lane) => lane.places.map((place) => place.column + 1)),
  );
  return { lanes, columns };
}

function layoutLane(track: TrackId, steps: StepId[]): Lane {
  const present = new Set(steps);
  const before = new Map(steps.map((step) => [step, findPredecessors(track, step, present)]));
  const columns = new Map<StepId, number>();
  const columnOf = (step: StepId): number => {
    const known = columns.get(step);
    if (known !== undefined) return known;
    const column = Math.max(-1, ...(before.get(step) ?? []).map(columnOf)) + 1;
    columns.set(step, column);
    return column;
  };
  const used = [...new Set(steps.map((step) => ROW[step] ?? MIDDLE))].toSorted((a, b) => a - b);
  const edges = steps.flatMap((to) => (before.get(to) ?? []).map((from) => ({ from, to })));
  const noReturn = POINT_OF_NO_RETURN[track];
  return {
    track,
    places: steps.map((step) => ({
      step,
      column: columnOf(step),
      row: used.indexOf(ROW[step] ?? MIDDLE),
    })),
    edges,
    ends: steps.filter((step) => !edges.some((edge) => edge.from === step)),
    rows: Math.max(1, used.length),
    noReturnBefore: steps.includes(noReturn) ? columnOf(noReturn) : null,
  };
}

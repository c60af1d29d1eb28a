/** A measured figure, its goal and its peer, and how the three are shown in one line. */

/** One figure of one benchmark beside what it is measured against. */
export interface Figure {
  /** Such as `api, start to first answer, p50`. */
  what: string;
  /** Such as `ms`, `MB`, `per s`. */
  unit: string;
  measured: number;
  /** The same thing done by another, measured in the same run. */
  peer?: { name: string; measured: number };
  /**
   * What is to be reached: by the figure itself, or by its ratio to the peer. Without one the
   * figure is for information.
   */
  goal?: { atMost: number; of?: 'figure' | 'ratio' } | { atLeast: number; of?: 'figure' | 'ratio' };
}

/** A line of the table of all benchmarks. */
export interface FigureRow {
  what: string;
  goal: string;
  measured: string;
  peer: string;
  /** Of the figure to the peer's. */
  ratio: string;
  verdict: 'met' | 'MISSED' | '';
}

const short = (value: number): string =>
  Math.abs(value) >= 100 ? String(Math.round(value)) : String(+value.toPrecision(3));

const ratioOf = ({ measured, peer }: Figure): number | undefined =>
  peer && peer.measured !== 0 ? measured / peer.measured : undefined;

/** Undefined where there is no goal; a goal of a ratio without a peer is missed. */
export function isMet(figure: Figure): boolean | undefined {
  const { goal, measured } = figure;
  if (!goal) return undefined;
  const value = goal.of === 'ratio' ? (ratioOf(figure) ?? Number.NaN) : measured;
  return 'atMost' in goal ? value <= goal.atMost : value >= goal.atLeast;
}

export function figureRow(figure: Figure): FigureRow {
  const { what, unit, measured, goal, peer } = figure;
  const ratio = ratioOf(figure);
  const met = isMet(figure);
  const bound = goal && ('atMost' in goal ? `≤ ${short(goal.atMost)}` : `≥ ${short(goal.atLeast)}`);
  return {
    what,
    goal: goal ? `${bound}${goal.of === 'ratio' ? ' × the peer' : ` ${unit}`}` : '',
    measured: `${short(measured)} ${unit}`,
    peer: peer ? `${short(peer.measured)} ${unit} (${peer.name})` : '',
    ratio: ratio === undefined ? '' : short(ratio),
    verdict: met === undefined ? '' : met ? 'met' : 'MISSED',
  };
}

/** The time of each step: the median as a bar, and a line to where nine of ten were done. */
import { axisX, axisY, barX, plot, ruleX, ruleY, text, tickX } from '@observablehq/plot';

export interface TimedBar {
  name: string;
  /** The place of the party among the parties, which is its color. */
  party: number;
  /** In the unit of the axis. */
  median: number;
  p90: number;
  /** Beside the bar: the time, and who is waited for. */
  note: string;
}

interface StepTimesPicture {
  bars: readonly TimedBar[];
  /** By party. */
  fills: readonly string[];
  axis: string;
  formatNumber: (value: number) => string;
}

const ROW = 30;
const HEAD = 36;
const NOTE_WIDTH = 170;

export function drawStepTimes(
  { bars, fills, axis, formatNumber }: StepTimesPicture,
  width: number,
): Element {
  const names = bars.map(({ name }) => name);
  // Of nothing but zeros there would be no axis.
  const longest = Math.max(1, ...bars.map(({ p90 }) => p90));
  // In a narrow picture the notes are above the bars, where they take no width.
  const isNarrow = width < 560;
  const row = isNarrow ? ROW * 1.5 : ROW;
  return plot({
    ...{ width, height: HEAD + row * bars.length, marginTop: HEAD, marginBottom: 0 },
    ...{ marginLeft: isNarrow ? 104 : 160, marginRight: isNarrow ? 12 : NOTE_WIDTH },
    className: 'kw-plot',
    x: { domain: [0, longest], label: null },
    y: { type: 'band', domain: names, label: null, padding: isNarrow ? 0.55 : 0.35 },
    color: { type: 'ordinal', domain: fills.map((_, index) => index), range: fills },
    marks: [
      axisX({
        ...{ anchor: 'top', ticks: 4, tickFormat: formatNumber },
        ...{ label: axis, labelAnchor: 'left', labelArrow: 'none' },
      }),
      axisY({ tickSize: 0, lineWidth: isNarrow ? 8 : 13, textOverflow: 'ellipsis' }),
      barX(bars, { x: 'median', y: 'name', fill: 'party', stroke: 'var(--kw-edge)' }),
      ruleY(bars, { x1: 'median', x2: 'p90', y: 'name', stroke: 'currentColor' }),
      tickX(bars, { x: 'p90', y: 'name', stroke: 'currentColor', inset: 4 }),
      text(bars, {
        ...{ x: isNarrow ? () => 0 : 'p90', y: 'name', text: 'note', textAnchor: 'start' },
        ...{ dx: isNarrow ? 4 : 8, dy: isNarrow ? -row / 2 + 5 : 0, fill: 'currentColor' },
      }),
      ruleX([0], { stroke: 'currentColor' }),
    ],
  });
}

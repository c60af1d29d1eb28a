/** The timeline of a run: a bar for each step from when it could begin until it was done. */
import { axisX, axisY, barX, dot, plot, ruleX, text } from '@observablehq/plot';

interface TimelineBar {
  name: string;
  /** The place of the party among the fills. */
  party: number;
  /** Milliseconds since the epoch. */
  from: number;
  until: number;
  isOpen: boolean;
  /** Beside the bar: how long, and who is waited on. */
  note: string;
}

interface TimelineFigures {
  bars: readonly TimelineBar[];
  from: number;
  until: number;
  /** By party. */
  fills: readonly string[];
  formatTime: (at: Date) => string;
  /** Milliseconds from which two times differ as they are formatted. */
  tickMilliseconds: number;
}

const ROW = 28;
const HEAD = 32;
/** Of a letter, at most on average. */
const LETTER_WIDTH = 6.5;
const TICK_WIDTH = 110;
/** With the names of the steps. */
const MIN_BARS_WIDTH = 360;

export function drawTimeline(
  { bars, from, until, fills, formatTime, tickMilliseconds }: TimelineFigures,
  width: number,
): Element {
  // In a narrow picture the notes are above the bars, where they take no width.
  const noteWidth = 24 + LETTER_WIDTH * Math.max(0, ...bars.map(({ note }) => note.length));
  const isNarrow = width < 640 || width - noteWidth < MIN_BARS_WIDTH;
  const row = isNarrow ? ROW * 1.5 : ROW;
  const left = isNarrow ? 104 : 160;
  const right = isNarrow ? 16 : noteWidth;
  const color = { type: 'ordinal', domain: fills.map((_, index) => index), range: fills } as const;
  // A time of nothing would be drawn in the middle of the picture.
  const domain = [new Date(from), new Date(Math.max(until, from + 60_000))] as const;
  const ticks = Math.max(
    1,
    Math.floor(
      Math.min((width - left - right) / TICK_WIDTH, (+domain[1] - +domain[0]) / tickMilliseconds),
    ),
  );
  const lasting = bars.filter((bar) => bar.until > bar.from);
  const bar = { x1: 'from', x2: 'until', y: 'name', fill: 'party', stroke: 'var(--kw-mark)' };
  return plot({
    ...{ width, height: HEAD + row * bars.length, marginTop: HEAD, marginBottom: 0 },
    ...{ marginLeft: left, marginRight: right, className: 'kw-plot' },
    x: { type: 'time', domain, label: null },
    y: {
      ...{ type: 'band', domain: bars.map(({ name }) => name), label: null },
      padding: isNarrow ? 0.55 : 0.35,
    },
    color,
    marks: [
      axisX({ anchor: 'top', ticks, tickFormat: formatTime }),
      axisY({ tickSize: 0, lineWidth: isNarrow ? 8 : 13, textOverflow: 'ellipsis' }),
      ruleX([domain[0], domain[1]], { stroke: 'var(--kw-line)' }),
      barX(
        lasting.filter(({ isOpen }) => !isOpen),
        bar,
      ),
      barX(
        lasting.filter(({ isOpen }) => isOpen),
        { ...bar, strokeDasharray: '4 3', fillOpacity: 0.6 },
      ),
      dot(
        bars.filter((one) => one.until === one.from),
        { x: 'until', y: 'name', r: 5, symbol: 'diamond', fill: 'party', stroke: 'var(--kw-mark)' },
      ),
      text(bars, {
        ...{ x: isNarrow ? () => domain[0] : 'until', y: 'name', text: 'note' },
        ...{ textAnchor: 'start', fill: 'currentColor' },
        ...{ dx: isNarrow ? 4 : 10, dy: isNarrow ? -row / 2 + 5 : 0 },
      }),
    ],
  });
}

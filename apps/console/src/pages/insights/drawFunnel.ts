/** The funnel: a column for each week, in parts by phase. */
import { axisX, axisY, barY, plot, ruleY, stackY, text } from '@observablehq/plot';

export interface FunnelPart {
  week: string;
  /** The phase as it is in the contract, and its place among the phases. */
  phase: string;
  index: number;
  count: number;
}

interface FunnelPicture {
  parts: readonly FunnelPart[];
  /** By phase. */
  fills: readonly string[];
  formatNumber: (value: number) => string;
}

const HEIGHT = 320;
/** What the name of a week takes, in pixels. */
const NAME_WIDTH = 64;
/** A part that is less of the highest column has no number, because it does not fit. */
const MIN_PART = 0.06;
/** Of a column with numbers in it, in pixels. */
const MIN_COLUMN = 30;
const LEFT = 44;
const PADDING = 0.2;

export function drawFunnel({ parts, fills, formatNumber }: FunnelPicture, width: number): Element {
  const weeks = [...new Set(parts.map(({ week }) => week))];
  const phases = [...new Set(parts.map(({ phase }) => phase))];
  const every = Math.max(1, Math.ceil((weeks.length * NAME_WIDTH) / width));
  const named = weeks.filter((_, index) => (weeks.length - 1 - index) % every === 0);
  const total = (week: string): number =>
    parts.reduce((sum, part) => sum + (part.week === week ? part.count : 0), 0);
  const highest = Math.max(1, ...weeks.map(total));
  const column = ((width - LEFT) / Math.max(1, weeks.length)) * (1 - PADDING);
  const at = { x: 'week', y: 'count', z: 'phase', order: phases };
  return plot({
    ...{ width, height: HEIGHT, marginLeft: LEFT, marginBottom: 28, className: 'kw-plot' },
    x: { type: 'band', domain: weeks, label: null, padding: PADDING },
    y: { domain: [0, highest], nice: true, label: null },
    color: { type: 'ordinal', domain: phases, range: fills },
    marks: [
      axisY({ ticks: Math.min(5, highest), tickFormat: formatNumber, tickSize: 0 }),
      axisX({ ticks: named, tickSize: 0 }),
      barY(parts, stackY({ ...at, fill: 'phase', stroke: 'var(--kw-edge)' })),
      text(
        parts.filter(({ count }) => column >= MIN_COLUMN && count >= highest * MIN_PART),
        stackY({
          ...at,
          text: (part: FunnelPart) => formatNumber(part.count),
          ...{ fill: 'var(--kw-part-text)', stroke: 'var(--kw-part-halo)', strokeWidth: 4 },
        }),
      ),
      ruleY([0], { stroke: 'currentColor' }),
    ],
  });
}

/** How figures grow with the number of rows: a small plot of each, all on the same scales. */
import { dot, lineY, plot, ruleY } from '@observablehq/plot';
import { JSDOM } from 'jsdom';

export interface Growth {
  what: string;
  /** Milliseconds by rows. */
  points: { size: number; measured: number }[];
}

const COLOR = '#2d6cdf';

/** A whole SVG document; both axes are logarithmic, so that a flat line is a cost that stays. */
export function linePlot(name: string, growth: readonly Growth[]): string {
  const rows = growth.flatMap(({ what, points }) => points.map((point) => ({ what, ...point })));
  const at = { x: 'size', y: 'measured', fy: 'what' };
  const svg = plot({
    document: new JSDOM('').window.document,
    ariaLabel: `Benchmark ${name}, growth`,
    width: 760,
    height: 74 * growth.length + 60,
    marginLeft: 60,
    marginRight: 280,
    style: { background: '#fff', color: '#1d2530', fontSize: '13px' },
    x: { type: 'log', label: 'rows', tickFormat: '~s' },
    y: { type: 'log', label: 'ms', ticks: 3, tickFormat: '~g' },
    fy: { label: null, domain: growth.map(({ what }) => what), padding: 0.2 },
    marks: [
      ruleY([25], { strokeDasharray: '3 2' }),
      lineY(rows, { ...at, stroke: COLOR }),
      dot(rows, { ...at, fill: COLOR, r: 3 }),
    ],
  });
  svg.setAttribute('xmlns', 'http://www.w3.org/2000/svg');
  svg.setAttribute('role', 'img');
  return `${svg.outerHTML}\n`;
}

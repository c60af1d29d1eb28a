/**
 * A benchmark's figures as bars beside their peers'. Each figure has a scale of its own, with the
 * goal as a dashed line.
 */
import { barX, plot, text, tickX } from '@observablehq/plot';
import { JSDOM } from 'jsdom';
import { figureRow, isMet, type Figure } from './figure.ts';

const COLORS = { ours: '#2d6cdf', missed: '#c9372c', peer: '#a9b3c1' };

/** The goal on the figure's own scale; a goal for the ratio is relative to the peer. */
function goalOf({ goal, peer }: Figure): number {
  if (!goal) return Number.NaN;
  const bound = 'atMost' in goal ? goal.atMost : goal.atLeast;
  return goal.of === 'ratio' ? bound * (peer?.measured ?? Number.NaN) : bound;
}

/** What one figure shows, each length relative to its longest. */
function rowsOf(figure: Figure) {
  const { what, measured, peer } = figure;
  const row = figureRow(figure);
  const lengths = [measured, peer?.measured, goalOf(figure)].map((value) => value || 0);
  const [ours = 0, theirs = 0, goal = 0] = lengths.map(
    (value) => value / Math.max(...lengths, 1e-9),
  );
  const title = row.goal ? `${what} · goal ${row.goal}: ${row.verdict}` : what;
  return [
    { what, line: 'title', length: 0, label: title },
    {
      what,
      line: 'ours',
      length: ours,
      label: row.measured,
      goal,
      color: isMet(figure) === false ? COLORS.missed : COLORS.ours,
    },
    ...(peer
      ? [{ what, line: 'peer', length: theirs, label: row.peer, goal, color: COLORS.peer }]
      : []),
  ];
}

/** A whole SVG document. */
export function barPlot(name: string, figures: readonly Figure[]): string {
  const rows = figures.flatMap(rowsOf);
  const at = { fy: 'what', y: 'line', x: 'length' };
  const svg = plot({
    document: new JSDOM('').window.document,
    ariaLabel: `Benchmark ${name}`,
    width: 760,
    height: 74 * figures.length,
    marginLeft: 20,
    style: { background: '#fff', color: '#1d2530', fontSize: '13px' },
    x: { axis: null, domain: [0, 1.6] },
    y: { axis: null, domain: ['title', 'ours', 'peer'], padding: 0.15 },
    fy: { axis: null, domain: figures.map(({ what }) => what), padding: 0.15 },
    marks: [
      barX(rows, { ...at, fill: 'color', rx: 2 }),
      text(rows, { ...at, text: 'label', textAnchor: 'start', dx: 8 }),
      tickX(
        rows.filter((row) => row.goal),
        { ...at, x: 'goal', strokeDasharray: '3 2' },
      ),
    ],
  });
  svg.setAttribute('xmlns', 'http://www.w3.org/2000/svg');
  svg.setAttribute('role', 'img');
  return `${svg.outerHTML}\n`;
}

/**
 * A benchmark's figures as bars beside their peers', each pair on a scale of its own with the goal
 * as a line.
 */
import { figureRow, isMet, type Figure } from './figure.ts';

const WIDTH = 760;
const LEFT = 20;
const BAR = 460;
const ROW = 74;
const COLOR = {
  ours: '#2d6cdf',
  missed: '#c9372c',
  peer: '#a9b3c1',
  goal: '#1d2530',
  text: '#1d2530',
  faint: '#5a6675',
};

const escaped = (text: string): string =>
  text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);

const text = (x: number, y: number, words: string, style = ''): string =>
  `<text x="${x}" y="${y}" ${style}>${escaped(words)}</text>`;

/** Where the goal lies on the figure's own scale; a goal for the ratio counts from the peer. */
function goalAt({ goal, peer }: Figure): number | undefined {
  if (!goal) return undefined;
  const bound = 'atMost' in goal ? goal.atMost : goal.atLeast;
  return goal.of === 'ratio' ? peer && bound * peer.measured : bound;
}

function row(figure: Figure, index: number): string {
  const { what, measured, peer } = figure;
  const told = figureRow(figure);
  const goal = goalAt(figure);
  const most = Math.max(measured, peer?.measured ?? 0, goal ?? 0) || 1;
  const width = (value: number): number => Math.max(1, +((value / most) * BAR).toFixed(1));
  const top = 50 + index * ROW;
  const bar = (y: number, value: number, fill: string): string =>
    `<rect x="${LEFT}" y="${y}" width="${width(value)}" height="14" rx="2" fill="${fill}"/>`;
  const line =
    goal === undefined
      ? ''
      : `<path d="M${LEFT + width(goal)} ${top + 6}V${top + 42}" stroke="${COLOR.goal}" stroke-dasharray="3 2"/>`;
  const verdict = told.goal && ` · goal ${told.goal}: ${told.verdict}`;
  return [
    text(LEFT, top, `${what}${verdict}`, 'font-weight="600"'),
    bar(top + 8, measured, isMet(figure) === false ? COLOR.missed : COLOR.ours),
    text(LEFT + BAR + 10, top + 20, told.measured),
    ...(peer
      ? [
          bar(top + 26, peer.measured, COLOR.peer),
          text(LEFT + BAR + 10, top + 38, told.peer, `fill="${COLOR.faint}"`),
        ]
      : []),
    line,
  ].join('\n');
}

/** A whole SVG document. */
export function barPlot(name: string, figures: readonly Figure[]): string {
  const height = 50 + figures.length * ROW;
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${height}" width="${WIDTH}" height="${height}" role="img" aria-label="${escaped(`Benchmark ${name}`)}" font-family="system-ui, sans-serif" font-size="13" fill="${COLOR.text}">
<rect width="100%" height="100%" fill="#ffffff"/>
${text(LEFT, 26, name, 'font-size="16" font-weight="700"')}
${figures.map(row).join('\n')}
</svg>
`;
}

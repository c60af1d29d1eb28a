/** Tables: fitted to a terminal, or tab-separated with full values for programs. */
import stringWidth from 'string-width';
import { oneLine } from './safeText.ts';
import type { Paint } from './paint.ts';

export interface Column<Row> {
  title: string;
  value: (row: Row) => string | number | boolean | null | undefined;
  /** What a terminal shows in place of the value, such as the day of an instant. */
  shown?: (value: string) => string;
  /** How its cells are shown on a terminal. */
  style?: (row: Row) => keyof Paint | null;
  /** For programs only: what is too long for people, such as an ID. */
  programsOnly?: boolean;
  /** Never narrower on a terminal. */
  min?: number;
}

const GAP = '  ';
const MIN_WIDTH = 8;

const cell = <Row>(column: Column<Row>, row: Row): string =>
  oneLine(String(column.value(row) ?? ''));

/** The day of an instant. */
export const day = (instant: string): string => instant.slice(0, 10);
/** The minute of an instant. */
export const minute = (instant: string): string => instant.slice(0, 16);

/** One line for each row, without titles. */
export const tabSeparated = <Row>(rows: readonly Row[], columns: readonly Column<Row>[]): string =>
  rows.map((row) => `${columns.map((column) => cell(column, row)).join('\t')}\n`).join('');

/** Lines at most as wide as the terminal. Columns at the end are left out where they don't fit. */
export function fittedTable<Row>(
  rows: readonly Row[],
  all: readonly Column<Row>[],
  width: number,
  paint: Paint,
): string {
  const shown = all.filter(({ programsOnly }) => !programsOnly);
  const cells = rows.map((row) =>
    shown.map((column) => {
      const value = cell(column, row);
      return column.shown ? column.shown(value) : value;
    }),
  );
  const natural = shown.map(({ title }, index) =>
    Math.max(stringWidth(title), ...cells.map((line) => stringWidth(line[index]!))),
  );
  const widths = fit(
    natural,
    shown.map(({ min }) => min ?? MIN_WIDTH),
    width,
  );
  const line = (texts: readonly string[], styles: readonly (keyof Paint | null)[]): string =>
    `${widths
      .map((columnWidth, index) => {
        const text = truncated(texts[index]!, columnWidth);
        const style = styles[index];
        const isLast = index === widths.length - 1;
        const padding = isLast ? '' : ' '.repeat(columnWidth - stringWidth(text));
        return `${style ? paint[style](text) : text}${padding}`;
      })
      .join(GAP)
      .trimEnd()}\n`;
  const titles = shown.map(({ title }) => title.toUpperCase());
  return [
    line(
      titles,
      shown.map(() => 'dim'),
    ),
    ...rows.map((row, index) =>
      line(
        cells[index]!,
        shown.map(({ style }) => style?.(row) ?? null),
      ),
    ),
  ].join('');
}

const total = (widths: readonly number[]): number =>
  widths.reduce((sum, width) => sum + width, 0) + GAP.length * (widths.length - 1);

/** Takes from the widest until all fit. */
function fit(natural: readonly number[], min: readonly number[], width: number): number[] {
  const widths = [...natural];
  while (widths.length > 1 && total(widths.map((own, i) => Math.min(own, min[i]!))) > width)
    widths.pop();
  if (widths.length === 1) return [Math.min(widths[0]!, Math.max(1, width))];
  while (total(widths) > width) {
    let widest = -1;
    widths.forEach((own, index) => {
      if (own > min[index]! && (widest < 0 || own > widths[widest]!)) widest = index;
    });
    if (widest < 0) break;
    widths[widest]! -= 1;
  }
  return widths;
}

const segmenter = new Intl.Segmenter();

/** At most so wide, with `…` where something is missing. */
export function truncated(text: string, width: number): string {
  if (stringWidth(text) <= width) return text;
  let kept = '';
  let used = 0;
  for (const { segment } of segmenter.segment(text)) {
    const own = stringWidth(segment);
    if (used + own > width - 1) break;
    kept += segment;
    used += own;
  }
  return `${kept}…`;
}

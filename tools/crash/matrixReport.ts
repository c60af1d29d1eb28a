/** The matrix as text: a line a point, and what was not reached. */
import { DISTURBANCES } from './coverage.ts';
import type { MatrixResult } from './matrix.ts';

/** Ends with a newline. */
export function matrixReport(results: readonly MatrixResult[]): string {
  return results.map(reportOf).join('\n');
}

function reportOf({ world, rows, runs, seconds, left }: MatrixResult): string {
  const kinds = DISTURBANCES.filter((kind) => rows.some(({ hits }) => hits[kind]));
  const heads = ['point', ...kinds, 'lost', 'doubled'];
  const lines = rows.map(({ point, hits, lost, doubled }) => [
    point,
    ...kinds.map((kind) => hits[kind] ?? 0),
    ...[lost, doubled],
  ]);
  const sum = heads.map((_head, column) =>
    column === 0
      ? `${rows.length} points`
      : lines.reduce((total, line) => total + Number(line[column]), 0),
  );
  const table = [heads, ...lines, sum].map((cells) => `| ${cells.join(' | ')} |`);
  table.splice(1, 0, `|${heads.map(() => ' --- |').join('')}`);
  const title = `## ${world}: ${runs} runs in ${Math.round(seconds)} s, ${left.length} points left`;
  const rest = left.map((point) => `left: ${point}`);
  return [title, '', ...table, '', ...rest, ''].join('\n');
}

/**
 * What every benchmark leaves behind: a table on the terminal, `docs/benchmarks/<name>.json` and a
 * plot beside it.
 */
import { existsSync, globSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { availableParallelism, loadavg } from 'node:os';
import { fileURLToPath } from 'node:url';
import { barPlot } from './barPlot.ts';
import { figureRow, type Figure } from './figure.ts';
import { linePlot, type Growth } from './linePlot.ts';

export type { Growth } from './linePlot.ts';

const folder = fileURLToPath(new URL('../../docs/benchmarks/', import.meta.url));

/**
 * Prints, and writes both files, with how busy the machine was (its load beside its processors):
 * figures of time bear no more than that; `conditions` is whatever somebody needs to read the
 * figures rightly, such as how many rounds. `growth` has a plot of its own.
 */
export function report(
  name: string,
  figures: readonly Figure[],
  conditions: Record<string, unknown> = {},
  growth: readonly Growth[] = [],
): void {
  console.table(figures.map(figureRow));
  mkdirSync(folder, { recursive: true });
  writeFileSync(
    `${folder}${name}.json`,
    `${JSON.stringify({ machine: { processors: availableParallelism(), load: +loadavg()[0]!.toFixed(1) }, conditions, figures, ...(growth.length > 0 && { growth }) }, null, 2)}\n`,
  );
  writeFileSync(`${folder}${name}.svg`, barPlot(name, figures));
  if (growth.length > 0) writeFileSync(`${folder}${name}-growth.svg`, linePlot(name, growth));
}

export interface Report {
  machine: { processors: number; load: number };
  conditions: Record<string, unknown>;
  figures: Figure[];
  /** Names of the files beside it. */
  plots: string[];
}

/** What a benchmark wrote last; undefined where it never ran. */
export function readReport(name: string): Report | undefined {
  const file = `${folder}${name}.json`;
  if (!existsSync(file)) return undefined;
  const plots = globSync(`${name}{,-*}.svg`, { cwd: folder }).sort();
  return { ...(JSON.parse(readFileSync(file, 'utf8')) as Omit<Report, 'plots'>), plots };
}

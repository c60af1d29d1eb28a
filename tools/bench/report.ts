/**
 * What every benchmark leaves behind: a table on the terminal, `docs/benchmarks/<name>.json` and a
 * plot beside it.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { availableParallelism, loadavg } from 'node:os';
import { fileURLToPath } from 'node:url';
import { barPlot } from './barPlot.ts';
import { figureRow, type Figure } from './figure.ts';

const folder = fileURLToPath(new URL('../../docs/benchmarks/', import.meta.url));

/**
 * Prints, and writes both files, with how busy the machine was (its load beside its processors):
 * figures of time bear no more than that; `conditions` is whatever somebody needs to read the
 * figures rightly, such as how many rounds.
 */
export function report(
  name: string,
  figures: readonly Figure[],
  conditions: Record<string, unknown> = {},
): void {
  console.table(figures.map(figureRow));
  mkdirSync(folder, { recursive: true });
  writeFileSync(
    `${folder}${name}.json`,
    `${JSON.stringify({ machine: { processors: availableParallelism(), load: +loadavg()[0]!.toFixed(1) }, conditions, figures }, null, 2)}\n`,
  );
  writeFileSync(`${folder}${name}.svg`, barPlot(name, figures));
}

/** The figures that a benchmark wrote last; empty where it never ran or wrote none in this form. */
export function readFigures(name: string): Figure[] {
  try {
    return (
      (JSON.parse(readFileSync(`${folder}${name}.json`, 'utf8')) as { figures?: Figure[] })
        .figures ?? []
    );
  } catch {
    return [];
  }
}

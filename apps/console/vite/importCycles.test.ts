import { readFileSync, readdirSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';

const root = join(import.meta.dirname, '..', 'src');

type Imports = ReadonlyMap<string, readonly string[]>;

/** What each file imports: statically, lazily or as a type. */
function importsOf(folder: string): Imports {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) =>
    /\.tsx?$/.test(file),
  );
  return new Map(
    files.map((file) => {
      const { importedFiles } = ts.preProcessFile(readFileSync(join(folder, file), 'utf8'));
      const own = importedFiles.filter(({ fileName }) => fileName.startsWith('.'));
      return [
        file,
        own.map(({ fileName }) => relative(folder, resolve(folder, dirname(file), fileName))),
      ];
    }),
  );
}

/** One chain of imports that leads back to its first file; null if there is none. */
function findCycle(imports: Imports): string[] | null {
  const done = new Set<string>();
  const visit = (file: string, path: readonly string[]): string[] | null => {
    if (path.includes(file)) return [...path.slice(path.indexOf(file)), file];
    if (done.has(file)) return null;
    for (const next of imports.get(file) ?? []) {
      const cycle = visit(next, [...path, file]);
      if (cycle) return cycle;
    }
    done.add(file);
    return null;
  };
  for (const file of imports.keys()) {
    const cycle = visit(file, []);
    if (cycle) return cycle;
  }
  return null;
}

describe('imports of the console', () => {
  it('have no cycle', () => {
    const imports = importsOf(root);
    expect(imports.get('routes.tsx')).toContain('pages/run/RunPage.tsx');
    expect(findCycle(imports)).toBeNull();
  });

  it('would be seen to have one', () => {
    const imports = new Map([
      ['a', ['b']],
      ['b', ['c', 'd']],
      ['c', []],
      ['d', ['b']],
    ]);
    expect(findCycle(imports)).toEqual(['b', 'd', 'b']);
  });
});

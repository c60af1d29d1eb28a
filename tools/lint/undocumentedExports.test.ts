import { globSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { undocumentedExports } from './undocumentedExports.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
const indexes = globSync('libs/{*,connectors/*}/src/index.ts', { cwd: root }).map((file) =>
  join(root, file),
);

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'keyway-exports-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

function undocumented(files: Record<string, string>): string[] {
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  return undocumentedExports([join(folder, 'index.ts')], folder);
}

it('every export of every library has a docstring', () => {
  expect(indexes.length).toBeGreaterThan(10);
  expect(undocumentedExports(indexes, root)).toEqual([]);
});

it('finds exports without one, also those that an index only exports again', () => {
  const found = undocumented({
    'index.ts': "export * from './all.ts';\nexport { one, two as other } from './named.ts';\n",
    'all.ts': 'export interface Plain {}\n/** Said. */\nexport type Fine = string;\n',
    'named.ts': '/** Said. */\nexport const one = 1;\nexport const two = 2;\n',
  });
  expect(found).toEqual(['index.ts: Plain', 'index.ts: other']);
});

it('takes neither a line comment nor tags alone for a docstring', () => {
  const found = undocumented({
    'index.ts':
      '// Why.\nexport const a = 1;\n/** @param x a number */\nexport function b(x: number) {\n  return x;\n}\n',
  });
  expect(found).toEqual(['index.ts: a', 'index.ts: b']);
});

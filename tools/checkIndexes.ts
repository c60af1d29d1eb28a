/**
 * Writes the index of every folder with one file a check, so that adding a check changes no list.
 */
import { readdirSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const CHECK_FOLDERS = [
  'libs/core/src/checks',
  'libs/messages/src/en/checks',
  'libs/messages/src/es/checks',
];

/** The index of a folder with these files. */
export function checkIndex(files: readonly string[]): string {
  const names = files
    .filter((file) => file.endsWith('.ts') && !/^index\.ts$|\.test\.ts$/.test(file))
    .map((file) => basename(file, '.ts'))
    .sort();
  return [
    '// Written by `npm run generate` from the files of this folder; a test compares.',
    ...names.map((name) => `export { ${name} } from './${name}.ts';`),
    '',
  ].join('\n');
}

const here = fileURLToPath(new URL('..', import.meta.url));

/** Contents by absolute path. `root` is the repository. */
export const checkIndexes = (root = here): Map<string, string> =>
  new Map(
    CHECK_FOLDERS.map((folder) => {
      const path = join(root, folder);
      return [join(path, 'index.ts'), checkIndex(readdirSync(path))] as const;
    }),
  );

/** Writes the indexes and returns their paths. */
export function writeCheckIndexes(root = here): string[] {
  const indexes = checkIndexes(root);
  for (const [path, text] of indexes) writeFileSync(path, text);
  return [...indexes.keys()];
}

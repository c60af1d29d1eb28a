/**
 * `npm run generate`: runs the `generate` script of every project that has one, api first, since
 * others read its schema.
 */
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { writeCheckIndexes } from './checkIndexes.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
for (const path of writeCheckIndexes()) process.stdout.write(`index: ${relative(root, path)}\n`);

// After the indexes, which it imports.
const { writeConsoleNames } = await import('./consoleNames.ts');
for (const path of writeConsoleNames()) process.stdout.write(`names: ${relative(root, path)}\n`);

const projects = [
  'libs/core',
  'libs/store',
  'apps/api',
  'libs/client',
  'apps/cli',
  'apps/worker',
  'apps/sandbox',
  'apps/console',
  'apps/e2e',
];

for (const project of projects) {
  const folder = join(root, project);
  const manifest = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as {
    scripts?: { generate?: string };
  };
  if (!manifest.scripts?.generate) continue;
  process.stdout.write(`${project}: ${manifest.scripts.generate}\n`);
  const result = spawnSync(manifest.scripts.generate, {
    cwd: folder,
    shell: true,
    stdio: 'inherit',
  });
  if (result.status !== 0) process.exit(result.status ?? 1);
}

// Not before the indexes are written: it imports them.
const { writeGeneratedDocs } = await import('./docs/generatedDocs.ts');
for (const path of await writeGeneratedDocs())
  process.stdout.write(`docs: ${relative(root, path)}\n`);

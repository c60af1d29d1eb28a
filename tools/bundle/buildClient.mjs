/** Builds `@keyway/client` into `dist`: modules that plain Node 20 imports, and their types. */
import { spawnSync } from 'node:child_process';
import { globSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { inRoot, pinnedNode } from '../bootstrap/places.mjs';

const folder = inRoot('libs', 'client');
const compiler = inRoot('node_modules', 'typescript-7', 'bin', 'tsc');

export function buildClient() {
  rmSync(inRoot('libs', 'client', 'dist'), { recursive: true, force: true });
  const { status, stdout } = spawnSync(
    pinnedNode,
    [compiler, '-p', inRoot('libs', 'client', 'tsconfig.build.json')],
    { encoding: 'utf8' },
  );
  if (status !== 0) throw new Error(`Building @keyway/client failed:\n${stdout ?? ''}`);
  // The compiler leaves the extensions of sources in types, which older ones don't read.
  for (const file of globSync('dist/**/*.d.ts', { cwd: folder })) {
    const path = inRoot('libs', 'client', file);
    const text = readFileSync(path, 'utf8');
    writeFileSync(path, text.replace(/(from|import\() ?'(\.[^']+)\.ts'/g, "$1 '$2.js'"));
  }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) buildClient();

/** The files that a process may import from its bundle, without maps and earlier builds. */
import { readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { inRoot, root } from '../bootstrap/places.mjs';

/** What the image runs; each is a file of the folder of bundles. */
export const PROGRAMS = ['api.js', 'worker.js', 'operate.js'];

const CHUNK = /chunk-[\w.-]+\.(?:js|wasm)/g;

/** `[path in the repository, where it is]`, sorted; with the program that chooses among them. */
export function bundleFiles(folder: string): [path: string, from: string][] {
  const found = new Set<string>();
  const add = (name: string): void => {
    if (found.has(name)) return;
    found.add(name);
    if (!name.endsWith('.js')) return;
    for (const [chunk] of readFileSync(join(folder, name), 'utf8').matchAll(CHUNK)) add(chunk);
  };
  for (const name of PROGRAMS) add(name);
  const place = relative(root, folder).replaceAll('\\', '/');
  return [
    ...[...found].sort().map((name): [string, string] => [`${place}/${name}`, join(folder, name)]),
    [`${place}/entry.mjs`, inRoot('tools', 'image', 'entry.mjs')],
  ];
}

/** Which npm packages are in the image: of api and worker those in their bundles, exactly. */
import { existsSync, globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { inRoot, root } from '../bootstrap/places.mjs';

const PACKAGE = /^.*node_modules\/((?:@[^/]+\/)?[^/]+)\//;

/** `name@version` of each package with a module in a bundle, from the maps beside the bundles. */
export function bundledPackages(files: readonly string[]): Set<string> {
  const found = new Set<string>();
  // A chunk that only passes on what others have is without a map.
  for (const file of files.filter((name) => existsSync(`${name}.map`))) {
    const { sources } = JSON.parse(readFileSync(`${file}.map`, 'utf8')) as { sources: string[] };
    for (const source of sources) {
      const folder = PACKAGE.exec(source.replace(/^(\.\.\/)+/, ''))?.[0];
      if (folder) found.add(nameOf(folder));
    }
  }
  return found;
}

function nameOf(folder: string): string {
  const text = readFileSync(join(root, folder, 'package.json'), 'utf8');
  const { name, version } = JSON.parse(text) as { name: string; version: string };
  return `${name}@${version}`;
}

const IMPORTED = /(?:from|import)\s*\(?\s*'((?:@[^/']+\/)?[^./'@][^/']*)/g;
/** What the browser and the command line are bundled from; their bundles have no maps. */
const SOURCES = '{apps/{console,cli},libs/{client,core,evidence,messages}}/src/**/*.{ts,tsx,css}';

/** Names of the packages that the console and the command line import. */
export function importedPackages(): Set<string> {
  const files = globSync(SOURCES, { cwd: root }).filter(
    (path) => !/\.test\.tsx?$|\/testing\//.test(path),
  );
  const found = new Set<string>();
  for (const file of files)
    for (const [, name = ''] of readFileSync(inRoot(file), 'utf8').matchAll(IMPORTED))
      if (!name.startsWith('@keyway/') && !name.startsWith('node:')) found.add(name);
  return found;
}

import { existsSync, globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/**
 * The folder of an Nx project.
 * @throws Error that lists the names of all projects
 */
export function projectFolder(root: string, name: string): string {
  const manifests = [
    'package.json',
    ...globSync('{apps/*,libs/*,libs/connectors/*}/package.json', { cwd: root }),
  ].map((path) => join(root, path));
  const names = manifests.filter(existsSync).map((path) => ({
    name: (JSON.parse(readFileSync(path, 'utf8')) as { nx?: { name?: string } }).nx?.name,
    path,
  }));
  const found = names.find((project) => project.name === name);
  if (!found)
    throw new Error(
      `There is no project "${name}"; there are ${names.map((project) => project.name).join(', ')}.`,
    );
  return dirname(found.path);
}

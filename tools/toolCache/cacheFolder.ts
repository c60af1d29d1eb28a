import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import envPaths from 'env-paths';

/**
 * A folder for what is fetched once and kept between checkouts, such as Debian's packages;
 * `KEYWAY_TOOLS` names another place.
 */
export function cacheFolder(...parts: string[]): string {
  const base = process.env['KEYWAY_TOOLS'] ?? envPaths('keyway-tools', { suffix: '' }).cache;
  const folder = join(base, ...parts);
  mkdirSync(folder, { recursive: true });
  return folder;
}

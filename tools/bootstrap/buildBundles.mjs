/** Builds the bundles of api and worker, once; `npm run build` builds them again. */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { inRoot, pinnedNode } from './places.mjs';

/**
 * Somebody who edits the sources runs the sources, and is not made to wait for a build.
 * @param {(line: string) => void} say
 */
export function buildBundlesOnce(say) {
  if (existsSync(inRoot('dist'))) return;
  say('Bundling api and worker, once …');
  const { status, stderr } = spawnSync(
    pinnedNode,
    ['--conditions=@keyway/source', inRoot('tools', 'build.ts')],
    { encoding: 'utf8' },
  );
  if (status !== 0) say(`They run from their sources, because bundling failed:\n${stderr ?? ''}`);
}

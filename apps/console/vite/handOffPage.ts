/**
 * Builds the page of a hand-off into the console's build, as a build of its own: in one build, what
 * the page shares with the console would change how the console is split, and cost its pages 5 %.
 */
import type { Plugin } from 'vite';
import { buildPage } from './buildPage.ts';

export function handOffPage(): Plugin {
  return {
    name: 'keyway:hand-off-page',
    apply: 'build',
    writeBundle: {
      order: 'post',
      sequential: true,
      handler: ({ dir: outDir }) =>
        outDir ? buildPage('vite.handOff.config.ts', outDir) : undefined,
    },
  };
}

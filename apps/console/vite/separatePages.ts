/** Builds the sign-in page and the page of a hand-off into the console's build. */
import type { Plugin } from 'vite';
import { buildPage } from './buildPage.ts';

/**
 * Each is a build of its own: in one build, what a page shares with the console would change how
 * the console is split, and cost its pages 5 %.
 */
const CONFIGS = ['vite.signIn.config.ts', 'vite.handOff.config.ts'];

export function separatePages(): Plugin {
  return {
    name: 'keyway:separate-pages',
    writeBundle: {
      order: 'post',
      sequential: true,
      handler: async ({ dir: outDir }) => {
        if (!outDir) return;
        for (const config of CONFIGS) await buildPage(config, outDir);
      },
    },
    // The development server knows `index.html` alone.
    configureServer({ middlewares }) {
      middlewares.use((request, _response, next) => {
        if (/^\/sign-in(\?|$)/.test(request.url ?? '')) request.url = '/signIn.html';
        next();
      });
    },
  };
}

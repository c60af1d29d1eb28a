/** Builds `keyway` into one file, which runs on Node 20 without any package. */
import { build } from 'vite';
import { inRoot, root } from '../bootstrap/places.mjs';

await build({
  root,
  configFile: false,
  publicDir: false,
  logLevel: 'warn',
  resolve: { mainFields: ['module', 'main'], extensions: ['.js', '.json'] },
  ssr: {
    target: 'node',
    noExternal: true,
    resolve: { conditions: ['@keyway/source', 'node', 'import'] },
  },
  build: {
    ssr: 'apps/cli/src/main.ts',
    outDir: inRoot('apps', 'cli', 'dist'),
    emptyOutDir: false,
    target: 'node20',
    minify: false,
    chunkSizeWarningLimit: 20_000,
    rolldownOptions: {
      // Optional parts of `ws`, which works without them.
      external: ['bufferutil', 'utf-8-validate'],
      // Of what these export, little is used: the rest needs Node 24, or the SDKs of clouds.
      treeshake: {
        moduleSideEffects: (id) => !/[\\/]libs[\\/](core|messages|sealing)[\\/]/.test(id),
      },
      output: { entryFileNames: 'keyway.mjs', codeSplitting: false, comments: false },
    },
  },
});

/**
 * Builds the console with Spectrum's style macros, two languages, and nothing from another
 * origin.
 */
import react from '@vitejs/plugin-react';
import optimizeLocales from '@react-aria/optimize-locales-plugin';
import { defaultClientConditions, defineConfig } from 'vite';
import { codeChunks } from './vite/codeChunks.ts';
import { compiledMessages } from './vite/compileMessages.ts';
import { contentSecurity } from './vite/contentSecurity.ts';
import { graphiqlPage } from './vite/graphiqlPage.ts';
import { inlineDocuments } from './vite/inlineDocuments.ts';
import { ownFonts } from './vite/ownFonts.ts';
import { precompress } from './vite/precompress.ts';
import { renderBuiltUrl } from './vite/renderBuiltUrl.ts';
import { replaceBuild } from './vite/replaceBuild.ts';
import { separatePages } from './vite/separatePages.ts';
import { splitModules } from './vite/splitModules.ts';
import { styleMacros } from './vite/styleMacros.ts';
import { textChunks } from './vite/textChunks.ts';
import { textsOfParts } from './vite/textsOfParts.ts';

const api = process.env.KEYWAY_API ?? 'http://127.0.0.1:4000';

export default defineConfig({
  plugins: [
    textsOfParts(),
    styleMacros(),
    react(),
    { ...optimizeLocales.vite({ locales: ['en-US', 'es-ES'] }), enforce: 'pre' },
    inlineDocuments(),
    compiledMessages(),
    ownFonts(),
    splitModules(),
    contentSecurity(),
    separatePages(),
    precompress(),
    graphiqlPage(),
    replaceBuild(`${import.meta.dirname}/dist`),
  ],
  resolve: {
    // RxJS has its classes as such there, and not as functions with helpers of their own.
    conditions: ['es2015', ...defaultClientConditions],
    // react-intl brings two more copies of each, a patch version behind.
    dedupe: [
      'intl-messageformat',
      '@formatjs/icu-messageformat-parser',
      '@formatjs/icu-skeleton-parser',
    ],
  },
  experimental: { renderBuiltUrl },
  optimizeDeps: { rolldownOptions: { plugins: [ownFonts()] } },
  build: {
    // Not `dist`, which an api may be serving: `replaceBuild` replaces it at the end.
    outDir: `${import.meta.dirname}/../../out/console`,
    emptyOutDir: true,
    target: 'es2024',
    cssMinify: 'lightningcss',
    // An inlined asset would be a data: address, which the content security policy refuses.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 900,
    rolldownOptions: {
      output: {
        codeSplitting: {
          // Each chunk is compressed alone, and dozens of small ones cost 17 kB more. Without their
          // dependencies, because those of Spectrum's barrel are all of Spectrum.
          groups: [
            textChunks,
            {
              name: 'styles',
              test: /macro-.*\.css|@react-spectrum\/s2\/.*\.css$/,
              priority: 10,
            },
            { name: 'initial', tags: ['$initial'], includeDependenciesRecursively: false },
            ...codeChunks,
            { name: 'common', minShareCount: 40, includeDependenciesRecursively: false },
          ],
        },
      },
    },
  },
  server: {
    host: '127.0.0.1',
    port: 8580,
    proxy: { '/graphql': { target: api, ws: true }, '/auth': api, '/oauth': api },
  },
});

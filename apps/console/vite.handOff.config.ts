/** Builds the page of a hand-off, which has nothing of what only people who signed in use. */
import optimizeLocales from '@react-aria/optimize-locales-plugin';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { compiledMessages } from './vite/compileMessages.ts';
import { inlineDocuments } from './vite/inlineDocuments.ts';
import { ownFonts } from './vite/ownFonts.ts';
import { splitModules } from './vite/splitModules.ts';
import { styleMacros } from './vite/styleMacros.ts';

export default defineConfig({
  root: import.meta.dirname,
  plugins: [
    styleMacros(),
    react(),
    { ...optimizeLocales.vite({ locales: ['en-US', 'es-ES'] }), enforce: 'pre' },
    inlineDocuments(),
    compiledMessages(),
    ownFonts(),
    splitModules(),
  ],
  resolve: {
    dedupe: [
      'intl-messageformat',
      '@formatjs/icu-messageformat-parser',
      '@formatjs/icu-skeleton-parser',
    ],
  },
  build: {
    // The console's build is there, with the files that both have.
    emptyOutDir: false,
    copyPublicDir: false,
    target: 'es2024',
    cssMinify: 'lightningcss',
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 900,
    rolldownOptions: {
      input: `${import.meta.dirname}/handOff.html`,
      output: {
        codeSplitting: {
          groups: [
            { name: 'styles', test: /macro-.*\.css|@react-spectrum\/s2\/.*\.css$/, priority: 10 },
          ],
        },
      },
    },
  },
});

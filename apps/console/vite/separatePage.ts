/** The configuration of a page that has nothing of what only people who signed in use. */
import optimizeLocales from '@react-aria/optimize-locales-plugin';
import react from '@vitejs/plugin-react';
import type { UserConfig } from 'vite';
import { compiledMessages } from './compileMessages.ts';
import { inlineDocuments } from './inlineDocuments.ts';
import { ownFonts } from './ownFonts.ts';
import { renderBuiltUrl } from './renderBuiltUrl.ts';
import { splitModules } from './splitModules.ts';
import { styleMacros } from './styleMacros.ts';
import { textChunks } from './textChunks.ts';
import { textsOfParts } from './textsOfParts.ts';

const CONSOLE = `${import.meta.dirname}/..`;

/** @param page the HTML file that is its entry point */
export const separatePage = (page: string): UserConfig => ({
  root: CONSOLE,
  plugins: [
    textsOfParts(),
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
  experimental: { renderBuiltUrl },
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
      input: `${CONSOLE}/${page}`,
      output: {
        codeSplitting: {
          groups: [
            textChunks,
            { name: 'styles', test: /macro-.*\.css|@react-spectrum\/s2\/.*\.css$/, priority: 10 },
          ],
        },
      },
    },
  },
});

/** Builds the gallery for the browser tests; it is never shipped. */
import optimizeLocales from '@react-aria/optimize-locales-plugin';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { inlineDocuments } from './vite/inlineDocuments.ts';
import { ownFonts } from './vite/ownFonts.ts';
import { styleMacros } from './vite/styleMacros.ts';
import { textsOfParts } from './vite/textsOfParts.ts';

export default defineConfig({
  root: import.meta.dirname,
  plugins: [
    textsOfParts(),
    styleMacros(),
    react(),
    { ...optimizeLocales.vite({ locales: ['en-US', 'es-ES'] }), enforce: 'pre' },
    inlineDocuments(),
    ownFonts(),
  ],
  optimizeDeps: { rolldownOptions: { plugins: [ownFonts()] } },
  build: {
    outDir: `${import.meta.dirname}/../../out/gallery`,
    emptyOutDir: true,
    target: 'es2024',
    chunkSizeWarningLimit: 2000,
    rolldownOptions: { input: `${import.meta.dirname}/gallery.html` },
  },
  server: { host: '127.0.0.1', port: 8581, open: '/gallery.html' },
  preview: { host: '127.0.0.1' },
});

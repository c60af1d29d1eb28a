/** Builds GraphiQL into a page of its own: the console loads nothing of it. */
import { defineConfig } from 'vite';
import react from '@vitejs/plugin-react';
import { renderBuiltUrl } from './vite/renderBuiltUrl.ts';

export default defineConfig({
  root: import.meta.dirname,
  plugins: [react()],
  experimental: { renderBuiltUrl },
  build: {
    // The console's build is there.
    emptyOutDir: false,
    copyPublicDir: false,
    target: 'es2024',
    assetsDir: 'assets/graphiql',
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 5000,
    rolldownOptions: { input: `${import.meta.dirname}/graphiql.html` },
  },
});

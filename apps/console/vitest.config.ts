import react from '@vitejs/plugin-react';
import type { Plugin } from 'vite';
import { defineConfig, mergeConfig } from 'vitest/config';
import { projectTests } from '../../vitest.shared.ts';
import { styleMacros } from './vite/styleMacros.ts';
import { textsOfParts } from './vite/textsOfParts.ts';

/** The style sheets that Spectrum's macros write: no test is about them, and Node reads none. */
const noMacroStyles: Plugin = {
  name: 'keyway:no-macro-styles',
  enforce: 'pre',
  resolveId: (id) => (/macro-[0-9a-f]+\.css$/.test(id) ? '\0no-styles' : undefined),
  load: (id) => (id === '\0no-styles' ? '' : undefined),
};

export default defineConfig(
  mergeConfig(projectTests('console', import.meta.dirname), {
    plugins: [textsOfParts(), noMacroStyles, styleMacros(), react()],
    test: {
      include: ['vite/**/*.test.ts'],
      setupFiles: ['src/testing/missingTexts.ts'],
      expect: { poll: { timeout: 30_000 } },
      // Spectrum imports style sheets of its own.
      server: { deps: { inline: [/@react-spectrum/] } },
    },
  }),
);

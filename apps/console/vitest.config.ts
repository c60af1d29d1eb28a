import { defineConfig, mergeConfig } from 'vitest/config';
import { projectTests } from '../../vitest.shared.ts';

export default defineConfig(
  mergeConfig(projectTests('console', import.meta.dirname), {
    test: { include: ['vite/**/*.test.ts'] },
  }),
);

import { defineConfig, mergeConfig } from 'vitest/config';
import { projectTests } from './vitest.shared.ts';

// The workspace's own tests: the tools and the lint rules. Every project has its own
// vitest.config.ts.
export default mergeConfig(
  projectTests('tools', import.meta.dirname),
  defineConfig({ test: { include: ['tools/**/*.test.ts'] } }),
);

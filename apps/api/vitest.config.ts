import { createRequire } from 'node:module';
import { defineConfig, mergeConfig } from 'vitest/config';
import { projectTests } from '../../vitest.shared.ts';

// Node takes graphql's CommonJS build; Vite would take the other and so make a second copy, which
// graphql refuses to mix with the first.
const graphql = createRequire(import.meta.url).resolve('graphql');

export default mergeConfig(
  projectTests('api', import.meta.dirname),
  defineConfig({ resolve: { alias: [{ find: /^graphql$/, replacement: graphql }] } }),
);

import { defineConfig } from 'vitest/config';
import { projectTests } from '../../../vitest.shared.ts';

const config = projectTests('connector-aws', import.meta.dirname);

// LIVE=1 runs the suite against the real cloud, and nothing else; see README.md.
export default defineConfig(
  process.env['LIVE'] === '1'
    ? { ...config, test: { ...config.test, include: ['src/live/*.live.ts'] } }
    : config,
);

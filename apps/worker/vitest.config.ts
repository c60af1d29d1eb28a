import { defineConfig } from 'vitest/config';
import { projectTests } from '../../vitest.shared.ts';

const shared = projectTests('worker', import.meta.dirname);

// Concurrent tests of this project mostly wait: for effects that are due, and for the sandbox.
export default defineConfig({ ...shared, test: { ...shared.test, maxConcurrency: 20 } });

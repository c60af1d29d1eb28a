import { defineConfig } from 'vitest/config';
import { projectTests } from '../../vitest.shared.ts';

export default defineConfig(projectTests('console', import.meta.dirname));

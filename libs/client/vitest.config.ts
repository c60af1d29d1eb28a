import { projectTests } from '../../vitest.shared.ts';

export default projectTests('client', import.meta.dirname);

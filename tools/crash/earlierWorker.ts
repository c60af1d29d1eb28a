/** The worker of the version before, as a rolling upgrade leaves it beside this version. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { checkOutVersion } from '@keyway/store/testing';

export function earlierWorker(): { program: string; remove: () => void } {
  const folder = mkdtempSync(join(tmpdir(), 'keyway-previous-'));
  checkOutVersion(folder, ['apps/worker']);
  return {
    program: join(folder, 'apps', 'worker', 'src', 'main.ts'),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}

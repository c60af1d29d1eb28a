/** The programs that `npm run …` knows. */
import type { Bundled } from '../bundle/bundles.ts';

export interface Program {
  /** From the repository's root. */
  file: string;
  /** The bundle that may run instead of the file. */
  bundle?: Bundled;
  /** Whether it works on the database that `DATABASE_URL` or `DATA_DIR` names. */
  database: boolean;
  /** Whether it runs for weeks. */
  service: boolean;
}

export const programs: Record<string, Program | undefined> = {
  api: { file: 'apps/api/src/main.ts', bundle: 'api', database: true, service: true },
  worker: { file: 'apps/worker/src/main.ts', bundle: 'worker', database: true, service: true },
  sandbox: { file: 'apps/sandbox/src/main.ts', database: false, service: true },
  migrate: { file: 'tools/migrate.ts', database: true, service: false },
  move: { file: 'tools/move.ts', database: true, service: false },
  image: { file: 'tools/image/main.ts', database: false, service: false },
  build: { file: 'tools/build.ts', database: false, service: false },
  bench: { file: 'tools/bench/main.ts', database: false, service: false },
  crash: { file: 'tools/crash/main.ts', database: false, service: false },
  judge: { file: 'tools/cloudCases/main.ts', database: false, service: false },
  az: { file: 'tools/az/main.ts', database: false, service: false },
  rebuild: { file: 'tools/rebuild.ts', database: true, service: false },
  restored: { file: 'tools/restored.ts', database: true, service: false },
  'rotate-evidence-key': { file: 'tools/rotateEvidenceKey.ts', database: true, service: false },
  'show-run': { file: 'tools/showRun.ts', database: true, service: false },
  generate: { file: 'tools/generate.ts', database: false, service: false },
};

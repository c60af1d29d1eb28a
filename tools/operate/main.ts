/**
 * What an operator runs and waits for, in one file for the image; see `PROGRAMS`. In the
 * repository each is a program of `npm run`.
 */
import { ConfigError, withSettingFiles } from '@keyway/config';

const PROGRAMS: Record<string, (() => Promise<unknown>) | undefined> = {
  migrate: () => import('../migrate.ts'),
  move: () => import('../move.ts'),
  rebuild: () => import('../rebuild.ts'),
  restored: () => import('../restored.ts'),
  'rotate-evidence-key': () => import('../rotateEvidenceKey.ts'),
  'show-run': () => import('../showRun.ts'),
};

const [name = ''] = process.argv.splice(2, 1);
try {
  // What is not set would become the text "undefined".
  for (const [setting, value] of Object.entries(withSettingFiles(process.env)))
    if (value !== undefined) process.env[setting] = value;
} catch (error) {
  if (!(error instanceof ConfigError)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exit(78);
}
await PROGRAMS[name]!();

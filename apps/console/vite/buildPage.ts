/** Builds a page with a configuration of its own, as a process of its own. */
import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const VITE = fileURLToPath(new URL('../../bin/vite.js', import.meta.resolve('vite')));

const run = promisify(execFile);

/**
 * In a process of its own: the style macros keep their sheets in one map for the process, and a
 * second build there removes a sheet, for a moment, that two of its modules import.
 */
export async function buildPage(config: string, outDir: string): Promise<void> {
  const path = `${import.meta.dirname}/../${config}`;
  const options = ['--config', path, '--logLevel', 'warn', '--outDir', outDir];
  const { stdout, stderr } = await run(process.execPath, [VITE, 'build', ...options]);
  process.stdout.write(stdout);
  process.stderr.write(stderr);
}

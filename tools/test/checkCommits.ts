import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

const RELEASE = 'v[0-9]*';

/**
 * Checks the messages of the commits since the last release. Returns without a check where there is
 * no release or no history, as in a shallow clone or an archive.
 * @throws Error that names each message that breaks a rule
 */
export function checkCommits(root: string, folder = root): void {
  const tag = spawnSync('git', ['describe', '--tags', '--abbrev=0', '--match', RELEASE], {
    cwd: folder,
    encoding: 'utf8',
  });
  if (tag.status !== 0) return;
  const cli = join(root, 'node_modules', '@commitlint', 'cli', 'cli.js');
  const config = join(root, 'commitlint.config.mjs');
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [cli, '--config', config, '--from', tag.stdout.trim(), '--to', 'HEAD'],
    { cwd: folder, encoding: 'utf8' },
  );
  if (status !== 0) throw new Error(`${stdout}${stderr}`);
}

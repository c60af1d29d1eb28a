import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

const RELEASE = 'v[0-9]*';
/** All later commits keep the rules. */
const LAST_UNCHECKED = '8a9e620b93a1649c05eb9ae0414c28c0070152e0';

interface History {
  folder?: string;
  /** Where the check begins before the first release. */
  lastUnchecked?: string;
  isCi?: boolean;
}

/**
 * Checks the messages of the commits since the last release, and before the first one since a fixed
 * commit.
 * @returns why nothing was checked, or undefined
 * @throws Error that names each message that breaks a rule; in CI also where history is missing
 */
export function checkCommits(
  root: string,
  { folder = root, lastUnchecked = LAST_UNCHECKED, isCi = Boolean(process.env.CI) }: History = {},
): string | undefined {
  const git = (...args: string[]) => spawnSync('git', args, { cwd: folder, encoding: 'utf8' });
  const tag = git('describe', '--tags', '--abbrev=0', '--match', RELEASE);
  const from = tag.status === 0 ? tag.stdout.trim() : lastUnchecked;
  if (git('merge-base', '--is-ancestor', from, 'HEAD').status !== 0) {
    const missing =
      `commit messages not checked: history back to ${from.slice(0, 7)} is missing ` +
      '(get it with `git fetch --unshallow`)';
    if (isCi) throw new Error(missing);
    return missing;
  }
  const cli = join(root, 'node_modules', '@commitlint', 'cli', 'cli.js');
  const config = join(root, 'commitlint.config.mjs');
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [cli, '--config', config, '--from', from, '--to', 'HEAD'],
    { cwd: folder, encoding: 'utf8' },
  );
  if (status !== 0) throw new Error(`${stdout}${stderr}`);
  return undefined;
}

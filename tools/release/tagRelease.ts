/** Commits and tags a release that the version and the changelog are set for. Sends nothing. */
import { spawnSync } from 'node:child_process';

/** The output of git in `root`. Throws with what git says where it fails. */
export function git(root: string, ...args: readonly string[]): string {
  const { status, stdout, stderr, error } = spawnSync('git', args, { cwd: root, encoding: 'utf8' });
  if (error) throw error;
  if (status !== 0) throw new Error(`git ${args[0]} failed: ${(stderr || stdout).trim()}`);
  return stdout.trim();
}

/** A release has nothing but its own changes. Throws where the work tree has others. */
export function assertClean(root: string): void {
  const changed = git(root, 'status', '--porcelain');
  if (changed)
    throw new Error(
      `Commit or undo these changes first, so that the release is itself:\n${changed}`,
    );
}

/** Throws where the version was released before, which a tag says. */
export function assertNotReleased(root: string, version: string): void {
  if (git(root, 'tag', '--list', `v${version}`))
    throw new Error(`Version ${version} was released: there is a tag v${version}.`);
}

/**
 * One commit with everything that the release changed, and an annotated tag whose text is the
 * changelog's section. Returns the commit.
 */
export function tagRelease(root: string, version: string, section: string): string {
  assertNotReleased(root, version);
  git(root, 'add', '--all');
  git(root, 'commit', '--quiet', '--message', `chore: release ${version}`);
  // Lines that begin with "#" are a changelog's headings, not comments.
  git(root, 'tag', '--annotate', '--cleanup=verbatim', '--message', section, `v${version}`);
  return git(root, 'rev-parse', 'HEAD');
}

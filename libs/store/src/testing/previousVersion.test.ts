/** Which version a rolling upgrade is tested beside. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { BEFORE_SETUPS, previousVersion, type SourceVersion } from './previousVersion.ts';

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'keyway-versions-'));
  git('init', '--quiet', '--initial-branch=main');
  commit();
});
afterEach(() => rmSync(root, { recursive: true }));

function git(...args: readonly string[]): string {
  const own = ['-c', 'user.name=Maintainer', '-c', 'user.email=maintainer@example.com'];
  const { status, stdout, stderr } = spawnSync('git', [...own, ...args], {
    cwd: root,
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(stderr);
  return stdout.trim();
}
function commit(): string {
  git('commit', '--quiet', '--allow-empty', '--message', 'feat: change');
  return git('rev-parse', 'HEAD');
}
const release = (name: string): SourceVersion => {
  const made = { commit: commit(), name };
  git('tag', '--annotate', '--message', name, name);
  return made;
};

it('without a release, or without git, it is a fixed commit that says what it is', () => {
  git('tag', 'v1', 'HEAD');
  git('tag', 'v2.0.0-rc.1', 'HEAD');
  expect(previousVersion(root)).toEqual(BEFORE_SETUPS);
  rmSync(join(root, '.git'), { recursive: true });
  expect(previousVersion(root)).toEqual(BEFORE_SETUPS);
});

it('is the last release before this commit, by its version', () => {
  release('v0.9.0');
  const last = release('v0.10.0');
  commit();
  expect(previousVersion(root)).toEqual(last);
});

it('of a release is the one before it; the first one has none', () => {
  const first = release('v0.9.0');
  expect(previousVersion(root)).toEqual(BEFORE_SETUPS);
  release('v0.10.0');
  expect(previousVersion(root)).toEqual(first);
});

it('is none of another branch', () => {
  const first = release('v0.9.0');
  git('switch', '--quiet', '--create', 'other');
  release('v1.0.0');
  git('switch', '--quiet', 'main');
  commit();
  expect(previousVersion(root)).toEqual(first);
});

import { spawnSync } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { checkCommits } from './checkCommits.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));

function git(folder: string, ...args: string[]): void {
  const identity = ['-c', 'user.name=Ana', '-c', 'user.email=ana@example.com'];
  const { status, stderr } = spawnSync('git', [...identity, ...args], {
    cwd: folder,
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(stderr);
}

const commit = (folder: string, message: string): void =>
  git(folder, 'commit', '-q', '--allow-empty', '-m', message);

/** A repository with these commits; those before `RELEASE` are released. */
function repository(messages: readonly string[]): string {
  const folder = mkdtempSync(join(tmpdir(), 'keyway-commits-'));
  git(folder, 'init', '-q');
  for (const message of messages)
    if (message === 'RELEASE') git(folder, 'tag', 'v0.1.0');
    else commit(folder, message);
  return folder;
}

function shallowClone(messages: readonly string[]): string {
  const folder = mkdtempSync(join(tmpdir(), 'keyway-shallow-'));
  git(folder, 'clone', '-q', '--depth', '1', `file://${repository(messages)}`, '.');
  return folder;
}

const check = (messages: readonly string[]) => () =>
  checkCommits(root, { folder: repository(messages) });

const head = (folder: string): string =>
  spawnSync('git', ['rev-parse', 'HEAD'], { cwd: folder, encoding: 'utf8' }).stdout.trim();

describe('commit messages', () => {
  it('of Conventional Commits are accepted', () => {
    expect(
      check(['feat: a', 'RELEASE', 'fix(worker): renew the lease before the POST\n\nBecause.']),
    ).not.toThrow();
  });

  it.each([
    ['no type', 'renew the lease', /type-empty/],
    ['an unknown type', 'change: renew the lease', /type-enum/],
    ['more than 72 characters', `fix: ${'renew '.repeat(12)}`, /header-max-length/],
    ['a full stop', 'fix: renew the lease.', /subject-full-stop/],
    ['a retired term', 'fix: renew the lease anew', /"anew": write again/],
  ])('with %s are refused', (_, message, reason) => {
    expect(check(['feat: a', 'RELEASE', message])).toThrow(reason);
  });

  it('before the release are not checked', () => {
    expect(check(['whatever', 'RELEASE', 'fix: renew the lease'])).not.toThrow();
  });

  it('before the first release are checked since a fixed commit', () => {
    const folder = repository(['whatever']);
    const since = { folder, lastUnchecked: head(folder) };
    commit(folder, 'fix: renew the lease');
    expect(checkCommits(root, since)).toBeUndefined();
    commit(folder, 'renew the lease');
    expect(() => checkCommits(root, since)).toThrow(/type-empty/);
  });

  it.each([
    ['a shallow clone', () => shallowClone(['whatever', 'renew the lease'])],
    ['an archive', () => mkdtempSync(join(tmpdir(), 'keyway-archive-'))],
  ])('that %s lacks are reported, and refused in CI', (_, folderOf) => {
    const folder = folderOf();
    expect(checkCommits(root, { folder, isCi: false })).toMatch(/not checked.*--unshallow/);
    expect(() => checkCommits(root, { folder, isCi: true })).toThrow(/not checked/);
  });
});

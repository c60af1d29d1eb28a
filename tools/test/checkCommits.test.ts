import { spawnSync } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { checkCommits } from './checkCommits.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));

/** A repository with these commits; those before `RELEASE` are released. */
function repository(messages: readonly string[]): string {
  const folder = mkdtempSync(join(tmpdir(), 'keyway-commits-'));
  const git = (...args: string[]) => {
    const identity = ['-c', 'user.name=Ana', '-c', 'user.email=ana@example.com'];
    const { status, stderr } = spawnSync('git', [...identity, ...args], {
      cwd: folder,
      encoding: 'utf8',
    });
    if (status !== 0) throw new Error(stderr);
  };
  git('init', '-q');
  for (const message of messages)
    if (message === 'RELEASE') git('tag', 'v0.1.0');
    else git('commit', '-q', '--allow-empty', '-m', message);
  return folder;
}

const check = (messages: readonly string[]) => () => checkCommits(root, repository(messages));

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

  it('without a release are not checked', () => {
    expect(check(['whatever'])).not.toThrow();
  });

  it('are not needed: an archive has none', () => {
    const folder = mkdtempSync(join(tmpdir(), 'keyway-archive-'));
    expect(() => checkCommits(root, folder)).not.toThrow();
  });
});

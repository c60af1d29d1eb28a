import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, expect, it } from 'vitest';
import { assertClean, git, tagRelease } from './tagRelease.ts';

const folders: string[] = [];
let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'keyway-release-'));
  folders.push(root);
  git(root, 'init', '--quiet');
  git(root, 'config', 'user.email', 'maintainer@example.com');
  git(root, 'config', 'user.name', 'Maintainer');
  writeFileSync(join(root, 'CHANGELOG.md'), '# Changelog\n');
  git(root, 'add', '--all');
  git(root, 'commit', '--quiet', '--message', 'feat: begin');
});
afterAll(() => folders.forEach((folder) => rmSync(folder, { recursive: true })));

const SECTION = '## 0.2.0 (2026-12-01)\n\n- One.';

it('commits everything and tags it with the section of the changelog', () => {
  writeFileSync(join(root, 'CHANGELOG.md'), `# Changelog\n\n${SECTION}\n`);
  writeFileSync(join(root, 'new.md'), 'generated\n');
  const commit = tagRelease(root, '0.2.0', SECTION);
  expect(git(root, 'status', '--porcelain')).toBe('');
  expect(git(root, 'log', '-1', '--format=%s')).toBe('chore: release 0.2.0');
  expect(git(root, 'rev-parse', 'v0.2.0^{commit}')).toBe(commit);
  expect(git(root, 'tag', '--list', '--format=%(contents)', 'v0.2.0')).toContain(SECTION);
});

it('refuses a version that was released, and changes nothing', () => {
  writeFileSync(join(root, 'new.md'), '1\n');
  const commit = tagRelease(root, '0.2.0', SECTION);
  writeFileSync(join(root, 'new.md'), '2\n');
  expect(() => tagRelease(root, '0.2.0', SECTION)).toThrow(/there is a tag v0\.2\.0/);
  expect(git(root, 'rev-parse', 'HEAD')).toBe(commit);
});

it('refuses a work tree with other changes, and names them', () => {
  expect(() => assertClean(root)).not.toThrow();
  writeFileSync(join(root, 'left.md'), '');
  expect(() => assertClean(root)).toThrow(/left\.md/);
});

it('says what git says where it fails', () => {
  expect(() => git(root, 'rev-parse', '--verify', 'none')).toThrow(/git rev-parse failed: fatal/);
});

/**
 * `npm run release`: gives all packages the next version by their changesets, and moves the texts
 * of the changesets to CHANGELOG.md. Commit and tag are left to the maintainer.
 */
import { spawnSync } from 'node:child_process';
import { copyFileSync, globSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { closeChangelog } from './docs/contractChangelog.ts';
import { addRelease } from './release/addRelease.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const inRoot = (...path: string[]): string => join(root, ...path);
const read = (path: string): string => readFileSync(path, 'utf8');
const versionOf = (manifest: string): string =>
  (JSON.parse(read(manifest)) as { version: string }).version;

const changesets = globSync('.changeset/*.md', { cwd: root })
  .sort()
  .map((path) => read(inRoot(path)));
if (changesets.length === 0) throw new Error('There is no changeset, so nothing to release.');

const cli = inRoot('node_modules', '@changesets', 'cli', 'bin.js');
const { status } = spawnSync(process.execPath, [cli, 'version'], { cwd: root, stdio: 'inherit' });
if (status !== 0) process.exit(status ?? 1);

const version = versionOf(inRoot('apps', 'api', 'package.json'));
spawnSync('npm', ['version', version, '--no-git-tag-version', '--allow-same-version'], {
  cwd: root,
  stdio: 'inherit',
});
const changelog = inRoot('CHANGELOG.md');
const today = new Date().toISOString().slice(0, 10);
writeFileSync(changelog, addRelease(read(changelog), { version, date: today, changesets }));
const contractChanges = inRoot('docs', 'api', 'changelog.md');
writeFileSync(contractChanges, closeChangelog(read(contractChanges), version, today));
// The contract that later changes must not break.
copyFileSync(
  inRoot('apps', 'api', 'schema.graphql'),
  inRoot('apps', 'api', 'src', 'contract', 'released.graphql'),
);
process.stdout.write(
  `Version ${version}. Next: npm run generate && git commit -am "chore: release ${version}" && git tag v${version}\n`,
);

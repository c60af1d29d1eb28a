/**
 * `npm run release`: sets the next version and writes the changelog, from the changesets. With
 * `--tag` it also commits, tags and builds; sending it is left to the maintainer.
 */
import { spawnSync } from 'node:child_process';
import { copyFileSync, globSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { closeChangelog } from './docs/contractChangelog.ts';
import { addRelease } from './release/addRelease.ts';
import { assertClean, assertNotReleased, tagRelease } from './release/tagRelease.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const inRoot = (...path: string[]): string => join(root, ...path);
const read = (path: string): string => readFileSync(path, 'utf8');
const versionOf = (manifest: string): string =>
  (JSON.parse(read(manifest)) as { version: string }).version;

function run(command: string, ...args: readonly string[]): void {
  const { status } = spawnSync(command, args, { cwd: root, stdio: 'inherit' });
  if (status !== 0) throw new Error(`${command} ${args.join(' ')} failed.`);
}

/** Sets the version everywhere, and answers it with its section of the changelog. */
function bump(): { version: string; section: string } {
  const changesets = globSync('.changeset/*.md', { cwd: root })
    .sort()
    .map((path) => read(inRoot(path)));
  if (changesets.length === 0) throw new Error('There is no changeset, so nothing to release.');
  run(process.execPath, inRoot('node_modules', '@changesets', 'cli', 'bin.js'), 'version');
  const version = versionOf(inRoot('apps', 'api', 'package.json'));
  assertNotReleased(root, version);
  run('npm', 'version', version, '--no-git-tag-version', '--allow-same-version');
  const chart = inRoot('deploy', 'helm', 'keyway', 'Chart.yaml');
  writeFileSync(chart, read(chart).replace(/^(version|appVersion): .+$/gm, `$1: ${version}`));
  const changelog = inRoot('CHANGELOG.md');
  const release = { version, date: new Date().toISOString().slice(0, 10), changesets };
  writeFileSync(changelog, addRelease(read(changelog), release));
  const contractChanges = inRoot('docs', 'api', 'changelog.md');
  writeFileSync(contractChanges, closeChangelog(read(contractChanges), version, release.date));
  // The contract that later changes must not break.
  copyFileSync(
    inRoot('apps', 'api', 'schema.graphql'),
    inRoot('apps', 'api', 'src', 'contract', 'released.graphql'),
  );
  return { version, section: addRelease('', release).trim() };
}

/** The packages for programs, into `out/release`. */
function build(): void {
  const folder = inRoot('out', 'release');
  mkdirSync(folder, { recursive: true });
  run('npm', 'run', '--silent', 'build');
  for (const name of ['libs/client', 'apps/cli'])
    run('npm', 'pack', '--silent', `--workspace=${name}`, `--pack-destination=${folder}`);
}

const { values } = parseArgs({ options: { tag: { type: 'boolean', default: false } } });
try {
  if (values.tag) assertClean(root);
  const { version, section } = bump();
  run('npm', 'run', '--silent', 'generate');
  if (values.tag) {
    const commit = tagRelease(root, version, section);
    build();
    process.stdout.write(
      `Released ${version}: commit ${commit.slice(0, 12)}, tag v${version}, packages in out/release. Next: git push --follow-tags\n`,
    );
  } else
    process.stdout.write(
      `Version ${version} is set. Next: read the changelog, then git commit and git tag v${version}; or begin again with --tag.\n`,
    );
} catch (error) {
  process.stderr.write(`${(error as Error).message}\n`);
  process.exit(1);
}

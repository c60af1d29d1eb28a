/**
 * Asks Debian's package manager for packages of another release or architecture than this
 * machine's: it works in a folder of its own, and checks the archive's signature.
 */
import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { cacheFolder } from '../toolCache/cacheFolder.ts';
import type { Architecture } from './pins.ts';

const KEYS = '/usr/share/keyrings/debian-archive-keyring.gpg';

/** The two archives, at the addresses that this machine uses. */
function sources(release: string): string {
  const listed = execFileSync(
    'apt-get',
    ['indextargets', '--format', '$(SITE) $(RELEASE)', 'Created-By: Packages'],
    { encoding: 'utf8' },
  );
  const targets = listed.split('\n').map((line) => line.split(' ') as [string, string?]);
  const find = (pattern: RegExp) => targets.find(([, suite]) => suite && pattern.test(suite))?.[0];
  const [main, security] = [find(/^[a-z]+$/), find(/^[a-z]+-security$/)];
  if (!main || !security)
    throw new Error('apt has no sources of a Debian release and of its security updates.');
  return [
    `deb [signed-by=${KEYS}] ${main} ${release} main`,
    `deb [signed-by=${KEYS}] ${security} ${release}-security main`,
  ].join('\n');
}

/** Runs apt's programs for a release and an architecture. */
export function aptRoot(release: string, architecture: Architecture) {
  const folder = cacheFolder('apt', `${release}-${architecture}`);
  for (const part of ['state/lists/partial', 'cache/archives/partial'])
    mkdirSync(join(folder, part), { recursive: true });
  writeFileSync(join(folder, 'status'), '');
  writeFileSync(join(folder, 'sources.list'), `${sources(release)}\n`);
  const settings = {
    'Dir::State': join(folder, 'state'),
    'Dir::State::status': join(folder, 'status'),
    'Dir::Cache': join(folder, 'cache'),
    'Dir::Etc::SourceList': join(folder, 'sources.list'),
    'Dir::Etc::SourceParts': '/dev/null',
    'APT::Architecture': architecture,
    'APT::Architectures': architecture,
    'APT::Sandbox::User': 'root',
    'Acquire::Languages': 'none',
  };
  const options = Object.entries(settings).flatMap(([name, value]) => ['-o', `${name}=${value}`]);
  return (program: 'apt-get' | 'apt-cache', args: string[], cwd = folder): string =>
    execFileSync(program, [...options, ...args], {
      cwd,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'pipe'],
    });
}

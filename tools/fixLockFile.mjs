/**
 * Adds platform packages that npm left out of package-lock.json, without which `npm ci` stops with
 * "Missing … from lock file". Run it after every `npm install`.
 */
import { readFileSync, realpathSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const parent = 'node_modules/unplugin-parcel-macros';

/** @type {Record<string, { os: string, cpu: string, libc?: string }>} */
export const platforms = {
  'darwin-arm64': { os: 'darwin', cpu: 'arm64' },
  'darwin-x64': { os: 'darwin', cpu: 'x64' },
  'linux-arm64-gnu': { os: 'linux', cpu: 'arm64', libc: 'glibc' },
  'linux-arm64-musl': { os: 'linux', cpu: 'arm64', libc: 'musl' },
  'linux-x64-gnu': { os: 'linux', cpu: 'x64', libc: 'glibc' },
  'linux-x64-musl': { os: 'linux', cpu: 'x64', libc: 'musl' },
  'win32-x64-msvc': { os: 'win32', cpu: 'x64' },
};

/**
 * The lock file with every platform package of `unplugin-parcel-macros` in it, and which ones had
 * to be added.
 * @param {{ packages: Record<string, any> }} lock
 */
export function withPlatformPackages(lock) {
  const wanted = lock.packages[parent]?.optionalDependencies ?? {};
  const added = [];
  const packages = { ...lock.packages };
  for (const [name, version] of Object.entries(wanted)) {
    const platform = platforms[name.slice('unplugin-parcel-macros-'.length)];
    if (!platform)
      throw new Error(
        `${name} is a platform that tools/fixLockFile.mjs does not know: add it to its table.`,
      );
    if (packages[`node_modules/${name}`]) continue;
    const { os, cpu, libc } = platform;
    packages[`node_modules/${name}`] = {
      version,
      cpu: [cpu],
      dev: true,
      ...(libc ? { libc: [libc] } : {}),
      license: 'MIT',
      optional: true,
      os: [os],
      engines: { node: '>= 18' },
    };
    added.push(name);
  }
  const sorted = Object.fromEntries(
    Object.entries(packages).sort(([a], [b]) => a.localeCompare(b, 'en')),
  );
  return { lock: added.length > 0 ? { ...lock, packages: sorted } : lock, added };
}

if (process.argv[1] && realpathSync(process.argv[1]) === fileURLToPath(import.meta.url)) {
  const path = fileURLToPath(new URL('../package-lock.json', import.meta.url));
  const { lock, added } = withPlatformPackages(JSON.parse(readFileSync(path, 'utf8')));
  if (added.length > 0) writeFileSync(path, `${JSON.stringify(lock, null, 2)}\n`);
  console.log(
    added.length > 0
      ? `package-lock.json: added ${added.join(', ')}`
      : 'package-lock.json: nothing missing',
  );
}

/**
 * Whether `node_modules` holds what the lock file asks for, by npm's own record of what it
 * installed, so that an installation by hand is recognized.
 */

/**
 * @typedef {{ version?: string, link?: boolean, optional?: boolean, os?: string[], cpu?: string[],
 *   libc?: string[] }} Entry
 */

/**
 * What differs between the lock file and npm's record of the installation; empty when all
 * is there. Optional packages for other machines need not be there; the ones for this machine must.
 * @param {{ packages: Record<string, Entry> }} lock package-lock.json
 * @param {{ packages: Record<string, Entry> } | undefined} record node_modules/.package-lock.json
 * @param {{ platform: string, arch: string, libc?: string }} machine
 */
export function missingPackages(lock, record, machine) {
  if (!record) return ['node_modules'];
  const missing = [];
  for (const [path, wanted] of Object.entries(lock.packages)) {
    if (path === '' || !path.includes('node_modules/') || wanted.link) continue;
    const there = record.packages[path];
    if (!there && wanted.optional && !isForThis(wanted, machine)) continue;
    if (there?.version !== wanted.version)
      missing.push(`${path.slice(path.lastIndexOf('node_modules/') + 13)} ${wanted.version}`);
  }
  return missing;
}

/**
 * Whether an optional package is named for this machine. One that names no machine (a helper of a
 * package for another one) may be absent: npm leaves it out too.
 * @param {Entry} entry
 * @param {{ platform: string, arch: string, libc?: string }} machine
 */
function isForThis(entry, machine) {
  if (!entry.os && !entry.cpu) return false;
  return (
    allows(entry.os, machine.platform) &&
    allows(entry.cpu, machine.arch) &&
    (machine.platform !== 'linux' || allows(entry.libc, machine.libc))
  );
}

/**
 * npm's lists of platforms: names that are allowed, or names with `!` that are not.
 * @param {string[] | undefined} list
 * @param {string | undefined} value
 */
function allows(list, value) {
  if (!list || list.length === 0 || value === undefined) return true;
  const refused = list.filter((name) => name.startsWith('!'));
  return refused.length > 0 ? !refused.includes(`!${value}`) : list.includes(value);
}

/** The C library of this machine, as npm names it; undefined where that has no meaning. */
export function libcOfThisMachine() {
  if (process.platform !== 'linux') return undefined;
  const report = /** @type {{ header?: { glibcVersionRuntime?: string } }} */ (
    process.report.getReport()
  );
  return report.header?.glibcVersionRuntime ? 'glibc' : 'musl';
}

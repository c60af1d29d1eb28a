/** The lock file must let `npm ci` work on every platform, whichever one it was written on. */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { platforms, withPlatformPackages } from './fixLockFile.mjs';

const parent = 'node_modules/unplugin-parcel-macros';
const wanted = Object.fromEntries(
  Object.keys(platforms).map((name) => [`unplugin-parcel-macros-${name}`, '0.2.0']),
);

describe('withPlatformPackages', () => {
  test('adds what is missing, with os, cpu and libc, and leaves what is there', () => {
    const there = { version: '0.2.0', integrity: 'sha512-there' };
    const { lock, added } = withPlatformPackages({
      packages: { [parent]: { optionalDependencies: wanted }, [`${parent}-linux-x64-gnu`]: there },
    });
    expect(added).toHaveLength(6);
    expect(lock.packages[`${parent}-linux-x64-gnu`]).toBe(there);
    expect(lock.packages[`${parent}-linux-arm64-musl`]).toMatchObject({
      version: '0.2.0',
      os: ['linux'],
      cpu: ['arm64'],
      libc: ['musl'],
      optional: true,
    });
    expect(lock.packages[`${parent}-darwin-arm64`]).not.toHaveProperty('libc');
    expect(lock.packages[`${parent}-darwin-arm64`]).not.toHaveProperty('integrity');
  });

  test('a second time changes nothing', () => {
    const once = withPlatformPackages({ packages: { [parent]: { optionalDependencies: wanted } } });
    const twice = withPlatformPackages(once.lock);
    expect(twice.added).toEqual([]);
    expect(twice.lock).toBe(once.lock);
  });

  test('an unknown platform is an error', () => {
    const lock = {
      packages: {
        [parent]: { optionalDependencies: { 'unplugin-parcel-macros-freebsd-x64': '0.2.0' } },
      },
    };
    expect(() => withPlatformPackages(lock)).toThrow('freebsd-x64');
  });
});

describe('package-lock.json', () => {
  const lock = JSON.parse(
    readFileSync(new URL('../package-lock.json', import.meta.url), 'utf8'),
  ) as {
    packages: Record<string, { resolved?: string; optionalDependencies?: Record<string, string> }>;
  };

  /** Where npm would find `name` for the package at `from`: beside it, or in any folder above. */
  function isFound(from: string, name: string): boolean {
    for (let folder = from; ;) {
      if (lock.packages[`${folder === '' ? '' : `${folder}/`}node_modules/${name}`]) return true;
      if (folder === '') return false;
      const cut = folder.lastIndexOf('/node_modules/');
      folder = cut < 0 ? '' : folder.slice(0, cut);
    }
  }

  test('has every optional package of every platform (run `node tools/fixLockFile.mjs` after an install)', () => {
    const missing = Object.entries(lock.packages).flatMap(([from, entry]) =>
      Object.keys(entry.optionalDependencies ?? {})
        .filter((name) => !isFound(from, name))
        .map((name) => `${from || 'keyway'} → ${name}`),
    );
    expect(missing).toEqual([]);
    expect(Object.keys(lock.packages).filter((path) => path.startsWith(`${parent}-`))).toHaveLength(
      Object.keys(platforms).length,
    );
  });

  test('names no host: packages come from whatever registry the machine is set up with', () => {
    const hosts = Object.values(lock.packages).filter((entry) =>
      /^\w+:\/\//.test(entry.resolved ?? ''),
    );
    expect(hosts).toEqual([]);
  });

  /** A version, or an alias of one (`npm:typescript@7.0.2`). */
  const EXACT = /^(npm:[@\w/-]+@)?\d+\.\d+\.\d+(-[\w.]+)?$/;
  test('every third-party version is exact, and all of them are at the root', () => {
    const root = JSON.parse(
      readFileSync(new URL('../package.json', import.meta.url), 'utf8'),
    ) as Record<string, Record<string, string>>;
    const all = { ...root.dependencies, ...root.devDependencies, ...root.optionalDependencies };
    expect(Object.entries(all).filter(([, version]) => !EXACT.test(version))).toEqual([]);
  });
});

/**
 * `node_modules` must be thrown away only when it really lacks something: a false alarm costs a
 * minute and a network.
 */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { libcOfThisMachine, missingPackages } from './installed.mjs';

const linux = { platform: 'linux', arch: 'x64', libc: 'glibc' };
const packages = {
  '': { version: '1.0.0' },
  'apps/api': { version: '0.1.0' },
  'node_modules/@keyway/api': { link: true },
  'node_modules/pg': { version: '8.0.0' },
  'node_modules/a/node_modules/pg': { version: '7.0.0' },
  'node_modules/native-linux-x64': {
    version: '1.0.0',
    optional: true,
    os: ['linux'],
    cpu: ['x64'],
    libc: ['glibc'],
  },
  'node_modules/native-linux-x64-musl': {
    version: '1.0.0',
    optional: true,
    os: ['linux'],
    cpu: ['x64'],
    libc: ['musl'],
  },
  'node_modules/native-darwin': {
    version: '1.0.0',
    optional: true,
    os: ['darwin'],
    cpu: ['arm64'],
  },
  'node_modules/helper-of-native-wasm': { version: '1.0.0', optional: true },
  'node_modules/not-on-windows': { version: '1.0.0', optional: true, os: ['!win32'] },
};
const record = {
  packages: {
    'node_modules/pg': { version: '8.0.0' },
    'node_modules/a/node_modules/pg': { version: '7.0.0' },
    'node_modules/native-linux-x64': { version: '1.0.0' },
    'node_modules/not-on-windows': { version: '1.0.0' },
  },
};
const without = (name: string) => ({
  packages: Object.fromEntries(Object.entries(record.packages).filter(([path]) => path !== name)),
});

describe('missingPackages', () => {
  test('nothing is missing although other machines’ packages are not there', () => {
    expect(missingPackages({ packages }, record, linux)).toEqual([]);
  });

  test.each([
    ['node_modules/pg', 'pg 8.0.0'],
    ['node_modules/a/node_modules/pg', 'pg 7.0.0'],
    ['node_modules/native-linux-x64', 'native-linux-x64 1.0.0'],
    ['node_modules/not-on-windows', 'not-on-windows 1.0.0'],
  ])('without %s', (path, name) => {
    expect(missingPackages({ packages }, without(path), linux)).toEqual([name]);
  });

  test('another version is as good as missing', () => {
    const older = { packages: { ...record.packages, 'node_modules/pg': { version: '7.9.9' } } };
    expect(missingPackages({ packages }, older, linux)).toEqual(['pg 8.0.0']);
  });

  test('each machine wants its own', () => {
    expect(missingPackages({ packages }, record, { platform: 'darwin', arch: 'arm64' })).toEqual([
      'native-darwin 1.0.0',
    ]);
    expect(missingPackages({ packages }, record, { ...linux, libc: 'musl' })).toEqual([
      'native-linux-x64-musl 1.0.0',
    ]);
  });

  test('nothing was ever installed', () => {
    expect(missingPackages({ packages }, undefined, linux)).toEqual(['node_modules']);
  });

  test('this very installation is recognized as complete', () => {
    const read = (path: string) =>
      JSON.parse(readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8'));
    const machine = { platform: process.platform, arch: process.arch, libc: libcOfThisMachine() };
    expect(
      missingPackages(read('package-lock.json'), read('node_modules/.package-lock.json'), machine),
    ).toEqual([]);
  });
});

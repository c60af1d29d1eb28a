/**
 * A wrong value stops the start with the variable's name, its fault and a right example
 * (docs/operations/configuration.md).
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';
import { ConfigError, readWorkerConfig, sandboxPlace } from './workerConfig.ts';

const aFile = fileURLToPath(import.meta.url);
const folder = mkdtempSync(join(tmpdir(), 'keyway-worker-config-'));
const ca = join(folder, 'ca.pem');
writeFileSync(ca, '-----BEGIN CERTIFICATE-----\n-----END CERTIFICATE-----\n');
afterAll(() => rmSync(folder, { recursive: true }));
const sandbox = {
  KEYWAY_CLOUD: 'sandbox',
  KEYWAY_SANDBOX_ADDRESS: '127.0.0.1:8443',
  KEYWAY_SANDBOX_CA: ca,
};

describe('readWorkerConfig', () => {
  it('has defaults for real clouds, and takes an empty value for none', () => {
    const config = {
      sealing: null,
      KEYWAY_CLOUD: 'real',
      KEYWAY_POLL_SCALE: 1,
      KEYWAY_WORKER_CONCURRENCY: 32,
      DATA_DIR: '.keyway',
      LOG_LEVEL: 'info',
    };
    expect(readWorkerConfig({})).toEqual(config);
    expect(
      readWorkerConfig({ KEYWAY_POLL_SCALE: '', KEYWAY_SANDBOX_ADDRESS: '', DATABASE_URL: '' }),
    ).toEqual(config);
  });

  it('takes the sandbox with its address and CA', () => {
    expect(readWorkerConfig({ ...sandbox, KEYWAY_POLL_SCALE: '0.01' })).toMatchObject({
      ...sandbox,
      KEYWAY_POLL_SCALE: 0.01,
    });
    expect(
      readWorkerConfig({ ...sandbox, KEYWAY_SANDBOX_ADDRESS: '[::1]:8443' }).KEYWAY_SANDBOX_ADDRESS,
    ).toBe('[::1]:8443');
  });

  it.each([
    ['DATABASE_URL', { DATABASE_URL: 'mysql://x' }],
    ['DATABASE_MIGRATION_URL', { DATABASE_MIGRATION_URL: 'mysql://x' }],
    ['DATABASE_DIRECT_URL', { DATABASE_DIRECT_URL: 'mysql://x' }],
    ['DATA_DIR', { DATA_DIR: aFile }],
    [
      'KEYWAY_SANDBOX_CA',
      { ...sandbox, KEYWAY_SANDBOX_CA: aFile.replace('workerConfig.test', 'workerLog') },
    ],
    ['KEYWAY_SANDBOX_ADDRESS', { ...sandbox, KEYWAY_SANDBOX_ADDRESS: '127.0.0.1:99999' }],
    ['KEYWAY_CLOUD', { KEYWAY_CLOUD: 'moon' }],
    ['KEYWAY_POLL_SCALE', { KEYWAY_POLL_SCALE: '0' }],
    ['KEYWAY_POLL_SCALE', { KEYWAY_POLL_SCALE: 'fast' }],
    ['KEYWAY_WORKER_CONCURRENCY', { KEYWAY_WORKER_CONCURRENCY: '1.5' }],
    ['KEYWAY_WORKER_CONCURRENCY', { KEYWAY_WORKER_CONCURRENCY: 'many' }],
    ['KEYWAY_SEALING_KEY_ID', { KEYWAY_SEALING_KEY_ID: 'https://v.vault.azure.net/keys/k' }],
    [
      'KEYWAY_SEALING_FORMER_KEY_IDS',
      { KEYWAY_SEALING_FORMER_KEY_IDS: 'https://keyway.vault.azure.net/secrets/k' },
    ],
    ['LOG_LEVEL', { LOG_LEVEL: 'loud' }],
    ['KEYWAY_SANDBOX_ADDRESS', { ...sandbox, KEYWAY_SANDBOX_ADDRESS: 'https://127.0.0.1:8443' }],
    ['KEYWAY_SANDBOX_ADDRESS', { ...sandbox, KEYWAY_SANDBOX_ADDRESS: undefined }],
    ['KEYWAY_SANDBOX_CA', { ...sandbox, KEYWAY_SANDBOX_CA: '/nowhere/ca.pem' }],
  ])('names %s, what is wrong with it and what would be right (%#)', (name, environment) => {
    expect(() => readWorkerConfig(environment)).toThrow(ConfigError);
    expect(() => readWorkerConfig(environment)).toThrow(new RegExp(`^${name}: .*such as `));
  });

  it('never redirects connections to real clouds', () => {
    expect(() => readWorkerConfig({ KEYWAY_SANDBOX_ADDRESS: '127.0.0.1:8443' })).toThrow(
      /KEYWAY_SANDBOX_ADDRESS: refused/,
    );
  });
});

describe('sandboxPlace', () => {
  it.each([
    ['127.0.0.1:8443', { host: '127.0.0.1', port: 8443 }],
    ['[::1]:8443', { host: '::1', port: 8443 }],
    ['sandbox:1', { host: 'sandbox', port: 1 }],
  ])('%s', (address, place) => expect(sandboxPlace(address)).toEqual(place));
});

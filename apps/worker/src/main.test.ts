/** What the worker says as a process where it cannot start. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, expect, it } from 'vitest';

const main = fileURLToPath(new URL('./main.ts', import.meta.url));
const dataDir = mkdtempSync(join(tmpdir(), 'keyway-worker-'));
afterAll(() => rmSync(dataDir, { recursive: true, force: true }));
const ca = join(dataDir, 'ca.pem');
writeFileSync(ca, '-----BEGIN CERTIFICATE-----\n');

function started(environment: Record<string, string>): { status: number | null; said: string } {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['--conditions=@keyway/source', main],
    {
      encoding: 'utf8',
      env: {
        PATH: process.env['PATH'],
        NODE_COMPILE_CACHE: process.env['NODE_COMPILE_CACHE'],
        DATA_DIR: dataDir,
        DATABASE_URL: 'postgresql://keyway:hunter2@127.0.0.1:9/keyway',
        KEYWAY_CLOUD: 'sandbox',
        KEYWAY_SANDBOX_ADDRESS: '127.0.0.1:9',
        KEYWAY_SANDBOX_CA: ca,
        ...environment,
      },
    },
  );
  return { status, said: `${stdout}${stderr}` };
}

it('says in one line what keeps it from starting, without a secret or where in the code', () => {
  const { status, said } = started({});
  expect(status).toBe(1);
  expect(said).toBe(
    'The worker cannot start: DATABASE_URL: the database keyway at 127.0.0.1:9 cannot be used: nothing listens there. ' +
      'Example: DATABASE_URL=postgresql://db.example.com:5432/keyway\n',
  );
});

it('ends for good at a wrong setting, one that names a file included', () => {
  const { status, said } = started({ KEYWAY_SANDBOX_CA: dataDir });
  expect(status).toBe(78);
  expect(said).toMatch(/^The worker cannot start: KEYWAY_SANDBOX_CA is .*cannot be read/);
  expect(said).not.toContain('    at ');
});

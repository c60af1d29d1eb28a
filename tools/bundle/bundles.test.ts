/** Api and worker run from their bundles as they do from their sources. */
import { spawn, type ChildProcess } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { aDatabase, type TestDatabase } from '@keyway/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { inRoot, root } from '../bootstrap/places.mjs';
import { serviceArguments } from '../start/nodeArguments.ts';
import { graphqlClient } from '../product/graphqlClient.ts';
import { buildBundles } from './buildBundles.ts';
import { buildStamped, bundleName, programFile, type Bundled } from './bundles.ts';

const folder = inRoot('out', `bundles-${process.pid}`);
const token = `kw_${randomBytes(24).toString('hex')}`;
const started: ChildProcess[] = [];
const databases: TestDatabase[] = [];
beforeAll(() => buildStamped(buildBundles, folder));
afterAll(async () => {
  for (const child of started) child.kill('SIGKILL');
  for (const database of databases) await database.close();
  rmSync(folder, { recursive: true, force: true });
});

/** `said` resolves with all output once it has `text`, or once the process ended. */
async function start(name: Bundled, cloud: 'real' | 'sandbox') {
  const database = await aDatabase();
  databases.push(database);
  const child = spawn(process.execPath, [...serviceArguments, join(folder, bundleName(name))], {
    env: {
      PATH: process.env['PATH'],
      PORT: '0',
      KEYWAY_CLOUD: cloud,
      KEYWAY_DRAIN_SECONDS: '0',
      KEYWAY_BOOTSTRAP_TOKEN: token,
      DATABASE_URL: database.url,
      DATA_DIR: database.dataDir,
    },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  started.push(child);
  let output = '';
  for (const stream of [child.stdout, child.stderr])
    stream!.on('data', (data: Buffer) => (output += data.toString()));
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve));
  const said = async (text: string): Promise<string> => {
    await expect.poll(() => output.includes(text) || child.exitCode !== null).toBe(true);
    return output;
  };
  return { said, stop: () => (child.kill('SIGTERM'), ended) };
}

test('the api answers /readyz, reads its schema, and writes by Prisma and by SQL', async () => {
  const api = await start('api', 'sandbox');
  const url = /"at":"(http:[^"]+)"/.exec(await api.said('is listening'))?.[1];
  const ready = await fetch(`${url}/readyz`);
  expect([ready.status, await ready.json()]).toMatchObject([200, { status: 'ready' }]);
  const owner = graphqlClient(url!, token);
  const made = await owner.ask<{ createApiToken: { token: string } }>(
    `mutation { createApiToken(input: { name: "auditor", role: AUDITOR, scopes: ["read"] }) { token } }`,
  );
  const auditor = graphqlClient(url!, made.createApiToken.token);
  expect(await auditor.ask('{ viewer { role } portfolio { organizations } }')).toMatchObject({
    viewer: { role: 'AUDITOR' },
  });
  expect(await api.stop()).toBe(0);
});

test('a bundle of other sources is not run', () => {
  expect(programFile('api', folder)).toBe(relative(root, join(folder, 'api.js')));
  const stamp = join(folder, '.stamp');
  const hash = readFileSync(stamp);
  writeFileSync(stamp, 'the hash of other sources');
  expect(programFile('api', folder)).toBe('apps/api/src/main.ts');
  writeFileSync(stamp, hash);
  expect(programFile('worker', folder)).toBe(relative(root, join(folder, 'worker.js')));
});

test('the worker starts to work, and stops', async () => {
  const worker = await start('worker', 'real');
  expect(await worker.said('worker started')).toContain('worker started');
  expect(await worker.stop()).toBe(0);
  expect(await worker.said('worker stopped')).toContain('worker stopped');
});

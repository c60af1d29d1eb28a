/** Api and worker run from their bundles as they do from their sources. */
import { spawn, type ChildProcess } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { aDatabase, anImsOrgId, type TestDatabase } from '@keyway/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { inRoot, root } from '../bootstrap/places.mjs';
import { serviceArguments } from '../start/nodeArguments.ts';
import { graphqlClient } from '../product/graphqlClient.ts';
import { LISTENING, listenTo, WORKING } from '../testing/listenTo.ts';
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

/** Says at its end what of a process takes much memory, so that a start is seen not to load it. */
const LOADED = `data:text/javascript,${encodeURIComponent(`
  let compiled = 0;
  const { Module } = WebAssembly;
  WebAssembly.Module = new Proxy(Module, {
    construct: (target, args) => ((compiled += 1), Reflect.construct(target, args)),
  });
  const formats = [];
  for (const name of ['Collator', 'DateTimeFormat', 'ListFormat', 'NumberFormat'])
    Intl[name] = new Proxy(Intl[name], {
      construct: (target, args) => (formats.push(name), Reflect.construct(target, args)),
    });
  process.on('exit', () => {
    const undici = process.moduleLoadList.includes('NativeModule internal/deps/undici/undici');
    console.log(JSON.stringify({ undici, prisma: compiled > 0, formats }));
  });`)}`;

async function start(name: Bundled, cloud: 'real' | 'sandbox', on?: TestDatabase) {
  const database = on ?? (await aDatabase());
  if (!on) databases.push(database);
  const program = [...serviceArguments, '--import', LOADED, join(folder, bundleName(name))];
  const child = spawn(process.execPath, program, {
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
  const { said, ended, output } = listenTo(child);
  return { database, said, output, stop: () => (child.kill('SIGTERM'), ended) };
}

test('the api answers /readyz, reads its schema, and loads Prisma only to archive or correct', async () => {
  const api = await start('api', 'sandbox');
  const url = (await api.said(LISTENING))[1];
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
  const { createOrganization } = await owner.ask<{
    createOrganization: { organization: { id: string } };
  }>(
    `mutation { createOrganization(input: {
      name: "Bundled", imsOrgId: "${anImsOrgId()}", shield: HEALTHCARE_SHIELD, ownsCja: false
    }) { organization { id } userErrors { code } } }`,
  );
  const { id } = createOrganization.organization;
  const daily = `{ viewer { name } apiTokens(first: 5) { nodes { name } }
    organization(id: "${id}") { azureConnection { state } } }`;
  expect(await owner.ask(daily)).toMatchObject({ apiTokens: { nodes: [{}, {}] } });
  expect(await api.stop()).toBe(0);
  expect(api.output()).toContain('{"undici":false,"prisma":false,"formats":[]}');

  const second = await start('api', 'sandbox', api.database);
  const secondUrl = (await second.said(LISTENING))[1];
  const archived = await graphqlClient(secondUrl!, token).ask(
    `mutation { archiveOrganization(input: { organizationId: "${id}" }) {
      organization { archivedAt } userErrors { code } } }`,
  );
  expect(archived).toMatchObject({
    archiveOrganization: { organization: { archivedAt: expect.any(String) as string } },
  });
  expect(await second.stop()).toBe(0);
  expect(second.output()).toContain('{"undici":false,"prisma":true,"formats":[]}');
});

/** A bundle with what it loads at its start, but not what it imports when it needs it. */
function loadedAtStart(file: string, seen = new Set<string>()): Set<string> {
  if (seen.has(file)) return seen;
  seen.add(file);
  const text = readFileSync(join(folder, file), 'utf8');
  for (const [, next] of text.matchAll(/^(?:import|export)\b[^;]*?"\.\/([^"]+\.js)";/gm))
    loadedAtStart(next!, seen);
  return seen;
}

test.each(['api', 'worker'] as const)(
  'the %s that exports nothing loads nothing of OpenTelemetry',
  (name) => {
    const hasIt = (file: string): boolean =>
      readFileSync(join(folder, file), 'utf8').includes('node_modules/@opentelemetry/');
    const loaded = loadedAtStart(bundleName(name));
    expect(loaded.size).toBeGreaterThan(5);
    expect([...loaded].filter(hasIt)).toEqual([]);
    const chunks = readdirSync(folder).filter((file) => file.endsWith('.js'));
    expect(chunks.filter(hasIt)).not.toEqual([]);
  },
);

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
  await worker.said(WORKING);
  expect(await worker.stop()).toBe(0);
  expect(worker.output()).toContain('worker stopped');
  expect(worker.output()).toContain('{"undici":false,"prisma":false,"formats":[]}');
});

test('V8 keeps each file with one byte a character', () => {
  const files = readdirSync(folder).filter((file) => file.endsWith('.js'));
  const wide = files.filter((file) =>
    /[\u0080-\uffff]/.test(readFileSync(join(folder, file), 'utf8')),
  );
  expect(wide).toEqual([]);
});

test('no code of the worker loads undici by a name that it asks for', () => {
  const files = readdirSync(folder).filter((file) => /^(worker|chunk-azure.*)\.js$/.test(file));
  expect(files.length).toBeGreaterThan(1);
  const asking = files.filter((file) =>
    readFileSync(join(folder, file), 'utf8').includes('instanceof FormData'),
  );
  expect(asking).toEqual([]);
});

test('no file that a start parses is so large that V8 keeps what parsing took', () => {
  const files = readdirSync(folder).filter((file) => file.endsWith('.js'));
  const large = files.filter((file) => statSync(join(folder, file)).size > 1_500_000);
  expect(large).toEqual([]);
});

/** The image, as it is built: reproducible, small, described; and as it runs. */
import { createHash, randomBytes } from 'node:crypto';
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { aDatabase, type TestDatabase } from '@keyway/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { inRoot } from '../bootstrap/places.mjs';
import { cliBundle, prepareCli } from '../bootstrap/cliBundle.mjs';
import { buildImage, MAX_BYTES, type BuiltImage } from './buildImage.ts';
import { prefetch } from './debianFiles.ts';
import { ownArchitecture, readPins } from './pins.ts';
import { readTar } from './tar.ts';
import { anEmptyDatabase, type EmptyDatabase } from '../testing/emptyDatabase.ts';
import { LISTENING, WORKING } from '../testing/listenTo.ts';
import { sharedBundles } from '../testing/sharedBundles.ts';
import { aTlsDatabase } from './testing/tlsDatabase.ts';
import { readLayout, unpack, whyNotRun } from './testing/unpackedImage.ts';

const folder = inRoot('out', `image-${process.pid}`);
const [console_, cli] = [join(folder, 'console'), join(folder, 'keyway.mjs')];
let bundles: string;
let images: BuiltImage[];
let digests: string[];
let layout: ReturnType<typeof readLayout>;

const build = (name: string) =>
  buildImage({
    folder: join(folder, name),
    architectures: [ownArchitecture],
    sources: { bundles, console: console_, cli },
    builder: 'urn:keyway:test',
    rootfs: false,
  });

// Debian's archive keeps present versions only, so a pinned one may be gone.
const notBuilt = prefetch(readPins(), ownArchitecture);
beforeAll(async () => {
  if (notBuilt !== null) return;
  mkdirSync(console_, { recursive: true });
  // The console is built beside the tests; its size is checked when an image is made.
  writeFileSync(join(console_, 'index.html'), '<!doctype html><title>Keyway</title>');
  await prepareCli(() => undefined);
  cpSync(cliBundle, cli);
  bundles = await sharedBundles();
  const [first, second] = [build('first'), build('second')];
  images = first.images;
  digests = [first.digest, second.digest];
  layout = readLayout(join(folder, 'first', 'layout'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const title = (what: string, whyNot: string | null): string =>
  whyNot === null ? what : `${what} (skipped: ${whyNot})`;

describe.skipIf(notBuilt !== null)(title('the layout', notBuilt), () => {
  it('has the same digest whenever it is built', () => {
    expect(digests[0]).toBe(digests[1]);
    expect(layout.named.digest).toBe(digests[0]);
  });

  it('names each blob by what it holds', () => {
    const { manifest, images: platforms, named } = layout;
    for (const { digest, size } of [named, ...platforms, manifest.config, ...manifest.layers]) {
      const bytes = readFileSync(layout.blob(digest));
      expect(`sha256:${createHash('sha256').update(bytes).digest('hex')}`).toBe(digest);
      expect(bytes.length).toBe(size);
    }
    const { rootfs } = layout.json<{ rootfs: { diff_ids: string[] } }>(manifest.config);
    const unpacked = manifest.layers.map(({ digest }) =>
      gunzipSync(readFileSync(layout.blob(digest))),
    );
    expect(
      unpacked.map((tar) => `sha256:${createHash('sha256').update(tar).digest('hex')}`),
    ).toEqual(rootfs.diff_ids);
  });

  it('is small, and says of which version and commit it is', () => {
    expect(images[0]!.unpacked).toBeLessThan(MAX_BYTES);
    expect(images[0]!.compressed).toBeLessThan(100_000_000);
    expect(layout.manifest.annotations).toMatchObject({
      'org.opencontainers.image.version': expect.stringMatching(/^\d+\.\d+\.\d+$/) as string,
      'org.opencontainers.image.licenses': 'Apache-2.0',
    });
    expect(layout.config).toMatchObject({ User: '65532:65532', Cmd: ['api'] });
  });

  it('has no shell, no package manager, and no file that gives rights', () => {
    const entries = layout.manifest.layers.flatMap(({ digest }) =>
      readTar(gunzipSync(readFileSync(layout.blob(digest)))),
    );
    const programs = entries.filter(
      ({ kind, mode, path }) => kind === 'file' && mode & 0o111 && !/\.so\b/.test(path),
    );
    expect(programs.map(({ path }) => path).sort()).toEqual([
      'usr/local/bin/keyway',
      'usr/local/bin/node',
    ]);
    expect(entries.filter(({ mode }) => mode & 0o6000)).toEqual([]);
    const writable = entries.filter(({ owner, mode }) => owner !== 0 || mode & 0o022);
    expect(writable.filter(({ kind }) => kind !== 'link').map(({ path }) => path)).toEqual([
      'tmp',
      'var/lib/keyway',
    ]);
  });

  it('has what is said about it as referrers of its manifest', () => {
    expect(layout.referrers.map(({ artifactType }) => artifactType)).toEqual([
      'application/vnd.cyclonedx+json',
      'application/vnd.in-toto+json',
    ]);
    for (const { subject } of layout.referrers)
      expect(subject!.digest).toBe(layout.images[0]!.digest);
    const statement = layout.json<{ subject: { digest: { sha256: string } }[] }>(
      layout.referrers[1]!.layers[0]!,
    );
    expect(`sha256:${statement.subject[0]!.digest.sha256}`).toBe(layout.images[0]!.digest);
  });
});

const notRun = notBuilt ?? whyNotRun();
describe.skipIf(notRun !== null)(title('the image runs', notRun), () => {
  let database: TestDatabase;
  let image: ReturnType<typeof unpack>;
  let empty: EmptyDatabase;
  const token = `kw_${randomBytes(24).toString('hex')}`;

  beforeAll(async () => {
    database = await aDatabase();
    image = unpack(layout);
    empty = await anEmptyDatabase(database);
  });
  afterAll(async () => {
    image?.close();
    await empty?.drop();
    await database.close();
  });

  it('migrates once, also where several jobs run at once, and then says that nothing is left', async () => {
    const both = { DATABASE_URL: empty.runtime, DATABASE_MIGRATION_URL: empty.owner };
    const jobs = [1, 2, 3].map(() => image.start('migrate', both));
    expect(await Promise.all(jobs.map(({ ended }) => ended))).toEqual([0, 0, 0]);
    const counts = jobs.map(({ output }) => Number(/Applied (\d+)/.exec(output())?.[1] ?? 0));
    expect(counts.reduce((sum, count) => sum + count, 0)).toBe(await empty.applied());
    const again = image.run([...layout.config.Entrypoint, 'migrate'], {
      DATABASE_URL_FILE: image.addFile('runtime', empty.runtime),
      DATABASE_MIGRATION_URL_FILE: image.addFile('owner', empty.owner),
    });
    expect([again.status, again.stdout]).toEqual([
      0,
      'The database is of this version already; nothing was applied.\n',
    ]);
  });

  it('serves as an ordinary user without rights, with the login of everyday use alone', async () => {
    const api = image.start('api', {
      DATABASE_URL: empty.runtime,
      PORT: '0',
      KEYWAY_DRAIN_SECONDS: '0',
      KEYWAY_BOOTSTRAP_TOKEN: token,
    });
    const url = (await api.said(LISTENING))[1]?.replace('0.0.0.0', '127.0.0.1');
    const ready = await fetch(`${url}/readyz`);
    expect([ready.status, await ready.json()]).toMatchObject([200, { status: 'ready' }]);
    const asked = await fetch(`${url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
      body: JSON.stringify({ query: '{ viewer { role } }' }),
    });
    expect(await asked.json()).toMatchObject({ data: { viewer: { role: 'OWNER' } } });
    const status = readFileSync(`/proc/${api.child.pid}/status`, 'utf8');
    expect(status).toMatch(/^Uid:\t65532\t65532\t65532\t65532$/m);
    expect(status).toMatch(/^CapEff:\t0000000000000000$/m);
    expect(status).toMatch(/^NoNewPrivs:\t1$/m);
    const port = new URL(url!).port;
    const probe = [...layout.config.Entrypoint, 'probe', 'api'];
    expect(image.run(probe, { PORT: port }).status).toBe(0);
    expect(image.run(probe, { PORT_FILE: image.addFile('port', `${port}\n`) }).status).toBe(0);
    api.child.kill('SIGTERM');
    expect(await api.ended).toBe(0);
    expect(image.run(probe, { PORT: port }).status).toBe(1);
  });

  it('works, and ends in order', async () => {
    const file = image.addFile('url', `${empty.runtime}\n`);
    const worker = image.start('worker', { DATABASE_URL_FILE: file });
    await worker.said(WORKING);
    const probe = [...layout.config.Entrypoint, 'probe', 'worker'];
    expect(image.exec(worker, probe).status).toBe(0);
    expect(image.run(probe).status, 'in another container').toBe(1);
    worker.child.kill('SIGTERM');
    expect(await worker.ended).toBe(0);
    expect(worker.output()).toContain('worker stopped');
  });

  it.each(['migrate', 'api', 'worker'])(
    '%s ends when it is asked to before it has started',
    async (role) => {
      // Takes connections and says nothing, as a firewall may.
      let connected = (): void => undefined;
      const isTried = new Promise<void>((resolve) => (connected = resolve));
      const silent = createServer(() => connected());
      await new Promise<void>((resolve) => silent.listen(0, '127.0.0.1', resolve));
      const { port } = silent.address() as AddressInfo;
      const address = `postgresql://keyway:x@127.0.0.1:${port}/keyway`;
      const first = image.startFirst(role, {
        ...{ DATABASE_URL: address, DATABASE_MIGRATION_URL: address },
        DATA_DIR: '/var/lib/keyway',
      });
      await isTried;
      first.signal('SIGTERM');
      expect(await first.ended).toBe(143);
      silent.close();
    },
  );

  it('writes nowhere but to /tmp and the folder for data', () => {
    const script = `
      const { writeFileSync } = require('node:fs');
      const tried = {};
      for (const folder of ['/', '/app', '/etc', '/usr/local/bin', '/tmp', '/var/lib/keyway'])
        try { writeFileSync(folder + '/x', ''); tried[folder] = 'written'; }
        catch (error) { tried[folder] = error.code; }
      console.log(JSON.stringify(tried));`;
    const { stdout } = image.run(['/usr/local/bin/node', '-e', script]);
    const tried = JSON.parse(stdout) as Record<string, string>;
    const written = Object.keys(tried).filter((name) => tried[name] === 'written');
    expect(written).toEqual(['/tmp', '/var/lib/keyway']);
    expect(tried).toMatchObject({ '/': 'EROFS', '/app': 'EROFS' });
  });

  it('has the command line, and says what it can run', () => {
    expect(image.run(['/usr/local/bin/keyway', '--version']).stdout).toMatch(/^\d+\.\d+\.\d+/);
    expect(image.run([...layout.config.Entrypoint, 'keyway', '--version']).stdout).toMatch(
      /^\d+\./,
    );
    expect(image.run([...layout.config.Entrypoint, '--help']).stdout).toContain('migrate');
    const unknown = image.run([...layout.config.Entrypoint, 'sandbox']);
    expect([unknown.status, unknown.stderr]).toEqual([
      64,
      expect.stringContaining('Name what to run'),
    ]);
    const lacking = image.run([...layout.config.Entrypoint, 'worker']);
    expect([lacking.status, lacking.stderr]).toEqual([78, expect.stringContaining('DATABASE_URL')]);
  });

  it('checks the database’s certificate, as the chart mounts its authority', async () => {
    const server = await aTlsDatabase();
    const migrate = (ca: string) => {
      const verified = `?sslmode=verify-full&sslrootcert=${image.addFile('ca.crt', ca)}`;
      return image.run([...layout.config.Entrypoint, 'migrate'], {
        DATABASE_URL: server.url + verified,
        DATABASE_MIGRATION_URL: server.migrationUrl + verified,
      });
    };
    try {
      const refused = migrate(server.otherCa);
      expect([refused.status, refused.stderr]).toEqual([1, expect.stringMatching(/certificate/)]);
      expect(migrate(server.ca)).toMatchObject({
        status: 0,
        stdout: expect.stringMatching(/^Applied/) as string,
      });
    } finally {
      await server.close();
    }
  });
});

/**
 * `npm run judge` before clouds that others wrote. `KEYWAY_MOTO_PYTHON` names a Python that has
 * `moto[kms,server]`, `KEYWAY_LOCAL_KMS` the program local-kms; skipped without them.
 */
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { CreateKeyCommand, EnableKeyRotationCommand, KMSClient } from '@aws-sdk/client-kms';
import { freePort, MOTO_PYTHON, startMoto, type Moto } from '@keyway/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const LOCAL_KMS = process.env['KEYWAY_LOCAL_KMS'];
const MAIN = fileURLToPath(new URL('main.ts', import.meta.url));
const region = 'us-east-1';
// Copied for each client: the SDK writes into it.
const own = { accessKeyId: 'AKIAEXAMPLE', secretAccessKey: 'x' };

/** Where an emulator is known to answer otherwise than AWS, by case, with what is seen there. */
const TRAPS: Record<string, string> = {
  // Moto, which is the sign-in of both, checks no trust policy: any external ID will do.
  'aws.wrongExternalId': 'anybody whom Keyway trusts could use this role',
};

const folder = mkdtempSync(join(tmpdir(), 'keyway-emulators-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** A key as Keyway asks for it, made by whoever administers it. */
async function aKey(port: number): Promise<string> {
  const endpoint = `http://127.0.0.1:${port}`;
  const admin = new KMSClient({ endpoint, region, credentials: { ...own } });
  // With every default written out: moto answers null for what was left out, and AWS does not.
  const { KeyMetadata } = await admin.send(
    new CreateKeyCommand({ KeyUsage: 'ENCRYPT_DECRYPT', MultiRegion: false }),
  );
  await admin.send(new EnableKeyRotationCommand({ KeyId: KeyMetadata!.KeyId! }));
  return KeyMetadata!.Arn!;
}

interface Case {
  id: string;
  outcome: string;
  because: string[];
}

/** By the command itself, as a partner runs it. */
function compared(emulator: object[], keyArn: string, notOffered: string[] = []) {
  const account = keyArn.split(':')[4];
  const target = {
    ...{ name: 'an emulator of others', emulator, notOffered },
    aws: {
      roleArn: `arn:aws:iam::${account}:role/keyway-reads-key`,
      ...{ externalId: 'keyway-0123456789abcdef', region, keyArn, identity: own },
      expected: {
        key: { enabled: true, keySpec: 'SYMMETRIC_DEFAULT' },
        rotation: { enabled: true },
      },
    },
  };
  const file = join(folder, 'target.json');
  writeFileSync(file, JSON.stringify(target));
  const run = spawnSync(process.execPath, ['--conditions=@keyway/source', MAIN, file, '--json'], {
    encoding: 'utf8',
    env: { PATH: process.env.PATH },
  });
  expect(run.stderr).toBe('');
  const { results } = JSON.parse(run.stdout) as { results: Case[] };
  return { status: run.status, results };
}

/** Everything agrees but the traps, and each trap is still one. */
function expectOnlyTraps(emulator: object[], keyArn: string): void {
  const all = compared(emulator, keyArn);
  const differing = all.results.filter(({ outcome }) => outcome === 'differs');
  expect(differing.map(({ id }) => id).toSorted()).toEqual(Object.keys(TRAPS).toSorted());
  for (const { id, because } of differing) expect(because.join('\n')).toContain(TRAPS[id]!);
  expect(all.status).toBe(1);
  const rest = compared(emulator, keyArn, Object.keys(TRAPS));
  expect(rest.results.map(({ outcome }) => outcome)).not.toContain('differs');
  const agreeing = rest.results.filter(({ outcome }) => outcome === 'agrees');
  expect(agreeing.length).toBe(rest.results.length - Object.keys(TRAPS).length);
  expect(rest.status).toBe(0);
}

const at = (port: number, ...services: string[]) => ({
  ...{ host: '127.0.0.1', port },
  hosts: services.map((service) => `${service}.${region}.amazonaws.com`),
});

describe.skipIf(!MOTO_PYTHON)('where KEYWAY_MOTO_PYTHON names a Python that has moto', () => {
  let moto: Moto;
  beforeAll(async () => void (moto = await startMoto(MOTO_PYTHON!)));
  afterAll(async () => moto?.close());

  it('moto agrees in all but its known traps', async () => {
    const keyArn = await aKey(moto.port);
    expectOnlyTraps([at(moto.port, 'sts', 'kms')], keyArn);
  });

  it.skipIf(!LOCAL_KMS)(
    'local-kms with the sign-in of moto does, where KEYWAY_LOCAL_KMS names it',
    async () => {
      const port = await freePort();
      const env = { PORT: String(port), KMS_REGION: region, KMS_ACCOUNT_ID: '123456789012' };
      const child = spawn(LOCAL_KMS!, { env: { ...env, KMS_DATA_PATH: folder }, stdio: 'ignore' });
      const ended = once(child, 'close');
      const answers = async (): Promise<boolean> =>
        fetch(`http://127.0.0.1:${port}`).then(
          () => true,
          () => false,
        );
      try {
        await expect.poll(answers).toBe(true);
        const emulators = [at(port, 'kms'), at(moto.port, 'sts')];
        expectOnlyTraps(emulators, await aKey(port));
      } finally {
        child.kill();
        await ended;
      }
    },
  );
});

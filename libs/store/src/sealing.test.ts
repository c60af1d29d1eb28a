import { randomBytes } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { localSealing, seal, unseal } from './sealing.ts';

let dataDir: string;
beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'keyway-sealing-'));
});
afterEach(() => rm(dataDir, { recursive: true, force: true }));

describe('seal', () => {
  const key = randomBytes(32);

  it('opens with the same key and binding, and is never twice the same', () => {
    const sealed = seal(key, 'sécret', 'a');
    expect(unseal(key, sealed, 'a').toString()).toBe('sécret');
    expect(seal(key, 'sécret', 'a').equals(sealed)).toBe(false);
    expect(sealed.includes(Buffer.from('sécret'))).toBe(false);
  });

  it('does not open with another key, another binding, or a changed byte', () => {
    const sealed = seal(key, 'secret', 'a');
    expect(() => unseal(randomBytes(32), sealed, 'a')).toThrow();
    expect(() => unseal(key, sealed, 'b')).toThrow();
    for (let place = 0; place < sealed.length; place += 1) {
      const changed = Buffer.from(sealed);
      changed[place]! ^= 1;
      expect(() => unseal(key, changed, 'a')).toThrow();
    }
    expect(() => unseal(key, sealed.subarray(0, 10), 'a')).toThrow();
  });
});

describe('localSealing', () => {
  it('makes one key for processes that start at once, and lets nobody else read it', async () => {
    const [first, second] = await Promise.all([localSealing(dataDir), localSealing(dataDir)]);
    const { dataKey, wrapped } = first.newDataKey('o1');
    expect(second.openDataKey('o1', wrapped).equals(dataKey)).toBe(true);
    expect((await stat(join(dataDir, 'sealing.key'))).mode & 0o077).toBe(0);
    expect(Buffer.from((await readFile(join(dataDir, 'sealing.key'), 'utf8')).trim(), 'base64')).toHaveLength(32);
  });

  it('is not stopped by what a process left that was killed while making the key', async () => {
    await writeFile(join(dataDir, 'sealing.key.0d7b3a52-draft'), '');
    await localSealing(dataDir);
    expect(Buffer.from((await readFile(join(dataDir, 'sealing.key'), 'utf8')).trim(), 'base64')).toHaveLength(32);
  });

  it('leaves one file, however many make it at once', async () => {
    const sealings = await Promise.all(Array.from({ length: 8 }, () => localSealing(dataDir)));
    const { wrapped } = sealings[0]!.newDataKey('o1');
    for (const sealing of sealings) expect(sealing.openDataKey('o1', wrapped)).toHaveLength(32);
    expect(await readdir(dataDir)).toEqual(['sealing.key']);
  });

  it('binds a data key to its organization', async () => {
    const sealing = await localSealing(dataDir);
    expect(() => sealing.openDataKey('o2', sealing.newDataKey('o1').wrapped)).toThrow();
  });

  it('refuses a file that holds no key', async () => {
    await writeFile(join(dataDir, 'sealing.key'), 'short');
    await expect(localSealing(dataDir)).rejects.toThrow(/sealing\.key does not hold a sealing key/);
  });
});

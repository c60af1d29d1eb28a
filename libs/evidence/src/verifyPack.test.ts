/** Whatever is changed in a pack is found, and said where it is. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { signCheckpoint, ZEROS } from './checkpoint.ts';
import { packOfBytes, packOfFolder } from './packSource.ts';
import { aChain, aKey, aPack, checkpointsOf, PARTNER } from './testing/aPack.ts';
import { verifyPack, type PackVerification, type VerifyOptions } from './verifyPack.ts';

const key = aKey();
const keys = { keys: [key.jwk] };
const chain = aChain(12);
const checkpoints = checkpointsOf(chain, [1, 5, 5, 12], key);
let pack: Buffer;
const folder = mkdtempSync(join(tmpdir(), 'keyway-pack-'));
beforeAll(async () => {
  pack = await aPack({ chain, checkpoints, key });
});
afterAll(() => rmSync(folder, { recursive: true }));

const verify = async (bytes: Uint8Array, options: VerifyOptions = { keys }) =>
  verifyPack(await packOfBytes(bytes), options);
const codes = ({ problems }: PackVerification): string[] => problems.map(({ code }) => code);

it('verifies what was written, with keys from outside and from inside', async () => {
  const verified = await verify(pack);
  expect(verified).toMatchObject({
    ...{ ok: true, keysFrom: 'given', kid: key.kid, entries: 12, problems: [] },
    checkpoints: { count: 4, lastEntries: 12 },
  });
  expect(await verify(pack, {})).toMatchObject({ ok: true, keysFrom: 'pack' });
});

it('is the same bytes each time', async () => {
  expect((await aPack({ chain, checkpoints, key })).equals(pack)).toBe(true);
});

it('verifies a folder that it was unpacked to by another program', async () => {
  const file = join(folder, 'pack.zip');
  writeFileSync(file, pack);
  try {
    execFileSync('unzip', ['-q', file, '-d', join(folder, 'unpacked')]);
  } catch (error) {
    // Not on every machine.
    if ((error as { code?: unknown }).code === 'ENOENT') return;
    throw error;
  }
  const verified = await verifyPack(await packOfFolder(join(folder, 'unpacked')), { keys });
  expect(verified).toMatchObject({ ok: true, entries: 12 });
});

it('finds every changed bit', async () => {
  for (let at = 0; at < pack.length; at += 1)
    for (const bit of [1 << (at % 8), 0xff]) {
      const changed = Buffer.from(pack);
      changed[at]! ^= bit;
      const { ok, problems } = await verify(changed);
      expect({ at, bit, ok, problems: problems.length > 0 }).toEqual({
        at,
        bit,
        ok: false,
        problems: true,
      });
    }
});

it('finds bytes that are missing or added anywhere', async () => {
  for (let at = 0; at <= pack.length; at += 7) {
    const [before, after] = [pack.subarray(0, at), pack.subarray(at)];
    expect((await verify(Buffer.concat([before, Buffer.of(0), after]))).ok).toBe(false);
    if (at < pack.length)
      expect((await verify(Buffer.concat([before, after.subarray(1)]))).ok).toBe(false);
    expect((await verify(before)).ok).toBe(at === pack.length);
  }
});

it('finds history that was rewritten from any entry on, by an earlier checkpoint', async () => {
  for (let from = 0; from < 12; from += 1) {
    const forged = aChain(12, (entry, index) =>
      index === from ? { ...entry, actor: 'Somebody else (console)' } : entry,
    );
    // Signed with the installation's own key, as whoever holds everything could.
    const verified = await verify(await aPack({ chain: forged, checkpoints, key }));
    expect(codes(verified)).toContain('chain');
    // Also where checkpoints are signed again: by one that was kept.
    const signed = checkpointsOf(forged, [1, 5, 5, 12], key);
    const again = await aPack({ chain: forged, checkpoints: signed, key });
    expect((await verify(again)).ok).toBe(true);
    const keptCheckpoints = [checkpoints.at(-1)!];
    const compared = await verify(again, { keys, keptCheckpoints });
    expect(codes(compared)).toContain('keptCheckpoint');
    expect(compared.kept).toEqual({ count: 1, compared: 1, later: 0 });
  }
});

it('finds a deleted end', async () => {
  const shorter = chain.slice(0, 8);
  expect(codes(await verify(await aPack({ chain: shorter, checkpoints, key })))).toContain('chain');
  const without = await aPack({ chain: shorter, checkpoints: checkpoints.slice(0, 3), key });
  expect((await verify(without)).ok).toBe(true);
  const kept = await verify(without, { keys, keptCheckpoints: checkpoints });
  expect(codes(kept)).toContain('keptCheckpoint');
  expect(kept.problems.map(({ message }) => message).join()).toContain('History ends before');
});

it('says that the database was restored, and finds what is missing all the same', async () => {
  const restored = aChain(9, (entry, index) =>
    index === 8 ? { ...entry, kind: 'databaseRestored', at: '2026-01-03T08:00:00.000Z' } : entry,
  );
  const signed = checkpointsOf(restored, [1, 5, 5, 9], key);
  const after = await aPack({ chain: restored, checkpoints: signed, key });
  expect((await verify(after)).ok).toBe(true);
  const kept = await verify(after, { keys, keptCheckpoints: checkpoints });
  expect(kept.ok).toBe(false);
  expect(new Set(codes(kept))).toEqual(new Set(['keptCheckpoint']));
  for (const { message } of kept.problems)
    expect(message).toContain('restored from a backup at 2026-01-03T08:00:00.000Z');
});

it('finds checkpoints that are reordered, removed, repeated or of a key of one’s own', async () => {
  const [first, second, third, last] = checkpoints as [string, string, string, string];
  const own = aKey();
  const forged = checkpointsOf(chain, [1, 5, 5, 12], own);
  for (const others of [
    [second, first, third, last],
    [first, third, last],
    [second, third, last],
    [first, first, second, third, last],
    [first, second, third, forged[3]!],
    forged,
    [first, second, third, `${last.slice(0, -4)}AAAA`],
    [first, second, third, last.replace(/^[^.]+/, forged[0]!.split('.')[0]!)],
  ]) {
    const verified = await verify(await aPack({ chain, checkpoints: others, key }));
    expect(codes(verified)).toContain('checkpoint');
    expect(verified.problems[0]).toMatchObject({ file: 'checkpoints.jsonl' });
  }
});

it('finds a pack that another key signed', async () => {
  const own = aKey();
  const forged = await aPack({ chain, checkpoints: checkpointsOf(chain, [12], own), key: own });
  expect((await verify(forged, {})).ok).toBe(true);
  const verified = await verify(forged);
  expect(codes(verified)).toEqual(expect.arrayContaining(['signature', 'checkpoint']));
  // Nor with the installation's keys inside.
  const mixed = await aPack({ chain, checkpoints, key: own, keys: [key.jwk] });
  expect(codes(await verify(mixed, {}))).toContain('signature');
});

it('verifies a part of history, and compares with kept checkpoints of its ends', async () => {
  const part = await aPack({ chain, checkpoints, key, from: 5, to: 9 });
  const verified = await verify(part, { keys, keptCheckpoints: checkpoints });
  expect(verified).toMatchObject({ ok: true, entries: 4 });
  const forged = aChain(12, (entry, index) => (index === 3 ? { ...entry, kind: 'x' } : entry));
  const signed = checkpointsOf(forged, [1, 5, 5, 12], key);
  const other = await aPack({ chain: forged, checkpoints: signed, key, from: 5, to: 9 });
  const found = await verify(other, { keys, keptCheckpoints: checkpoints.slice(1, 2) });
  expect(codes(found)).toContain('keptCheckpoint');
});

const EARLY = { createdAt: '2026-01-03T00:00:01.500Z' };

it('says how many kept checkpoints are later than the pack', async () => {
  const older = await aPack({ chain, checkpoints: checkpoints.slice(0, 2), key, about: EARLY });
  const { ok, kept } = await verify(older, { keys, keptCheckpoints: checkpoints });
  expect({ ok, kept }).toEqual({ ok: true, kept: { count: 4, compared: 2, later: 2 } });
});

it('compares later ones with the entries that the pack has, whatever date it was given', async () => {
  const forged = aChain(12, (entry, index) => (index === 3 ? { ...entry, kind: 'x' } : entry));
  const signed = checkpointsOf(forged, [1], key);
  const backdated = await aPack({ chain: forged, checkpoints: signed, key, about: EARLY });
  const found = await verify(backdated, { keys, keptCheckpoints: checkpoints.slice(2) });
  expect(found.kept).toEqual({ count: 2, compared: 0, later: 2 });
  expect(codes(found)).toContain('keptCheckpoint');
});

it('leaves out kept checkpoints of other chains, unless all are', async () => {
  const pack = await aPack({ chain, checkpoints, key });
  const { hash, entry } = chain[0]!;
  const foreign = signCheckpoint(
    {
      at: '2026-01-03T00:00:00.000Z',
      ...{ entries: 1, entry: entry.id, hash, number: 1, previous: ZEROS },
      ...{ organization: 'T3JnYW5pemF0aW9uOjI', partner: PARTNER },
    },
    key,
  );
  const some = await verify(pack, { keys, keptCheckpoints: [foreign, ...checkpoints] });
  expect(some).toMatchObject({ ok: true, kept: { count: 5, compared: 4 } });
  const none = await verify(pack, { keys, keptCheckpoints: [foreign] });
  expect(codes(none)).toEqual(['keptCheckpoint']);
});

it('takes a kept renewal whose number a later checkpoint has, and no other', async () => {
  // Each day another second checkpoint over the same entries, until the chain grew.
  const days = ['2026-01-03T01:00:00.000Z', '2026-01-03T02:00:00.000Z'];
  const first = checkpointsOf(chain, [5], key);
  const renewals = days.map((at) => checkpointsOf(chain, [5, 5], key, at)[1]!);
  const grown = checkpointsOf(chain, [5, 12], key);
  expect(grown[0]).toBe(first[0]);
  const later = await aPack({ chain, checkpoints: grown, key });
  const found = await verify(later, { keys, keptCheckpoints: [...first, ...renewals] });
  expect(found).toMatchObject({ ok: true, kept: { compared: 3 } });
  const others = [
    // Of more entries than the one before it, of another one before it, and of another history.
    checkpointsOf(chain, [5, 6], key)[1]!,
    checkpointsOf(chain, [4, 5], key)[1]!,
    checkpointsOf(
      aChain(12, (entry) => ({ ...entry, kind: 'x' })),
      [5, 5],
      key,
    )[1]!,
  ];
  for (const other of others) {
    const verified = await verify(later, { keys, keptCheckpoints: [other] });
    expect(codes(verified)).toContain('keptCheckpoint');
  }
  // Nor where the end that it renews was cut off.
  const cut = await aPack({ chain: chain.slice(0, 4), checkpoints: [], key });
  expect(codes(await verify(cut, { keys, keptCheckpoints: renewals }))).toContain('keptCheckpoint');
});

it('takes a pack that has a newer key besides, and says of its signature to get the keys again', async () => {
  const newer = aKey();
  const before = await aPack({ chain, checkpoints, key, keys: [newer.jwk, key.jwk] });
  expect(await verify(before)).toMatchObject({ ok: true, keysFrom: 'given' });
  const after = await verify(await aPack({ chain, checkpoints, key: newer }));
  expect(after.ok).toBe(false);
  expect(after.problems[0]!.message).toContain('get the keys again');
});

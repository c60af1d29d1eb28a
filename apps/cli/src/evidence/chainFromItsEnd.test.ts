import { generateKeyPairSync } from 'node:crypto';
import {
  evidenceKey,
  EvidenceKeyring,
  hashedText,
  sha256,
  signCheckpoint,
  ZEROS,
} from '@keyway/evidence';
import { expect, test } from 'vitest';
import type { VerifiedEntry } from '../commands/historyDocuments.ts';
import { ChainFromItsEnd } from './chainFromItsEnd.ts';

const ORGANIZATION = 'T3JnOjE';
const { privateKey, publicKey } = generateKeyPairSync('ed25519');
const key = evidenceKey(publicKey);
const keyring = new EvidenceKeyring({ keys: [key] });

/** A chain as the API serves it, newest first. */
function chain(count: number, data: (place: number) => unknown = (place) => ({ place })) {
  const entries: VerifiedEntry[] = [];
  let previous = ZEROS;
  for (let place = 1; place <= count; place += 1) {
    const entry = {
      id: `entry-${place}`,
      at: `2026-11-28T00:00:0${place}.000Z`,
      kind: 'runStarted',
      actor: 'Ana',
      principal: place === 1 ? null : 'member',
      data: data(place),
    };
    const { principal, ...hashed } = entry;
    const own = { ...hashed, organization: ORGANIZATION, run: null, previous };
    const hash = sha256(hashedText(principal === null ? own : { ...own, principal }));
    const organization = { id: ORGANIZATION };
    entries.push({ ...entry, organization, run: null, hash, previousHash: previous });
    previous = hash;
  }
  return entries.reverse();
}

function checkpoint(entries: readonly VerifiedEntry[], place: number, number = 1) {
  const { id, hash } = entries[entries.length - place]!;
  return signCheckpoint(
    {
      at: '2026-11-28T00:01:00.000Z',
      ...{ entries: place, entry: id, hash, number },
      ...{ organization: ORGANIZATION, partner: 'P', previous: ZEROS },
    },
    { kid: key.kid, privateKey },
  );
}

function verify(entries: readonly VerifiedEntry[], kept: readonly string[] = []) {
  const verifier = new ChainFromItsEnd(ORGANIZATION);
  const wrong = kept.flatMap((jws) => verifier.expectSigned(jws, keyring, 'kept'));
  for (const entry of entries) verifier.add(entry);
  return [...wrong, ...verifier.end()].map(({ entry }) => entry);
}

test('a chain that nobody changed, with its checkpoints', () => {
  const entries = chain(5);
  expect(verify(entries)).toEqual([]);
  expect(
    verify(
      entries,
      [1, 3, 5].map((place) => checkpoint(entries, place)),
    ),
  ).toEqual([]);
  expect(verify([])).toEqual([]);
});

test.each([1, 2, 3, 4, 5])('a change of entry %i is found', (place) => {
  const entries = chain(5);
  const changed = entries.map((entry) =>
    entry.id === `entry-${place}` ? { ...entry, data: { place: 99 } } : entry,
  );
  expect(verify(changed)).toContain(`entry-${place}`);
});

test('an entry that is missing, moved or of another organization is found', () => {
  const entries = chain(5);
  expect(verify(entries.filter(({ id }) => id !== 'entry-3'))).not.toEqual([]);
  expect(verify([entries[1]!, entries[0]!, ...entries.slice(2)])).not.toEqual([]);
  expect(verify(entries.slice(0, 4))).not.toEqual([]);
  const foreign = { ...entries[0]!, organization: { id: 'other' } };
  expect(verify([foreign, ...entries.slice(1)])).not.toEqual([]);
});

test.each([1, 2, 3, 4, 5])(
  'a history rewritten from entry %i on, with all hashes computed again, is found by what was kept',
  (from) => {
    const entries = chain(5);
    const rewritten = chain(5, (place) => ({ place, evil: place >= from }));
    const before = chain(5, (place) => (place >= from ? { place, evil: true } : { place }));
    expect(verify(rewritten)).toEqual([]);
    expect(verify(before)).toEqual([]);
    expect(verify(before, [checkpoint(entries, 5)])).toContain('entry-5');
  },
);

test('a tail that was cut off is found by what was kept', () => {
  const entries = chain(5);
  expect(verify(entries.slice(2))).toEqual([]);
  expect(verify(entries.slice(2), [checkpoint(entries, 5)])).toEqual(['entry-5']);
});

test('a checkpoint by a key that is not Keyway’s is refused', () => {
  const entries = chain(2);
  const other = generateKeyPairSync('ed25519');
  const forged = signCheckpoint(
    {
      at: '2026-11-28T00:01:00.000Z',
      ...{ entries: 2, entry: 'entry-2', hash: entries[0]!.hash, number: 1 },
      ...{ organization: ORGANIZATION, partner: 'P', previous: ZEROS },
    },
    { kid: key.kid, privateKey: other.privateKey },
  );
  expect(verify(entries, [forged])).toEqual(['kept']);
});

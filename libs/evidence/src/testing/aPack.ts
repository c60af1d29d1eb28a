/** A small pack as the api writes it, and the keys to make others. */
import { generateKeyPairSync, type KeyObject } from 'node:crypto';
import { checkpointHash, signCheckpoint, ZEROS, type Checkpoint } from '../checkpoint.ts';
import { evidenceKey, type EvidenceKey } from '../evidenceKeys.ts';
import { hashedText, historyLine, sha256, type HashedEntry } from '../historyLine.ts';
import type { ChainPoint, Manifest } from '../manifest.ts';
import { PackWriter } from '../writePack.ts';

export const ORGANIZATION = 'T3JnYW5pemF0aW9uOjE';
export const PARTNER = 'UGFydG5lcjox';

export interface SigningKey {
  kid: string;
  privateKey: KeyObject;
  jwk: EvidenceKey;
}

export function aKey(): SigningKey {
  const { publicKey, privateKey } = generateKeyPairSync('ed25519');
  const jwk = evidenceKey(publicKey);
  return { kid: jwk.kid, privateKey, jwk };
}

export interface ChainEntry {
  text: string;
  hash: string;
  entry: HashedEntry;
}

/** @param change of an entry, after which everything is hashed again, as a forger does */
export function aChain(
  count: number,
  change: (entry: HashedEntry, index: number) => HashedEntry = (entry) => entry,
): ChainEntry[] {
  const chain: ChainEntry[] = [];
  for (let index = 0; index < count; index += 1) {
    const entry = change(
      {
        actor: 'Ana Approver (console)',
        at: `2026-01-02T03:04:${String(index % 60).padStart(2, '0')}.${String(index % 1000).padStart(3, '0')}Z`,
        data: { text: `Schlüssel ${index} "quoted"`, number: index / 8 },
        id: `SGlzdG9yeUVudHJ5Oj${index}`,
        kind: 'commentAdded',
        organization: ORGANIZATION,
        previous: chain.at(-1)?.hash ?? ZEROS,
        ...(index % 2 === 0 ? {} : { principal: 'MEMBER:1' }),
        run: index === 0 ? null : 'UnVuOjE',
      },
      index,
    );
    const text = hashedText(entry);
    chain.push({ text, hash: sha256(text), entry });
  }
  return chain;
}

/** Checkpoints after so many entries each. @param lastAt when the last one was signed */
export function checkpointsOf(
  chain: readonly ChainEntry[],
  after: readonly number[],
  key: Pick<SigningKey, 'kid' | 'privateKey'>,
  lastAt?: string,
): string[] {
  const all: string[] = [];
  for (const entries of after) {
    const { hash, entry } = chain[entries - 1]!;
    const at = `2026-01-03T00:00:${String(all.length).padStart(2, '0')}.000Z`;
    const checkpoint: Checkpoint = {
      at: all.length === after.length - 1 ? (lastAt ?? at) : at,
      ...{ entries, entry: entry.id, hash, number: all.length + 1 },
      ...{ organization: ORGANIZATION, partner: PARTNER },
      previous: all.length > 0 ? checkpointHash(all.at(-1)!) : ZEROS,
    };
    all.push(signCheckpoint(checkpoint, key));
  }
  return all;
}

const pointOf = (chain: readonly ChainEntry[], entries: number): ChainPoint => ({
  entries,
  entry: chain[entries - 1]?.entry.id ?? null,
  hash: chain[entries - 1]?.hash ?? ZEROS,
});

export interface PackParts {
  chain: readonly ChainEntry[];
  checkpoints: readonly string[];
  key: SigningKey;
  keys?: readonly EvidenceKey[];
  /** Which entries are in the pack: after `from`, up to `to`. */
  from?: number;
  to?: number;
  /** Of `runs.json`; left out: there is no such file. */
  runs?: unknown;
  about?: Partial<Omit<Manifest, 'format' | 'files'>>;
}

export async function aPack(parts: PackParts): Promise<Buffer> {
  const { chain, checkpoints, key, keys = [key.jwk], from = 0, to = chain.length } = parts;
  const written: Uint8Array[] = [];
  const pack = new PackWriter((chunk) => {
    written.push(Uint8Array.from(chunk));
    return Promise.resolve();
  });
  const evidence = '{"track":"AEP"}';
  await pack.add('keys.json', JSON.stringify({ keys }));
  const lines = chain.slice(from, to).map(({ text, hash }) => `${historyLine(text, hash)}\n`);
  await pack.add('history.jsonl', lines.join(''));
  await pack.add('checkpoints.jsonl', checkpoints.map((jws) => `${jws}\n`).join(''));
  if (parts.runs !== undefined) await pack.add('runs.json', JSON.stringify(parts.runs));
  await pack.add(`evidence/${sha256(evidence)}.json`, evidence);
  await pack.finish(
    {
      createdAt: '2026-01-04T00:00:00.000Z',
      createdBy: 'Aud Auditor (console)',
      locale: 'en',
      organization: { id: ORGANIZATION, imsOrgId: 'A@AdobeOrg', name: 'Adatum' },
      partner: PARTNER,
      range: { since: null, until: to < chain.length ? '2026-01-03T00:00:00.000Z' : null },
      chain: {
        before: pointOf(chain, from),
        last: pointOf(chain, to),
        end: pointOf(chain, chain.length),
      },
      checkpoints: checkpoints.length,
      ...parts.about,
    },
    key,
  );
  return Buffer.concat(written);
}

/**
 * Verifies an evidence pack offline: signature, every file, the chain of history, and checkpoints,
 * also those that somebody kept. Says of each problem where it is.
 */
import { CheckpointVerifier } from './checkpoint.ts';
import { EvidenceKeyring, parseKeySet, type EvidenceKeySet } from './evidenceKeys.ts';
import { ChainVerifier, sha256, type HistoryLine } from './historyLine.ts';
import { readJws } from './jws.ts';
import { compareKept, type KeptReport } from './keptCheckpoints.ts';
import { isPackPath, MANIFEST, MANIFEST_JWS, parseManifest, UNLISTED } from './manifest.ts';
import type { Manifest, PackFile } from './manifest.ts';
import { PackProblems, type PackProblem } from './packProblem.ts';
import type { PackEntry, PackSource } from './packSource.ts';
import { readCheckpoints, readHistory } from './readChain.ts';
import { checkFile, wholeFile } from './readPack.ts';
import { SignedPositions } from './signedPositions.ts';
import { StatedRuns } from './statedRuns.ts';

/** What a pack is compared with. */
export interface VerifyOptions {
  /** Keys that are known from elsewhere. Without them those inside the pack are used. */
  keys?: EvidenceKeySet | null;
  /** Compact JWS of checkpoints that were kept outside. */
  keptCheckpoints?: readonly string[] | null;
  /** Called now and then with the number of entries that were verified so far. */
  onProgress?: (entries: number) => void;
}

/** What verifying a pack found. */
export interface PackVerification {
  ok: boolean;
  /** `pack`: only the pack itself says that its keys are those of the installation. */
  keysFrom: 'given' | 'pack';
  /** Of the key that signed the manifest; null where no signature verifies. */
  kid: string | null;
  /** Null where it can't be read. */
  manifest: Manifest | null;
  /** Entries of `history.jsonl` that were verified. */
  entries: number;
  checkpoints: { count: number; lastAt: string | null; lastEntries: number | null };
  kept: KeptReport | null;
  problems: PackProblem[];
  /** How many problems there were beyond those. */
  moreProblems: number;
}

const MAX_MANIFEST_BYTES = 32 * 1024 * 1024;
const MAX_KEYS_BYTES = 1024 * 1024;
const MAX_RUNS_BYTES = 64 * 1024 * 1024;
const RUNS = 'runs.json';
const EVIDENCE = /^evidence\/([^/]+)\.json$/;

interface Reading {
  problems: PackProblems;
  entries: ReadonlyMap<string, PackEntry>;
  keysFrom: PackVerification['keysFrom'];
  keyring: EvidenceKeyring;
}

/**
 * Verifies all of a pack; never rejects for what is wrong with it.
 * @param source the pack; it is closed afterwards
 */
export async function verifyPack(
  source: PackSource,
  options: VerifyOptions = {},
): Promise<PackVerification> {
  try {
    return await verify(source, options);
  } finally {
    await source.close();
  }
}

async function verify(source: PackSource, options: VerifyOptions): Promise<PackVerification> {
  const problems = new PackProblems();
  for (const { path, offset, message } of source.problems)
    problems.add('archive', message, { file: path, entry: `byte ${offset}` });
  const entries = new Map<string, PackEntry>();
  for (const entry of source.entries) {
    if (!isPackPath(entry.path))
      problems.add('unexpectedFile', 'The name is not one of a file of a pack.', {
        file: entry.path,
      });
    if (entries.has(entry.path))
      problems.add('duplicateFile', 'Two files have this name.', { file: entry.path });
    else entries.set(entry.path, entry);
  }
  const { keyring, keysFrom } = await keysOf(entries, options.keys ?? null, problems);
  const reading: Reading = { problems, entries, keysFrom, keyring };
  const signed = source.problems.length === 0 ? await readManifest(reading) : null;
  const result = {
    ...{ keysFrom, kid: signed?.kid ?? null, manifest: signed?.manifest ?? null, entries: 0 },
    ...{ checkpoints: { count: 0, lastAt: null, lastEntries: null }, kept: null },
  };
  const found = signed?.manifest ? await verifyFiles(reading, signed.manifest, options) : {};
  return {
    ...result,
    ...found,
    ok: problems.list.length === 0,
    problems: problems.list,
    moreProblems: problems.more,
  };
}

/**
 * The given keys; otherwise those in the pack, of which nobody else says whose they are. It may
 * have more than those that were given: a new one is there before it has signed anything.
 */
async function keysOf(
  entries: ReadonlyMap<string, PackEntry>,
  given: EvidenceKeySet | null,
  problems: PackProblems,
): Promise<Pick<Reading, 'keyring' | 'keysFrom'>> {
  const file = 'keys.json';
  const own = entries.get(file);
  const text = own ? await contentOf(own, MAX_KEYS_BYTES, problems) : null;
  const inside = text && parseKeySet(text.toString('utf8'));
  if (own && text && !inside) problems.add('malformed', 'The file has no keys.', { file });
  if (!given) return { keyring: new EvidenceKeyring(inside ?? { keys: [] }), keysFrom: 'pack' };
  return { keyring: new EvidenceKeyring(given), keysFrom: 'given' };
}

async function contentOf(
  entry: PackEntry,
  maxBytes: number,
  problems: PackProblems,
): Promise<Buffer | null> {
  try {
    return await wholeFile(entry, maxBytes);
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    problems.add('archive', message, { file: entry.path });
    return null;
  }
}

const JWS_PROBLEMS = {
  malformed: 'This is no compact JWS with EdDSA.',
  otherType: 'This signs something else.',
  unknownKey:
    'It is signed with a key that is not among those that are trusted. If it is a new one, get the keys again.',
  badSignature: 'The signature does not verify.',
};

async function readManifest({
  entries,
  problems,
  keyring,
}: Reading): Promise<{ kid: string | null; manifest: Manifest | null } | null> {
  const [file, signature] = [entries.get(MANIFEST), entries.get(MANIFEST_JWS)];
  for (const [path, entry] of [
    [MANIFEST, file],
    [MANIFEST_JWS, signature],
  ] as const)
    if (!entry) problems.add('missingFile', 'The pack has no such file.', { file: path });
  if (!file || !signature) return null;
  const bytes = await contentOf(file, MAX_MANIFEST_BYTES, problems);
  const jws = await contentOf(signature, 2 * MAX_MANIFEST_BYTES, problems);
  if (!bytes || !jws) return null;
  const read = readJws(jws.toString('latin1'), 'keyway-manifest+jws', keyring);
  if ('problem' in read)
    problems.add('signature', JWS_PROBLEMS[read.problem], { file: MANIFEST_JWS, found: read.kid });
  else if (!read.payload.equals(bytes))
    problems.add('otherManifest', 'The file is not what manifest.jws signs.', {
      ...{ file: MANIFEST, expected: sha256(read.payload), found: sha256(bytes) },
    });
  const manifest = parseManifest(bytes.toString('utf8'));
  if (!manifest)
    problems.add('malformed', 'This is no manifest of a format that is known here.', {
      file: MANIFEST,
    });
  return { kid: 'problem' in read ? null : read.header.kid, manifest };
}

type Found = Pick<PackVerification, 'entries' | 'checkpoints' | 'kept'>;

async function verifyFiles(
  reading: Reading,
  manifest: Manifest,
  options: VerifyOptions,
): Promise<Found> {
  const { problems, entries, keyring } = reading;
  const listed = new Map(manifest.files.map((file) => [file.path, file]));
  for (const file of entries.keys())
    if (!listed.has(file) && !UNLISTED.has(file))
      problems.add('unexpectedFile', 'The signed manifest does not list this file.', { file });
  const positions = new SignedPositions(manifest);
  const checkpoints = new CheckpointVerifier(keyring);
  const jws: string[] = [];
  // Before history, which is compared with what they sign.
  await withFile(reading, listed, 'checkpoints.jsonl', (file, entry) =>
    readCheckpoints(file, entry, { problems, checkpoints, positions, jws }),
  );
  const kept = options.keptCheckpoints
    ? compareKept(options.keptCheckpoints, { keyring, jws, manifest, positions, problems })
    : null;
  const chain = new ChainVerifier(manifest.organization.id, manifest.chain.before);
  const runs = await statedRuns(reading, manifest);
  const restorations: HistoryLine[] = [];
  await withFile(reading, listed, 'history.jsonl', (file, entry) =>
    readHistory(file, entry, {
      ...{ problems, chain, positions, runs, restorations },
      onProgress: options.onProgress,
    }),
  );
  positions.compareEnds(chain, problems);
  // Not accepted for that: whoever restores a backup could hide something by it.
  for (const { at, id } of restorations)
    problems.explain(
      'keptCheckpoint',
      `The database was restored from a backup at ${at}, as entry ${id} says: what was signed after that backup may be missing.`,
    );
  runs?.end(problems);
  for (const file of manifest.files) {
    if (file.path === 'checkpoints.jsonl' || file.path === 'history.jsonl') continue;
    await withFile(reading, listed, file.path, async (one, entry) => {
      await checkFile(entry, one, problems);
      const name = EVIDENCE.exec(one.path)?.[1];
      if (name !== undefined && name !== one.sha256)
        problems.add('otherContent', 'The file is named by the SHA-256 of other evidence.', {
          ...{ file: one.path, expected: name, found: one.sha256 },
        });
    });
  }
  const { last, count } = checkpoints;
  return {
    entries: chain.entries - manifest.chain.before.entries,
    checkpoints: { count, lastAt: last?.at ?? null, lastEntries: last?.entries ?? null },
    kept,
  };
}

/** What the runs say, which only the whole of history can prove. */
async function statedRuns(
  { entries, problems }: Reading,
  { range, chain }: Manifest,
): Promise<StatedRuns | null> {
  const file = entries.get(RUNS);
  const isWhole = range.since === null && range.until === null && chain.before.entries === 0;
  if (!file || !isWhole) return null;
  const content = await contentOf(file, MAX_RUNS_BYTES, problems);
  try {
    return content && new StatedRuns(JSON.parse(content.toString('utf8')));
  } catch {
    problems.add('malformed', 'The file is no JSON.', { file: RUNS });
    return null;
  }
}

async function withFile(
  { entries, problems }: Reading,
  listed: ReadonlyMap<string, PackFile>,
  path: string,
  check: (file: PackFile, entry: PackEntry) => Promise<void>,
): Promise<void> {
  const [file, entry] = [listed.get(path), entries.get(path)];
  if (!file) problems.add('missingFile', 'The manifest lists no such file.', { file: path });
  else if (!entry) problems.add('missingFile', 'The pack has no such file.', { file: path });
  else await check(file, entry);
}

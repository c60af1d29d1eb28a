/** Signed checkpoints of a chain of history: what each says, and how a sequence is verified. */
import { createHash } from 'node:crypto';
import { signJws, type JwsProblem, readJws } from './jws.ts';
import type { EvidenceKeyring } from './evidenceKeys.ts';
import type { KeyObject } from 'node:crypto';

/** `previous` of the first checkpoint, and of the first entry of a chain. */
export const ZEROS = '0'.repeat(64);

/** What a checkpoint signs: where a chain ended at an instant. IDs are those of the API. */
export interface Checkpoint {
  /** When it was signed. */
  at: string;
  /** How many entries the chain had. */
  entries: number;
  /** The ID of the last of them. */
  entry: string;
  /** The hash of the last of them. */
  hash: string;
  /** Counts from 1 in each chain. */
  number: number;
  /** Null: the chain of the partner's own entries. */
  organization: string | null;
  partner: string;
  /** SHA-256 of the compact JWS of the checkpoint before it; 64 zeros for the first. */
  previous: string;
}

const HASH = /^[0-9a-f]{64}$/;
const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/;
const MAX_ID_CHARACTERS = 128;

const isId = (value: unknown): value is string =>
  typeof value === 'string' && value.length > 0 && value.length <= MAX_ID_CHARACTERS;
const isHash = (value: unknown): value is string => typeof value === 'string' && HASH.test(value);
const isCount = (value: unknown): value is number =>
  typeof value === 'number' && Number.isSafeInteger(value) && value >= 1;

/** The payload in its one form: members in alphabetical order, no spaces. */
const payloadOf = (checkpoint: Checkpoint): string => {
  const { at, entries, entry, hash, number, organization, partner, previous } = checkpoint;
  return JSON.stringify({ at, entries, entry, hash, number, organization, partner, previous });
};

/** The compact JWS of a checkpoint. */
export const signCheckpoint = (
  checkpoint: Checkpoint,
  key: { kid: string; privateKey: KeyObject },
): string => signJws(payloadOf(checkpoint), 'keyway-checkpoint+jws', key);

/** What the next checkpoint has as `previous`. */
export const checkpointHash = (jws: string): string =>
  createHash('sha256').update(jws).digest('hex');

/** The payload of a checkpoint, without verifying its signature; null where it is none. */
export function parseCheckpoint(payload: Uint8Array): Checkpoint | null {
  const text = Buffer.from(payload).toString('utf8');
  let parsed: Partial<Record<keyof Checkpoint, unknown>>;
  try {
    parsed = JSON.parse(text) as Partial<Record<keyof Checkpoint, unknown>>;
  } catch {
    return null;
  }
  if (typeof parsed !== 'object' || parsed === null) return null;
  const isValid =
    typeof parsed.at === 'string' &&
    INSTANT.test(parsed.at) &&
    isCount(parsed.entries) &&
    isId(parsed.entry) &&
    isHash(parsed.hash) &&
    isCount(parsed.number) &&
    (parsed.organization === null || isId(parsed.organization)) &&
    isId(parsed.partner) &&
    isHash(parsed.previous);
  if (!isValid) return null;
  // Cast: every member was checked.
  const checkpoint = parsed as Checkpoint;
  return payloadOf(checkpoint) === text ? checkpoint : null;
}

/**
 * Whether a checkpoint only says that its chain had not grown since the one before it. Those are
 * written daily, and later ones take their number.
 * @param before the compact JWS that has the number before it
 */
export function renews(
  { previous, entries, hash }: Checkpoint,
  before: string | undefined,
): boolean {
  if (before === undefined || previous !== checkpointHash(before)) return false;
  const former = parseCheckpoint(Buffer.from(before.split('.')[1] ?? '', 'base64url'));
  return former?.entries === entries && former.hash === hash;
}

/** Why a checkpoint does not fit. */
export type CheckpointProblem =
  JwsProblem | 'otherChain' | 'otherNumber' | 'otherPrevious' | 'fewerEntries' | 'earlier';

/** A checkpoint that was verified, and its signed form. */
export interface CheckedCheckpoint {
  jws: string;
  checkpoint: Checkpoint;
}

/** A line of a checkpoint file: a compact JWS, or a JSON object that has it as `jws`. */
export function checkpointOfLine(line: string): string {
  const text = line.trim();
  if (!text.startsWith('{')) return text;
  try {
    const { jws } = JSON.parse(text) as { jws?: unknown };
    return typeof jws === 'string' ? jws : text;
  } catch {
    return text;
  }
}

/** The compact JWS of each line of a file of checkpoints. */
export const checkpointsOfText = (text: string): string[] =>
  text
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map(checkpointOfLine);

/**
 * Verifies a sequence of checkpoints, one at a time, from the first: signatures, numbers without a
 * gap, links, and that no chain gets shorter.
 */
export class CheckpointVerifier {
  readonly #keyring: EvidenceKeyring;
  #last: CheckedCheckpoint | null = null;
  count = 0;

  constructor(keyring: EvidenceKeyring) {
    this.#keyring = keyring;
  }

  get last(): Checkpoint | null {
    return this.#last?.checkpoint ?? null;
  }

  /** The checkpoint, or how it does not follow the one before it. */
  add(
    jws: string,
  ):
    | CheckedCheckpoint
    | { problem: CheckpointProblem; expected: string | null; found: string | null } {
    const read = readCheckpoint(jws, this.#keyring);
    if ('problem' in read) return { problem: read.problem, expected: null, found: read.kid };
    const { checkpoint } = read;
    const before = this.#last;
    const differs = (problem: CheckpointProblem, expected: unknown, found: unknown) => ({
      problem,
      expected: String(expected),
      found: String(found),
    });
    const number = (before?.checkpoint.number ?? 0) + 1;
    if (checkpoint.number !== number) return differs('otherNumber', number, checkpoint.number);
    const previous = before ? checkpointHash(before.jws) : ZEROS;
    if (checkpoint.previous !== previous)
      return differs('otherPrevious', previous, checkpoint.previous);
    if (before) {
      const { organization, partner, entries, hash, at } = before.checkpoint;
      if (checkpoint.organization !== organization || checkpoint.partner !== partner)
        return differs('otherChain', organization, checkpoint.organization);
      if (checkpoint.entries < entries)
        return differs('fewerEntries', `at least ${entries}`, checkpoint.entries);
      if (checkpoint.entries === entries && checkpoint.hash !== hash)
        return differs('otherChain', hash, checkpoint.hash);
      if (checkpoint.at < at) return differs('earlier', `at or after ${at}`, checkpoint.at);
    }
    this.#last = { jws, checkpoint };
    this.count += 1;
    return this.#last;
  }
}

/** A checkpoint whose signature is valid; otherwise why it is not. */
export function readCheckpoint(
  jws: string,
  keyring: EvidenceKeyring,
): { checkpoint: Checkpoint } | { problem: JwsProblem; kid: string | null } {
  const read = readJws(jws, 'keyway-checkpoint+jws', keyring);
  if ('problem' in read) return read;
  const checkpoint = parseCheckpoint(read.payload);
  return checkpoint ? { checkpoint } : { problem: 'malformed', kid: read.header.kid };
}

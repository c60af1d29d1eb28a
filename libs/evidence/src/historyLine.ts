/**
 * A line of `history.jsonl`: the exact text that was hashed, with the hash as its last member, so
 * that anyone recomputes it without a JSON library.
 */
import { createHash } from 'node:crypto';
import { canonicalJson } from '@keyway/core';

/**
 * An entry as the API serves it, in the form that is hashed (docs/reference/api.md, "The chain").
 */
export interface HashedEntry {
  actor: string;
  at: string;
  data: unknown;
  id: string;
  kind: string;
  organization: string | null;
  previous: string;
  /** Absent in entries from before it was hashed. */
  principal?: string;
  run: string | null;
}

/** An entry with its hash, as the API serves it. */
export type HistoryLine = HashedEntry & { hash: string };

const HASH = /^[0-9a-f]{64}$/;
/** `,"hash":"…"}` */
const SUFFIX_CHARACTERS = 75;

/** Lowercase hex. */
export const sha256 = (bytes: Uint8Array | string): string =>
  createHash('sha256').update(bytes).digest('hex');

/** The text whose SHA-256 is the entry's hash: RFC 8785 canonical JSON. */
export function hashedText({ principal, ...entry }: HashedEntry): string {
  const { actor, at, data, id, kind, organization, previous, run } = entry;
  const hashed = { actor, at, data, id, kind, organization, previous, run };
  return canonicalJson(principal == null ? hashed : { ...hashed, principal });
}

/**
 * The line of `history.jsonl` for an entry.
 * @param text `hashedText` of the entry
 */
export const historyLine = (text: string, hash: string): string =>
  `${text.slice(0, -1)},"hash":"${hash}"}`;

/** The entry of a line with the hash of its text; null where it is no such line. */
export function readHistoryLine(line: string): { entry: HistoryLine; computed: string } | null {
  if (line.length <= SUFFIX_CHARACTERS) return null;
  const text = `${line.slice(0, -SUFFIX_CHARACTERS)}}`;
  let entry: Partial<Record<keyof HistoryLine, unknown>>;
  try {
    entry = JSON.parse(line) as Partial<Record<keyof HistoryLine, unknown>>;
  } catch {
    return null;
  }
  const { hash } = entry;
  if (typeof hash !== 'string' || !HASH.test(hash) || !line.endsWith(`,"hash":"${hash}"}`))
    return null;
  const { id, at, previous, organization, run, kind, actor, principal } = entry;
  const texts = [id, at, previous, kind, actor, organization ?? '', run ?? '', principal ?? ''];
  if (!texts.every((value) => typeof value === 'string')) return null;
  // Cast: every member but `data`, which may be anything, was checked.
  return { entry: entry as HistoryLine, computed: sha256(text) };
}

/** Why an entry doesn't fit into its chain. */
export type ChainProblemKind = 'malformed' | 'otherHash' | 'otherPrevious' | 'otherOrganization';

/** How an entry doesn't fit, with the hash or ID that it should have and the one that it has. */
export interface ChainProblem {
  kind: ChainProblemKind;
  entry: string | null;
  expected: string | null;
  found: string | null;
}

/** Verifies entries one at a time, from where a chain is known to have ended. */
export class ChainVerifier {
  readonly #organization: string | null;
  /** How many entries the chain has up to here. */
  entries: number;
  /** The hash of the last of them. */
  hash: string;

  /** @param before what the first entry follows; by default the beginning of the chain */
  constructor(organization: string | null, before = { entries: 0, hash: '0'.repeat(64) }) {
    this.#organization = organization;
    this.entries = before.entries;
    this.hash = before.hash;
  }

  /**
   * A line of `history.jsonl`; null where it fits.
   * @param onEntry gets the entry where it does
   */
  addLine(
    line: string,
    onEntry: (entry: HistoryLine) => void = () => undefined,
  ): ChainProblem | null {
    const read = readHistoryLine(line);
    if (!read) {
      this.entries += 1;
      return { kind: 'malformed', entry: null, expected: null, found: line.slice(0, 200) };
    }
    const problem = this.#add(read.entry, read.computed);
    if (!problem) onEntry(read.entry);
    return problem;
  }

  /** An entry as the API serves it; null where it fits. */
  add(entry: HistoryLine): ChainProblem | null {
    const { hash: _hash, ...hashed } = entry;
    return this.#add(entry, sha256(hashedText(hashed)));
  }

  #add({ id, previous, organization, hash }: HistoryLine, computed: string): ChainProblem | null {
    const before = this.hash;
    this.entries += 1;
    this.hash = hash;
    const problem = (kind: ChainProblemKind, expected: string | null, found: string | null) => ({
      ...{ kind, entry: id, expected, found },
    });
    if (computed !== hash) return problem('otherHash', computed, hash);
    if (previous !== before) return problem('otherPrevious', before, previous);
    if (organization !== this.#organization)
      return problem('otherOrganization', this.#organization, organization);
    return null;
  }
}

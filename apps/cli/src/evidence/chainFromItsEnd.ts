/** Verifies a chain from its newest entry back, as lists are read, with little in memory. */
import {
  hashedText,
  readCheckpoint,
  sha256,
  ZEROS,
  type Checkpoint,
  type EvidenceKeyring,
} from '@keyway/evidence';
import type { VerifiedEntry } from '../commands/historyDocuments.ts';

/** One thing that does not fit. */
export interface Mismatch {
  /** ID of the entry, or which checkpoint. */
  entry: string;
  message: string;
}

interface Expected {
  checkpoint: Checkpoint;
  by: string;
  /** How many entries came before it, counted from the newest; null until it is seen. */
  fromEnd: number | null;
}

const MAX_MISMATCHES = 100;

export class ChainFromItsEnd {
  readonly #organization: string | null;
  readonly #mismatches: Mismatch[] = [];
  readonly #expected = new Map<string, Expected[]>();
  /** What the next older entry must have as its hash; null before the newest. */
  #next: string | null = null;
  entries = 0;
  newestHash: string | null = null;
  /** Checkpoints that are about this chain. */
  compared = 0;

  constructor(organization: string | null) {
    this.#organization = organization;
  }

  /** A checkpoint whose signature was verified. */
  expect(checkpoint: Checkpoint, by: string): void {
    if (checkpoint.organization !== this.#organization) return;
    this.compared += 1;
    const same = this.#expected.get(checkpoint.entry) ?? [];
    this.#expected.set(checkpoint.entry, [...same, { checkpoint, by, fromEnd: null }]);
  }

  /** A checkpoint that somebody kept; those of other chains are left out. */
  expectSigned(jws: string, keyring: EvidenceKeyring, by: string): Mismatch[] {
    const read = readCheckpoint(jws, keyring);
    if ('problem' in read)
      return [{ entry: by, message: `It is not valid: ${read.problem}, key ${read.kid}.` }];
    this.expect(read.checkpoint, by);
    return [];
  }

  /** The next older entry, as the API serves it. */
  add(served: VerifiedEntry): void {
    const { hash, previousHash, principal, organization, run, ...entry } = served;
    const text = hashedText({
      ...entry,
      organization: organization?.id ?? null,
      run: run?.id ?? null,
      previous: previousHash,
      ...(principal !== null && { principal }),
    });
    const computed = sha256(text);
    if (computed !== hash)
      this.#report(entry.id, `It was changed: its hash is ${computed}, not ${hash}.`);
    if (this.#next !== null && hash !== this.#next)
      this.#report(entry.id, `The entry after it follows ${this.#next}, not ${hash}.`);
    if ((organization?.id ?? null) !== this.#organization)
      this.#report(entry.id, 'It is of another organization.');
    for (const expected of this.#expected.get(entry.id) ?? []) {
      expected.fromEnd = this.entries;
      if (expected.checkpoint.hash !== hash)
        this.#report(entry.id, `${expected.by} signs ${expected.checkpoint.hash}, not ${hash}.`);
    }
    this.newestHash ??= hash;
    this.#next = previousHash;
    this.entries += 1;
  }

  /** Everything that does not fit, once the oldest entry was added. */
  end(): Mismatch[] {
    if (this.#next !== null && this.#next !== ZEROS)
      this.#report('the first entry', `It follows ${this.#next}, which is missing.`);
    for (const { checkpoint, by, fromEnd } of [...this.#expected.values()].flat()) {
      if (fromEnd === null)
        this.#report(checkpoint.entry, `${by} signs this entry, and it is missing.`);
      else if (this.entries - fromEnd !== checkpoint.entries)
        this.#report(
          checkpoint.entry,
          `${by} signs it as entry ${checkpoint.entries}, and it is entry ${this.entries - fromEnd}.`,
        );
    }
    return this.#mismatches;
  }

  #report(entry: string, message: string): void {
    if (this.#mismatches.length < MAX_MISMATCHES) this.#mismatches.push({ entry, message });
  }
}

/** What is signed of a chain, by its number of entries: checkpoints and the manifest's own ends. */
import type { Checkpoint } from './checkpoint.ts';
import type { ChainVerifier } from './historyLine.ts';
import type { Manifest } from './manifest.ts';
import type { PackProblemCode, PackProblems } from './packProblem.ts';

interface Signed {
  hash: string;
  by: string;
  code: PackProblemCode;
}

export class SignedPositions {
  readonly #manifest: Manifest;
  readonly #signed = new Map<number, Signed[]>();

  constructor(manifest: Manifest) {
    this.#manifest = manifest;
  }

  /** Adds what is compared once history has got there; what lies before it is compared now. */
  add(
    { entries, hash }: Pick<Checkpoint, 'entries' | 'hash'>,
    by: string,
    code: PackProblemCode,
    problems: PackProblems,
  ): void {
    const { before, last, end } = this.#manifest.chain;
    const signed: Signed = { hash, by, code };
    if (entries === before.entries) difference(signed, before.hash, null, problems);
    else if (entries === end.entries && entries > last.entries)
      difference(signed, end.hash, null, problems);
    else if (entries > end.entries)
      problems.add(code, `History ends before the entry that ${by} covers.`, {
        file: 'history.jsonl',
        expected: `at least ${entries} entries`,
        found: `${end.entries} entries`,
      });
    else if (entries > before.entries) {
      const others = this.#signed.get(entries);
      if (others) others.push(signed);
      else this.#signed.set(entries, [signed]);
    }
  }

  addCheckpoint(checkpoint: Checkpoint, by: string, problems: PackProblems): void {
    const { organization, partner } = this.#manifest;
    if (checkpoint.organization !== organization.id || checkpoint.partner !== partner)
      problems.add('checkpoint', 'The checkpoint is of another chain.', {
        ...{ file: 'checkpoints.jsonl', entry: by, expected: organization.id },
        found: checkpoint.organization,
      });
    this.add(checkpoint, by, 'chain', problems);
  }

  /** Compares the chain where it is now. */
  compare({ entries, hash }: ChainVerifier, problems: PackProblems): void {
    const signed = this.#signed.get(entries);
    if (!signed) return;
    this.#signed.delete(entries);
    for (const one of signed) difference(one, hash, entries, problems);
  }

  compareCount(count: number, problems: PackProblems): void {
    const { checkpoints } = this.#manifest;
    if (count !== checkpoints)
      problems.add('checkpoint', 'The manifest counts other checkpoints.', {
        ...{ file: 'checkpoints.jsonl', expected: String(checkpoints), found: String(count) },
      });
  }

  /** After history was read: whether it ends where the manifest says. */
  compareEnds(chain: ChainVerifier, problems: PackProblems): void {
    const { last, end } = this.#manifest.chain;
    const { until } = this.#manifest.range;
    if (chain.entries !== last.entries || chain.hash !== last.hash)
      problems.add('chain', 'History does not end where the manifest says.', {
        file: 'history.jsonl',
        expected: `entry ${last.entries}, hash ${last.hash}`,
        found: `entry ${chain.entries}, hash ${chain.hash}`,
      });
    if (until === null && (last.entries !== end.entries || last.hash !== end.hash))
      problems.add(
        'chain',
        'History ends before the end of the chain, though no `until` was given.',
        {
          ...{ file: 'manifest.json', expected: String(end.entries), found: String(last.entries) },
        },
      );
  }
}

function difference(
  { hash, by, code }: Signed,
  found: string,
  entries: number | null,
  problems: PackProblems,
): void {
  if (found === hash) return;
  problems.add(code, `History is not what ${by} signed: it was rewritten.`, {
    ...{ file: 'history.jsonl', entry: entries === null ? null : `line of entry ${entries}` },
    ...{ expected: hash, found },
  });
}

/** Reads checkpoints and history of a pack, each line compared with what is signed. */
import { checkpointOfLine, type CheckpointVerifier } from './checkpoint.ts';
import type { ChainVerifier, HistoryLine } from './historyLine.ts';
import type { PackFile } from './manifest.ts';
import type { PackProblems } from './packProblem.ts';
import type { PackEntry } from './packSource.ts';
import { checkFile, LineReader } from './readPack.ts';
import type { SignedPositions } from './signedPositions.ts';
import type { StatedRuns } from './statedRuns.ts';

const PROGRESS_ENTRIES = 10_000;

export async function readCheckpoints(
  file: PackFile,
  entry: PackEntry,
  to: {
    problems: PackProblems;
    checkpoints: CheckpointVerifier;
    positions: SignedPositions;
    jws: string[];
  },
): Promise<void> {
  let broken = false;
  const lines = new LineReader((line, number) => {
    const text = checkpointOfLine(line);
    to.jws.push(text);
    if (broken) return;
    const checked = to.checkpoints.add(text);
    if ('problem' in checked) {
      broken = true;
      const { expected, found } = checked;
      const message = `The checkpoint is not valid: ${checked.problem}.`;
      const at = { file: file.path, entry: `line ${number}` };
      to.problems.add('checkpoint', message, { ...at, expected, found });
    } else to.positions.addCheckpoint(checked.checkpoint, `checkpoint ${number}`, to.problems);
  });
  await checkFile(entry, file, to.problems, (part) => lines.take(part));
  lines.end();
  to.positions.compareCount(to.checkpoints.count, to.problems);
}

const CHAIN_PROBLEMS = {
  malformed: 'The line is no entry of history.',
  otherHash: 'The entry was changed: it does not have its hash.',
  otherPrevious: 'The entry does not follow the one before it.',
  otherOrganization: 'The entry is of another organization.',
};

/** An entry that says that the database was restored from a backup. */
const RESTORED = 'databaseRestored';

export async function readHistory(
  file: PackFile,
  entry: PackEntry,
  to: {
    problems: PackProblems;
    chain: ChainVerifier;
    positions: SignedPositions;
    runs: StatedRuns | null;
    /** Gets the entries that say that the database was restored. */
    restorations: HistoryLine[];
    onProgress: ((entries: number) => void) | undefined;
  },
): Promise<void> {
  const { problems, chain, positions, runs, onProgress } = to;
  const lines = new LineReader((line, number) => {
    const problem = chain.addLine(line, (entry) => {
      runs?.compare(entry);
      if (entry.kind === RESTORED) to.restorations.push(entry);
    });
    if (problem)
      problems.add('history', CHAIN_PROBLEMS[problem.kind], {
        ...{ file: file.path, entry: problem.entry ?? `line ${number}` },
        ...{ expected: problem.expected, found: problem.found },
      });
    positions.compare(chain, problems);
    if (number % PROGRESS_ENTRIES === 0) onProgress?.(number);
  });
  await checkFile(entry, file, problems, (part) => lines.take(part));
  lines.end();
}

/** What is wrong with a pack, in terms that a person and a program can use. */

export type PackProblemCode =
  /** The archive is damaged, incomplete or not as Keyway writes it. */
  | 'archive'
  | 'missingFile'
  /** A file that the signed manifest does not list. */
  | 'unexpectedFile'
  | 'duplicateFile'
  /** Other content than the manifest says. */
  | 'otherContent'
  | 'malformed'
  /** A signature that does not verify, or by a key that is not known. */
  | 'signature'
  /** `manifest.json` is not what `manifest.jws` signs. */
  | 'otherManifest'
  /** A checkpoint that does not follow the one before it. */
  | 'checkpoint'
  /** An entry that was changed, or does not follow the one before it. */
  | 'history'
  /** History is not what a signed checkpoint or the manifest says. */
  | 'chain'
  /** Not what a checkpoint says that was kept outside. */
  | 'keptCheckpoint'
  /** The runs say what no entry of history says. */
  | 'statedOtherwise';

/** One thing that is wrong with a pack. */
export interface PackProblem {
  code: PackProblemCode;
  /** Null: of the archive as a whole. */
  file: string | null;
  /** The ID of a history entry, or which line or checkpoint. */
  entry: string | null;
  expected: string | null;
  found: string | null;
  /** In English. */
  message: string;
}

/** Problems are all listed up to here; a pack of another chain has one for each entry. */
export const MAX_PROBLEMS = 100;

export class PackProblems {
  readonly list: PackProblem[] = [];
  /** How many there were beyond those that are listed. */
  more = 0;

  add(
    code: PackProblemCode,
    message: string,
    { file = null, entry = null, expected = null, found = null }: Partial<PackProblem> = {},
  ): void {
    if (this.list.length >= MAX_PROBLEMS) this.more += 1;
    else this.list.push({ code, file, entry, expected, found, message });
  }

  /** Adds to what is said of each problem of this code. */
  explain(code: PackProblemCode, reason: string): void {
    for (const problem of this.list) if (problem.code === code) problem.message += ` ${reason}`;
  }
}

/** What `keyway audit follow` has written, in a file: the last entry of each chain. */
import { open, readFile, rename } from 'node:fs/promises';
import { CliError, EXIT } from '../cli/cliError.ts';

/** The last entry that was written of a chain. */
export interface ChainMark {
  hash: string;
  at: string;
}

interface Stored {
  version: 1;
  /** Nothing before it is written; null: everything. */
  since: string | null;
  chains: Record<string, ChainMark>;
}

function parse(text: string): Stored | null {
  try {
    const stored = JSON.parse(text) as Partial<Stored>;
    const marks = Object.values(stored.chains ?? { none: null });
    const isValid = marks.every((mark) => typeof mark?.hash === 'string' && !!Date.parse(mark.at));
    return stored.version === 1 && isValid ? (stored as Stored) : null;
  } catch {
    return null;
  }
}

export class AuditState {
  readonly #file: string;
  readonly #stored: Stored;
  #isSaved = true;

  private constructor(file: string, stored: Stored) {
    this.#file = file;
    this.#stored = stored;
  }

  /**
   * @param since where there is no file yet
   * @throws CliError where the file is something else: to begin again would repeat everything
   */
  static async open(file: string, since: string | null): Promise<AuditState> {
    const text = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return null;
      throw error;
    });
    if (text === null) return new AuditState(file, { version: 1, since, chains: {} });
    const stored = parse(text);
    if (stored) return new AuditState(file, stored);
    throw new CliError(EXIT.failed, `${file} can't be read as the state of an audit stream.`, {
      hint: 'Without it everything is written again. Delete it if you want that.',
    });
  }

  get since(): string | null {
    return this.#stored.since;
  }

  /** Null where nothing of the chain was written. */
  markOf(chain: string): ChainMark | null {
    return this.#stored.chains[chain] ?? null;
  }

  /** When the newest entry happened that was written; null where nothing was. */
  get newestAt(): string | null {
    const all = Object.values(this.#stored.chains).map(({ at }) => at);
    return all.reduce<string | null>((last, at) => (last === null || at > last ? at : last), null);
  }

  move(chain: string, { hash, at }: ChainMark): void {
    this.#stored.chains[chain] = { hash, at };
    this.#isSaved = false;
  }

  /** Call once the entries themselves are safe. A crash leaves the state before or this one. */
  async save(): Promise<void> {
    if (this.#isSaved) return;
    const next = `${this.#file}.next`;
    const file = await open(next, 'w', 0o600);
    try {
      await file.writeFile(`${JSON.stringify(this.#stored)}\n`);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(next, this.#file);
    this.#isSaved = true;
  }
}

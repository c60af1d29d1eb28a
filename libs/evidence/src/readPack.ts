/** Reads files of a pack, all of them through the digest that the manifest is compared with. */
import { createHash } from 'node:crypto';
import { StringDecoder } from 'node:string_decoder';
import type { PackFile } from './manifest.ts';
import type { PackProblems } from './packProblem.ts';
import type { PackEntry } from './packSource.ts';

/** Longer lines are none of `history.jsonl`, whose entries have 1 MiB at most. */
const MAX_LINE_CHARACTERS = 8 * 1024 * 1024;

export class FileTooLarge extends Error {
  override readonly name = 'FileTooLarge';
}

/** The whole of a small file. */
export async function wholeFile(entry: PackEntry, maxBytes: number): Promise<Buffer> {
  const parts: Uint8Array[] = [];
  let bytes = 0;
  for await (const part of entry.open().content) {
    bytes += part.length;
    if (bytes > maxBytes) throw new FileTooLarge(`${entry.path} has more than ${maxBytes} bytes.`);
    parts.push(part);
  }
  return Buffer.concat(parts);
}

/** Reads a file to its end, gives its parts to `take`, and compares it with the manifest. */
export async function checkFile(
  entry: PackEntry,
  listed: PackFile,
  problems: PackProblems,
  take: (part: Uint8Array) => void = () => undefined,
): Promise<void> {
  const { path: file } = entry;
  const hash = createHash('sha256');
  let bytes = 0;
  const opened = entry.open();
  try {
    for await (const part of opened.content) {
      bytes += part.length;
      hash.update(part);
      take(part);
    }
  } catch (error) {
    problems.add('archive', error instanceof Error ? error.message : String(error), { file });
    return;
  }
  const found = hash.digest('hex');
  if (bytes !== listed.bytes || found !== listed.sha256) {
    const expected = `${listed.bytes} bytes, SHA-256 ${listed.sha256}`;
    problems.add('otherContent', 'The file is not the one that the signed manifest lists.', {
      ...{ file, expected, found: `${bytes} bytes, SHA-256 ${found}` },
    });
  }
  const packed = opened.packed();
  if (packed !== null && packed !== listed.packed.sha256)
    problems.add('archive', 'The compressed data is not what the signed manifest lists.', {
      ...{ file, expected: listed.packed.sha256, found: packed },
    });
}

/** Takes a file apart into lines as it comes. */
export class LineReader {
  readonly #decoder = new StringDecoder('utf8');
  readonly #onLine: (line: string, number: number) => void;
  #rest: string[] = [];
  #characters = 0;
  #lines = 0;

  constructor(onLine: (line: string, number: number) => void) {
    this.#onLine = onLine;
  }

  take(part: Uint8Array): void {
    const text = this.#decoder.write(Buffer.from(part.buffer, part.byteOffset, part.byteLength));
    const lines = text.split('\n');
    const last = lines.pop()!;
    for (const line of lines) {
      this.#rest.push(line);
      this.#give();
    }
    this.#rest.push(last);
    this.#characters += last.length;
    if (this.#characters > MAX_LINE_CHARACTERS)
      throw new FileTooLarge(`Line ${this.#lines + 1} is too long.`);
  }

  /** The last line, where no line break ends the file. */
  end(): void {
    this.#rest.push(this.#decoder.end());
    if (this.#rest.some((part) => part !== '')) this.#give();
  }

  #give(): void {
    this.#lines += 1;
    const line = this.#rest.join('');
    this.#rest = [];
    this.#characters = 0;
    this.#onLine(line, this.#lines);
  }
}

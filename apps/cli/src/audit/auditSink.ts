/** Where an audit stream goes: stdout, or a file that it is appended to. */
import { open, type FileHandle } from 'node:fs/promises';
import type { Cli } from '../cli/cli.ts';

export interface AuditSink {
  /** Resolves once the lines are where they are kept: the reader's pipe, or the disk. */
  write(lines: string): Promise<void>;
  close(): Promise<void>;
}

/** A line that was cut by a crash is ended, so that the next one stands alone. */
async function endOfCutLine(file: FileHandle): Promise<string> {
  const { size } = await file.stat();
  if (size === 0) return '';
  const { buffer } = await file.read(Buffer.alloc(1), 0, 1, size - 1);
  return buffer.toString() === '\n' ? '' : '\n';
}

export function openSink(cli: Cli, output: string | null): AuditSink {
  if (output === null)
    return { write: (lines) => cli.out.bytes(lines), close: () => Promise.resolve() };
  let file: FileHandle | null = null;
  return {
    write: async (lines) => {
      if (file === null) {
        file = await open(output, 'a+', 0o600);
        await file.appendFile(await endOfCutLine(file));
      }
      await file.appendFile(lines);
      await file.sync();
    },
    close: async () => {
      await file?.close();
    },
  };
}

/** What the command writes to and reads from, and what the other end can show. */
import type { Readable, Writable } from 'node:stream';

/** The streams and settings of a process, or those of a test. */
export interface Terminal {
  stdin: Readable;
  stdout: Writable;
  stderr: Writable;
  /** Aborted once nobody reads stdout any more. */
  noReader: AbortSignal;
  env: Readonly<Record<string, string | undefined>>;
  /** Columns of the terminal that shows stdout; null where none does. */
  width: number | null;
  /** Whether stderr is shown by a terminal. */
  showsProgress: boolean;
  /** Whether somebody can be asked. */
  canAsk: boolean;
  colors: boolean;
}

const DEFAULT_WIDTH = 80;

/** Of this process. `KEYWAY_FORCE_TTY=<columns>` stands for a terminal, as a test has none. */
export function processTerminal(noReader: AbortSignal): Terminal {
  const { stdin, stdout, stderr, env } = process;
  const forced = Number(env['KEYWAY_FORCE_TTY']);
  const isForced = Number.isInteger(forced) && forced > 0;
  const width = isForced ? forced : stdout.isTTY ? stdout.columns || DEFAULT_WIDTH : null;
  return {
    stdin,
    stdout,
    stderr,
    noReader,
    env,
    width,
    showsProgress: stderr.isTTY === true,
    canAsk: stdin.isTTY === true && stderr.isTTY === true,
    colors: width !== null && !env['NO_COLOR'] && env['TERM'] !== 'dumb',
  };
}

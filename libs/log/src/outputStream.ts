/**
 * Standard output for logs that never ends the process: a line that a full disk (ENOSPC) or a
 * closed pipe (EPIPE) refuses is dropped.
 */
import { writeSync } from 'node:fs';

/** A reader that does not read for so long loses lines. */
const MAX_WAIT_MILLISECONDS = 1_000;
const PAUSE_MILLISECONDS = 5;
const sleeper = new Int32Array(new SharedArrayBuffer(4));

function put(bytes: Buffer): void {
  let waited = 0;
  for (let from = 0; from < bytes.length;) {
    try {
      from += writeSync(1, bytes, from);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EAGAIN' || waited >= MAX_WAIT_MILLISECONDS)
        return;
      Atomics.wait(sleeper, 0, 0, PAUSE_MILLISECONDS);
      waited += PAUSE_MILLISECONDS;
    }
  }
}

/**
 * A destination for pino. `write` is synchronous and never throws; what standard output refuses or
 * does not take within a second is dropped.
 */
export const outputStream = { write: (text: string): void => put(Buffer.from(text)) };

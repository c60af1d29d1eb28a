/** How long a process holds its event loop, measured inside of it. */
import type { ChildProcess } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** Of one turn of the event loop, in milliseconds. */
export interface Turn {
  /** Of the thread that runs JavaScript; what the system runs in between does not count. */
  processorTime: number;
  elapsed: number;
}

/** For Node, with `ipc` among the child's channels. */
export const probeArguments: readonly string[] = [
  '--import',
  fileURLToPath(new URL('turnProbe.mjs', import.meta.url)),
];

/** The longest of each since this was asked last. */
export const longestTurn = (child: ChildProcess): Promise<Turn> =>
  new Promise((resolve, reject) => {
    child.once('message', (turn) => resolve(turn as Turn));
    child.send('longest turn', (error) => error && reject(error));
  });

/** The process `keyway`. */
import { EXIT } from './cli/cliError.ts';
import { processTerminal } from './output/terminal.ts';
import { run } from './run.ts';

const BROKEN_PIPE: ReadonlySet<string | undefined> = new Set(['EPIPE', 'ERR_STREAM_DESTROYED']);
const INTERRUPTED = 130;

// Whoever reads the output may have enough: `keyway orgs list | head`. The command continues
// without writing, so that its exit code is that of its work.
const noReader = new AbortController();
let cannotWrite: string | undefined;
process.stdout.on('error', ({ code, message }: NodeJS.ErrnoException) => {
  if (!BROKEN_PIPE.has(code)) cannotWrite ??= code ?? message;
  noReader.abort();
});
process.stderr.on('error', () => {});

const cancel = new AbortController();
let isInterrupted = false;
for (const signal of ['SIGINT', 'SIGTERM'] as const)
  process.on(signal, () => {
    // The second one does not wait for what the first one ends.
    if (isInterrupted) process.exit(INTERRUPTED);
    isInterrupted = true;
    cancel.abort();
  });

let code: number = await run(
  process.argv.slice(2),
  processTerminal(noReader.signal),
  cancel.signal,
);
// Everything is written before the end: stdout may be a pipe.
if (!noReader.signal.aborted)
  await new Promise<void>((written) => process.stdout.write('', () => written()));
if (cannotWrite !== undefined) {
  process.stderr.write(`Error: The output could not be written (${cannotWrite}).\n`);
  code ||= EXIT.failed;
}
process.exit(isInterrupted && code !== 0 ? INTERRUPTED : code);

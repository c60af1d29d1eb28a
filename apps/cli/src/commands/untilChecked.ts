/** Waits until the server has made all checks that it is making, and shows the run. */
import type { Client } from '@keyway/client';
import type { Cli } from '../cli/cli.ts';
import { CliError, EXIT } from '../cli/cliError.ts';
import { unwrap } from '../cli/unwrap.ts';
import { watchRunDocument } from './runDocuments.ts';
import { writeRun } from './writeRun.ts';

/** @throws CliError after so many seconds */
export async function untilChecked(
  cli: Cli,
  client: Client,
  runId: string,
  seconds: number | undefined,
): Promise<void> {
  const limit = seconds === undefined ? null : AbortSignal.timeout(seconds * 1000);
  const signal = limit ?? undefined;
  for await (const event of client.subscribe(watchRunDocument, { runId }, { signal })) {
    const { runChanged: run } = unwrap(event);
    if (run.tracks.some(({ steps }) => steps.some((step) => step.looking))) continue;
    writeRun(cli.out, run);
    return;
  }
  if (limit?.aborted) throw new CliError(EXIT.failed, `The checks did not end in ${seconds} s.`);
}

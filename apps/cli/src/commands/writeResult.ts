/** What a command that changed a run says. */
import type { RunResultFragment } from '../generated/graphql.ts';
import type { Output } from '../output/output.ts';

/** @param done what was done, such as `approved for` */
export function writeResult(
  out: Output,
  done: string,
  organization: { name: string },
  run: RunResultFragment | null | undefined,
): void {
  out.record(run, [
    [done, organization.name],
    ['status', run && `${run.status}, ${run.progress.done} of ${run.progress.total} steps done`],
    ['waits for', run?.waitingOn.join(', ')],
    ['', run?.sentence],
  ]);
}

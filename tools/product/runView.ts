/** Reads how far a run is, and waits for it. */
import type { GraphqlClient } from './graphqlClient.ts';

export type Track = 'AEP' | 'CJA';

/** The longest wait for one stage of a run. */
export const MAX_WAIT_MILLISECONDS = 600_000;

/** How far a run is. */
export interface RunView {
  status: string;
  tracks: { id: string; steps: { id: string; status: string }[] }[];
}

/** Reads the run. */
export const runView = async (client: GraphqlClient, id: string): Promise<RunView> =>
  (
    await client.ask<{ run: RunView }>(
      'query($id: ID!) { run(id: $id) { status tracks { id steps { id status } } } }',
      { id },
    )
  ).run;

/** Of one step; undefined where the track has no such step. */
export async function stepStatus(
  client: GraphqlClient,
  runId: string,
  track: Track,
  step: string,
): Promise<string | undefined> {
  const steps = (await runView(client, runId)).tracks.find(
    (candidate) => candidate.id === track,
  )?.steps;
  return steps?.find((candidate) => candidate.id === step)?.status;
}

/** Resolves when it holds; rejects after ten minutes. */
export async function until(what: string, holds: () => Promise<boolean>): Promise<void> {
  const end = Date.now() + MAX_WAIT_MILLISECONDS;
  while (!(await holds())) {
    if (Date.now() > end) throw new Error(`${what}: not within ${MAX_WAIT_MILLISECONDS / 1000} s`);
    await new Promise((resolve) => setTimeout(resolve, 400));
  }
}

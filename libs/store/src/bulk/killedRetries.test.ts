/**
 * A step is tried again once for each organization, also by processes that are killed or stopped in
 * the middle; what is sent to Adobe needs a new approval of each (GAP-31).
 */
import { expectedEffects, WORKER } from '@keyway/core';
import type { RunBuilder } from '@keyway/testing';
import { expect, it } from 'vitest';
import { DisturbedWorkers } from '../testing/disturbedWorkers.ts';

const workers = new DisturbedWorkers(80);

/** Submitted, and Adobe reports that it failed. */
function fail(builder: RunBuilder): void {
  builder.at('activation');
  const { id: submissionId, externalId } = builder.run.tracks.AEP.submission!;
  const { imsOrgId } = builder.run.organization;
  const pollingSince = builder.clock.instant();
  builder.apply(
    'configurationObserved',
    {
      ...{ submissionId, pollingSince, failure: null, attempt: 0, timeScale: 1 },
      answer: { id: externalId, status: 'FAILED', keyVaultKeyIdentifier: null, imsOrgId },
    },
    WORKER,
  );
}

async function failAll(): Promise<void> {
  const { partner, ids } = workers;
  for (let first = 0; first < ids.length; first += 8)
    await Promise.all(
      ids.slice(first, first + 8).map(async (id) => {
        const { run } = await partner.run(id);
        const failed = await partner.play(run.id, fail);
        expect(failed.run.tracks.AEP.steps.ACTIVATION?.status).toBe('FAILED');
      }),
    );
}

it('a failed step is tried again once, by processes that are killed and stopped', async () => {
  await failAll();
  const retry = { track: 'AEP', step: 'ACTIVATION', reason: null } as const;
  await workers.survive({ ...retry, action: 'RETRY_STEPS' });
  expect(await workers.entriesOf('stepRetried')).toEqual(workers.once);
  const rows = await workers.database.query<{ runId: string; jobKey: string; type: string }>(
    `select run_id as "runId", slot as "jobKey", type from effect`,
  );
  const effects = Map.groupBy(rows, ({ runId }) => runId);
  const runs = await workers.partner.store.currentRuns(workers.ids);
  expect(runs.size).toBe(workers.organizations);
  for (const { run } of runs.values()) {
    const { approval, submission, earlierSubmissions, steps } = run.tracks.AEP;
    expect([approval, submission]).toEqual([null, null]);
    // Retried twice, it would have been left behind twice.
    expect(earlierSubmissions).toMatchObject([{ outcome: 'failed' }]);
    expect(steps.SUBMISSION?.status).toBe('LOCKED');
    const waiting = effects.get(run.id)!.map(({ jobKey }) => jobKey);
    // The cause of the failure is still being read (AEP-43).
    const expected = [...expectedEffects(run).map(({ jobKey }) => jobKey), 'reread:AEP'];
    expect(waiting.toSorted()).toEqual(expected.toSorted());
  }
  expect(rows.filter(({ type }) => type === 'submitConfiguration')).toEqual([]);
  expect(await workers.partner.store.verifyHistory(workers.ids[7]!)).toMatchObject({ ok: true });
});

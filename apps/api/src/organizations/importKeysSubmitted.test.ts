/** Keys in an import for runs that were submitted: whatever the file says, they stay (IRR-04). */
import { parseGlobalId, type Run } from '@keyway/core';
import { continuing } from '@keyway/testing';
import { describe, expect, it } from 'vitest';
import { keyIn } from '../testing/aServer.ts';
import { aRunToApprove, type RunToApprove } from '../testing/aRunToApprove.ts';
import { bulkTests } from '../testing/bulkTests.ts';
import { aVault, keyFile, keyImportTests, keyLine } from '../testing/keyImportTests.ts';
import { servedTests } from '../testing/servedTests.ts';

const served = servedTests();
const { workAll, shown } = bulkTests(served);
const { importing, counts } = keyImportTests(served);

const stored = async ({ runId }: Pick<RunToApprove, 'runId'>): Promise<Run> =>
  (await served.server.store.system().run(parseGlobalId('Run', runId)!))!.run;

/** A file with the run's organization as it is, and these keys. */
async function fileFor(runId: string, ...keys: string[]): Promise<string> {
  const { imsOrgId, name } = (await stored({ runId })).organization;
  return keyFile(keyLine(imsOrgId, keys[0], keys[1], name));
}

async function submit(given: RunToApprove): Promise<Run> {
  const { events } = continuing(await stored(given)).at('activation', 'AEP');
  for (const event of events)
    await served.server.store.system().advance(parseGlobalId('Run', given.runId)!, event);
  const run = await stored(given);
  expect(run.tracks.AEP).toMatchObject({
    ...{ submission: { status: 'sent' }, approval: { status: 'spent' } },
  });
  return run;
}

describe('a run that was submitted', () => {
  it('has its key already, and takes no other', async () => {
    const given = await aRunToApprove(served.server);
    const before = await submit(given);
    const own = before.tracks.AEP.key!.identifier;
    const rows = await counts();
    for (const startRuns of [false, true])
      for (const [key, keys] of [
        [own, { unchanged: 1, refused: [] }],
        [keyIn(aVault()), { unchanged: 0, refused: [{ track: 'AEP', code: 'ALREADY_SUBMITTED' }] }],
        [own.replace(/[0-9a-f]{4}$/, 'eeee'), { refused: [{ code: 'ALREADY_SUBMITTED' }] }],
      ] as const) {
        const content = await fileFor(given.runId, key);
        const payload = await importing(content, { startRuns, onExisting: 'UPDATE' });
        expect(payload).toMatchObject({
          ...{ rejected: [], userErrors: [] },
          keys: { toProvide: 0, runsToStart: 0, job: null, ...keys },
        });
      }
    expect(await counts()).toEqual(rows);
    expect(await stored(given)).toEqual(before);
  });

  it('is left as it is by a job that began before, and says why', async () => {
    let job = '';
    const given = await aRunToApprove(served.server, {
      before: async (runId) => {
        const { keys } = await importing(await fileFor(runId, keyIn(aVault())));
        expect(keys).toMatchObject({ toProvide: 1, refused: [] });
        job = keys.job.id;
      },
    });
    const before = await submit(given);
    await workAll();
    expect(await shown(job)).toMatchObject({
      ...{ status: 'DONE', done: 0, refused: 1 },
      items: { nodes: [{ status: 'REFUSED', code: 'ALREADY_SUBMITTED' }] },
    });
    expect(await stored(given)).toEqual(before);
  });

  it('still takes the key of its other track', async () => {
    const given = await aRunToApprove(served.server);
    const before = await submit(given);
    const cja = keyIn(aVault());
    const own = before.tracks.AEP.key!.identifier;
    const { keys } = await importing(await fileFor(given.runId, own, cja));
    expect(keys).toMatchObject({ toProvide: 1, unchanged: 1, refused: [] });
    await workAll();
    const { AEP, CJA } = (await stored(given)).tracks;
    expect(AEP).toEqual(before.tracks.AEP);
    expect(CJA.key?.identifier).toBe(cja);
  });
});

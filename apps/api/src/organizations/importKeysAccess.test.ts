/** Keys in the import of organizations: who may import them, files without any, and the most. */
import { describe, expect, it } from 'vitest';
import { anImsOrgId, anOrganization, aRun, keyIn } from '../testing/aServer.ts';
import { bulkTests } from '../testing/bulkTests.ts';
import { aVault, keyFile, keyImportTests, keyLine } from '../testing/keyImportTests.ts';
import { servedTests } from '../testing/servedTests.ts';

const served = servedTests();
const { workAll } = bulkTests(served);
const { importing, organizationOf, keysOf, count, counts, existing } = keyImportTests(served);

describe('who and whose', () => {
  it('an organization of another partner is as if it did not exist, and its run stays', async () => {
    const outsider = await served.server.otherOwner();
    const theirs = await anOrganization(outsider, { name: 'Theirs' });
    const theirRun = await aRun(outsider, theirs.id);
    const before = await organizationOf(theirs.imsOrgId, outsider);
    const taken = keyIn(aVault());
    await outsider.must('provideKey', { runId: theirRun, track: 'CJA', keyIdentifier: taken });
    const shown = await organizationOf(theirs.imsOrgId, outsider);
    const payload = await importing(keyFile(keyLine(theirs.imsOrgId, taken)), { startRuns: true });
    expect(payload).toMatchObject({
      ...{ created: 1, rejected: [] },
      keys: { toProvide: 1, refused: [], warnings: [] },
    });
    await workAll();
    expect(await organizationOf(theirs.imsOrgId, outsider)).toEqual(shown);
    expect(before!.id).toBe(shown!.id);
    const { node } = await outsider.ask(`query($id: ID!) { node(id: $id) { id } }`, {
      id: payload.keys.job.id,
    });
    expect(node).toBeNull();
  });

  it('is for who may import, and for nobody else', async () => {
    const { imsOrgId, id } = await existing();
    const content = keyFile(keyLine(imsOrgId, keyIn(aVault())));
    const some = await served.server.person('OPERATOR', undefined, [id]);
    for (const by of [
      await served.server.person('APPROVER'),
      await served.server.person('AUDITOR'),
      some,
    ]) {
      const before = await counts();
      const { keys, userErrors } = await importing(content, {}, by);
      expect([keys, userErrors[0].code]).toEqual([null, 'FORBIDDEN']);
      expect((await counts()).slice(3)).toEqual(before.slice(3));
    }
    const operator = await served.server.person('OPERATOR', ['read', 'runs:write']);
    expect((await importing(content, {}, operator)).keys).toMatchObject({ toProvide: 1 });
    await workAll();
    expect((await keysOf(imsOrgId))[0]).toBeDefined();
  });

  it('startBulk and bulkPreview provide no keys', async () => {
    const { id } = await existing();
    const started = await served.owner.mutate(
      'startBulk',
      { action: 'PROVIDE_KEYS', organizationIds: [id] },
      'job { id }',
    );
    expect(started).toMatchObject({
      ...{ job: null, userErrors: [{ code: 'INVALID_INPUT', field: ['action'] }] },
    });
    const query = `query($ids: [ID!]) { bulkPreview(action: PROVIDE_KEYS, organizationIds: $ids) { affected } }`;
    const preview = await served.owner.raw({ query, variables: { ids: [id] } });
    expect(preview.errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT' } }]);
  });
});

describe('a file without keys', () => {
  const a = anImsOrgId();
  const b = anImsOrgId();

  it('says nothing of keys, starts no job, and has no more rows than before', async () => {
    const before = await count('bulk_job');
    const content = `name,imsOrgId,shield\nOne,${a},HEALTHCARE_SHIELD`;
    expect(await importing(content, { startRuns: true })).toEqual({
      ...{ created: 1, unchanged: 0, updated: 0, rejected: [], keys: null, userErrors: [] },
    });
    expect(await count('bulk_job')).toBe(before);
    expect((await organizationOf(a))!.currentRun).toBeNull();
    const rows = 'x,y,z\n'.repeat(5001);
    const many = await importing(`name,imsOrgId,shield\n${rows}`);
    expect(many.userErrors).toMatchObject([{ code: 'INVALID_INPUT', field: ['content'] }]);
  });

  it('with a column that is empty, starts no job either', async () => {
    expect(await importing(keyFile(keyLine(b)), { startRuns: true })).toMatchObject({
      created: 1,
      keys: { toProvide: 0, unchanged: 0, runsToStart: 0, refused: [], warnings: [], job: null },
    });
    expect((await organizationOf(b))!.currentRun).toBeNull();
  });
});

it('takes 10,000 rows with keys in one go, and no more', async () => {
  const ids = Array.from({ length: 10_001 }, anImsOrgId);
  const lines = ids.map((id, place) => keyLine(id, keyIn(`many-${place}`)));
  const over = await importing(keyFile(...lines));
  expect(over.userErrors).toMatchObject([{ code: 'INVALID_INPUT', field: ['content'] }]);
  const payload = await importing(keyFile(...lines.slice(1)), { startRuns: true });
  expect(payload).toMatchObject({
    ...{ created: 10_000, rejected: [], userErrors: [] },
    keys: { toProvide: 10_000, runsToStart: 10_000, refused: [], job: { total: 10_000 } },
  });
  const { job } = payload.keys;
  expect(await served.server.store.bulk.work()).toBe(10);
  const cancelled = await served.owner.must('cancelBulk', { id: job.id }, 'job { done skipped }');
  expect(cancelled.job).toEqual({ done: 10, skipped: 9990 });
});

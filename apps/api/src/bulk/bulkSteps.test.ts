/** One step of many organizations is attested, or tried again, as one by one. */
import { expect, it } from 'vitest';
import { aRun } from '../testing/aServer.ts';
import { bulkTests } from '../testing/bulkTests.ts';
import { servedTests } from '../testing/servedTests.ts';

const served = servedTests();
const { organizations } = served;
const { workAll, start, shown, preview } = bulkTests(served);

const attest = {
  ...{ action: 'ATTEST_STEPS', track: 'AEP', step: 'ENTITLEMENT' },
  ...{ statement: ' Contract C-1 names the add-on ', reference: 'C-1' },
};
const STEP = `query($id: ID!) { run(id: $id) { history(first: 1) { nodes { kind actor summary } }
  tracks { id steps { id status mode attestation { by statement reference } } } } }`;

it('attests a step of each run, once, as whoever started the job', async () => {
  const [first, second, none] = (await organizations(3)) as [string, string, string];
  const operator = await served.server.person('OPERATOR');
  const runs = [await aRun(served.owner, first), await aRun(served.owner, second)];
  const ids = [first, second, none];
  const asked = `action: ATTEST_STEPS, track: AEP, step: ENTITLEMENT, organizationIds: ${JSON.stringify(ids)}`;
  expect(await preview(asked, operator)).toMatchObject({
    ...{ affected: 2, blockedCount: 1 },
    blocked: [{ organization: { id: none } }],
  });
  const id = await start({ ...attest, organizationIds: ids }, operator);
  await workAll();
  const job = await shown(id, operator, 'action track step done refused');
  expect(job).toEqual({
    ...{ action: 'ATTEST_STEPS', track: 'AEP', step: 'ENTITLEMENT' },
    ...{ done: 2, refused: 1 },
  });
  for (const runId of runs) {
    const { run } = await served.owner.ask(STEP, { id: runId });
    const [{ steps }] = run.tracks;
    expect(steps[0]).toMatchObject({
      ...{ id: 'ENTITLEMENT', status: 'DONE', mode: 'ATTESTED' },
      attestation: { statement: 'Contract C-1 names the add-on', reference: 'C-1' },
    });
    const [entry] = run.history.nodes;
    expect(entry.summary).toContain('(bulk job)');
    expect(entry.kind).toBe('stepAttested');
  }
  // Again, nothing is left to do, and what is recorded is not overwritten.
  const again = await start({ ...attest, statement: 'x', organizationIds: [first] }, operator);
  await workAll();
  expect(await shown(again, operator)).toMatchObject({
    items: { nodes: [{ status: 'REFUSED', code: 'STEP_ALREADY_DONE' }] },
  });
});

it('tries again only what has failed, and says why it does not', async () => {
  const [open] = (await organizations(1)) as [string];
  await aRun(served.owner, open);
  const retry = { action: 'RETRY_STEPS', track: 'AEP', step: 'VAULT', organizationIds: [open] };
  const id = await start(retry);
  await workAll();
  expect(await shown(id)).toMatchObject({
    items: { nodes: [{ status: 'REFUSED', code: 'STEP_LOCKED' }] },
  });
});

it.each([
  ['the track', { track: null }, 'track'],
  ['the step', { step: null }, 'step'],
  ['the statement', { statement: ' ' }, 'statement'],
])('needs %s', async (_, without, field) => {
  const [open] = (await organizations(1)) as [string];
  const input = { ...attest, ...without, organizationIds: [open] };
  const { startBulk } = await served.owner.ask(
    'mutation($input: StartBulkInput!) { startBulk(input: $input) { job { id } userErrors { field code } } }',
    { input },
  );
  expect(startBulk).toMatchObject({ job: null, userErrors: [{ field: [field] }] });
});

it('is refused in a preview without a step', async () => {
  const [open] = (await organizations(1)) as [string];
  const asked = preview(`action: RETRY_STEPS, track: AEP, organizationIds: ["${open}"]`);
  await expect(asked).rejects.toThrow(/is needed for RETRY_STEPS/);
});

it('is refused for a step with a reference of its own, in the preview too (AEP-23)', async () => {
  const [open] = (await organizations(1)) as [string];
  const runId = await aRun(served.owner, open);
  const entitled = { track: 'AEP', step: 'ENTITLEMENT', statement: 'Contract C-1' };
  await served.owner.must('attestStep', { runId, ...entitled }, 'run { id }');
  const where = 'action: ATTEST_STEPS, track: AEP, step: APP_REGISTRATION';
  const code = 'INVALID_INPUT';
  const message = /^At App registration, the attestation names what each organization/;
  expect(await preview(`${where}, organizationIds: ["${open}"]`)).toMatchObject({
    ...{ affected: 0, blocked: [{ code, message: expect.stringMatching(message) }] },
  });
  const reference = '7d2b2f64-3f0e-4b55-8f0f-0a6a3f1c9e01';
  const input = { ...attest, step: 'APP_REGISTRATION', reference, organizationIds: [open] };
  const id = await start(input);
  await workAll();
  expect(await shown(id)).toMatchObject({ items: { nodes: [{ status: 'REFUSED', code }] } });
});

it('is not for who may not attest', async () => {
  const [open] = (await organizations(1)) as [string];
  const approver = await served.server.person('APPROVER');
  const started = start({ ...attest, organizationIds: [open] }, approver);
  await expect(started).rejects.toThrow();
});

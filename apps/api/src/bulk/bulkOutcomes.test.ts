/** What came of the checks that a bulk job started, from outside. */
import { parseGlobalId } from '@keyway/core';
import { observedVault } from '@keyway/testing';
import { expect, it } from 'vitest';
import { aRunToApprove } from '../testing/aRunToApprove.ts';
import { bulkTests } from '../testing/bulkTests.ts';
import { servedTests } from '../testing/servedTests.ts';

const served = servedTests();
const { workAll, start, shown } = bulkTests(served);

const FIELDS = `needsAttention outcomes { outcome count } items(first: 9) { nodes {
  outcome outcomeMessage spanish: outcomeMessage(locale: "es")
  findings { track step status checks { id verdict } } } }`;

it('is said of each item, counted, and filtered by', async () => {
  const good = await aRunToApprove(served.server);
  const bad = await aRunToApprove(served.server);
  const [without] = (await served.organizations(1)) as [string];
  const uuid = parseGlobalId('Run', bad.runId)!;
  const system = served.server.store.system();
  await system.advance(uuid, observedVault((await system.run(uuid))!.run, false));
  const organizationIds = [good.organizationId, bad.organizationId, without];
  const id = await start({ action: 'VERIFY', track: 'AEP', organizationIds });
  await workAll();
  // As if the worker had read everything.
  await served.server.database.query(`update effect set due_at = now() + interval '1 day'`);
  expect(await shown(id, served.owner, FIELDS)).toEqual({
    needsAttention: 2,
    outcomes: expect.arrayContaining([
      { outcome: 'PASSED', count: 1 },
      { outcome: 'NEEDS_ATTENTION', count: 1 },
    ]),
    items: {
      nodes: [
        {
          ...{ outcome: 'PASSED', outcomeMessage: 'All checks passed.', findings: [] },
          spanish: 'Todas las comprobaciones se han superado.',
        },
        {
          outcome: 'NEEDS_ATTENTION',
          outcomeMessage: expect.stringMatching(/^1 check failed: [A-Z]+-\d+ .+ Blocked at .+\.$/),
          spanish: expect.stringMatching(/^1 comprobación no superada: .+ Bloqueado en .+\.$/),
          findings: [
            {
              ...{ track: 'AEP', step: 'VAULT', status: 'BLOCKED' },
              checks: [{ id: 'vaultHasPurgeProtection', verdict: 'BLOCK' }],
            },
          ],
        },
        { outcome: null, outcomeMessage: null, spanish: null, findings: [] },
      ],
    },
  });
  const attention = (wanted: boolean) =>
    `items(first: 9, needsAttention: ${wanted}) { totalCount nodes { organization { id } } }`;
  expect(await shown(id, served.owner, attention(true))).toEqual({
    items: {
      totalCount: 2,
      nodes: [{ organization: { id: bad.organizationId } }, { organization: { id: without } }],
    },
  });
  expect(await shown(id, served.owner, attention(false))).toEqual({
    items: { totalCount: 1, nodes: [{ organization: { id: good.organizationId } }] },
  });
});

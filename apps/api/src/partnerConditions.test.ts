/** What the api reads to answer any question names the partner, in the statement or by policies. */
import {
  collectPlans,
  partnerlessReads,
  type CollectedPlans,
  type CrossPartner,
} from '@keyway/testing';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { anOrganization, aRun, aServer, keyIn, type TestServer } from './testing/aServer.ts';
import { questions } from './testing/questions.ts';

/** Apart from these (docs/decisions/0099-partitions-and-shards.md). */
const CROSS_PARTNER: readonly CrossPartner[] = [
  { text: 'from data_key where wrapper', why: 'whether the sealing key opens what is stored' },
  { text: 'SELECT 1 FROM ONLY', why: 'PostgreSQL checks a foreign key' },
  { text: "where kind = 'BOOTSTRAP'", why: 'tokens that were configured, before a sign-in' },
  { text: 'where t.sha256 = $1', why: 'a token says whose it is' },
  { text: 'with old as (delete from vault_probe', why: 'drops what nobody waits for' },
];

let server: TestServer;
let collected: CollectedPlans;
beforeAll(async () => {
  server = await aServer({}, {}, async (database) => {
    collected = await collectPlans(database);
    return {};
  });
});
afterAll(async () => {
  collected.stop();
  await server.close();
});

it('every question of somebody who sees all, and of somebody who sees one organization', async () => {
  const { owner } = server;
  const { id: organizationId, imsOrgId } = await anOrganization(owner);
  const runId = await aRun(owner, organizationId);
  const step = { runId, track: 'AEP', step: 'ENTITLEMENT', statement: 'seen' };
  await owner.must('attestStep', step);
  await owner.must('provideKey', { runId, track: 'AEP', keyIdentifier: keyIn('a-vault') });
  const limited = await server.person('OPERATOR', undefined, [organizationId]);
  const all = questions({ ID: [organizationId, runId], String: [imsOrgId] });
  let answered = 0;
  for (const client of [owner, limited])
    for (const query of all) if (!(await client.raw({ query })).errors) answered += 1;
  expect(answered).toBeGreaterThan(all.length);
  const executed = collected.plans();
  expect(executed.length).toBeGreaterThan(100);
  const partnered = await collected.partnered();
  expect(partnerlessReads(executed, partnered, CROSS_PARTNER)).toEqual({ found: [], unused: [] });
});

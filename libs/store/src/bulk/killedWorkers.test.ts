/**
 * Processes that work on a bulk job and are killed or stopped at any moment: each item is done once
 * all the same, and a stopped one writes nothing when it continues.
 */
import { expect, it } from 'vitest';
import { DisturbedWorkers } from '../testing/disturbedWorkers.ts';

const workers = new DisturbedWorkers(400);

it('each item is done once by processes that are killed and stopped in the middle', async () => {
  const { database, member, organizations, once } = workers;
  const nothing = { track: null, reason: null };
  await workers.survive({ ...nothing, action: 'START_RUNS' });
  expect(await workers.entriesOf('runStarted')).toEqual(once);
  await workers.survive({ ...nothing, action: 'PROVIDE_KEYS' });
  expect(await workers.entriesOf('keyProvided')).toEqual(once);
  const ofStep = { track: 'AEP', step: 'ENTITLEMENT', reason: null } as const;
  const attestation = { statement: 'Contract C-1 names the add-on', reference: 'C-1' };
  await workers.survive({ ...ofStep, action: 'ATTEST_STEPS', attestation });
  expect(await workers.entriesOf('stepAttested')).toEqual(once);
  const owner = { memberId: member.id, name: member.name };
  await workers.survive({ ...nothing, action: 'ASSIGN', assignment: { owner } });
  expect(await workers.entriesOf('runAssigned')).toEqual(once);
  const handOff = { actor: 'AZURE_ADMIN', note: null, expiresAt: null } as const;
  const { id } = await workers.survive({ ...nothing, action: 'CREATE_HAND_OFFS', handOff });
  expect(await workers.entriesOf('handOffCreated')).toEqual(once);
  const [links] = await database.query(
    `select (select count(*)::int from bulk_link where job_id = '${id}') as links, count(*)::int as "handOffs", count(distinct run_id)::int as runs from hand_off`,
  );
  expect(links).toEqual({ links: organizations, handOffs: organizations, runs: organizations });
});

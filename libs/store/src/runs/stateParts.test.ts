/** The parts of a stored state are together what the core made, whoever wrote them. */
import { upcastRun, type Run } from '@keyway/core';
import { DrivenRun, withActorTexts } from '@keyway/core/testing';
import {
  aDatabase,
  aPartner,
  exampleFacts,
  type TestDatabase,
  type TestPartner,
} from '@keyway/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Store } from '../store.ts';
import { observationRows, storedState, wholeState, type Observations } from './stateParts.ts';

let database: TestDatabase;
let store: Store;
let partner: TestPartner;
beforeAll(async () => {
  database = await aDatabase();
  store = await database.store();
  partner = await aPartner(database, store);
});
afterAll(() => database.close());

const { run: prepared, events } = new DrivenRun().prepare();

it('gives the state back to the letter', () => {
  const rows = observationRows(events.at(-1)!, null, prepared);
  const observations: Observations = Object.fromEntries(
    rows.map(({ track, step, observation }) => [`${track}/${step}`, observation!]),
  );
  const stored = storedState(prepared);
  expect(stored.length).toBeLessThan(JSON.stringify(prepared).length / 2);
  const whole = wholeState(JSON.parse(stored), observations);
  expect(JSON.stringify(whole)).toBe(JSON.stringify(prepared));
});

it('takes a missing observation for an error, and not for a step that was never observed', () => {
  const stored: unknown = JSON.parse(storedState(prepared));
  expect(() => wholeState(stored, null)).toThrow('The observation of AEP/');
});

it('leaves a whole state as it is', () => {
  expect(wholeState(prepared, null)).toEqual(prepared);
  expect(wholeState(null, null)).toBeNull();
});

interface Row {
  state: { planVersion: number };
  plan_version: number;
}
const rowOf = async (id: string): Promise<Row> =>
  (await database.query<Row>('select state, plan_version from run where id = $1', [id]))[0]!;

async function prepare(): Promise<Run> {
  const { run } = await partner.run((await partner.organization()).id);
  return (await partner.play(run.id, (builder) => builder.at('approval'))).run;
}

describe('a run that plan version 4 wrote, whole', () => {
  async function asVersion4Wrote(run: Run): Promise<void> {
    await database.query('update run set plan_version = 4, state = $2 where id = $1', [
      run.id,
      JSON.stringify({ ...(withActorTexts(run) as Run), planVersion: 4 }),
    ]);
    await database.query('update step_look set observation = null where run_id = $1', [run.id]);
  }

  it('is read as it is, and written in parts by its next event', async () => {
    const run = await prepare();
    await asVersion4Wrote(run);
    const read = (await store.system().run(run.id))!.run;
    expect(JSON.stringify(read)).toBe(JSON.stringify(run));
    const after = await partner.play(run.id, (builder) =>
      builder.apply('runCancelled', { reason: 'Not wanted.' }),
    );
    expect(await rowOf(run.id)).toMatchObject({ plan_version: 6, state: { planVersion: 6 } });
    expect(after.run.tracks.AEP.steps.KEY?.facts).toEqual(run.tracks.AEP.steps.KEY?.facts);
  });

  it('has the read models that its state says', async () => {
    const run = await prepare();
    await asVersion4Wrote(run);
    await database.query('update run set summary = null, summary_version = null where id = $1', [
      run.id,
    ]);
    expect(await store.system().rebuildReadModels()).toBe(1);
    expect(upcastRun((await rowOf(run.id)).state)).toEqual(run);
  });
});

describe('a run that plan version 5 wrote, with who acted as text', () => {
  it('is read with its actors, and written with them by its next event', async () => {
    const run = await prepare();
    const { state } = await rowOf(run.id);
    const old = { ...(withActorTexts(state) as object), planVersion: 5 };
    expect(JSON.stringify(old)).toContain('"by":"Olga Operator (console)"');
    await database.query('update run set plan_version = 5, state = $2 where id = $1', [
      run.id,
      JSON.stringify(old),
    ]);
    expect((await store.system().run(run.id))!.run).toEqual(run);
    await partner.play(run.id, (builder) => builder.apply('runCancelled', { reason: 'No.' }));
    expect(await rowOf(run.id)).toMatchObject({
      plan_version: 6,
      state: {
        planVersion: 6,
        cancelled: { by: { name: 'Olga Operator', origin: 'console' } },
        tracks: {
          AEP: {
            steps: { ENTITLEMENT: { attestation: run.tracks.AEP.steps.ENTITLEMENT!.attestation } },
          },
        },
      },
    });
  });
});

it('writes of an observation no more than its own step', async () => {
  const run = await prepare();
  const versions = () =>
    database.query<{ step: string; xmin: string }>(
      `select step, xmin::text from step_look where run_id = $1 and track = 'AEP' order by step`,
      [run.id],
    );
  const before = await versions();
  const facts = exampleFacts(run, 'AEP', 'VAULT');
  if (facts.step !== 'VAULT' || facts.vault.outcome !== 'seen') throw new Error('No vault.');
  const value = { ...facts.vault.value, enablePurgeProtection: false };
  const seen = { ...facts, vault: { ...facts.vault, value } };
  await partner.play(run.id, (builder) => builder.observe('vault', 'AEP', seen));
  const after = await versions();
  const changed = after.filter(({ xmin }, index) => xmin !== before[index]!.xmin);
  expect(changed.map(({ step }) => step)).toEqual(['VAULT']);
});

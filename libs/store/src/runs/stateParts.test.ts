/** The parts of a stored state are together what the core made, whoever wrote them. */
import { hash } from 'node:crypto';
import { upcastRun, type Run } from '@keyway/core';
import { DrivenRun, withActorTexts } from '@keyway/core/testing';
import {
  aDatabase,
  aPartner,
  type TestDatabase,
  type TestPartner,
  observedVault,
  requireApplied,
} from '@keyway/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Store } from '../store.ts';
import { DICTIONARIES } from './packingDictionaries.ts';
import { packJson, unpackJson } from './packedJson.ts';
import { observationRows, packedState, wholeState, type Observations } from './stateParts.ts';

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

const PACKED = { planVersion: 9, packed: true };
const packed = (run: Run): string => packedState(run).toString('hex');
const unpacked = (bytes: Uint8Array | null): unknown =>
  JSON.parse(unpackJson('state', Buffer.from(bytes!).toString('hex')));
/** As a whole state in its column. */
const whole = (state: unknown) => ({ state, packedState: null, observations: null });

it('gives the state back to the letter', () => {
  const rows = observationRows([events.at(-1)!], null, prepared);
  const observations: Observations = Object.fromEntries(
    rows.map((row) => [`${row.track}/${row.step}`, row.packed!]),
  );
  const packedHex = packed(prepared);
  const again = wholeState({ state: PACKED, packedState: packedHex, observations });
  expect(JSON.stringify(again)).toBe(JSON.stringify(prepared));
  const written = [packedHex, ...Object.values(observations)].join('').length / 2;
  expect(written).toBeLessThan(JSON.stringify(prepared).length / 8);
});

it('takes a missing observation for an error, and not for a step that was never observed', () => {
  const stored = { state: PACKED, packedState: packed(prepared), observations: null };
  expect(() => wholeState(stored)).toThrow('The observation of AEP/');
});

it('takes what is packed for the state only where the state says so', () => {
  const packedHex = packed(prepared);
  const changed = { ...prepared, version: 99 };
  expect(wholeState({ ...whole(changed), packedState: packedHex })).toEqual(changed);
  expect(() => upcastRun(wholeState(whole(PACKED)))).toThrow();
});

it.each([
  ['state', 'c87e3e10ac46781bbec031b8d8f9b9c836c13eae74405441e227411f883b74e3'],
  ['observation', 'c39ad8d822386cc17f206c00bae388716eea552662f973652eac34bef3334fcb'],
] as const)('has the dictionary that every %s was packed with', (packing, sha256) => {
  expect(hash('sha256', DICTIONARIES[1]![packing])).toBe(sha256);
});

it('refuses what a newer version packed', () => {
  const newer = packJson('state', '{}');
  newer[0] = 2;
  expect(() => unpackJson('state', newer.toString('hex'))).toThrow('newer than this program');
});

it('leaves a whole state as it is', () => {
  expect(wholeState(whole(prepared))).toEqual(prepared);
  expect(wholeState(whole(null))).toBeNull();
});

interface Row {
  state: unknown;
  packed_state: Uint8Array | null;
  plan_version: number;
}
const rowOf = async (id: string): Promise<Row> =>
  (
    await database.query<Row>('select state, packed_state, plan_version from run where id = $1', [
      id,
    ])
  )[0]!;

/** Observations as they were written before they were packed. */
async function asJson(runId: string): Promise<void> {
  const rows = await database.query<{ step: string; track: string; packed: string }>(
    `select track, step, encode(packed, 'hex') as packed from step_look where run_id = $1 and packed is not null`,
    [runId],
  );
  for (const { track, step, packed: hex } of rows)
    await database.query(
      'update step_look set packed = null, observation = $4 where run_id = $1 and track = $2 and step = $3',
      [runId, track, step, unpackJson('observation', hex)],
    );
}

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
    await database.query('update step_look set packed = null where run_id = $1', [run.id]);
  }

  it('is read as it is, and written in parts by its next event', async () => {
    const run = await prepare();
    await asVersion4Wrote(run);
    const read = (await store.system().run(run.id))!.run;
    expect(JSON.stringify(read)).toBe(JSON.stringify(run));
    const after = await partner.play(run.id, (builder) =>
      builder.apply('runCancelled', { reason: 'Not wanted.' }),
    );
    expect(await rowOf(run.id)).toMatchObject({ plan_version: 9, state: PACKED });
    expect(after.run.tracks.AEP.steps.KEY?.facts).toEqual(run.tracks.AEP.steps.KEY?.facts);
  });

  it('has the read models that its state says', async () => {
    const run = await prepare();
    await asVersion4Wrote(run);
    await database.query('update run set summary_version = null where id = $1', [run.id]);
    expect(await store.system().rebuildReadModels()).toBe(1);
    expect(upcastRun((await rowOf(run.id)).state)).toEqual(run);
  });
});

describe('a run that plan version 5 wrote, with who acted as text', () => {
  it('is read with its actors, and written with them by its next event', async () => {
    const run = await prepare();
    const state = unpacked((await rowOf(run.id)).packed_state);
    await asJson(run.id);
    const old = { ...(withActorTexts(state) as object), planVersion: 5 };
    expect(JSON.stringify(old)).toContain('"by":"Olga Operator (console)"');
    await database.query('update run set plan_version = 5, state = $2 where id = $1', [
      run.id,
      JSON.stringify(old),
    ]);
    expect((await store.system().run(run.id))!.run).toEqual(run);
    await partner.play(run.id, (builder) => builder.apply('runCancelled', { reason: 'No.' }));
    const after = await rowOf(run.id);
    expect(after).toMatchObject({ plan_version: 9, state: PACKED });
    expect(unpacked(after.packed_state)).toMatchObject({
      planVersion: 9,
      cancelled: { by: { name: 'Olga Operator', origin: 'console' } },
      tracks: {
        AEP: {
          steps: { ENTITLEMENT: { attestation: run.tracks.AEP.steps.ENTITLEMENT!.attestation } },
        },
      },
    });
  });
});

describe('a state or an observation that is written by hand', () => {
  it('counts in place of the packed one, until the next event packs it', async () => {
    const run = await prepare();
    await asJson(run.id);
    const { state, tracks } = {
      state: { ...run, organization: { ...run.organization, name: 'By hand' } },
      tracks: run.tracks,
    };
    await database.query('update run set state = $2 where id = $1', [
      run.id,
      JSON.stringify(state),
    ]);
    expect((await store.system().run(run.id))!.run).toEqual(state);
    const after = await partner.play(run.id, (builder) =>
      builder.apply('runCancelled', { reason: 'No.' }),
    );
    expect(after.run.organization.name).toBe('By hand');
    expect(after.run.tracks.AEP.steps.KEY?.facts).toEqual(tracks.AEP.steps.KEY?.facts);
    expect(await rowOf(run.id)).toMatchObject({ state: PACKED });
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
  await requireApplied(store, run.id, observedVault(run, false));
  const after = await versions();
  const changed = after.filter(({ xmin }, index) => xmin !== before[index]!.xmin);
  expect(changed.map(({ step }) => step)).toEqual(['VAULT']);
});

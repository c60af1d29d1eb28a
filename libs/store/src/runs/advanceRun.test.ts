/**
 * The write path (docs/reference/run.md, rules 1, 2, 6): atomic, one writer at a time, and each
 * event once.
 */
import { randomUUID } from 'node:crypto';
import { parseActor, transition, type Run, type RunEvent } from '@keyway/core';
import {
  requireAccepted,
  requireApplied,
  anOccurrence,
  aDatabase,
  aPartner,
  continuing,
  requireDone,
  OPERATOR,
  WORKER,
  type TestDatabase,
  type TestPartner,
} from '@keyway/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Store, StoredRun } from '../index.ts';

let database: TestDatabase;
let store: Store;
let partner: TestPartner;

beforeAll(async () => {
  database = await aDatabase();
  store = await database.store();
  partner = await aPartner(database, store);
});
afterAll(() => database.close());

async function begun(): Promise<Run> {
  const organization = await partner.organization();
  return (await partner.run(organization.id)).run;
}
const attested = (id = randomUUID(), at = new Date().toISOString()): RunEvent => ({
  ...{ id, at, actor: OPERATOR, kind: 'stepAttested' },
  data: { track: 'AEP', step: 'ENTITLEMENT', statement: 'Bought.', reference: 'PO-1' },
});
const rowsOf = (runId: string) =>
  database.query<{ entries: number; effects: number; version: number }>(
    `select (select count(*)::int from history_entry where run_id = $1) as entries, (select count(*)::int from effect where run_id = $1) as effects,
       version from run where id = $1`,
    [runId],
  );

describe('advanceRun', () => {
  it('saves run, steps, history and effects of an event together', async () => {
    const run = await begun();
    const result = await store.system().advance(run.id, attested());
    if (!('run' in result)) throw new Error(JSON.stringify(result));
    expect(result.applied).toBe(true);
    const [row] = await rowsOf(run.id);
    expect(row).toMatchObject({ entries: 2, version: 2 });
    expect((await store.system().run(run.id))!.run).toEqual(result.run.run);
    const steps = await database.query<{ step: string }>(
      `select step from run_step where run_id = $1 and track = 'AEP' order by step`,
      [run.id],
    );
    // ENTITLEMENT is done, and what it locked is open.
    const { AEP } = result.run.run.tracks;
    const open = Object.entries(AEP.steps).filter(
      ([, { status }]) => !/^(LOCKED|DONE)$/.test(status),
    );
    expect(open.length).toBeGreaterThan(0);
    expect(steps.map(({ step }) => step)).toEqual(open.map(([step]) => step).toSorted());
    // APP_REGISTRATION is observed automatically as soon as ENTITLEMENT is done.
    const effects = await database.query<{ slot: string }>(
      'select slot from effect where run_id = $1',
      [run.id],
    );
    expect(effects).toEqual([{ slot: 'observe:AEP:APP_REGISTRATION' }]);
  });

  it('keeps the state exactly as the core made it, order of keys included', async () => {
    const run = await begun();
    for (const event of continuing(run).at('approval').events) {
      const made = await requireApplied(store, run.id, event);
      const stored = (await store.system().run(run.id))?.run;
      expect(JSON.stringify(stored)).toBe(JSON.stringify(made));
    }
  });

  it('applies an event once however often it is delivered', async () => {
    const run = await begun();
    const event = attested();
    await store.system().advance(run.id, event);
    const again = await store.system().advance(run.id, event);
    expect(again).toMatchObject({ applied: false, run: { run: { version: 2 } } });
    expect(await rowsOf(run.id)).toMatchObject([{ entries: 2, version: 2 }]);
  });

  it('applies an event once when it is delivered many times at once', async () => {
    const run = await begun();
    const event = attested();
    const results = await Promise.all(
      Array.from({ length: 8 }, () => store.system().advance(run.id, event)),
    );
    expect(results.filter((result) => 'applied' in result && result.applied)).toHaveLength(1);
    expect(await rowsOf(run.id)).toMatchObject([{ entries: 2, version: 2 }]);
  });

  it('serializes writers: none overwrites what another wrote', async () => {
    const run = await begun();
    const tracks = ['AEP', 'CJA'] as const;
    const events = tracks.map(
      (track): RunEvent =>
        ({
          ...attested(),
          data: { track, step: 'ENTITLEMENT', statement: 'Bought.', reference: null },
        }) as RunEvent,
    );
    const second = await database.store();
    await Promise.all(
      events.map((event, index) => (index === 0 ? store : second).system().advance(run.id, event)),
    );
    const after = await store.system().run(run.id);
    expect(tracks.map((track) => after?.run.tracks[track].steps.ENTITLEMENT?.status)).toEqual([
      'DONE',
      'DONE',
    ]);
    expect(after?.run.version).toBe(3);
    expect(await partner.store.verifyHistory(run.organization.id)).toMatchObject({ ok: true });
  });

  it('writes nothing of a refused event', async () => {
    const run = await begun();
    const [before] = await rowsOf(run.id);
    const event: RunEvent = {
      ...anOccurrence(),
      kind: 'approvalRequested',
      data: { track: 'AEP', principal: OPERATOR.principal },
    };
    expect(await store.system().advance(run.id, event)).toMatchObject({
      refusal: { code: 'STEP_LOCKED' },
    });
    expect(await rowsOf(run.id)).toEqual([before]);
  });

  it('writes nothing where any part fails', async () => {
    const run = await begun();
    const [before] = await rowsOf(run.id);
    await database.query(
      `alter table effect add constraint broken check (run_id <> '${run.id}') not valid`,
    );
    await expect(store.system().advance(run.id, attested())).rejects.toThrow(/broken/);
    expect(await rowsOf(run.id)).toEqual([before]);
    await database.query('alter table effect drop constraint broken');
    expect(await store.system().advance(run.id, attested())).toMatchObject({ applied: true });
    expect(await partner.store.verifyHistory(run.organization.id)).toMatchObject({ ok: true });
  });

  it('records an observation without changes, with neither a version nor history', async () => {
    const run = await begun();
    const played = await partner.play(run.id, (builder) => builder.at('network'));
    const [before] = await rowsOf(run.id);
    const observation = continuing(played.run).observe('vault').events[0]!;
    const again = {
      ...observation,
      id: randomUUID(),
      at: new Date(Date.parse(observation.at) + 60_000).toISOString(),
    };
    expect(await store.system().advance(run.id, again)).toMatchObject({ applied: false });
    expect(await rowsOf(run.id)).toMatchObject([
      { entries: before!.entries, version: before!.version },
    ]);
    const observations = await partner.store.observations([run.id]);
    expect(
      observations.find(({ track, step }) => track === 'AEP' && step === 'VAULT')?.observedAt,
    ).toBe(again.at);
  });

  it('keeps the order of times the order of the chain', async () => {
    const run = await begun();
    await store.system().advance(run.id, attested(randomUUID(), '2020-01-01T00:00:00.000Z'));
    const { edges } = await partner.store.history({ first: 10 }, { runId: run.id });
    expect(edges[0]?.node.at).toBe(edges[1]?.node.at);
    expect((await store.system().run(run.id))?.run.updatedAt).toBe(edges[0]?.node.at);
  });

  it('takes in texts that PostgreSQL cannot hold', async () => {
    const run = await begun();
    const event = {
      ...attested(),
      data: {
        track: 'AEP',
        step: 'ENTITLEMENT',
        statement: 'nul \0 and \ud800 alone',
        reference: null,
      },
    } as RunEvent;
    expect(await store.system().advance(run.id, event)).toMatchObject({ applied: true });
    const entry = await partner.store.historyEntry(event.id);
    expect(entry?.data).toMatchObject({ statement: 'nul \ufffd and \ufffd alone' });
    expect(await partner.store.verifyHistory(run.organization.id)).toMatchObject({ ok: true });
  });

  it('answers runs that are not there as missing', async () => {
    for (const id of [randomUUID(), 'nonsense', '']) {
      expect(await store.system().advance(id, attested())).toMatchObject({
        refusal: { code: 'NOT_FOUND', field: ['runId'] },
      });
    }
  });

  it('makes a state that is the fold of its history', async () => {
    const run = await begun();
    const played = await partner.play(run.id, (builder) => builder.completed());
    const { edges } = await partner.store.history({ first: 100 }, { runId: run.id });
    const folded = edges.toReversed().reduce<Run | null>((state, { node }) => {
      const actor = { principal: node.principal, ...parseActor(node.actor, node.principal) };
      const outcome = transition(state, {
        id: node.id,
        at: node.at,
        actor,
        kind: node.kind,
        data: node.data,
      } as RunEvent);
      if ('refusal' in outcome) throw new Error(outcome.refusal.code);
      return outcome.run;
    }, null);
    expect(folded).toEqual(played.run);
    expect(played.status).toBe('COMPLETED');
  });
});

describe('one configuration an organization (run rule 6)', () => {
  it('is kept with the first send, and a second run of the organization cannot send', async () => {
    const run = await begun();
    await partner.play(run.id, (builder) => builder.at('activation'));
    const kept = await database.query<{ run_id: string }>(
      'select run_id from configuration where organization_id = $1',
      [run.organization.id],
    );
    expect(kept).toEqual([{ run_id: run.id }]);
    await expect(
      database.query(
        `insert into configuration select organization_id, partner_id, run_id, 'other', now() from configuration where run_id = $1`,
        [run.id],
      ),
    ).rejects.toThrow(/duplicate key/);
  });

  it.each(['before the request', 'before the send'])(
    'refuses where another run holds it, though the run itself would send: %s',
    async (when) => {
      const run = await begun();
      const ready = await partner.play(run.id, (builder) => builder.at('submission'));
      const other = await begun();
      const hold = () =>
        database.query('insert into configuration values ($1, $2, $3, $4, now())', [
          run.organization.id,
          partner.partnerId,
          other.id,
          'other',
        ]);
      const builder = continuing(ready.run).apply('submissionRequested', {
        ...{
          submissionId: randomUUID(),
          configurationName: 'keyway-cmk',
          confirmImsOrgId: run.organization.imsOrgId,
        },
      });
      const [requested, reread] = builder.reread().events;
      if (when === 'before the request') await hold();
      else {
        await store.system().advance(run.id, requested!);
        await hold();
      }
      const last = when === 'before the request' ? requested! : reread!;
      expect(await store.system().advance(run.id, last)).toMatchObject({
        refusal: { code: 'ALREADY_SUBMITTED' },
      });
    },
  );

  it('is kept with an attested submission, and the organization gets no further run, also where its run is gone from sight', async () => {
    const organization = await partner.organization();
    const started = await partner.store.mutate(
      { principal: 'p', operation: 'startRun', input: null },
      (unit) => unit.runs.start(organization.id, anOccurrence()),
    );
    const { run } = requireDone<{ run: StoredRun }>(requireAccepted(started)).run;
    await partner.play(run.id, (builder) => builder.at('activation'));
    expect(
      await database.query(
        'select run_id, submission_id from configuration where organization_id = $1',
        [run.organization.id],
      ),
    ).toEqual([{ run_id: run.id, submission_id: 'attested' }]);
    await database.query(
      `update run set status = 'CANCELLED', state = jsonb_set($2::jsonb, '{cancelled}', '{"at":"","reason":"","by":""}') where id = $1`,
      [run.id, JSON.stringify((await store.system().run(run.id))!.run)],
    );
    const start = await partner.store.mutate(
      { principal: 'p', operation: 'startRun', input: null },
      (unit) => unit.runs.start(run.organization.id, anOccurrence()),
    );
    expect(requireAccepted(start)).toMatchObject({
      refusal: { code: 'ALREADY_SUBMITTED', field: ['organizationId'] },
    });
  });

  it('is free again after a definite no', async () => {
    const run = await begun();
    await partner.play(run.id, (builder) => {
      const submissionId = randomUUID();
      builder.at('submission');
      builder.apply('submissionRequested', {
        submissionId,
        configurationName: 'keyway-cmk',
        confirmImsOrgId: run.organization.imsOrgId,
      });
      builder.reread().apply('configurationSending', { submissionId, send: 1 }, WORKER);
      const failure = {
        kind: 'rejected',
        message: 'no',
        status: 400,
        code: null,
        permission: null,
        retryAfterSeconds: null,
      } as const;
      builder.apply(
        'configurationSendFailed',
        { submissionId, during: 'send', definite: true, failure, attempt: 0, timeScale: 1 },
        WORKER,
      );
    });
    expect(await database.query('select 1 from configuration where run_id = $1', [run.id])).toEqual(
      [],
    );
  });
});

describe('startRun', () => {
  it('refuses a second run while one is open or completed, and allows one after a cancelled one', async () => {
    const run = await begun();
    const start = () =>
      partner.store.mutate({ principal: 'p', operation: 'startRun', input: null }, (unit) =>
        unit.runs.start(run.organization.id, anOccurrence()),
      );
    expect(requireAccepted(await start())).toMatchObject({ refusal: { code: 'RUN_EXISTS' } });
    await partner.play(run.id, (builder) =>
      builder.apply('runCancelled', { reason: 'Begun by mistake.' }),
    );
    const next = requireDone<{ run: StoredRun }>(requireAccepted(await start())).run;
    expect(next.run.id).not.toBe(run.id);
    expect(
      (await partner.store.currentRuns([run.organization.id])).get(run.organization.id)?.run.id,
    ).toBe(next.run.id);
    await partner.play(next.run.id, (builder) => builder.completed());
    expect(requireAccepted(await start())).toMatchObject({ refusal: { code: 'RUN_EXISTS' } });
  });

  it('starts one run where many ask at once', async () => {
    const organization = await partner.organization();
    const outcomes = await Promise.all(
      Array.from({ length: 6 }, () =>
        partner.store.mutate({ principal: 'p', operation: 'startRun', input: null }, (unit) =>
          unit.runs.start(organization.id, anOccurrence()),
        ),
      ),
    );
    const results = outcomes.map((outcome) => requireAccepted(outcome));
    expect(results.filter((result) => 'run' in result)).toHaveLength(1);
    expect(
      results.filter((result) => 'refusal' in result && result.refusal.code === 'RUN_EXISTS'),
    ).toHaveLength(5);
  });
});

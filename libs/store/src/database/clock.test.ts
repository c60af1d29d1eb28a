/**
 * Machines whose clocks are wrong: what is written bears the database's time, and an entry of the
 * future freezes nothing.
 */
import { randomUUID } from 'node:crypto';
import type { RunEvent } from '@keyway/core';
import {
  aDatabase,
  aMember,
  aPartner,
  requireAccepted,
  requireDone,
  OPERATOR,
  WORKER,
  type TestDatabase,
  type TestPartner,
} from '@keyway/testing';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { Clock } from './clock.ts';
import type { Store } from '../store.ts';

const HOUR = 3_600_000;

let database: TestDatabase;
let store: Store;
let partner: TestPartner;
let warnings: string[];

beforeAll(async () => {
  database = await aDatabase();
  warnings = [];
  store = await database.store({ now: undefined, onWarning: (message) => warnings.push(message) });
  partner = await aPartner(database, store);
});
afterEach(() => vi.restoreAllMocks());
afterAll(() => database.close());

/** This process's clock goes wrong. */
function skew(milliseconds: number): void {
  const real = Date.now.bind(Date);
  vi.spyOn(Date, 'now').mockImplementation(() => real() + milliseconds);
}
const databaseTime = async (): Promise<number> =>
  (await database.query<{ now: Date }>('select clock_timestamp() as now'))[0]!.now.getTime();
const attest = (ahead: number): RunEvent => ({
  id: randomUUID(),
  at: new Date(Date.now() + ahead).toISOString(),
  actor: WORKER,
  kind: 'stepAttested',
  data: { track: 'AEP', step: 'ENTITLEMENT', statement: 'Bought.', reference: null },
});
const effectsOf = (runId: string) =>
  database
    .query<{ due_at: Date }>('select due_at from effect where run_id = $1 order by due_at', [runId])
    .then((rows) => rows.map((row) => row.due_at.getTime()));

describe('a process whose clock is an hour ahead', () => {
  it('writes the database’s time, asks for nothing an hour away, and warns of it', async () => {
    const organization = await partner.organization();
    const { run } = await partner.run(organization.id);
    skew(HOUR);
    const before = await databaseTime();
    const event = attest(HOUR);
    const advanced = await store.system().advance(run.id, event);
    const after = await databaseTime();
    expect(advanced).toMatchObject({ applied: true });
    const entry = await partner.store.historyEntry(event.id);
    expect(Date.parse(entry!.at)).toBeGreaterThanOrEqual(before);
    expect(Date.parse(entry!.at)).toBeLessThanOrEqual(after);
    const due = await effectsOf(run.id);
    expect(due.length).toBeGreaterThan(0);
    for (const at of due) expect(at).toBeLessThanOrEqual(after + 1);
    const [claimed] = await store.queue.claim(10);
    expect(claimed?.runId).toBe(run.id);
    // What the worker's clock says of later is so much later.
    await store.queue.postpone(claimed!.lease, new Date(Date.now() + 5_000).toISOString());
    expect(Math.max(...(await effectsOf(run.id)))).toBeLessThan((await databaseTime()) + 6_000);
    expect(store.clockSkewSeconds()).toBeGreaterThan(3_500);
    expect(Math.abs(store.now().getTime() - (await databaseTime()))).toBeLessThan(60_000);
    expect(warnings.join()).toMatch(/3\d{3} s ahead of the database/);
    // A worker serves no figures; the api shows what it reported.
    await store.queue.report();
    const depth = await store.monitoring.depth();
    expect(depth.workers).toBe(1);
    expect(depth.workerSkewSeconds).toBeGreaterThan(3_500);
  });

  it('does not begin tokens and sessions in the future', async () => {
    skew(HOUR);
    const member = await aMember(store, partner.partnerId, { name: 'Paula' });
    const session = await store
      .system()
      .createSession(member.id, { idleSeconds: 600, longestSeconds: 600 });
    expect(Date.parse(session.expiresAt)).toBeLessThan((await databaseTime()) + 601_000);
    vi.restoreAllMocks();
    expect((await store.system().authenticateSession(session.token))?.id).toBe(member.id);
  });
});

describe('a process whose clock is an hour behind', () => {
  it('claims what is due and keeps sessions that last', async () => {
    const organization = await partner.organization();
    const { run } = await partner.run(organization.id);
    await store.system().advance(run.id, attest(0));
    const member = await aMember(store, partner.partnerId, { name: 'Omar' });
    const session = await store
      .system()
      .createSession(member.id, { idleSeconds: 600, longestSeconds: 600 });
    skew(-HOUR);
    expect((await store.queue.claim(50)).map(({ runId }) => runId)).toContain(run.id);
    expect((await store.system().authenticateSession(session.token))?.id).toBe(member.id);
    expect((await store.monitoring.depth()).oldestDueSeconds).toBeLessThan(600);
  });
});

describe('an organization whose last entry bears an instant of the future', () => {
  it('continues: in order, with what is due in due time', async () => {
    const organization = await partner.organization();
    const { run } = await partner.run(organization.id);
    // As an earlier version left it whose clock was ahead.
    await database.query(
      `update chain_head set at = at + interval '1 hour', written_at = null where chain_id = $1`,
      [organization.id],
    );
    const events = [
      attest(0),
      {
        ...attest(0),
        kind: 'verificationRequested',
        data: { track: null, step: null },
      } as RunEvent,
    ];
    for (const event of events) await store.system().advance(run.id, event);
    const times = await Promise.all(
      events.map(async ({ id }) => Date.parse((await partner.store.historyEntry(id))!.at)),
    );
    expect(times[0]).toBeGreaterThan((await databaseTime()) + HOUR / 2);
    expect(times[1]).toBeGreaterThanOrEqual(times[0]!);
    for (const at of await effectsOf(run.id))
      expect(at).toBeLessThan((await databaseTime()) + 60_000);
    const connected = await partner.store.mutate(
      { principal: OPERATOR.principal, operation: 'cancel', input: null },
      (unit) =>
        unit.runs.advance(run.id, {
          ...attest(0),
          kind: 'runCancelled',
          data: { reason: 'Done with it.' },
        }),
    );
    expect(requireDone(requireAccepted(connected))).toHaveProperty('run');
    expect(await partner.store.verifyHistory(organization.id)).toMatchObject({ ok: true });
  });
});

describe('place and due', () => {
  const clock = new Clock(null, () => undefined);
  const now = new Date('2030-01-01T10:00:00.000Z');
  const at = (minutes: number): Date => new Date(now.getTime() + minutes * 60_000);
  const said = '2030-01-01T23:00:00.000Z';

  it('is now, whatever a process says', () => {
    expect(clock.nextInstant(said, { at: at(-1), now, writtenAt: at(-1) })).toBe(now.toISOString());
    expect(clock.due({ afterSeconds: 60 }, now.toISOString(), now, 1)).toBe(at(1).toISOString());
  });

  it('continues at half its pace from an entry of the future until it is the present', () => {
    expect(clock.nextInstant(said, { at: at(60), now, writtenAt: at(-20) })).toBe(
      at(70).toISOString(),
    );
    expect(clock.nextInstant(said, { at: at(60), now, writtenAt: null })).toBe(
      at(60).toISOString(),
    );
    expect(clock.nextInstant(said, { at: at(1), now: at(10), writtenAt: at(-600) })).toBe(
      at(10).toISOString(),
    );
  });

  it('waits as long as asked for, and for an instant until the chain has reached it', () => {
    const ahead = at(60).toISOString();
    expect(clock.due({ afterSeconds: 60 }, ahead, now, 1)).toBe(at(1).toISOString());
    expect(clock.due({ atLeastSeconds: 60 }, ahead, now, 0.01)).toBe(at(1).toISOString());
    expect(clock.due({ at: at(65).toISOString() }, ahead, now, 1)).toBe(at(10).toISOString());
    expect(clock.due({ at: at(300).toISOString() }, ahead, now, 1)).toBe(at(300).toISOString());
    expect(clock.due({ at: at(30).toISOString() }, ahead, now, 1)).toBe(now.toISOString());
  });
});

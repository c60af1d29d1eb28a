/** A request that nobody can decide any more is read, and who made it hears of the decision. */
import { randomUUID } from 'node:crypto';
import type { EventActor, TrackId } from '@keyway/core';
import { anOccurrence, observedVault, requireApplied, requireDone } from '@keyway/testing';
import { enableOnlyProtections, PUT_CHAT } from '@keyway/store/testing';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { actorOf, InboxWorld, type Person } from '../testing/inboxWorld.ts';
import { deriveItems } from './deriveItems.ts';

const world = new InboxWorld();
let ana: Person;
let olga: Person;
beforeAll(async () => {
  await world.open();
  [ana, olga] = [await world.person('Ana', 'APPROVER'), await world.person('Olga', 'APPROVER')];
});
afterAll(world.close);
const { person, happens, derive, writeAs } = world;

const ASKED = 'APPROVAL_REQUESTED APPROVAL Ben';

/** A run at its approval, requested by somebody. */
async function requested(by: EventActor, of = world.ours, track: TrackId = 'AEP') {
  const { organization, runId } = await world.aRunOf(of);
  await of.play(runId, (builder) => builder.at('approval', track));
  await request(runId, by, track);
  return { organization, runId, imsOrgId: organization.imsOrgId };
}
const request = (runId: string, by: EventActor, track: TrackId = 'AEP') =>
  happens(runId, 'approvalRequested', { track, principal: by.principal }, by);
const grant = ({ runId, imsOrgId }: { runId: string; imsOrgId: string }, by: Person) => {
  const decision = { track: 'AEP', confirmImsOrgId: imsOrgId, comment: null } as const;
  return happens(
    runId,
    'approvalGranted',
    { ...decision, principal: by.principal },
    actorOf(by, 'Ana'),
  );
};
const refuse = (runId: string, by: EventActor) => {
  const decision = { track: 'AEP', reason: 'Not this key.' } as const;
  return happens(runId, 'approvalRefused', { ...decision, principal: by.principal }, by);
};
const runOf = async (runId: string, of = world.ours) => (await of.store.run(runId))!.run;

/** Unread requests of the run, by whose they are. */
async function unread(runId: string): Promise<string[]> {
  const rows = await world.database.query<{ name: string | null }>(
    `select m.name from inbox_item i left join member m on m.id = i.member_id
     where i.run_id = $1 and i.kind = 'APPROVAL_REQUESTED' and i.read_at is null order by m.name`,
    [runId],
  );
  return rows.map(({ name }) => name ?? 'chat');
}
const noticesOf = async (runId: string): Promise<string[]> => {
  const rows = await world.database.query<{ text: string }>(
    `select concat_ws(' ', m.name, i.kind, i.track, i.step) as text from inbox_item i join member m on m.id = i.member_id
     where i.run_id = $1 and i.kind in ('APPROVAL_GRANTED', 'APPROVAL_REFUSED') order by 1`,
    [runId],
  );
  return rows.map(({ text }) => text);
};

type Asked = Awaited<ReturnType<typeof requested>>;
/** Every way in which a request ends, with whose notice it is. */
const ENDS: readonly [string, (asked: Asked, ben: EventActor) => Promise<unknown>, string[]][] = [
  ['granted', (asked) => grant(asked, ana), ['Ben APPROVAL_GRANTED AEP APPROVAL']],
  [
    'refused',
    ({ runId }) => refuse(runId, actorOf(olga, 'Olga')),
    ['Ben APPROVAL_REFUSED AEP APPROVAL'],
  ],
  ['taken back', ({ runId }, ben) => refuse(runId, ben), []],
  [
    'voided by what was observed',
    async ({ runId }) =>
      requireApplied(world.store, runId, observedVault(await runOf(runId), false)),
    [],
  ],
  [
    'voided by another key',
    ({ runId }, ben) => {
      const keyIdentifier = `https://other-vault.vault.azure.net/keys/cmk/${'0'.repeat(32)}`;
      const key = { track: 'AEP', keyIdentifier, vaultResourceId: null } as const;
      return happens(runId, 'keyProvided', key, ben);
    },
    [],
  ],
  [
    'voided by a looser policy',
    async ({ runId, organization }) => {
      const set = async (change: { approvalValidForSeconds: number }) => {
        const { id: organizationId } = organization;
        await world.write(world.ours, (unit) =>
          unit.policies.set({ organizationId, change }, anOccurrence()),
        );
        await world.store.system().applyPolicyChanges();
      };
      await set({ approvalValidForSeconds: 30 * 86_400 });
      expect((await runOf(runId)).tracks.AEP.approval?.status).toBe('void');
    },
    [],
  ],
  [
    'on a run that is cancelled',
    ({ runId }, ben) => happens(runId, 'runCancelled', { reason: 'By mistake.' }, ben),
    [],
  ],
];

describe('a request for an approval', () => {
  it.each(ENDS)('that is %s is read for everybody', async (_end, end, notices) => {
    const asks = await person('Ben');
    const ben = actorOf(asks, 'Ben');
    const asked = await requested(ben);
    await derive();
    expect(await unread(asked.runId)).toEqual(['Ana', 'Olga']);
    await end(asked, ben);
    await derive();
    expect(await unread(asked.runId)).toEqual([]);
    expect(await noticesOf(asked.runId)).toEqual(notices);
    expect(await ana.inbox()).toContain(ASKED);
  });

  it('of which nobody heard before it ended comes into no inbox', async () => {
    const ben = actorOf(await person('Ben'), 'Ben');
    const asked = await requested(ben);
    await refuse(asked.runId, ben);
    await derive();
    const items = await world.database.query('select from inbox_item where run_id = $1', [
      asked.runId,
    ]);
    expect(items).toEqual([]);
  });

  it('stays unread while it waits, whatever else changes on the run', async () => {
    const ben = actorOf(await person('Ben'), 'Ben');
    const { runId } = await requested(ben);
    await derive();
    await happens(runId, 'runAssigned', { dueAt: '2031-01-01T00:00:00.000Z' }, ben);
    await happens(runId, 'verificationRequested', { track: null, step: null }, ben);
    await requireApplied(world.store, runId, observedVault(await runOf(runId), true));
    // As if its row had changed its place among the others.
    await world.database.query(
      `insert into inbox_cause (partner_id, organization_id, run_id, kind, cause, track, at)
       select partner_id, organization_id, id, 'APPROVAL_CLOSED', 'x', 'AEP', now() from run where id = $1`,
      [runId],
    );
    await derive();
    expect(await unread(runId)).toEqual(['Ana', 'Olga']);
    expect(await world.database.query('select from inbox_cause')).toEqual([]);
  });

  it('is read on its own track alone', async () => {
    const ben = actorOf(await person('Ben'), 'Ben');
    const organization = await world.ours.organization({ ownsCja: true });
    const { run } = await world.ours.run(organization.id);
    await world.ours.play(run.id, (builder) => builder.at('approval').at('approval', 'CJA'));
    for (const track of ['AEP', 'CJA'] as const) await request(run.id, ben, track);
    await derive();
    expect(await unread(run.id)).toEqual(['Ana', 'Ana', 'Olga', 'Olga']);
    await refuse(run.id, actorOf(ana, 'Ana'));
    await derive();
    const left = await world.database.query(
      `select distinct track from inbox_item where run_id = $1 and kind = 'APPROVAL_REQUESTED' and read_at is null`,
      [run.id],
    );
    expect(left).toEqual([{ track: 'CJA' }]);
  });

  it('that was made again is another one, and the first stays read', async () => {
    const ben = actorOf(await person('Ben'), 'Ben');
    const { runId } = await requested(ben);
    await derive();
    await refuse(runId, actorOf(ana, 'Ana'));
    await request(runId, ben);
    await derive();
    expect(await unread(runId)).toEqual(['Ana', 'Olga']);
    // Nobody heard of the first before the second came.
    await refuse(runId, ben);
    await request(runId, ben);
    await refuse(runId, ben);
    await request(runId, ben);
    await derive();
    expect(await unread(runId)).toEqual(['Ana', 'Olga']);
    await refuse(runId, ben);
    await derive();
    expect(await unread(runId)).toEqual([]);
  });
});

describe('who made the request', () => {
  it('hears of the decision once, and nobody who made an earlier one', async () => {
    const [ben, carl] = [await person('Ben'), await person('Carl')];
    const asked = await requested(actorOf(ben, 'Ben'));
    await refuse(asked.runId, actorOf(ben, 'Ben'));
    await request(asked.runId, actorOf(carl, 'Carl'));
    await grant(asked, ana);
    await derive();
    await derive();
    expect(await noticesOf(asked.runId)).toEqual(['Carl APPROVAL_GRANTED AEP APPROVAL']);
    expect(await carl.inbox(true)).toEqual(['APPROVAL_GRANTED APPROVAL Ana']);
  });

  it('is nobody where it was a token that stands for no person', async () => {
    const token = { principal: `token:${randomUUID()}`, name: 'CI', origin: 'apiToken' } as const;
    const asked = await requested(token);
    await derive();
    expect(await unread(asked.runId)).toEqual(['Ana', 'Olga']);
    await grant(asked, ana);
    await derive();
    expect(await unread(asked.runId)).toEqual([]);
    expect(await noticesOf(asked.runId)).toEqual([]);
  });

  it('hears nothing without access, or as a member of another partner', async () => {
    const { organization, runId } = await world.aRunOf();
    const ben = await person('Ben', 'OPERATOR', [organization]);
    await world.ours.play(runId, (builder) => builder.at('approval'));
    await request(runId, actorOf(ben, 'Ben'));
    await writeAs(olga, async (unit) =>
      requireDone(
        await unit.members.changeGrants({ memberId: ben.id, grants: [] }, anOccurrence()),
      ),
    );
    await grant({ runId, imsOrgId: organization.imsOrgId }, ana);
    // An entry of the other partner that names a member of ours.
    const foreign = await requested(actorOf(ana, 'Ana'), world.theirs);
    const nora = await person('Nora', 'APPROVER', null, world.theirs);
    await refuse(foreign.runId, actorOf(nora, 'Nora'));
    await derive();
    expect(await noticesOf(runId)).toEqual([]);
    expect(await noticesOf(foreign.runId)).toEqual([]);
    expect(await unread(foreign.runId)).toEqual([]);
  });

  it.each(['policies', 'filters'] as const)('alone reads of it, with %s', async (nets) => {
    const ben = await person('Ben');
    const asked = await requested(actorOf(ben, 'Ben'));
    await grant(asked, ana);
    await derive();
    const putBack = await enableOnlyProtections(nets, world.database.query);
    try {
      expect(await ben.inbox()).toEqual(['APPROVAL_GRANTED APPROVAL Ana']);
      for (const other of [ana, olga, world.asPerson(world.theirs, ben.id, null)])
        expect(await other.inbox()).not.toContain('APPROVAL_GRANTED APPROVAL Ana');
    } finally {
      await putBack();
    }
  });
});

it('a chat has the decision too, and no request that ended before it heard of it', async () => {
  await world.database.query(PUT_CHAT, [world.ours.partnerId]);
  await world.database.query(
    `update digest set kinds = '{APPROVAL_REQUESTED,APPROVAL_GRANTED}' where member_id is null`,
  );
  const ben = actorOf(await person('Ben'), 'Ben');
  const [heard, unheard] = [await requested(ben), await requested(ben)];
  await refuse(unheard.runId, ben);
  await derive();
  expect(await unread(heard.runId)).toEqual(['Ana', 'Olga', 'chat']);
  await grant(heard, ana);
  await derive();
  const rows = await world.database.query<{ text: string }>(
    `select concat_ws(' ', kind, (read_at is null)::text) as text from inbox_item
     where member_id is null and run_id = any ($1::uuid[]) order by 1`,
    [[heard.runId, unheard.runId]],
  );
  expect(rows.map(({ text }) => text)).toEqual([
    'APPROVAL_GRANTED true',
    'APPROVAL_REQUESTED false',
  ]);
  await world.database.query('delete from digest where member_id is null');
});

describe('while a worker has made the items of a request and is stopped', () => {
  /** As by SIGSTOP, before it ends its transaction. */
  async function stoppedWorker() {
    const client = new pg.Client({ connectionString: world.database.url });
    await client.connect();
    await client.query('begin');
    const read = async (query: { text: string }, values: unknown[]): Promise<unknown[]> =>
      (await client.query(query.text, values)).rows;
    expect(await deriveItems({ read } as never)).toBe(1);
    return async (end: 'commit' | 'rollback') => {
      await client.query(end);
      await client.end();
    };
  }

  it.each(['commit', 'rollback'] as const)(
    'a decision waits for nobody, and its request is read after the %s',
    async (end) => {
      const ben = actorOf(await person('Ben'), 'Ben');
      const asked = await requested(ben);
      const resume = await stoppedWorker();
      await grant(asked, ana);
      await derive();
      expect(await noticesOf(asked.runId)).toEqual(['Ben APPROVAL_GRANTED AEP APPROVAL']);
      await resume(end);
      await derive();
      expect(await unread(asked.runId)).toEqual([]);
      expect(await world.database.query('select from inbox_cause')).toEqual([]);
    },
  );

  it.each(['commit', 'rollback'] as const)(
    'a second request is the one that is unread after the %s',
    async (end) => {
      const ben = actorOf(await person('Ben'), 'Ben');
      const { runId } = await requested(ben);
      const resume = await stoppedWorker();
      await refuse(runId, actorOf(ana, 'Ana'));
      await request(runId, ben);
      await derive();
      await resume(end);
      await derive();
      expect(await unread(runId)).toEqual(['Ana', 'Olga']);
      const history = await world.ours.store.history(
        { first: 1 },
        { runId, kind: ['approvalRequested'] },
      );
      const [last] = history.edges;
      const items = await world.database.query<{ entry: string }>(
        `select distinct entry_id as entry from inbox_item where run_id = $1 and kind = 'APPROVAL_REQUESTED' and read_at is null`,
        [runId],
      );
      expect(items.map(({ entry }) => entry)).toEqual([last!.node.id]);
    },
  );

  it('decisions, requests and workers at the same time leave what is open unread', async () => {
    const ben = actorOf(await person('Ben'), 'Ben');
    const runs = await Promise.all(Array.from({ length: 6 }, () => requested(ben)));
    const other = await world.database.store();
    let isDone = false;
    const workers = [world.store, other].map(async ({ inboxes }) => {
      while (!isDone) await inboxes.derive();
    });
    await Promise.all(
      runs.map(async (asked, number) => {
        for (let round = 0; round < 3; round += 1) {
          await refuse(asked.runId, round % 2 ? ben : actorOf(olga, 'Olga'));
          await request(asked.runId, ben);
        }
        if (number % 2) await grant(asked, ana);
      }),
    );
    isDone = true;
    await Promise.all(workers);
    await derive();
    for (const [number, { runId }] of runs.entries()) {
      expect(await unread(runId)).toEqual(number % 2 ? [] : ['Ana', 'Olga']);
      const granted = number % 2 ? ['Ben APPROVAL_GRANTED AEP APPROVAL'] : [];
      const refused = Array.from({ length: 2 }, () => 'Ben APPROVAL_REFUSED AEP APPROVAL');
      expect(await noticesOf(runId)).toEqual([...granted, ...refused]);
    }
  });
});

it('a decision reads no more of the history than the requests of the run', async () => {
  const client = new pg.Client({ connectionString: world.database.url });
  await client.connect();
  await client.query('begin');
  // Few rows are cheaper to read without an index.
  await client.query('set local enable_seqscan = off');
  const { rows } = await client.query<{ 'QUERY PLAN': string }>(
    `explain select h.principal from history_entry h where h.run_id = '${randomUUID()}' and h.kind = 'approvalRequested'
       and h.data->>'track' = 'AEP' and h.position < 10 order by h.position desc limit 1`,
  );
  await client.end();
  const plan = rows.map((line) => line['QUERY PLAN']).join('\n');
  expect(plan).toContain('history_entry_requests');
  expect(plan).not.toMatch(/Sort|Seq Scan/);
});

/**
 * One caller’s flood makes nobody else wait, and is answered with 429 and when to come again where
 * it goes too far.
 */
import type { PartnerStore } from '@keyway/store';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { makeLog } from '../log.ts';
import { startServer } from '../server.ts';
import {
  anOrganization,
  aRun,
  aServer,
  TEST_CONFIG,
  type Client,
  type TestServer,
} from '../testing/aServer.ts';

const HEAVY =
  '{ runs(first: 100) { nodes { id tracks { id steps { id status checks { id verdict } } } } } }';

let server: TestServer;
beforeAll(async () => {
  server = await aServer();
  await aRun(server.owner, (await anOrganization(server.owner)).id);
});
afterAll(() => server.close());

/** While `work` runs, everything that reads a run waits. */
async function whileRunsAreLocked(work: () => Promise<void>): Promise<void> {
  const blocker = new pg.Client({ connectionString: server.database.url });
  await blocker.connect();
  try {
    await blocker.query('begin; lock table run in access exclusive mode');
    await work();
  } finally {
    await blocker.query('rollback');
    await blocker.end();
  }
}

const waiting = async (): Promise<number> => {
  const [row] = await server.database.query<{ n: number }>(
    'select count(*)::int as n from pg_locks where not granted and database = (select oid from pg_database where datname = current_database())',
  );
  return row!.n;
};

/** While `work` runs, every list of runs waits, however long that takes; `waiting` counts them. */
async function whileListsWait(work: (waiting: () => number) => Promise<void>): Promise<void> {
  let open = (): void => undefined;
  const gate = new Promise<void>((resolve) => (open = resolve));
  let waits = 0;
  const forPartner = server.store.forPartner.bind(server.store);
  vi.spyOn(server.store, 'forPartner').mockImplementation((scope) => {
    const partner = forPartner(scope);
    const runs: PartnerStore['runs'] = async (...question) => {
      waits += 1;
      await gate;
      waits -= 1;
      return partner.runs(...question);
    };
    return Object.create(partner, { runs: { value: runs } }) as PartnerStore;
  });
  try {
    await work(() => waits);
  } finally {
    open();
    vi.restoreAllMocks();
  }
}

describe('8 and 150 expensive lists at the same time', () => {
  it.each([8, 150])(
    '%i of one auditor: another’s answer does not wait, and what is too much is refused',
    async (many) => {
      const [flood, other] = [await server.person('AUDITOR'), await server.person('AUDITOR')];
      let answers: Promise<Awaited<ReturnType<Client['raw']>>[]> | undefined;
      await whileListsWait(async (waiting) => {
        answers = Promise.all(Array.from({ length: many }, () => flood.raw({ query: HEAVY })));
        while (waiting() === 0) await new Promise(setImmediate);
        for (let request = 0; request < 20; request += 1)
          expect((await other.raw({ query: '{ viewer { id } }' })).status).toBe(200);
        expect((await flood.raw({ query: '{ viewer { id } }' })).status).toBe(200);
        expect(waiting()).toBe(1);
      });
      const statuses = (await answers!).map(({ status }) => status);
      expect(statuses.filter((status) => status === 200)).toHaveLength(Math.min(many, 101));
      for (const { status, headers, errors } of await answers!) {
        if (status === 200) continue;
        expect([
          status,
          errors?.[0]?.extensions.code,
          Number(headers.get('retry-after')) > 0,
        ]).toEqual([429, 'RATE_LIMITED', true]);
      }
    },
  );
});

it('asks the database once for 64 who ask at the same time whether we are ready', async () => {
  let pings = 0;
  const { store, partnerId } = server;
  const counted = {
    ...store,
    monitoring: { ...store.monitoring, ping: () => ((pings += 1), store.monitoring.ping()) },
  };
  const running = await startServer({
    config: TEST_CONFIG,
    store: counted,
    partnerId,
    log: makeLog('silent'),
  });
  try {
    const answers = await Promise.all(
      Array.from({ length: 64 }, () => fetch(`${running.url}/readyz`)),
    );
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]));
    expect(pings).toBe(1);
  } finally {
    await running.close();
  }
});

it('says how it is while every connection of the requests is taken', async () => {
  const auditors = await Promise.all(Array.from({ length: 4 }, () => server.person('AUDITOR')));
  const answers: Promise<unknown>[] = [];
  await whileRunsAreLocked(async () => {
    for (const auditor of auditors)
      for (let request = 0; request < 6; request += 1)
        answers.push(auditor.raw({ query: '{ runs(first: 1) { nodes { id } } }' }));
    while ((await waiting()) < 4) await new Promise(setImmediate);
    for (const path of ['/healthz', '/readyz', '/metrics'])
      expect((await fetch(`${server.url}${path}`)).status).toBe(200);
    expect(await (await fetch(`${server.url}/metrics`)).text()).toMatch(
      /^keyway_effects\{state="due"\} \d/m,
    );
  });
  await Promise.all(answers);
});

it('leaves connections to others however many reads one operation makes', async () => {
  const [many, other] = [await server.person('AUDITOR'), await server.person('AUDITOR')];
  const aliases = Array.from(
    { length: 12 },
    (_, index) => `a${index}: runs(first: ${index + 1}) { nodes { id } }`,
  );
  let answer: Promise<unknown>;
  await whileRunsAreLocked(async () => {
    answer = many.raw({ query: `{ ${aliases.join(' ')} }` });
    // Of four connections.
    while ((await waiting()) < 3) await new Promise(setImmediate);
    const { status } = await other.raw({ query: '{ apiTokens(first: 1) { nodes { id } } }' });
    expect(status).toBe(200);
    expect(await waiting()).toBe(3);
  });
  await answer!;
});

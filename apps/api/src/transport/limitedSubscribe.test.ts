/** Events of subscriptions are limited like operations, and none is lost at the limit. */
import { createClient } from 'graphql-ws';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import { DEFAULT_CONCURRENCY } from '../limits/concurrencyLimiter.ts';
import { anOrganization, aRun, aServer, type TestServer } from '../testing/aServer.ts';

const MANY = 20;
let server: TestServer;
beforeAll(async () => {
  // One event at a time and none may wait, so all others are refused and tried again.
  server = await aServer(
    {},
    {
      concurrency: {
        ...DEFAULT_CONCURRENCY,
        eventCost: 0,
        light: 1,
        heavy: 1,
        heavyTotal: 1,
        waiting: 0,
      },
    },
  );
});
afterAll(() => server.close());

it('brings the event to every one of many subscriptions of one principal', async () => {
  const { token } = await server.person('AUDITOR');
  const socket = createClient({
    url: `${server.url.replace('http', 'ws')}/graphql`,
    webSocketImpl: WebSocket,
    connectionParams: { authorization: `Bearer ${token}` },
    retryAttempts: 0,
  });
  // Each asks something else, so that no execution is shared.
  const runs = Array.from({ length: MANY }, (_, n) =>
    socket.iterate<{ runsChanged: { id: string } }>({
      query: `subscription { runsChanged { id s${n}: status tracks { id steps { id status checks { id } } } } }`,
    }),
  );
  const first = runs.map((events) => events.next());
  const metrics = async (): Promise<string> => (await fetch(`${server.url}/metrics`)).text();
  while (!(await metrics()).includes(`\nkeyway_subscriptions ${MANY}\n`))
    await new Promise((resolve) => setTimeout(resolve, 50));
  const runId = await aRun(server.owner, (await anOrganization(server.owner)).id);
  const events = await Promise.all(first);
  expect(
    events.map(
      ({ value }) => (value as { data: { runsChanged: { id: string } } }).data.runsChanged.id,
    ),
  ).toEqual(Array<string>(MANY).fill(runId));
  await socket.dispose();
});

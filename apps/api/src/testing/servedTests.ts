/** One server for all tests of a file, with subscriptions that end with each test. */
import { afterAll, afterEach, beforeAll } from 'vitest';
import { anOrganization, aRun, aServer, type Client, type TestServer } from './aServer.ts';
import { Subscriber } from './subscriber.ts';

export interface Served {
  server: TestServer;
  owner: Client;
  subscriber: Subscriber;
  /** The IDs of so many organizations without runs. */
  organizations: (count: number) => Promise<string[]>;
  /** An organization with a run. */
  organizationWithRun: () => Promise<{ organizationId: string; runId: string }>;
}

/** To be called once in a file; what it answers has its server when the first test begins. */
export function servedTests(): Served {
  // Cast: `beforeAll` fills in the rest before any test reads it.
  const served = {
    organizations: (count) =>
      Promise.all(
        Array.from(
          { length: count },
          async () => (await anOrganization(served.owner)).id as string,
        ),
      ),
    organizationWithRun: async () => {
      const [organizationId] = (await served.organizations(1)) as [string];
      return { organizationId, runId: await aRun(served.owner, organizationId) };
    },
  } as Served;
  beforeAll(async () => {
    const server = await aServer();
    Object.assign(served, { server, owner: server.owner, subscriber: new Subscriber(server) });
  });
  afterEach(() => served.subscriber.closeAll());
  afterAll(() => served.server.close());
  return served;
}

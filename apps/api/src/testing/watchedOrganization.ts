/** Organizations whose keys are watched, with credentials of both clouds. */
import { parseGlobalId } from '@keyway/core';
import { Observations } from '@keyway/store/testing';
import { aClock, continuing } from '@keyway/testing';
import { anOrganization, aRun, TENANT, type TestServer } from './aServer.ts';

export interface WatchedOrganization {
  /** Its ID in the API. */
  id: string;
  uuid: string;
  /** Of its Adobe connection. */
  clientId: string;
}

let serial = 0;

/** With credentials, and without a run: nothing of it is watched. */
export async function aConnectedOrganization({
  owner,
}: Pick<TestServer, 'owner'>): Promise<WatchedOrganization> {
  const { id, uuid } = await anOrganization(owner, { azureTenantId: TENANT });
  serial += 1;
  const clientId = `adobe-client-${serial}`;
  const secret = { organizationId: id, clientSecret: 'sandbox-a' };
  await owner.must('connectAdobe', { ...secret, clientId, scopes: ['openid'] });
  await owner.must('connectAzure', { ...secret, clientId: TENANT, tenantId: TENANT });
  return { id, uuid, clientId };
}

/** Its set-up is complete, and an observation found it in good health. */
export async function aWatchedOrganization(server: TestServer): Promise<WatchedOrganization> {
  const organization = await aConnectedOrganization(server);
  const runId = await aRun(server.owner, organization.id);
  const [system, uuid] = [server.store.system(), parseGlobalId('Run', runId)!];
  const { run } = (await system.run(uuid))!;
  const { events } = continuing(run, aClock(run.updatedAt)).completed();
  for (const event of events) await system.advance(uuid, event);
  await server.store.observations.begin();
  await new Observations(server.database, server.store).make(organization.uuid);
  return organization;
}

/** A run on Azure whose AEP track has all that an approval needs, for tests of what comes then. */
import { parseGlobalId } from '@keyway/core';
import { aClock, continuing, exampleKeyIdentifier } from '@keyway/testing';
import { anOrganization, aRun, TENANT, type Client, type TestServer } from './aServer.ts';

interface Given {
  /** Sets the organization up; the owner if left out. */
  owner?: Client;
  /** Does the work of the run; who set the organization up if left out. */
  operator?: Client;
  /** The clock of what is observed; at the run's last change if left out. */
  clock?: ReturnType<typeof aClock>;
  /** Of the credential in Azure. */
  access?: 'READ' | 'WRITE';
  /** What happens to the run once its entitlement is attested. */
  before?: (runId: string) => Promise<void>;
}

export interface RunToApprove {
  runId: string;
  organizationId: string;
  imsOrgId: string;
}

export async function aRunToApprove(
  server: TestServer,
  { owner = server.owner, operator = owner, clock, access = 'READ', before }: Given = {},
): Promise<RunToApprove> {
  const { id: organizationId, imsOrgId } = await anOrganization(owner);
  const connection = { organizationId, clientId: TENANT, clientSecret: 'sandbox-a' };
  await owner.must('connectAdobe', { ...connection, scopes: ['openid'] });
  const azure = { ...connection, tenantId: TENANT, subscriptionId: TENANT, access };
  await owner.must('connectAzure', azure);
  const runId = await aRun(operator, organizationId);
  const step = { runId, track: 'AEP', step: 'ENTITLEMENT' };
  await operator.must('attestStep', { ...step, statement: 'x', reference: 'C-1' });
  await before?.(runId);
  const uuid = parseGlobalId('Run', runId)!;
  const system = server.store.system();
  const stored = async () => (await system.run(uuid))!.run;
  const keyIdentifier = exampleKeyIdentifier(await stored(), 'AEP');
  await operator.must('provideKey', { runId, track: 'AEP', keyIdentifier });
  const current = await stored();
  const { events } = continuing(current, clock ?? aClock(current.updatedAt)).at('approval', 'AEP');
  for (const event of events) await system.advance(uuid, event);
  return { runId, organizationId, imsOrgId };
}

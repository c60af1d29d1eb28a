/** A plan of vault and key that nobody has confirmed. */
import type { GraphqlClient } from '../product/graphqlClient.ts';
import { attest } from '../product/driveRun.ts';
import type { SandboxCustomer } from '../product/sandboxControl.ts';

/** The worker plans later; the request is enough. */
export async function planSetup(
  runId: string,
  { keys }: SandboxCustomer,
  operator: GraphqlClient,
): Promise<void> {
  await attest(runId, 'AEP', operator);
  const { hostname, pathname } = new URL(keys.AEP);
  const input = {
    ...{ runId, track: 'AEP', resourceGroup: 'rg-adobe-cmk', location: 'eastus' },
    ...{ vaultName: hostname.split('.')[0], keyName: pathname.split('/')[2] },
  };
  await operator.mutate('planSetup', 'PlanSetupInput', input, 'run { id }');
}

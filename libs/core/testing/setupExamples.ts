/** What an operator asks Keyway to set up, and what is there, for tests of automatic mode. */
import type { AzureSetupFacts } from '../src/azureSetupFacts.ts';
import type { SetupInput } from '../src/setup/setupRequest.ts';
import type { TrackId } from '../src/vocabulary.ts';
import { absent, seen } from './exampleFacts.ts';
import { vaultName } from './goodFacts.ts';

const SUBSCRIPTION = '22222222-2222-2222-2222-222222222222';
export const WORKSPACE = `/subscriptions/${SUBSCRIPTION}/resourceGroups/logs/providers/Microsoft.OperationalInsights/workspaces/audit`;

export const setupInput = (track: TrackId, change: Partial<SetupInput> = {}): SetupInput => ({
  ...{ subscriptionId: SUBSCRIPTION, resourceGroup: 'cmk', vaultName: vaultName(track) },
  ...{ keyName: 'ajo-cmk', location: 'eastus', keyProtection: 'SOFTWARE', keySize: 3072 },
  ...{ rotateEveryMonths: 12, network: 'RESTRICTED', workspaceId: WORKSPACE, lock: true },
  ...change,
});

/** A subscription with a resource group and nothing in it. */
export const emptySubscription = (change: Partial<AzureSetupFacts> = {}): AzureSetupFacts => ({
  resourceGroup: seen({ name: 'cmk', location: 'eastus' }),
  vault: absent(),
  deletedVault: absent(),
  vaultName: seen({ available: true, reason: null, message: null }),
  key: absent(),
  diagnosticSettings: absent(),
  locks: absent(),
  ...change,
});

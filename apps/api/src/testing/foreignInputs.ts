/**
 * Inputs of every mutation that is about something, for tests that try them on what is not theirs.
 */
import type { MutationName } from '../viewer/permissions.ts';
import { keyIn, TENANT } from './aServer.ts';

/** Input of each mutation for a thing, as right as can be but for whose it is. */
export const inputs = (
  of: Record<'organizationId' | 'runId' | 'tokenId', string>,
): Partial<Record<MutationName, object>> => {
  const { runId, organizationId } = of;
  const track = 'AEP';
  return {
    connectAdobe: { organizationId, clientId: 'c', clientSecret: 'sandbox-x', scopes: ['openid'] },
    connectAzure: { organizationId, tenantId: TENANT, clientId: TENANT, clientSecret: 'sandbox-x' },
    disconnectAdobe: { organizationId },
    disconnectAzure: { organizationId },
    updateOrganization: { organizationId, name: 'x' },
    archiveOrganization: { organizationId, reason: 'x' },
    restoreOrganization: { organizationId },
    tryConnection: { organizationId, kind: 'AZURE' },
    startRun: { organizationId },
    startRuns: { organizationIds: [organizationId] },
    provideKey: { runId, track, keyIdentifier: keyIn('unmistakable') },
    verify: { runId },
    attestStep: { runId, track, step: 'ENTITLEMENT', statement: 'x' },
    overrideCheck: { runId, track, check: 'vaultExists', reason: 'x' },
    requestApproval: { runId, track },
    approve: { runId, track, confirmImsOrgId: 'x' },
    refuse: { runId, track, reason: 'x' },
    withdrawApproval: { runId, track, reason: 'x' },
    submitConfiguration: { runId, configurationName: 'c', confirmImsOrgId: 'x' },
    recordTicket: { runId, caseNumber: 'E-1' },
    confirmCja: { runId, confirmedBy: 'x', text: 'x' },
    retryStep: { runId, track, step: 'VAULT' },
    cancelRun: { runId, reason: 'x' },
    createApiToken: {
      name: 'x',
      role: 'AUDITOR',
      scopes: ['read'],
      organizationIds: [organizationId],
    },
    revokeApiToken: { id: of.tokenId },
  };
};

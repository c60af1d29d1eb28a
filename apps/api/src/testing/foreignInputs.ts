/**
 * Inputs of every mutation that is about something, for tests that try them on what is not theirs.
 */
import type { MutationName } from '../viewer/permissions.ts';
import { aMember, requireAccepted, requireDone } from '@keyway/testing';
import type { SavedViewRecord, Store } from '@keyway/store';
import { globalId, parseGlobalId } from '@keyway/core';
import { aWatch, PUT_INBOX_ITEM } from '@keyway/store/testing';
import { keyIn, missingId, TENANT, type TestServer } from './aServer.ts';

/** What the inputs name. */
export type ForeignThing =
  | 'organizationId'
  | 'runId'
  | 'tokenId'
  | 'memberId'
  | 'invitationId'
  | 'handOffId'
  | 'sessionId'
  | 'bulkJobId'
  | 'dryRunId'
  | 'viewId'
  | 'alertId'
  | 'webhookId'
  | 'deliveryId'
  | 'inboxItemId';

/** No such things: each is an ID of the right type. */
export const missingThings = (): Record<ForeignThing, string> => ({
  organizationId: missingId('Organization'),
  runId: missingId('Run'),
  tokenId: missingId('ApiToken'),
  memberId: missingId('Member'),
  invitationId: missingId('Invitation'),
  handOffId: missingId('HandOff'),
  sessionId: missingId('Session'),
  bulkJobId: missingId('BulkJob'),
  dryRunId: missingId('DryRun'),
  viewId: missingId('SavedView'),
  alertId: missingId('Alert'),
  webhookId: missingId('Webhook'),
  deliveryId: missingId('WebhookDelivery'),
  inboxItemId: missingId('InboxItem'),
});

/** A member and an invitation of the server's partner. */
export async function somePeople({
  store,
  partnerId,
  owner,
}: TestServer): Promise<Record<'memberId' | 'invitationId' | 'sessionId' | 'viewId', string>> {
  const { id } = await aMember(store, partnerId, { name: 'Unmistakable Ana' });
  const { invitation } = await owner.must(
    'inviteMember',
    { email: 'unmistakable@example.com', grants: [{ role: 'OWNER' }] },
    'invitation { id }',
  );
  // Longer than all questions take on a busy machine.
  const limits = { idleSeconds: 86_400, longestSeconds: 86_400 };
  await store.system().createSession(id, limits);
  const [session] = await store.forPartner({ partnerId, organizationIds: null }).sessions(id);
  return {
    memberId: globalId('Member', id),
    invitationId: invitation.id,
    sessionId: globalId('Session', session!.id),
    viewId: globalId('SavedView', await aView(store, partnerId, id)),
  };
}

/** A view that a member shares. */
async function aView(store: Store, partnerId: string, memberId: string): Promise<string> {
  const viewer = `MEMBER:${memberId}`;
  const writer = { memberId, name: 'x', isOwner: false, at: new Date().toISOString() };
  const search = { text: 'Unmistakable' };
  const given = { page: 'ORGANIZATIONS', name: 'Unmistakable view', search, shared: true } as const;
  const outcome = await store
    .forPartner({ partnerId, organizationIds: null, viewer })
    .mutate({ principal: viewer, operation: 'v', input: null }, (unit) =>
      unit.views.save(given, writer),
    );
  return requireDone<{ view: SavedViewRecord }>(requireAccepted(outcome)).view.id;
}

/** The ID of a hand-off of a run. */
export const someHandOff = async ({ owner }: TestServer, runId: string): Promise<string> =>
  (
    await owner.must(
      'createHandOff',
      { runId, actor: 'AZURE_ADMIN', note: 'Unmistakable note' },
      'handOff { id }',
    )
  ).handOff.id as string;

/** The ID of a bulk job on an organization. */
export const someBulkJob = async ({ owner }: TestServer, organizationId: string): Promise<string> =>
  (
    await owner.must(
      'startBulk',
      { action: 'VERIFY', organizationIds: [organizationId] },
      'job { id }',
    )
  ).job.id as string;

/** The ID of a dry run over an organization. */
export const someDryRun = async ({ owner }: TestServer, organizationId: string): Promise<string> =>
  (await owner.must('startDryRun', { organizationIds: [organizationId] }, 'dryRun { id }')).dryRun
    .id as string;

/** A webhook and a delivery of it. */
export async function someWebhook({
  owner,
}: TestServer): Promise<Record<'webhookId' | 'deliveryId', string>> {
  const { webhook } = await owner.must(
    'createWebhook',
    { url: 'https://unmistakable.example.com/hook', events: ['*'] },
    'webhook { id }',
  );
  const tested = await owner.must(
    'testWebhook',
    { id: webhook.id },
    'webhook { id deliveries(first: 1) { nodes { id } } }',
  );
  return { webhookId: webhook.id, deliveryId: tested.webhook.deliveries.nodes[0].id };
}

/** The ID of an alert of an organization whose keys are watched. */
export const someAlert = async (
  { database, partnerId }: TestServer,
  { organizationId, runId }: { organizationId: string; runId: string },
): Promise<string> =>
  globalId(
    'Alert',
    await aWatch(database, {
      partnerId,
      organizationId: parseGlobalId('Organization', organizationId)!,
      runId: parseGlobalId('Run', runId)!,
    }),
  );

/** Something in a member's inbox. */
export async function someInboxItem(
  { database, partnerId }: TestServer,
  given: { organizationId: string; memberId: string },
): Promise<string> {
  const organizationId = parseGlobalId('Organization', given.organizationId);
  const memberId = parseGlobalId('Member', given.memberId);
  const [item] = await database.query<{ id: string }>(PUT_INBOX_ITEM, [
    ...[partnerId, organizationId, memberId, 'Unmistakable'],
  ]);
  return globalId('InboxItem', item!.id);
}

const SET_UP = {
  ...{ subscriptionId: TENANT, resourceGroup: 'rg', vaultName: 'vault', keyName: 'key' },
  location: 'eastus',
};

/** Input of each mutation for a thing, as right as can be but for whose it is. */
export const inputs = (of: Record<ForeignThing, string>): Partial<Record<MutationName, object>> => {
  const { runId, organizationId } = of;
  const track = 'AEP';
  return {
    connectAdobe: { organizationId, clientId: 'c', clientSecret: 'sandbox-x', scopes: ['openid'] },
    connectAzure: { organizationId, tenantId: TENANT, clientId: TENANT, clientSecret: 'sandbox-x' },
    connectAws: { organizationId },
    disconnectAdobe: { organizationId },
    disconnectAzure: { organizationId },
    disconnectAws: { organizationId },
    updateOrganization: { organizationId, name: 'x' },
    archiveOrganization: { organizationId, reason: 'x' },
    restoreOrganization: { organizationId },
    tryConnection: { organizationId, kind: 'AZURE' },
    withdrawReplacement: { organizationId, kind: 'AZURE' },
    startRun: { organizationId },
    startRuns: { organizationIds: [organizationId] },
    provideKey: { runId, track, keyIdentifier: keyIn('unmistakable') },
    provideKeyPolicy: { runId, policy: '{"Statement":[]}' },
    planSetup: { runId, track, ...SET_UP },
    confirmSetup: { runId, track, planHash: 'x' },
    cancelSetup: { runId, track },
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
    assignRun: { runId, dueAt: '2030-01-01T00:00:00.000Z' },
    addComment: { runId, text: 'x' },
    markInboxRead: { ids: [of.inboxItemId] },
    startBulk: { action: 'CANCEL_RUNS', organizationIds: [organizationId], reason: 'x' },
    cancelBulk: { id: of.bulkJobId },
    startDryRun: { organizationIds: [organizationId] },
    cancelDryRun: { id: of.dryRunId },
    createHandOff: { runId, actor: 'AZURE_ADMIN' },
    revokeHandOff: { id: of.handOffId },
    createApiToken: {
      name: 'x',
      role: 'AUDITOR',
      scopes: ['read'],
      organizationIds: [organizationId],
    },
    revokeApiToken: { id: of.tokenId },
    inviteMember: { email: 'ana@example.com', grants: [{ role: 'AUDITOR', organizationId }] },
    revokeInvitation: { id: of.invitationId },
    changeGrants: { memberId: of.memberId, grants: [{ role: 'AUDITOR' }] },
    removeMember: { memberId: of.memberId },
    endSession: { id: of.sessionId },
    endSessions: { memberId: of.memberId },
    updateView: { id: of.viewId, name: 'x' },
    deleteView: { id: of.viewId },
    checkHealth: { organizationId },
    createEventGridAddress: { organizationId },
    acknowledgeAlert: { id: of.alertId },
    acceptDrift: { organizationId, track, field: 'VAULT.name', reason: 'x' },
    updateWebhook: { id: of.webhookId, enabled: false },
    deleteWebhook: { id: of.webhookId },
    rotateWebhookSecret: { id: of.webhookId },
    testWebhook: { id: of.webhookId },
    redeliver: { deliveryId: of.deliveryId },
    createWebhook: {
      url: 'https://hooks.example.com/x',
      events: ['*'],
      organizationIds: [organizationId],
    },
    setDefaultView: { page: 'ORGANIZATIONS', id: of.viewId },
    setPolicy: { organizationId, coolingOffSeconds: 5 },
    setSignInPolicy: {
      rules: [{ claim: 'groups', value: 'x', grant: { role: 'AUDITOR', organizationId } }],
    },
  };
};

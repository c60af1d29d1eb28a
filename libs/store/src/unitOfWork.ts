/**
 * Everything a mutation may do, in its one transaction and for one partner's viewer. A function
 * that returns a refusal wrote nothing; the rest is committed, unless `Refused` is thrown.
 */
import { createApiToken, revokeApiToken } from './access/apiTokens.ts';
import { changeGrants, removeMember } from './access/changeMembers.ts';
import { exportEvidence } from './evidence/exportEvidence.ts';
import { createEventGridAddress } from './hooks/eventGridAddress.ts';
import { createHandOff, revokeHandOff, useHandOff } from './access/handOffs.ts';
import { invite, revokeInvitation } from './access/invitations.ts';
import { endSessions } from './access/sessions.ts';
import { setSignInRules } from './access/signInRules.ts';
import { cancelBulk, startBulk } from './bulk/bulkJobs.ts';
import { importedKeyResults } from './bulk/importedKeyResults.ts';
import { findVaultUsers } from './organizations/findVaultUsers.ts';
import { cancelDryRun, startDryRun } from './dryRuns/dryRuns.ts';
import { prepareAws } from './connections/awsTrust.ts';
import {
  removeConnection,
  requestTrial,
  setAwsRole,
  setConnection,
  withdrawReplacement,
} from './connections/changeConnection.ts';
import { appendHistory } from './history/appendHistory.ts';
import { markInbox } from './inbox/inboxItems.ts';
import { removeChat, setChat, testChat } from './inbox/chatSettings.ts';
import { setNotificationSettings } from './inbox/notificationSettings.ts';
import { archiveOrganization, restoreOrganization } from './organizations/archiveOrganization.ts';
import { changeOrganizations } from './organizations/changeOrganizations.ts';
import { createOrganization, createOrganizations } from './organizations/createOrganizations.ts';
import {
  findByImsOrgId,
  findByImsOrgIds,
  findOrganization,
} from './organizations/findOrganizations.ts';
import { setPolicy } from './policies/setPolicy.ts';
import { applyEvent } from './runs/applyEvent.ts';
import { findCurrentRun, findRun } from './runs/findRuns.ts';
import { startRun, startRuns } from './runs/startRuns.ts';
import { deleteView, saveView, setDefaultView, updateView } from './views/changeSavedViews.ts';
import { acknowledgeAlert } from './watch/alerts.ts';
import { acceptDifference, requestObservation } from './watch/changeWatches.ts';
import { redeliver, testWebhook } from './webhooks/askDeliveries.ts';
import {
  createWebhook,
  deleteWebhook,
  rotateWebhookSecret,
  updateWebhook,
} from './webhooks/changeWebhooks.ts';
import { binder, type Bound, type Unit } from './tenancy/view.ts';

const organizations = {
  find: findOrganization,
  findByImsOrgId,
  findByImsOrgIds,
  findVaultUsers,
  create: createOrganization,
  createMany: createOrganizations,
  change: changeOrganizations,
  archive: archiveOrganization,
  restore: restoreOrganization,
};
const connections = {
  set: setConnection,
  prepareAws,
  setAwsRole,
  remove: removeConnection,
  requestTrial,
  withdrawReplacement,
};
const runs = {
  find: findRun,
  findCurrent: findCurrentRun,
  start: startRun,
  startMany: startRuns,
  advance: applyEvent,
};
const tokens = { create: createApiToken, revoke: revokeApiToken };
const members = {
  changeGrants,
  remove: removeMember,
  invite,
  revokeInvitation,
  setSignInRules,
  endSessions,
};
const eventGrid = { createAddress: createEventGridAddress };
const handOffs = { create: createHandOff, revoke: revokeHandOff, use: useHandOff };
const policies = { set: setPolicy };
const bulk = { start: startBulk, cancel: cancelBulk, keyResults: importedKeyResults };
const dryRuns = { start: startDryRun, cancel: cancelDryRun };
const views = {
  save: saveView,
  update: updateView,
  delete: deleteView,
  setDefault: setDefaultView,
};
const watches = {
  requestObservation,
  acceptDifference,
  acknowledge: acknowledgeAlert,
};
const webhooks = {
  create: createWebhook,
  update: updateWebhook,
  delete: deleteWebhook,
  rotateSecret: rotateWebhookSecret,
  test: testWebhook,
  redeliver,
};
const inbox = {
  mark: markInbox,
  setNotifications: setNotificationSettings,
  setChat,
  removeChat,
  testChat,
};
const history = { append: appendHistory };
const evidence = { export: exportEvidence };
const bound = {
  organizations: binder<Unit, typeof organizations>(organizations),
  connections: binder<Unit, typeof connections>(connections),
  runs: binder<Unit, typeof runs>(runs),
  tokens: binder<Unit, typeof tokens>(tokens),
  members: binder<Unit, typeof members>(members),
  eventGrid: binder<Unit, typeof eventGrid>(eventGrid),
  handOffs: binder<Unit, typeof handOffs>(handOffs),
  policies: binder<Unit, typeof policies>(policies),
  bulk: binder<Unit, typeof bulk>(bulk),
  dryRuns: binder<Unit, typeof dryRuns>(dryRuns),
  views: binder<Unit, typeof views>(views),
  watches: binder<Unit, typeof watches>(watches),
  webhooks: binder<Unit, typeof webhooks>(webhooks),
  inbox: binder<Unit, typeof inbox>(inbox),
  history: binder<Unit, typeof history>(history),
  evidence: binder<Unit, typeof evidence>(evidence),
};

/**
 * The writes of one mutation, all in its transaction. A function that returns a refusal wrote
 * nothing.
 */
export interface UnitOfWork {
  organizations: Bound<typeof organizations>;
  connections: Bound<typeof connections>;
  runs: Bound<typeof runs>;
  tokens: Bound<typeof tokens>;
  members: Bound<typeof members>;
  eventGrid: Bound<typeof eventGrid>;
  handOffs: Bound<typeof handOffs>;
  policies: Bound<typeof policies>;
  bulk: Bound<typeof bulk>;
  dryRuns: Bound<typeof dryRuns>;
  views: Bound<typeof views>;
  watches: Bound<typeof watches>;
  webhooks: Bound<typeof webhooks>;
  inbox: Bound<typeof inbox>;
  /** For what has no function of its own. */
  history: Bound<typeof history>;
  evidence: Bound<typeof evidence>;
}

export const unitOfWork = (unit: Unit): UnitOfWork => ({
  organizations: bound.organizations(unit),
  connections: bound.connections(unit),
  runs: bound.runs(unit),
  tokens: bound.tokens(unit),
  members: bound.members(unit),
  eventGrid: bound.eventGrid(unit),
  handOffs: bound.handOffs(unit),
  policies: bound.policies(unit),
  bulk: bound.bulk(unit),
  dryRuns: bound.dryRuns(unit),
  views: bound.views(unit),
  watches: bound.watches(unit),
  webhooks: bound.webhooks(unit),
  inbox: bound.inbox(unit),
  history: bound.history(unit),
  evidence: bound.evidence(unit),
});

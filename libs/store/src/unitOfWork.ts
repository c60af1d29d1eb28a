/**
 * Everything a mutation may do, in its one transaction and for one partner's viewer. A function
 * that returns a refusal wrote nothing; the rest is committed, unless `Refused` is thrown.
 */
import { createApiToken, revokeApiToken } from './access/apiTokens.ts';
import { changeGrants, removeMember } from './access/changeMembers.ts';
import { createHandOff, revokeHandOff, useHandOff } from './access/handOffs.ts';
import { invite, revokeInvitation } from './access/invitations.ts';
import { endSessions } from './access/sessions.ts';
import { setSignInRules } from './access/signInRules.ts';
import { cancelBulk, startBulk } from './bulk/bulkJobs.ts';
import { removeConnection, requestTrial, setConnection } from './connections/changeConnection.ts';
import { appendHistory } from './history/appendHistory.ts';
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
import { binder, type Bound, type Unit } from './tenancy/view.ts';

const organizations = {
  find: findOrganization,
  findByImsOrgId,
  findByImsOrgIds,
  create: createOrganization,
  createMany: createOrganizations,
  change: changeOrganizations,
  archive: archiveOrganization,
  restore: restoreOrganization,
};
const connections = { set: setConnection, remove: removeConnection, requestTrial };
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
const handOffs = { create: createHandOff, revoke: revokeHandOff, use: useHandOff };
const policies = { set: setPolicy };
const bulk = { start: startBulk, cancel: cancelBulk };
const views = {
  save: saveView,
  update: updateView,
  delete: deleteView,
  setDefault: setDefaultView,
};
const history = { append: appendHistory };
const bound = {
  organizations: binder<Unit, typeof organizations>(organizations),
  connections: binder<Unit, typeof connections>(connections),
  runs: binder<Unit, typeof runs>(runs),
  tokens: binder<Unit, typeof tokens>(tokens),
  members: binder<Unit, typeof members>(members),
  handOffs: binder<Unit, typeof handOffs>(handOffs),
  policies: binder<Unit, typeof policies>(policies),
  bulk: binder<Unit, typeof bulk>(bulk),
  views: binder<Unit, typeof views>(views),
  history: binder<Unit, typeof history>(history),
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
  handOffs: Bound<typeof handOffs>;
  policies: Bound<typeof policies>;
  bulk: Bound<typeof bulk>;
  views: Bound<typeof views>;
  /** For what has no function of its own. */
  history: Bound<typeof history>;
}

export const unitOfWork = (unit: Unit): UnitOfWork => ({
  organizations: bound.organizations(unit),
  connections: bound.connections(unit),
  runs: bound.runs(unit),
  tokens: bound.tokens(unit),
  members: bound.members(unit),
  handOffs: bound.handOffs(unit),
  policies: bound.policies(unit),
  bulk: bound.bulk(unit),
  views: bound.views(unit),
  history: bound.history(unit),
});

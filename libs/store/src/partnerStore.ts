/**
 * Everything a partner's viewer may read, and `mutate` for every write. A foreign ID has the result
 * of a missing one: null, or absent from the map.
 */
import {
  findAssignee,
  findCandidate,
  findColleagues,
  findRunOwners,
  listRunOwners,
  listAssignees,
  listColleagues,
  type AssigneeFilter,
  type RunOwnerFilter,
} from './access/assignees.ts';
import {
  findApprovers,
  listWithoutApprover,
  type ApproverOptions,
  type PolicyReach,
} from './access/approvers.ts';
import { findApiToken, listApiTokens } from './access/listApiTokens.ts';
import { findHandOff, findHandOffs } from './access/handOffs.ts';
import { findInvitation, listInvitations, listInvitedApprovers } from './access/invitations.ts';
import { findMemberHoldings } from './access/memberHoldings.ts';
import {
  countMembers,
  findLastOwner,
  findMember,
  findMembers,
  listMembers,
} from './access/members.ts';
import { findSession, listSessions } from './access/sessions.ts';
import { findSignInRules } from './access/signInRules.ts';
import { findBulkLinks, findLinksEnd, type LinkRequest } from './bulk/bulkLinks.ts';
import { findBulkJob, listBulkJobs } from './bulk/bulkJobs.ts';
import { countBulkItems, countBulkOutcomes, listBulkItems } from './bulk/bulkItems.ts';
import {
  countDryRunItems,
  findDryRun,
  findDryRunFigures,
  listDryRunItems,
  listDryRuns,
} from './dryRuns/dryRuns.ts';
import { previewBulk } from './bulk/previewBulk.ts';
import { findAwsTrusts } from './connections/awsTrust.ts';
import {
  countExpiringCredentials,
  listExpiringCredentials,
} from './connections/expiringCredentials.ts';
import { findConnections } from './connections/findConnections.ts';
import type { Database, Query, Sql, Transaction } from './database/database.ts';
import type { KeptRows } from './database/keptRows.ts';
import { findChanges, findHistoryEntry, listHistory, needsChanges } from './history/historyList.ts';
import type { HistoryFilter } from './history/historyRecord.ts';
import { findPartnerChanges } from './history/policyEntries.ts';
import { evidenceReads } from './evidence/readEvidence.ts';
import { verifyHistory } from './evidence/verifyHistory.ts';
import { countUnread, findInboxItems, listInbox } from './inbox/inboxItems.ts';
import { findChat } from './inbox/chatSettings.ts';
import { findNotificationSettings } from './inbox/notificationSettings.ts';
import {
  findByImsOrgId,
  findOrganization,
  findKeptOrganizations,
} from './organizations/findOrganizations.ts';
import { countOrganizations, listOrganizations } from './organizations/listOrganizations.ts';
import { findVaultSharers } from './organizations/findVaultSharers.ts';
import { searchOrganizations } from './organizations/searchOrganizations.ts';
import { findPolicies } from './policies/findPolicies.ts';
import { listPolicyEffects, type ProposedPolicy } from './policies/voidedApprovals.ts';
import {
  findCurrentRunsByOrganization,
  findCurrentRunSummaries,
  findObservations,
  findRun,
  findRunsByIds,
  findRunSummaries,
} from './runs/findRuns.ts';
import { countNeededActions, findNeededActions } from './runs/findNeededActions.ts';
import { groupNeededActions } from './runs/taskGroups.ts';
import { countPendingApprovals, listPendingApprovals } from './runs/pendingApprovals.ts';
import { countRuns, listRuns, listRunSummaries, runMatches } from './runs/listRuns.ts';
import { countPortfolio, countPortfolioOrganizations } from './runs/portfolio.ts';
import type { Retention } from './retention/retention.ts';
import type { Sealing } from './sealing/sealing.ts';
import { mutate } from './tenancy/mutate.ts';
import type { MutationOutcome, MutationRequest } from './tenancy/mutation.ts';
import { binder, type Bound, type KeptView, type View } from './tenancy/view.ts';
import type { PageRequest } from './page.ts';
import { Visibility, type PartnerScope } from './tenancy/visibility.ts';
import { listAlertEvents } from './watch/alertEvents.ts';
import { countAlerts, findAlert, listAlerts } from './watch/alerts.ts';
import { countHealth, findWatches, findWatchSummaries } from './watch/findWatches.ts';
import { findCheckedSince, findTopAlerts } from './watch/healthPage.ts';
import {
  findDelivery,
  findWebhook,
  listDeliveries,
  listWebhooks,
} from './webhooks/findWebhooks.ts';
import { findSavedView, listSavedViews } from './views/findSavedViews.ts';
import type { UnitOfWork } from './unitOfWork.ts';

const reads = {
  organizations: listOrganizations,
  countOrganizations,
  organization: findOrganization,
  organizationByImsOrgId: findByImsOrgId,
  organizationsByIds: findKeptOrganizations,
  connections: findConnections,
  expiringCredentials: listExpiringCredentials,
  countExpiringCredentials,
  awsTrusts: findAwsTrusts,
  currentRuns: findCurrentRunsByOrganization,
  currentRunSummaries: findCurrentRunSummaries,
  runs: listRuns,
  runSummaries: listRunSummaries,
  countRuns,
  run: findRun,
  runsByIds: findRunsByIds,
  runSummariesByIds: findRunSummaries,
  runMatches,
  neededActions: findNeededActions,
  countNeededActions,
  groupNeededActions,
  pendingApprovals: listPendingApprovals,
  countPendingApprovals,
  observations: findObservations,
  portfolio: countPortfolio,
  portfolioOrganizations: countPortfolioOrganizations,
  historyEntry: findHistoryEntry,
  ...evidenceReads,
  members: listMembers,
  countMembers,
  member: findMember,
  sessions: listSessions,
  session: findSession,
  membersByIds: findMembers,
  lastOwner: findLastOwner,
  memberHoldings: findMemberHoldings,
  invitedApprovers: listInvitedApprovers,
  invitations: listInvitations,
  invitation: findInvitation,
  signInRules: findSignInRules,
  policies: findPolicies,
  handOff: findHandOff,
  handOffs: findHandOffs,
  apiTokens: listApiTokens,
  apiToken: findApiToken,
  bulkJobs: listBulkJobs,
  bulkJob: findBulkJob,
  bulkItems: listBulkItems,
  countBulkItems,
  bulkOutcomes: countBulkOutcomes,
  dryRuns: listDryRuns,
  dryRun: findDryRun,
  dryRunItems: listDryRunItems,
  countDryRunItems,
  dryRunFigures: findDryRunFigures,
  savedViews: listSavedViews,
  savedView: findSavedView,
  bulkLinksEnd: findLinksEnd,
  watchesByOrganization: findWatches,
  watchSummaries: findWatchSummaries,
  health: countHealth,
  alerts: listAlerts,
  alertEvents: listAlertEvents,
  countAlerts,
  alert: findAlert,
  topAlerts: findTopAlerts,
  checkedSince: findCheckedSince,
  webhooks: listWebhooks,
  webhook: findWebhook,
  webhookDeliveries: listDeliveries,
  webhookDelivery: findDelivery,
  inbox: listInbox,
  inboxItems: findInboxItems,
  unreadCount: countUnread,
  notificationSettings: findNotificationSettings,
  chat: findChat,
  search: searchOrganizations,
  vaultSharers: findVaultSharers,
};
/** What needs more than the view: names that policies hide from some viewers, and keys. */
const besideView = (view: View, { database, sealing }: PartnerStoreOptions) => ({
  runOwners: (ids: readonly string[]) => findRunOwners(view, database, ids),
  runOwnerList: (filter: RunOwnerFilter) => listRunOwners(view, database, filter),
  assignees: (filter: AssigneeFilter) => listAssignees(view, database, filter),
  colleagueList: (organizationId: string, filter: RunOwnerFilter) =>
    listColleagues(view, database, organizationId, filter),
  /** Of these members, who is one now, and whether they see the organization. */
  colleagues: (organizationId: string, memberIds: readonly string[]) =>
    findColleagues(view, database, organizationId, memberIds),
  assignee: (wanted: { memberId: string; organizationId: string }) =>
    findAssignee(view, database, wanted),
  /** Who could approve, by the organization's ID. */
  approvers: (ids: readonly string[], options: ApproverOptions) =>
    findApprovers(view, database, ids, options),
  /** The IDs of organizations where nobody could approve, by name. */
  withoutApprover: (reach: PolicyReach, options: ApproverOptions) =>
    listWithoutApprover(view, database, reach, options),
  /** What a changed policy would void. */
  policyEffects: (proposed: ProposedPolicy) => listPolicyEffects(view, database, proposed),
  history: async (request: PageRequest, filter: HistoryFilter = {}) =>
    listHistory(view, request, filter, needsChanges(filter) ? await changesOf(view, database) : []),
  /** What changes of policies did, by the IDs of entries. */
  historyChanges: async (ids: readonly string[]) =>
    findChanges(view, ids, await changesOf(view, database)),
  verifyHistory: (organizationId: string | null) =>
    verifyHistory(view, sealing.evidence, organizationId),
  /** A member of the partner by their ID, whoever they are. */
  candidate: (memberId: string) =>
    findCandidate(systemSql(database), { partnerId: view.visibility.scope.partnerId, memberId }),
  previewBulk: (...asked: Preview) => previewBulk(view, systemSql(database), ...asked),
  bulkLinks: (request: LinkRequest, positions: readonly number[]) =>
    findBulkLinks(view, sealing, request, positions),
});
type Preview = Parameters<typeof previewBulk> extends [View, Sql, ...infer Rest] ? Rest : never;
const changesOf = ({ visibility }: View, database: Database) =>
  findPartnerChanges(database, visibility.scope.partnerId);

const systemSql = (database: Database): Sql => ({ query: database.read.bind(database) });

const bound = binder<KeptView, typeof reads>(reads);

/**
 * Reads and writes within a `PartnerScope`. An ID outside the scope has the result of a missing
 * one: null, absent from the map, or the refusal of the operation.
 */
export interface PartnerStore extends Bound<typeof reads>, ReturnType<typeof besideView> {
  readonly scope: PartnerScope;
  /**
   * One transaction around `work`, with its idempotency row. `work` may be run again after a
   * deadlock, and in vain where its key was used, so it does nothing outside its unit. Its result
   * has to be plain JSON: it is stored for 24 h and answered again for the same key and input
   * (sealed where `secretResult` is set). To change nothing, `work` throws `Refused`: that is
   * answered as `{ refusals }`. Keys of refused requests are not stored.
   */
  mutate<T>(
    request: MutationRequest,
    work: (unit: UnitOfWork) => Promise<T>,
  ): Promise<MutationOutcome<T>>;
}

export interface PartnerStoreOptions {
  database: Database;
  kept: KeptRows;
  sealing: Sealing;
  pollScale: number;
  retention: Retention;
}

/** @param principal whose reads get only a part of the connections; null for Keyway's own */
export function partnerStore(
  scope: PartnerScope,
  principal: string | null,
  options: PartnerStoreOptions,
): PartnerStore {
  const { database, kept } = options;
  const visibility = new Visibility(scope);
  const inTurn = <T>(work: () => Promise<T>): Promise<T> =>
    principal === null ? work() : database.asReader(`${scope.partnerId} ${principal}`, work);
  const transaction = <T>(work: (transaction: Transaction) => Promise<T>): Promise<T> =>
    inTurn(() => database.transaction(visibility.scope, work));
  const sql = {
    query: async <R>(query: Query | string, values: readonly unknown[] = []): Promise<R[]> => {
      const [rows] = await inTurn(() =>
        database.readTogether<[R[]]>([{ query, values }], visibility.scope),
      );
      return rows;
    },
  };
  const view = { visibility, sql, kept, transaction };
  const write: PartnerStore['mutate'] = (request, work) => mutate(view, options, request, work);
  return Object.assign(bound(view), { scope, mutate: write, ...besideView(view, options) });
}

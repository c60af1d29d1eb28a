/** What one viewer asks in an isolation world. */
import { anyTask } from '@keyway/testing';
import type { PartnerStore } from '../index.ts';
import { inboxItemIds, streamed, tried } from './isolationAttempts.ts';
import { jobOn, LOOSER, SHARED_VAULT } from './isolationInputs.ts';
import type { IsolationWorld } from './isolationWorld.ts';

type Question = () => unknown;

/** The viewer, and what there is to ask about. */
interface Asking {
  view: PartnerStore;
  world: IsolationWorld;
  all: readonly IsolationWorld['organizations']['Ivory'][];
  ids: readonly string[];
  runIds: readonly string[];
  entries: readonly { id: string }[];
  inboxItems: readonly string[];
  /** What is seen in the answer for each. */
  each: <T>(items: readonly T[], ask: (item: T) => Promise<unknown>) => Promise<unknown[]>;
  seen: (answer: unknown) => unknown;
}

/** The names that occur in an answer, or the answer where it is a figure. */
function namesIn(world: IsolationWorld, answer: unknown): unknown {
  if (typeof answer === 'number' || typeof answer === 'boolean' || answer === null) return answer;
  const { organizations, runs, tokens } = world;
  const text = JSON.stringify(answer instanceof Map ? [...answer] : answer);
  const named = Object.values(organizations).filter(({ id, name }, place) =>
    [id, name, runs[place]!.run.id, tokens[place]!].some((mark) => text.includes(mark)),
  );
  return named.map(({ name }) => name);
}

/** What each entry's change shows, in the order of the entries. */
async function changesOf({ view, entries, seen }: Asking) {
  const changes = await view.historyChanges(entries.map(({ id }) => id));
  return entries.map(({ id }) => {
    const change = changes.get(id);
    return change ? [change.runs, seen(change.first)] : null;
  });
}

/** When the credentials of the world expire. */
const IN_2030 = new Date('2030-01-01');

/** Organizations, connections and runs. */
function ofOrganizations(asking: Asking): Question[] {
  const { view, all, ids, runIds, each, seen, world } = asking;
  const { runs } = world;
  return [
    async () => seen(await view.organizations({ first: 100 })),
    async () => (await view.countOrganizations()).count,
    () => each(ids, (id) => view.organization(id)),
    () => each(all, ({ imsOrgId }) => view.organizationByImsOrgId(imsOrgId)),
    async () => seen(await view.organizationsByIds(ids)),
    async () => seen(await view.currentRuns(ids)),
    async () => seen(await view.connections(ids)),
    async () => (await view.connections(ids)).map(({ replacement }) => replacement?.clientId),
    async () =>
      (await view.expiringCredentials({ first: 100 }, IN_2030)).edges.map(
        ({ node }) => node.clientId,
      ),
    async () => (await view.countExpiringCredentials(IN_2030)).count,
    async () => [...(await view.awsTrusts(ids)).keys()].map((id) => ids.indexOf(id)).toSorted(),
    async () => seen(await view.runs({ first: 100 })),
    async () => (await view.countRuns()).count,
    async () => seen(await view.runSummaries({ first: 100 })),
    async () => seen(await view.runSummariesByIds(runIds)),
    async () => seen(await view.currentRunSummaries(ids)),
    async () => (await view.countNeededActions(anyTask())).count,
    async () =>
      (await view.groupNeededActions(anyTask())).map(({ task, count }) => `${task} ${count}`),
    async () =>
      (await view.neededActions(anyTask(), { first: 100 }))
        .map(({ runId }) => runs.findIndex(({ run }) => run.id === runId))
        .toSorted(),
    () => each(runIds, (id) => view.run(id)),
    async () => seen(await view.runsByIds(runIds)),
    () => each(runIds, (id) => view.runMatches(id, {})),
    async () =>
      (await view.observations(runIds))
        .map(({ runId }) => runs.findIndex(({ run }) => run.id === runId))
        .toSorted(),
    () => view.portfolio(),
    () => view.portfolioOrganizations(),
  ];
}

/** History. */
function ofHistory(asking: Asking): Question[] {
  const { view, ids, entries, each, seen } = asking;
  return [
    async () => seen(await view.history({ first: 100 })),
    () => each(ids, (organizationId) => view.history({ first: 100 }, { organizationId })),
    async () =>
      (await each(entries, ({ id }) => view.historyEntry(id))).filter((entry) => entry !== null)
        .length,
    async () => (await view.history({ first: 100 }, { oncePerChange: true })).edges.length,
    () => changesOf(asking),
    () => Promise.all(ids.map((id) => view.verifyHistory(id))),
    () => Promise.all(ids.map((id) => streamed(view, id))),
  ];
}

/** People, and what they may do. */
function ofPeople(asking: Asking): Question[] {
  const { view, ids, each, world } = asking;
  const { members, invitations, sessions } = world;
  return [
    async () => (await view.members({ first: 100 })).edges.map(({ node }) => node.name),
    async () => (await view.countMembers()).count,
    () => each(members, (id) => view.member(id)),
    async () => members.indexOf((await view.lastOwner())?.id ?? ''),
    () => Promise.all(members.map(async (id) => (await view.sessions(id)).length)),
    async () =>
      [...(await view.memberHoldings(members)).keys()].map((id) => members.indexOf(id)).toSorted(),
    () => Promise.all(ids.map(async (id) => (await view.invitedApprovers(id)).length)),
    () => each(sessions, async (id) => (await view.session(id)) !== null),
    async () =>
      [...(await view.membersByIds(members)).keys()].map((id) => members.indexOf(id)).toSorted(),
    async () =>
      [...(await view.runOwners(members)).keys()].map((id) => members.indexOf(id)).toSorted(),
    async () =>
      (await view.runOwnerList({ first: 9 })).map(({ id }) => members.indexOf(id)).toSorted(),
    () =>
      Promise.all(
        ids.map(async (organizationId, place) => [
          (await view.assignees({ organizationId, first: 10 })).length > 0,
          (await view.assignee({ memberId: members[place]!, organizationId }))?.hasAccess,
        ]),
      ),
    () =>
      Promise.all(
        [true, false].map(async (withTokensOfNobody) => {
          const approvers = await view.approvers(ids, { withTokensOfNobody });
          return ids.map((id) => approvers.get(id)?.length ?? null);
        }),
      ),
    () =>
      Promise.all(
        [null, ...ids].map(async (organizationId) => {
          const reach = { fourEyes: 'OWN_APPROVER', organizationId } as const;
          return (await view.withoutApprover(reach, { withTokensOfNobody: false })).length;
        }),
      ),
    async () => (await view.policyEffects({ policy: LOOSER, organizationId: null })).voided.length,
    () =>
      Promise.all(
        [true, false, null].map(async (mayDecide) => {
          const viewer = { principal: 'x', organizationIds: ids, ownOrganizationIds: [] };
          const filter = { viewer, mayDecide };
          const { edges } = await view.pendingApprovals({ first: 100 }, filter);
          const named = { ...filter, text: 'a' };
          const byName = await view.pendingApprovals({ first: 100 }, named, 'NAME');
          const counts = [filter, named].map((one) => view.countPendingApprovals(one));
          const found = (await Promise.all(counts)).map(({ count }) => count);
          return [edges.length, byName.edges.length, ...found];
        }),
      ),
    async () => (await view.invitations({ first: 100 })).edges.map(({ node }) => node.email),
    () => each(invitations, (id) => view.invitation(id)),
    () => view.signInRules(),
    async () => {
      const policies = await view.policies(ids);
      return [policies.partner, ...ids.map((id) => policies.of(id))].map(
        ({ coolingOffSeconds }) => coolingOffSeconds,
      );
    },
  ];
}

/** Links, jobs, dry runs and saved views. */
function ofJobs(asking: Asking): Question[] {
  const { view, runIds, each, world } = asking;
  const { handOffs, jobs, dryRuns, linkJobs, refusedJobs, views } = world;
  return [
    async () => (await view.handOffs(runIds)).map(({ id }) => handOffs.indexOf(id)).toSorted(),
    () => each(handOffs, (id) => view.handOff(id)),
    async () =>
      (await view.bulkJobs({ first: 100 })).edges
        .map(({ node }) => jobs.indexOf(node.id))
        .toSorted(),
    () => each(jobs, (id) => view.bulkJob(id)),
    () => each(jobs, async (id) => (await view.bulkItems({ first: 9 }, id)).edges.length),
    async () =>
      (await Promise.all(jobs.map((id) => view.countBulkItems(id)))).map(({ count }) => count),
    () => each(refusedJobs, async (id) => (await view.bulkOutcomes(id, {})).needsAttention),
    async () =>
      (await view.dryRuns({ first: 100 })).edges
        .map(({ node }) => dryRuns.indexOf(node.id))
        .toSorted(),
    () => each(dryRuns, (id) => view.dryRun(id)),
    () => each(dryRuns, async (id) => (await view.dryRunItems({ first: 9 }, id)).edges.length),
    () => each(dryRuns, async (id) => (await view.dryRunFigures(id)).total),
    async () =>
      (await Promise.all(dryRuns.map((id) => view.countDryRunItems(id)))).map(({ count }) => count),
    async () =>
      (await view.savedViews('PORTFOLIO')).map(({ id, isDefault }) => [
        views.indexOf(id),
        isDefault,
      ]),
    () => each(views, async (id) => (await view.savedView(id))?.isDefault ?? null),
    () =>
      each(
        linkJobs,
        async (id) => (await view.bulkLinks({ jobId: id, organizationIds: null }, [1])).size > 0,
      ),
    () => each(linkJobs, (id) => view.bulkLinksEnd({ jobId: id, organizationIds: null })),
  ];
}

/** Watches, inbox, webhooks and tokens. */
function ofWatches(asking: Asking): Question[] {
  const { view, ids, inboxItems, each, seen, world } = asking;
  const { tokens, members, alerts, webhooks, deliveries } = world;
  return [
    async () =>
      (await view.alerts({ first: 100 })).edges
        .map(({ node }) => alerts.indexOf(node.id))
        .toSorted(),
    async () => (await view.countAlerts()).count,
    () => each(alerts, async (id) => (await view.alert(id)) !== null),
    () => each(alerts, async (id) => (await view.alertEvents({ first: 9 }, id)).edges.length),
    async () => [...(await view.topAlerts(ids)).keys()].map((id) => ids.indexOf(id)).toSorted(),
    () => view.checkedSince(),
    async () =>
      [...(await view.watchesByOrganization(ids)).keys()].map((id) => ids.indexOf(id)).toSorted(),
    async () => [...(await view.health())],
    async () => (await view.organizations({ first: 100 }, { health: ['AT_RISK'] })).edges.length,
    async () =>
      (await view.inbox({ first: 100 })).edges
        .map(({ node }) => ids.indexOf(node.organizationId))
        .toSorted(),
    () => view.unreadCount(),
    async () => (await view.notificationSettings()) !== null,
    async () => (await view.chat())?.host ?? null,
    async () => (await view.inboxItems(inboxItems)).length,
    () => each(ids, async (id) => (await view.colleagueList(id, { first: 9 })).length > 0),
    () => each(ids, async (id) => (await view.colleagues(id, members)).length),
    async () =>
      (await view.webhooks({ first: 9 })).edges.map(({ node }) => webhooks.indexOf(node.id)),
    () => each(webhooks, async (id) => (await view.webhook(id)) !== null),
    () =>
      each(webhooks, async (id) => (await view.webhookDeliveries(id, { first: 9 })).edges.length),
    () => each(deliveries, async (id) => (await view.webhookDelivery(id)) !== null),
    async () => seen(await view.apiTokens({ first: 100 })),
    () => each(tokens, (id) => view.apiToken(id)),
    async () => seen(await view.search('or', 1)),
    async () => seen(await view.search('r', 1)),
    () =>
      view.vaultSharers(ids.map((organizationId) => ({ organizationId, vaultUri: SHARED_VAULT }))),
    () => tried(view, world),
  ];
}

/** The questions to one viewer, in the order that they are asked in. */
export async function questionsTo(view: PartnerStore, world: IsolationWorld): Promise<Question[]> {
  const seen = (answer: unknown): unknown => namesIn(world, answer);
  const each: Asking['each'] = async (items, ask) => {
    const answers: unknown[] = [];
    for (const item of items) answers.push(seen(await ask(item)));
    return answers;
  };
  const all = Object.values(world.organizations);
  const asking: Asking = {
    ...{ view, world, seen, each, all },
    ids: all.map(({ id }) => id),
    runIds: world.runs.map(({ run }) => run.id),
    entries: await world.database.query<{ id: string }>(
      'select id from history_entry order by position',
    ),
    inboxItems: await inboxItemIds(world),
  };
  return [ofOrganizations, ofHistory, ofPeople, ofJobs, ofWatches].flatMap((of) => of(asking));
}

/** What the starter of jobs counts who sees one of their organizations. */
export async function countsOfStarter(world: IsolationWorld): Promise<unknown[]> {
  const { store, ours, organizations, jobs } = world;
  const organizationIds = [organizations.Ivory.id];
  const scope = { partnerId: ours.partnerId, organizationIds, viewer: jobOn('').starter };
  const view = store.forPartner(scope);
  const { edges } = await view.bulkJobs({ first: 100 });
  const totals = edges.map(({ node }) => node.total).toSorted();
  return [totals, (await view.bulkJob(jobs.at(-1)!))?.total];
}

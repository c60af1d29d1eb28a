/**
 * Removes each use of the application's filters alone, with the row-level policies off: some answer
 * to a viewer has to differ.
 */
import { anImsOrgId, anOccurrence, anyTask, requireDone } from '@keyway/testing';
import { refuse, type Grant } from '@keyway/core';
import { OPEN_FILTERS } from '@keyway/store/testing';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import {
  byNobody,
  dryRunOn,
  handOffOf,
  jobOn,
  LOOSER,
  SHARED_VAULT,
  writerOf,
} from '../testing/isolationInputs.ts';
import { anIsolationWorld, type IsolationWorld } from '../testing/isolationWorld.ts';
import { Visibility } from './visibility.ts';
import { Refused } from './refused.ts';
import type {
  EffectivePolicy,
  NewConnection,
  PartnerStore,
  StoredRun,
  UnitOfWork,
} from '../index.ts';

let world: IsolationWorld;
beforeAll(async () => {
  world = await anIsolationWorld();
  for (const { id } of Object.values(world.organizations)) await world.store.checkpoints.cover(id);
  // A second one of each, which is the renewal.
  const always = { grownSeconds: 0, unchangedSeconds: 0 };
  await world.store.checkpoints.coverDue('00000000-0000-0000-0000-000000000000', always);
  await world.database.query(
    `insert into approval_evidence (organization_id, hash, partner_id, evidence, at)
     select id, encode(sha256('{}'), 'hex'), partner_id, '{}', now() from organization`,
  );
});
afterAll(() => world.database.close());

/** The policies that a new organization's run begins with, and that a change of it starts from. */
async function policiesOfNew(unit: UnitOfWork): Promise<unknown> {
  const given = { ...world.organizations.Ivory, name: 'New', imsOrgId: anImsOrgId() };
  const created = await unit.organizations.create(given, anOccurrence());
  if ('refusal' in created) return created.refusal.code;
  const { id: organizationId } = created.organization;
  const { run } = requireDone<{ run: StoredRun }>(
    await unit.runs.start(organizationId, anOccurrence()),
  );
  const change = { fourEyes: 'OWN_APPROVER' } as const;
  const { policy } = requireDone<{ policy: EffectivePolicy }>(
    await unit.policies.set({ organizationId, change }, anOccurrence()),
  );
  return [run.run.policy.coolingOffSeconds, policy.coolingOffSeconds];
}

/** What a pack would have: of another's organization nothing. */
const exported = (unit: UnitOfWork, organizationId: string): Promise<unknown> =>
  unit.evidence.export(organizationId, { since: null, until: null, locale: 'en' }, anOccurrence());

/** What is streamed of an organization's evidence. */
async function streamed(view: PartnerStore, organizationId: string): Promise<unknown[]> {
  let [checkpoints, entries] = [0, 0];
  for await (const batch of view.checkpoints(organizationId)) checkpoints += batch.length;
  try {
    for await (const lines of view.historyLines({ organizationId, from: 0, to: 1 }))
      entries += lines.entries.length;
  } catch {
    // There is none that the viewer sees.
  }
  const range = { organizationId, from: 0, to: 100 };
  const kinds: unknown[] = [];
  for await (const some of view.entriesOf(range, ['organizationCreated', 'runStarted']))
    kinds.push(...some.map(({ kind }) => kind));
  const evidence: string[] = [];
  for await (const some of view.keptEvidence(organizationId))
    evidence.push(...some.map(({ hash }) => hash));
  return [checkpoints, entries, kinds, evidence];
}

/** What is tried inside a mutation, which is taken back in the end. */
async function tried(view: PartnerStore): Promise<unknown> {
  const { organizations, runs, tokens, members, invitations, handOffs, jobs, views, alerts } =
    world;
  const { dryRuns } = world;
  const { webhooks, deliveries } = world;
  const outcomes: unknown[] = [];
  const attempt = async (name: string, work: () => Promise<unknown>): Promise<void> => {
    const result = await work();
    outcomes.push([
      name,
      (result as { refusal?: { code: string } } | null)?.refusal?.code ??
        (result === null ? null : 'done'),
    ]);
  };
  const connection: NewConnection = {
    kind: 'adobe',
    connection: { clientId: 'x', clientSecret: 'sandbox-x', scopes: [] },
  };
  const work = async (unit: UnitOfWork): Promise<never> => {
    for (const [place, { id, imsOrgId, name }] of Object.values(organizations).entries()) {
      const runId = runs[place]!.run.id;
      await attempt(`organization ${name}`, () => unit.organizations.find(id));
      await attempt(`by IMS ID ${name}`, () => unit.organizations.findByImsOrgId(imsOrgId));
      await attempt(`run ${name}`, () => unit.runs.find(runId));
      await attempt(`current run ${name}`, () => unit.runs.findCurrent(id));
      await attempt(`connect ${name}`, () => unit.connections.set(id, connection, anOccurrence()));
      await attempt(`try ${name}`, () => unit.connections.requestTrial(id, 'azure'));
      await attempt(`withdraw ${name}`, () =>
        unit.connections.withdrawReplacement(id, 'azure', anOccurrence()),
      );
      await attempt(`start ${name}`, () => unit.runs.start(id, anOccurrence()));
      await attempt(`hand off ${name}`, () => unit.handOffs.create(handOffOf(runId), byNobody()));
      await attempt(`use ${name}`, () => unit.handOffs.use({ id: handOffs[place]! }, byNobody()));
      await attempt(`bulk ${name}`, () => unit.bulk.start(jobOn(id), anOccurrence()));
      await attempt(`dry run ${name}`, () => unit.dryRuns.start(dryRunOn([id]), anOccurrence()));
      await attempt(`end ${name}`, () => unit.dryRuns.cancel(dryRuns[place]!, anOccurrence()));
      await attempt(`stop ${name}`, () => unit.bulk.cancel(jobs[place]!, anOccurrence()));
      await attempt(`take back ${name}`, () =>
        unit.handOffs.revoke(handOffs[place]!, anOccurrence()),
      );
      await attempt(`cancel ${name}`, () =>
        unit.runs.advance(runId, {
          ...anOccurrence(),
          kind: 'runCancelled',
          data: { reason: 'Mine.' },
        }),
      );
      const writer = writerOf(members[place]!, true);
      const given = { page: 'PORTFOLIO', name, search: {}, shared: true } as const;
      await attempt(`save ${name}`, () => unit.views.save(given, writer));
      for (const view of views.slice(2 * place, 2 * place + 2)) {
        const asDefault = { page: 'PORTFOLIO', id: view } as const;
        await attempt(`open with ${name}`, () => unit.views.setDefault(asDefault, writer));
        await attempt(`change ${name}`, () =>
          unit.views.update({ id: view, name: 'Amber' }, writer),
        );
        await attempt(`delete ${name}`, () => unit.views.delete({ id: view }, writer));
      }
      const memberId = members[place]!;
      const grants: Grant[] = [{ role: 'AUDITOR', organizationId: null }];
      await attempt(`grant ${name}`, () =>
        unit.members.changeGrants({ memberId, grants }, anOccurrence()),
      );
      const toEnd = { memberId, id: null, except: null };
      await attempt(`end ${name}`, async () => {
        const ended = await unit.members.endSessions(toEnd, anOccurrence());
        return ended === 0 ? null : ended;
      });
      await attempt(`remove ${name}`, () =>
        unit.members.remove({ memberId, reason: null }, anOccurrence()),
      );
      await attempt(`close ${name}`, () =>
        unit.members.revokeInvitation(invitations[place]!, anOccurrence()),
      );
      await attempt(`address ${name}`, () => unit.eventGrid.createAddress(id, anOccurrence()));
      await attempt(`observe ${name}`, () => unit.watches.requestObservation(id));
      await attempt(`acknowledge ${name}`, () =>
        unit.watches.acknowledge({ id: alerts[place]!, comment: null }, anOccurrence()),
      );
      const drift = { organizationId: id, track: 'AEP', field: 'x', reason: 'x' } as const;
      await attempt(`accept ${name}`, () => unit.watches.acceptDifference(drift, anOccurrence()));
      await attempt(`policy ${name}`, () =>
        unit.policies.set({ organizationId: id, change: { coolingOffSeconds: 1 } }, anOccurrence()),
      );
      await attempt(`export ${name}`, () => exported(unit, id));
      await attempt(`revoke ${name}`, () => unit.tokens.revoke(tokens[place]!, anOccurrence()));
    }
    for (const [place, id] of webhooks.entries()) {
      const delivery = deliveries[place]!;
      await attempt('test', () => unit.webhooks.test(id, anOccurrence()));
      await attempt('redeliver', () => unit.webhooks.redeliver(delivery, anOccurrence()));
      await attempt('change', () => unit.webhooks.update(id, { events: ['*'] }, anOccurrence()));
      await attempt('rotate', () => unit.webhooks.rotateSecret(id, anOccurrence()));
      await attempt('delete', () => unit.webhooks.delete(id, anOccurrence()));
    }
    outcomes.push(await policiesOfNew(unit));
    throw new Refused(refuse('organizationArchived', null));
  };
  await view.mutate({ principal: 'p', operation: 'try', input: null }, work);
  return outcomes;
}

/** The names that occur in an answer, or the answer where it is a figure. */
function seen(answer: unknown): unknown {
  if (typeof answer === 'number' || typeof answer === 'boolean' || answer === null) return answer;
  const { organizations, runs, tokens } = world;
  const text = JSON.stringify(answer instanceof Map ? [...answer] : answer);
  const named = Object.values(organizations).filter(({ id, name }, place) =>
    [id, name, runs[place]!.run.id, tokens[place]!].some((mark) => text.includes(mark)),
  );
  return named.map(({ name }) => name);
}

/** What each entry's change shows, in the order of the entries. */
async function changesOf(view: PartnerStore, entries: readonly { id: string }[]) {
  const changes = await view.historyChanges(entries.map(({ id }) => id));
  return entries.map(({ id }) => {
    const change = changes.get(id);
    return change ? [change.runs, seen(change.first)] : null;
  });
}

/** When the credentials of the world expire. */
const IN_2030 = new Date('2030-01-01');

async function everythingAsked(view: PartnerStore): Promise<unknown[]> {
  const { organizations, runs, tokens, members, invitations, handOffs, sessions } = world;
  const { jobs, dryRuns, linkJobs, refusedJobs, views, alerts, webhooks, deliveries } = world;
  const all = Object.values(organizations);
  const ids = all.map(({ id }) => id);
  const runIds = runs.map(({ run }) => run.id);
  const entries = await world.database.query<{ id: string }>(
    'select id from history_entry order by position',
  );
  const each = async <T>(
    items: readonly T[],
    ask: (item: T) => Promise<unknown>,
  ): Promise<unknown[]> => {
    const answers: unknown[] = [];
    for (const item of items) answers.push(seen(await ask(item)));
    return answers;
  };
  const policies = await view.policies(ids);
  return [
    seen(await view.organizations({ first: 100 })),
    (await view.countOrganizations()).count,
    await each(ids, (id) => view.organization(id)),
    await each(all, ({ imsOrgId }) => view.organizationByImsOrgId(imsOrgId)),
    seen(await view.organizationsByIds(ids)),
    seen(await view.currentRuns(ids)),
    seen(await view.connections(ids)),
    (await view.connections(ids)).map(({ replacement }) => replacement?.clientId),
    (await view.expiringCredentials({ first: 100 }, IN_2030)).edges.map(
      ({ node }) => node.clientId,
    ),
    (await view.countExpiringCredentials(IN_2030)).count,
    [...(await view.awsTrusts(ids)).keys()].map((id) => ids.indexOf(id)).toSorted(),
    seen(await view.runs({ first: 100 })),
    (await view.countRuns()).count,
    seen(await view.runSummaries({ first: 100 })),
    seen(await view.runSummariesByIds(runIds)),
    seen(await view.currentRunSummaries(ids)),
    (await view.countNeededActions(anyTask())).count,
    (await view.neededActions(anyTask(), { first: 100 }))
      .map(({ runId }) => runs.findIndex(({ run }) => run.id === runId))
      .toSorted(),
    await each(runIds, (id) => view.run(id)),
    seen(await view.runsByIds(runIds)),
    await each(runIds, (id) => view.runMatches(id, {})),
    (await view.observations(runIds))
      .map(({ runId }) => runs.findIndex(({ run }) => run.id === runId))
      .toSorted(),
    await view.portfolio(),
    await view.portfolioOrganizations(),
    seen(await view.history({ first: 100 })),
    await each(ids, (organizationId) => view.history({ first: 100 }, { organizationId })),
    (await each(entries, ({ id }) => view.historyEntry(id))).filter((entry) => entry !== null)
      .length,
    (await view.history({ first: 100 }, { oncePerChange: true })).edges.length,
    await changesOf(view, entries),
    await Promise.all(ids.map((id) => view.verifyHistory(id))),
    await Promise.all(ids.map((id) => streamed(view, id))),
    (await view.members({ first: 100 })).edges.map(({ node }) => node.name),
    (await view.countMembers()).count,
    await each(members, (id) => view.member(id)),
    members.indexOf((await view.lastOwner())?.id ?? ''),
    await Promise.all(members.map(async (id) => (await view.sessions(id)).length)),
    [...(await view.memberHoldings(members)).keys()].map((id) => members.indexOf(id)).toSorted(),
    await Promise.all(ids.map(async (id) => (await view.invitedApprovers(id)).length)),
    await each(sessions, async (id) => (await view.session(id)) !== null),
    [...(await view.membersByIds(members)).keys()].map((id) => members.indexOf(id)).toSorted(),
    [...(await view.runOwners(members)).keys()].map((id) => members.indexOf(id)).toSorted(),
    (await view.runOwnerList({ first: 9 })).map(({ id }) => members.indexOf(id)).toSorted(),
    await Promise.all(
      ids.map(async (organizationId, place) => [
        (await view.assignees({ organizationId, first: 10 })).length > 0,
        (await view.assignee({ memberId: members[place]!, organizationId }))?.hasAccess,
      ]),
    ),
    await Promise.all(
      [true, false].map(async (withTokensOfNobody) => {
        const approvers = await view.approvers(ids, { withTokensOfNobody });
        return ids.map((id) => approvers.get(id)?.length ?? null);
      }),
    ),
    await Promise.all(
      [null, ...ids].map(async (organizationId) => {
        const reach = { fourEyes: 'OWN_APPROVER', organizationId } as const;
        return (await view.withoutApprover(reach, { withTokensOfNobody: false })).length;
      }),
    ),
    (await view.policyEffects({ policy: LOOSER, organizationId: null })).voided.length,
    await Promise.all(
      [true, false, null].map(async (mayDecide) => {
        const viewer = { principal: 'x', organizationIds: ids, ownOrganizationIds: [] };
        const filter = { viewer, mayDecide };
        const { edges } = await view.pendingApprovals({ first: 100 }, filter);
        return [edges.length, (await view.countPendingApprovals(filter)).count];
      }),
    ),
    (await view.invitations({ first: 100 })).edges.map(({ node }) => node.email),
    await each(invitations, (id) => view.invitation(id)),
    await view.signInRules(),
    ids.map((id) => policies.of(id).coolingOffSeconds),
    policies.partner.coolingOffSeconds,
    (await view.handOffs(runIds)).map(({ id }) => handOffs.indexOf(id)).toSorted(),
    await each(handOffs, (id) => view.handOff(id)),
    (await view.bulkJobs({ first: 100 })).edges.map(({ node }) => jobs.indexOf(node.id)).toSorted(),
    await each(jobs, (id) => view.bulkJob(id)),
    await each(jobs, async (id) => (await view.bulkItems({ first: 9 }, id)).edges.length),
    (await Promise.all(jobs.map((id) => view.countBulkItems(id)))).map(({ count }) => count),
    await each(refusedJobs, async (id) => (await view.bulkOutcomes(id, {})).needsAttention),
    (await view.dryRuns({ first: 100 })).edges
      .map(({ node }) => dryRuns.indexOf(node.id))
      .toSorted(),
    await each(dryRuns, (id) => view.dryRun(id)),
    await each(dryRuns, async (id) => (await view.dryRunItems({ first: 9 }, id)).edges.length),
    await each(dryRuns, async (id) => (await view.dryRunFigures(id)).total),
    (await Promise.all(dryRuns.map((id) => view.countDryRunItems(id)))).map(({ count }) => count),
    (await view.savedViews('PORTFOLIO')).map(({ id, isDefault }) => [views.indexOf(id), isDefault]),
    await each(views, async (id) => (await view.savedView(id))?.isDefault ?? null),
    await each(
      linkJobs,
      async (id) => (await view.bulkLinks({ jobId: id, organizationIds: null }, [1])).size > 0,
    ),
    await each(linkJobs, (id) => view.bulkLinksEnd({ jobId: id, organizationIds: null })),
    (await view.alerts({ first: 100 })).edges.map(({ node }) => alerts.indexOf(node.id)).toSorted(),
    (await view.countAlerts()).count,
    await each(alerts, async (id) => (await view.alert(id)) !== null),
    await each(alerts, async (id) => (await view.alertEvents({ first: 9 }, id)).edges.length),
    [...(await view.topAlerts(ids)).keys()].map((id) => ids.indexOf(id)).toSorted(),
    await view.checkedSince(),
    [...(await view.watchesByOrganization(ids)).keys()].map((id) => ids.indexOf(id)).toSorted(),
    [...(await view.health())],
    (await view.organizations({ first: 100 }, { health: ['AT_RISK'] })).edges.length,
    (await view.webhooks({ first: 9 })).edges.map(({ node }) => webhooks.indexOf(node.id)),
    await each(webhooks, async (id) => (await view.webhook(id)) !== null),
    await each(
      webhooks,
      async (id) => (await view.webhookDeliveries(id, { first: 9 })).edges.length,
    ),
    await each(deliveries, async (id) => (await view.webhookDelivery(id)) !== null),
    seen(await view.apiTokens({ first: 100 })),
    await each(tokens, (id) => view.apiToken(id)),
    seen(await view.search('or', 1)),
    seen(await view.search('r', 1)),
    await view.vaultSharers(
      ids.map((organizationId) => ({ organizationId, vaultUri: SHARED_VAULT })),
    ),
    await tried(view),
  ];
}

/** What the starter of jobs counts who sees one of their organizations. */
async function countsOfStarter(): Promise<unknown[]> {
  const { store, ours, organizations, jobs } = world;
  const organizationIds = [organizations.Ivory.id];
  const scope = { partnerId: ours.partnerId, organizationIds, viewer: jobOn('').starter };
  const view = store.forPartner(scope);
  const { edges } = await view.bulkJobs({ first: 100 });
  const totals = edges.map(({ node }) => node.total).toSorted();
  return [totals, (await view.bulkJob(jobs.at(-1)!))?.total];
}

const METHODS = Object.keys(OPEN_FILTERS) as (keyof typeof OPEN_FILTERS)[];
/** Which statement asks: the two functions above the filter, with their lines. */
function placeOfCaller(): string {
  const frames = new Error()
    .stack!.split('\n')
    .filter(
      (line) => line.includes('/libs/store/src/') && !/visibility|isolationMutants/.test(line),
    );
  return frames
    .slice(0, 2)
    .map(
      (line) =>
        /at (?:async )?(?:new )?(\S+) .*\/([\w.]+:\d+)/.exec(line)?.slice(1).join(' ') ??
        line.trim(),
    )
    .join(' < ');
}

/** Removes the filter at one place, or nowhere. Returns every place that used it. */
function removeFilterAt(place: string | null): { places: Set<string>; end: () => void } {
  const places = new Set<string>();
  const spies = METHODS.map((method) => {
    const original = Visibility.prototype[method] as (...args: unknown[]) => unknown;
    return vi.spyOn(Visibility.prototype, method).mockImplementation(function (
      this: Visibility,
      ...args: unknown[]
    ) {
      const caller = `${method} at ${placeOfCaller()}`;
      places.add(caller);
      if (caller === place) return OPEN_FILTERS[method] as never;
      return original.apply(this, args) as never;
    });
  });
  return { places, end: () => spies.forEach((spy) => spy.mockRestore()) };
}

/**
 * Of two filters on the same question either is enough, so that without one of them nothing
 * changes.
 */
const SECOND_LINE = [
  'accessCondition at findInvitation < revokeInvitation',
  'accessCondition at findLastOwner < Object.lastOwner',
  'accessCondition at findMember < changeGrants',
  'accessCondition at findMember < removeMember',
  'condition at TaskConditions.isVisible < TaskConditions.isTask',
  'condition at TaskConditions.isVisible < next',
  'condition at TaskConditions.isVisible < selectByDueDate',
  'condition at TaskConditions.isVisible < selectBySince',
  'condition at TaskConditions.isVisible < tasks',
  'condition at cancelBulk < once',
  'condition at cancelDryRun < once',
  'condition at connectionsOf < lockWithConnections',
  'condition at connectionsOf < read',
  'condition at countBefore < verifyStoredChain',
  'condition at countOpen < runToHandOff',
  'condition at entries < verifyStoredChain',
  'condition at findAlert < acknowledgeAlert',
  'condition at findAlert < acknowledgeAlert',
  'condition at findEnds < exportEvidence',
  'condition at findReplacements < findConnections',
  'condition at findTerms < searchOrganizations',
  'condition at firstDoubtful < brokenInStretch',
  'condition at lockChains < lockOrganization',
  'condition at lockChains < read',
  'condition at makeTrialDue < requestTrial',
  'condition at ofChain < findEnds',
  'condition at ofChain < pointAt',
  'condition at ofChain < readEntries',
  'condition at ofChain < readPositions',
  'condition at readable < findBulkLinks',
  'condition at readable < findLinksEnd',
  'condition at runRows < exportEvidence',
  'personCondition at setDefaultView < once',
  'savedViewCondition at deleteView < once',
  'savedViewCondition at updateView < once',
  'starterCondition at cancelBulk < once',
  'starterCondition at cancelDryRun < once',
  'starterCondition at findBulkJob < cancelBulk',
  'starterCondition at findBulkJob < startBulk',
  'starterCondition at findDryRun < cancelDryRun',
  'starterCondition at findDryRun < startDryRun',
];

describe('a filter that is missing', () => {
  it('is noticed, wherever it is', async () => {
    const viewers = () =>
      [null, [world.organizations.Ivory.id]].map((organizationIds) =>
        world.store.forPartner({ partnerId: world.ours.partnerId, organizationIds }),
      );
    const ask = async (place: string | null) => {
      const mutant = removeFilterAt(place);
      try {
        const answers: unknown[] = [];
        for (const viewer of viewers()) answers.push(await everythingAsked(viewer));
        answers.push(await countsOfStarter());
        return { answers: JSON.stringify(answers), places: mutant.places };
      } catch (error) {
        return { answers: `failed: ${String(error)}`, places: mutant.places };
      } finally {
        mutant.end();
      }
    };
    const right = await ask(null);
    expect(right.answers).not.toMatch(/^failed/);
    expect(right.answers).not.toContain('"Amber"');
    expect(right.places.size).toBeGreaterThan(25);
    const unnoticed: string[] = [];
    for (const place of right.places)
      if ((await ask(place)).answers === right.answers) unnoticed.push(place);
    expect(unnoticed.map((place) => place.replaceAll(/ \w+\.ts:\d+/g, '')).toSorted()).toEqual(
      SECOND_LINE,
    );
    // Thousands of questions: on a busy machine they take minutes.
  }, 1_800_000);
});

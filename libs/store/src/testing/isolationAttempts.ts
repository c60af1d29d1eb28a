/** What one viewer tries to change in an isolation world. */
import { anImsOrgId, anOccurrence, requireDone } from '@keyway/testing';
import { refuse, type Grant } from '@keyway/core';
import type {
  EffectivePolicy,
  NewConnection,
  PartnerStore,
  StoredRun,
  UnitOfWork,
} from '../index.ts';
import { Refused } from '../tenancy/refused.ts';
import {
  A_CHAT,
  A_KEY,
  byNobody,
  dryRunOn,
  handOffOf,
  jobOn,
  SHARED_VAULT,
  writerOf,
} from './isolationInputs.ts';
import type { IsolationWorld } from './isolationWorld.ts';

/** The policies that a new organization's run begins with, and that a change of it starts from. */
async function policiesOfNew(unit: UnitOfWork, world: IsolationWorld): Promise<unknown> {
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
export async function streamed(view: PartnerStore, organizationId: string): Promise<unknown[]> {
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

/** What an attempt is of, and where its outcome goes. */
interface Attempts {
  unit: UnitOfWork;
  world: IsolationWorld;
  attempt: (name: string, work: () => Promise<unknown>) => Promise<void>;
}
type Place = IsolationWorld['organizations']['Ivory'] & { place: number };

const CONNECTION: NewConnection = {
  kind: 'adobe',
  connection: { clientId: 'x', clientSecret: 'sandbox-x', scopes: [] },
};

async function onRuns({ unit, world, attempt }: Attempts, of: Place): Promise<void> {
  const { place, id, imsOrgId, name } = of;
  const { runs, handOffs, jobs, dryRuns } = world;
  const runId = runs[place]!.run.id;
  await attempt(`organization ${name}`, () => unit.organizations.find(id));
  await attempt(`by IMS ID ${name}`, () => unit.organizations.findByImsOrgId(imsOrgId));
  await attempt(`run ${name}`, () => unit.runs.find(runId));
  await attempt(`current run ${name}`, () => unit.runs.findCurrent(id));
  await attempt(`connect ${name}`, () => unit.connections.set(id, CONNECTION, anOccurrence()));
  await attempt(`try ${name}`, () => unit.connections.requestTrial(id, 'azure'));
  await attempt(`withdraw ${name}`, () =>
    unit.connections.withdrawReplacement(id, 'azure', anOccurrence()),
  );
  await attempt(`start ${name}`, () => unit.runs.start(id, anOccurrence()));
  await attempt(`hand off ${name}`, () => unit.handOffs.create(handOffOf(runId), byNobody()));
  await attempt(`use ${name}`, () => unit.handOffs.use({ id: handOffs[place]! }, byNobody()));
  await attempt(`bulk ${name}`, () => unit.bulk.start(jobOn(id), anOccurrence()));
  await attempt(`key ${name}`, async () => {
    const given = { organization: of, keys: A_KEY, isNew: false };
    const [found] = await unit.bulk.keyResults([given], true, anOccurrence);
    return found?.results.find((one) => one.status === 'REFUSED') ?? {};
  });
  await attempt(`vault of ${name}`, async () => {
    const users = await unit.organizations.findVaultUsers([SHARED_VAULT]);
    return users.get(SHARED_VAULT)?.find((user) => user.name === name) ?? null;
  });
  await attempt(`dry run ${name}`, () => unit.dryRuns.start(dryRunOn([id]), anOccurrence()));
  await attempt(`end ${name}`, () => unit.dryRuns.cancel(dryRuns[place]!, anOccurrence()));
  await attempt(`stop ${name}`, () => unit.bulk.cancel(jobs[place]!, anOccurrence()));
  await attempt(`take back ${name}`, () => unit.handOffs.revoke(handOffs[place]!, anOccurrence()));
  await attempt(`cancel ${name}`, () =>
    unit.runs.advance(runId, {
      ...anOccurrence(),
      kind: 'runCancelled',
      data: { reason: 'Mine.' },
    }),
  );
}

async function onViews({ unit, world, attempt }: Attempts, { place, name }: Place): Promise<void> {
  const { members, views } = world;
  const writer = writerOf(members[place]!, true);
  const given = { page: 'PORTFOLIO', name, search: {}, shared: true } as const;
  await attempt(`save ${name}`, () => unit.views.save(given, writer));
  for (const view of views.slice(2 * place, 2 * place + 2)) {
    const asDefault = { page: 'PORTFOLIO', id: view } as const;
    await attempt(`open with ${name}`, () => unit.views.setDefault(asDefault, writer));
    await attempt(`change ${name}`, () => unit.views.update({ id: view, name: 'Amber' }, writer));
    await attempt(`delete ${name}`, () => unit.views.delete({ id: view }, writer));
  }
}

async function onPeople({ unit, world, attempt }: Attempts, of: Place): Promise<void> {
  const { place, name } = of;
  const { members, invitations } = world;
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
}

async function onWatches({ unit, world, attempt }: Attempts, of: Place): Promise<void> {
  const { place, id, name } = of;
  const { alerts, tokens } = world;
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

/** What is the partner's, and the viewer's own. */
async function onOthers({ unit, world, attempt }: Attempts): Promise<void> {
  const { members, webhooks, deliveries } = world;
  for (const [place, id] of webhooks.entries()) {
    const delivery = deliveries[place]!;
    await attempt('test', () => unit.webhooks.test(id, anOccurrence()));
    await attempt('redeliver', () => unit.webhooks.redeliver(delivery, anOccurrence()));
    await attempt('change', () => unit.webhooks.update(id, { events: ['*'] }, anOccurrence()));
    await attempt('rotate', () => unit.webhooks.rotateSecret(id, anOccurrence()));
    await attempt('delete', () => unit.webhooks.delete(id, anOccurrence()));
  }
  await attempt('test chat', () => unit.inbox.testChat(anOccurrence()));
  await attempt('change chat', () => unit.inbox.setChat(A_CHAT, anOccurrence()));
  await attempt('remove chat', () => unit.inbox.removeChat(anOccurrence()));
  const reading = { memberId: members[0]!, isRead: true, at: new Date().toISOString() };
  const until = new Date(Date.now() + 60_000).toISOString();
  await attempt('read', async () => {
    const marked = await unit.inbox.mark({ until }, reading);
    return 'changed' in marked && marked.changed > 0 ? marked : null;
  });
  const ids = await inboxItemIds(world);
  await attempt('unread', () => unit.inbox.mark({ ids }, { ...reading, isRead: false }));
}

/** What is tried inside a mutation, which is taken back in the end. */
export async function tried(view: PartnerStore, world: IsolationWorld): Promise<unknown> {
  const outcomes: unknown[] = [];
  const attempt: Attempts['attempt'] = async (name, work) => {
    const result = await work();
    outcomes.push([
      name,
      (result as { refusal?: { code: string } } | null)?.refusal?.code ??
        (result === null ? null : 'done'),
    ]);
  };
  const work = async (unit: UnitOfWork): Promise<never> => {
    const attempts = { unit, world, attempt };
    for (const [place, organization] of Object.values(world.organizations).entries()) {
      const of = { ...organization, place };
      for (const on of [onRuns, onViews, onPeople, onWatches]) await on(attempts, of);
    }
    await onOthers(attempts);
    outcomes.push(await policiesOfNew(unit, world));
    throw new Refused(refuse('organizationArchived', null));
  };
  await view.mutate({ principal: 'p', operation: 'try', input: null }, work);
  return outcomes;
}

/** Of every member, and of the chat. */
export const inboxItemIds = async (world: IsolationWorld): Promise<string[]> =>
  (await world.database.query<{ id: string }>('select id from inbox_item')).map(({ id }) => id);

/** Two partners with something of each kind, for reads by the application’s filters alone. */
import { randomUUID } from 'node:crypto';
import {
  aDatabase,
  aMember,
  anOccurrence,
  aPartner,
  requireAccepted,
  requireDone,
  type TestDatabase,
  type TestPartner,
} from '@keyway/testing';
import type { Grant } from '@keyway/core';
import { aWatch } from './aWatch.ts';
import {
  AZURE,
  byNobody,
  dryRunOn,
  handOffOf,
  jobOn,
  linkOf,
  secondRunOf,
  SHARED_VAULT,
  writerOf,
} from './isolationInputs.ts';
import { enableOnlyProtections, PUT_CHAT, PUT_DIGEST, PUT_INBOX_ITEM } from '@keyway/store/testing';
import type {
  NewBulkJob,
  NewDryRun,
  NewConnection,
  OrganizationRecord,
  SavedViewRecord,
  Store,
  StoredRun,
  WebhookRecord,
} from '../index.ts';

/** The things of the organizations, one of each kind for each, in the order of `organizations`. */
export interface IsolationWorld {
  database: TestDatabase;
  store: Store;
  ours: TestPartner;
  organizations: Record<'Amber' | 'Coral' | 'Ivory', OrganizationRecord>;
  runs: StoredRun[];
  tokens: string[];
  members: string[];
  invitations: string[];
  handOffs: string[];
  sessions: string[];
  jobs: string[];
  /** As `jobs`. */
  dryRuns: string[];
  /** Two for each: a shared one and a private one. */
  views: string[];
  /** Of these a link was made. */
  linkJobs: string[];
  /** Of these an item was refused. */
  refusedJobs: string[];
  alerts: string[];
  /** Of each partner, and a delivery of it. */
  webhooks: string[];
  deliveries: string[];
}

/** Longer than any test: an end in the middle of one would change what is read. */
const LONG_SESSION = { idleSeconds: 86_400, longestSeconds: 86_400 };

export async function anIsolationWorld(): Promise<IsolationWorld> {
  const database = await aDatabase();
  await enableOnlyProtections('filters', database.query);
  const store = await database.store();
  const ours = await aPartner(database, store, 'Ours');
  const theirs = await aPartner(database, store, 'Theirs');
  // Foreign rows come first where lists are cut off.
  const organizations = {
    Ivory: await ours.organization({ name: 'Ivory' }),
    Coral: await ours.organization({ name: 'Coral' }),
    Amber: await theirs.organization({ name: 'Amber' }),
  };
  const world: IsolationWorld = {
    ...{ database, store, ours, organizations },
    ...{ runs: [], tokens: [], members: [], invitations: [], handOffs: [] },
    ...{
      sessions: [],
      jobs: [],
      dryRuns: [],
      views: [],
      linkJobs: [],
      refusedJobs: [],
      alerts: [],
    },
    ...{ webhooks: [], deliveries: [] },
  };
  await archiveOne(theirs);
  // Nobody has a grant for these themselves.
  await requestApproval(ours, await ours.organization({ name: 'Opal' }));
  await requestApproval(theirs, await theirs.organization({ name: 'Agate' }));
  const owned = [
    [ours, organizations.Ivory],
    [ours, organizations.Coral],
    [theirs, organizations.Amber],
  ] as const;
  for (const [partner, organization] of owned) await addThings(world, partner, organization);
  while ((await store.bulk.work()) > 0);
  for (const [partner, { id }] of owned) world.jobs.push(await startJob(partner, jobOn(id)));
  for (const [partner, { id }] of owned)
    world.dryRuns.push(await startDry(partner, dryRunOn([id])));
  for (const partner of [ours, theirs]) await addWebhook(world, partner);
  await world.database.query(PUT_CHAT, [theirs.partnerId]);
  // Of these, who sees one organization counts one.
  const both = [organizations.Ivory.id, organizations.Coral.id];
  world.jobs.push(await startJob(ours, { ...jobOn(''), organizationIds: both }));
  world.dryRuns.push(await startDry(ours, dryRunOn(both)));
  return world;
}

async function archiveOne(partner: TestPartner): Promise<void> {
  const { id } = await partner.organization({ name: 'Azure' });
  await partner.run(id);
  requireDone(
    requireAccepted(
      await partner.store.mutate({ principal: 'p', operation: 'a', input: null }, (unit) =>
        unit.organizations.archive(id, null, anOccurrence()),
      ),
    ),
  );
}

async function addThings(
  world: IsolationWorld,
  partner: TestPartner,
  organization: OrganizationRecord,
): Promise<void> {
  const { database, store } = world;
  const started = await partner.run(organization.id);
  const run = await partner.play(started.run.id, (builder) => builder.at('network'));
  world.runs.push(run);
  world.tokens.push(await createToken(partner, organization));
  const connection: NewConnection = {
    kind: 'azure',
    connection: { ...AZURE, clientId: organization.name, expiresAt: '2030-01-01T00:00:00.000Z' },
  };
  await partner.store.mutate({ principal: 'p', operation: 't', input: 2 }, async (unit) =>
    requireDone(await unit.connections.set(organization.id, connection, anOccurrence())),
  );
  // Beside the stored one.
  await partner.store.mutate({ principal: 'p', operation: 't', input: 3 }, async (unit) =>
    requireDone(await unit.connections.set(organization.id, connection, anOccurrence())),
  );
  await database.query(
    `insert into aws_trust (organization_id, partner_id, external_id, region, created_at)
     values ($1, $2, 'keyway-' || translate(encode(sha256($3::bytea), 'base64'), '+/=', '-_'), 'us-east-1', now())`,
    [organization.id, partner.partnerId, organization.name],
  );
  const person = { name: `${organization.name}’s`, imsOrgIds: [organization.imsOrgId] };
  const { id: memberId } = await aMember(store, partner.partnerId, person);
  world.members.push(memberId);
  await store.system().createSession(memberId, LONG_SESSION);
  world.sessions.push((await partner.store.sessions(memberId))[0]!.id);
  await administer(world, partner, { organization, runId: run.run.id });
  await saveViews(world, { partnerId: partner.partnerId, organization, memberId });
  const owner = { partnerId: partner.partnerId, organizationId: organization.id };
  await database.query(PUT_INBOX_ITEM, [...Object.values(owner), memberId, organization.name]);
  await database.query(PUT_DIGEST, [partner.partnerId, memberId]);
  world.alerts.push(await aWatch(database, { ...owner, runId: run.run.id }));
  await database.query(
    `insert into needed_action (run_id, rank, partner_id, organization_id, mutation, track, step, since)
     values ($1, 99, $2, $3, 'approve', 'AEP', 'APPROVAL', now())`,
    [run.run.id, partner.partnerId, organization.id],
  );
  await database.query(
    `insert into run_vault (run_id, vault_uri, partner_id, organization_id) values ($1, $2, $3, $4)`,
    [run.run.id, SHARED_VAULT, partner.partnerId, organization.id],
  );
  await database.query('update run set owner_id = $1 where id = $2', [memberId, run.run.id]);
  const operator = await aMember(store, partner.partnerId, { role: 'OPERATOR' });
  world.linkJobs.push(await startJob(partner, linkOf(organization.id, operator.id)));
  world.refusedJobs.push(await startJob(partner, secondRunOf(organization.id, operator.id)));
}

async function addWebhook(world: IsolationWorld, partner: TestPartner): Promise<void> {
  const given = { url: 'https://hooks.example.com/', host: 'hooks.example.com', events: ['*'] };
  const made = await partner.store.mutate(
    { principal: 'p', operation: 't', input: 9 },
    async (unit) => {
      const whole = { ...given, organizationIds: null };
      const { webhook } = requireDone<{ webhook: WebhookRecord }>(
        await unit.webhooks.create(whole, anOccurrence()),
      );
      requireDone(await unit.webhooks.test(webhook.id, anOccurrence()));
      return webhook;
    },
  );
  const { id } = requireAccepted(made);
  world.webhooks.push(id);
  const { edges } = await partner.store.webhookDeliveries(id, { first: 1 });
  world.deliveries.push(edges[0]!.node.id);
}

async function createToken(
  partner: TestPartner,
  { id, name }: OrganizationRecord,
): Promise<string> {
  const maker = { kind: 'MEMBER', id: randomUUID(), principal: 'token:x', name } as const;
  const given = { name: `${name}’s`, role: 'AUDITOR', expiresAt: null, maker } as const;
  const made = await partner.store.mutate({ principal: 'p', operation: 't', input: 1 }, (unit) =>
    unit.tokens.create({ ...given, scopes: ['read'], organizationIds: [id] }, anOccurrence()),
  );
  return (made as { result: { apiToken: { id: string } } }).result.apiToken.id;
}

/** Policies, a rule of sign-in, an invitation and a hand-off. */
async function administer(
  { store, invitations, handOffs }: IsolationWorld,
  partner: TestPartner,
  { organization, runId }: { organization: OrganizationRecord; runId: string },
): Promise<void> {
  const { id: organizationId, name } = organization;
  const grant: Grant = { role: 'AUDITOR', organizationId };
  const rule = { issuer: null, claim: 'groups', value: name, grant };
  const invitation = {
    email: `${name}@example.com`,
    grants: [grant, { role: 'APPROVER' as const, organizationId }],
    expiresAt: '2099-01-01T00:00:00.000Z',
  };
  // Before organizations have policies of their own, so that one change reaches those of several.
  if ((await partner.store.policies([])).partner.coolingOffSeconds === 0) {
    await partner.store.mutate({ principal: 'p', operation: 't', input: 4 }, (unit) =>
      unit.policies.set({ organizationId: null, change: { coolingOffSeconds: 1 } }, anOccurrence()),
    );
    await store.system().applyPolicyChanges();
  }
  const change = { coolingOffSeconds: 60 * name.charCodeAt(0) };
  await partner.store.mutate({ principal: 'p', operation: 't', input: 3 }, async (unit) => {
    requireDone(await unit.policies.set({ organizationId, change }, anOccurrence()));
    await unit.policies.set({ organizationId: null, change }, anOccurrence());
    await unit.members.setSignInRules([rule], anOccurrence());
    const invited = requireDone(await unit.members.invite(invitation, anOccurrence()));
    invitations.push((invited as { invitation: { id: string } }).invitation.id);
    const made = requireDone(await unit.handOffs.create(handOffOf(runId), byNobody()));
    handOffs.push((made as { handOff: { id: string } }).handOff.id);
  });
}

async function requestApproval(partner: TestPartner, { id }: OrganizationRecord): Promise<void> {
  const { run } = await partner.run(id);
  const data = { track: 'AEP', principal: 'x' } as const;
  await partner.play(run.id, (builder) => builder.at('approval').apply('approvalRequested', data));
}

interface OwnerOfViews {
  partnerId: string;
  organization: OrganizationRecord;
  memberId: string;
}

/** A shared view of a member, with which their page opens, and a private one. */
async function saveViews(
  { store, views }: IsolationWorld,
  { partnerId, organization: { id, name }, memberId }: OwnerOfViews,
): Promise<void> {
  const viewer = `MEMBER:${memberId}`;
  const organizationIds = name === 'Ivory' ? [id] : null;
  const person = store.forPartner({ partnerId, organizationIds, viewer });
  const writer = writerOf(memberId, false);
  await person.mutate({ principal: viewer, operation: 'v', input: null }, async (unit) => {
    for (const shared of [true, false]) {
      const given = { page: 'PORTFOLIO', name, search: {}, shared } as const;
      const { view } = requireDone<{ view: SavedViewRecord }>(await unit.views.save(given, writer));
      if (shared) await unit.views.setDefault({ page: 'PORTFOLIO', id: view.id }, writer);
      views.push(view.id);
    }
  });
}

async function startJob(partner: TestPartner, job: NewBulkJob): Promise<string> {
  const started = await partner.store.mutate(
    { principal: job.starter, operation: 't', input: null },
    (unit) => unit.bulk.start(job, byNobody()),
  );
  return requireDone<{ job: { id: string } }>(requireAccepted(started)).job.id;
}

async function startDry(partner: TestPartner, dryRun: NewDryRun): Promise<string> {
  const started = await partner.store.mutate(
    { principal: dryRun.starter, operation: 't', input: null },
    (unit) => unit.dryRuns.start(dryRun, byNobody()),
  );
  return requireDone<{ dryRun: { id: string } }>(requireAccepted(started)).dryRun.id;
}

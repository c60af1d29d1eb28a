/** No row of another partner or of an organization the viewer is not for, by either net alone. */
import { randomUUID } from 'node:crypto';
import { ACTORS, TRACK_IDS, type RunEvent } from '@keyway/core';
import {
  requireAccepted,
  anImsOrgId,
  anOccurrence,
  anyTask,
  aDatabase,
  aMember,
  aPartner,
  requireDone,
  type TestDatabase,
  type TestPartner,
} from '@keyway/testing';
import { enableOnlyProtections, type TenancyProtections } from '@keyway/store/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { OrganizationRecord, PartnerScope, PartnerStore, Store, StoredRun } from '../index.ts';

let database: TestDatabase;
let theirs: TestPartner;
let ours: TestPartner;
let listed: OrganizationRecord;
let hidden: OrganizationRecord;
let foreign: OrganizationRecord;
const runs = new Map<string, StoredRun>();
const jobs: string[] = [];
let foreignToken: string;

beforeAll(async () => {
  database = await aDatabase();
  const store = await database.store();
  ours = await aPartner(database, store, 'Ours');
  theirs = await aPartner(database, store, 'Theirs');
  listed = await ours.organization({ name: 'Listed' });
  hidden = await ours.organization({ name: 'Hidden' });
  foreign = await theirs.organization({ name: 'Foreign' });
  for (const [partner, organization] of [
    [ours, listed],
    [ours, hidden],
    [theirs, foreign],
  ] as const) {
    const { run } = await partner.run(organization.id);
    runs.set(organization.id, await partner.play(run.id, (builder) => builder.at('network')));
    const job = {
      input: { action: 'VERIFY', track: null, reason: null },
      starter: 'MEMBER:x',
    } as const;
    const begun = await partner.store.mutate({ principal: 'p', operation: 't', input: 1 }, (unit) =>
      unit.bulk.start({ ...job, organizationIds: [organization.id] }, anOccurrence()),
    );
    jobs.push(requireDone<{ job: { id: string } }>(requireAccepted(begun)).job.id);
    const handOff = { runId: run.id, actor: 'AZURE_ADMIN', note: null } as const;
    const actor = { principal: 'token:x', name: 'T', origin: 'apiToken' } as const;
    await partner.store.mutate({ principal: 'p', operation: 't', input: 1 }, (unit) =>
      unit.handOffs.create(
        { ...handOff, expiresAt: '2099-01-01T00:00:00.000Z' },
        { ...anOccurrence(), actor },
      ),
    );
  }
  const token = {
    name: 'Theirs',
    role: 'OWNER',
    scopes: ['read'],
    organizationIds: null,
    expiresAt: null,
  } as const;
  const maker = { kind: 'MEMBER', id: randomUUID(), principal: 'token:x', name: 'T' } as const;
  const made = await theirs.store.mutate({ principal: 'p', operation: 't', input: 1 }, (unit) =>
    unit.tokens.create({ ...token, scopes: ['read'], maker }, anOccurrence()),
  );
  foreignToken = requireAccepted(made).apiToken.id;
});
afterAll(() => database.close());

const NETS: TenancyProtections[] = ['both', 'policies', 'filters'];

/** Leaves only these up until the end of the `describe` it is called in. */
function withNets(nets: TenancyProtections): void {
  let putBack: () => unknown;
  beforeAll(async () => {
    putBack = await enableOnlyProtections(nets, database.query);
  });
  afterAll(() => putBack());
}

describe.each(NETS)('with %s', (nets) => {
  let store: Store;
  withNets(nets);
  beforeAll(async () => {
    store = await database.store();
  });
  const viewer = (organizationIds: string[] | null): PartnerStore =>
    store.forPartner({ partnerId: ours.partnerId, organizationIds });

  /** Everything a viewer can read, as names of organizations that occur in it. */
  async function everythingSeen(view: PartnerStore): Promise<Set<string>> {
    const all = [listed, hidden, foreign];
    const ids = all.map((organization) => organization.id);
    const runIds = [...runs.values()].map(({ run }) => run.id);
    const history = await view.history({ first: 100 });
    const actors = await database.query<{ actor: string }>(
      'select distinct actor from history_entry',
    );
    const answers = [
      await view.organizations({ first: 100 }),
      [...(await view.organizationsByIds(ids)).values()],
      await Promise.all(all.map((organization) => view.organization(organization.id))),
      await Promise.all(
        all.map((organization) => view.organizationByImsOrgId(organization.imsOrgId)),
      ),
      [...(await view.currentRuns(ids)).values()],
      await view.runs({ first: 100 }, { organizationIds: ids }),
      await view.runSummaries({ first: 100 }, { organizationIds: ids }),
      [...(await view.runSummariesByIds(runIds)).values()],
      [...(await view.currentRunSummaries(ids)).values()],
      await view.neededActions(anyTask(), { first: 100 }),
      [...(await view.runsByIds(runIds)).values()],
      await Promise.all(runIds.map((id) => view.run(id))),
      await view.observations(runIds),
      await view.handOffs(runIds),
      await Promise.all(jobs.map((id) => view.bulkItems({ first: 100 }, id))),
      history,
      await Promise.all(
        ids.map((organizationId) => view.history({ first: 100 }, { organizationId })),
      ),
      await Promise.all(runIds.map((runId) => view.history({ first: 100 }, { runId }))),
      await Promise.all(actors.map(({ actor }) => view.history({ first: 100 }, { actor }))),
      await view.runs({ first: 100 }, { waitingOn: ACTORS }),
      await view.runs({ first: 100 }, { stepStatus: ['LOCKED', 'DONE', 'READY', 'WAITING'] }),
      await view.organizations({ first: 100 }, { waitingOn: ACTORS }),
      await view.search('e', 100),
    ];
    const text = JSON.stringify(answers);
    const marks = (organization: OrganizationRecord) => [
      organization.id,
      organization.imsOrgId,
      runs.get(organization.id)!.run.id,
    ];
    return new Set(
      all
        .filter((organization) => marks(organization).some((mark) => text.includes(mark)))
        .map(({ name }) => name),
    );
  }

  it('shows a partner its own organizations alone', async () => {
    expect(await everythingSeen(viewer(null))).toEqual(new Set(['Listed', 'Hidden']));
    expect(await viewer(null).portfolioOrganizations()).toBe(2);
  });

  it('shows a limited viewer the listed organization as if nothing else existed', async () => {
    const view = viewer([listed.id]);
    expect(await everythingSeen(view)).toEqual(new Set(['Listed']));
    expect(await view.countOrganizations()).toEqual({ count: 1, capped: false });
    expect(await view.countRuns()).toEqual({ count: 1, capped: false });
    const portfolio = await view.portfolio();
    expect(portfolio.runs).toBe(1);
    expect(await view.portfolioOrganizations()).toBe(1);
    expect(portfolio.byStep.every(({ count }) => count === 1)).toBe(true);
    expect(await view.runMatches(runs.get(listed.id)!.run.id, {})).toBe(true);
    expect(await view.runMatches(runs.get(hidden.id)!.run.id, {})).toBe(false);
    const kinds = (await view.history({ first: 100 })).edges.map(({ node }) => node.kind);
    expect(kinds).not.toContain('apiTokenCreated');
  });

  it('shows nothing to who is for no organization, or names a foreign one', async () => {
    expect(await everythingSeen(viewer([]))).toEqual(new Set());
    expect(await everythingSeen(viewer([foreign.id]))).toEqual(new Set());
    expect(await everythingSeen(viewer(['nonsense']))).toEqual(new Set());
  });

  it('changes nothing that is not seen, and answers it as missing', async () => {
    const event = (): RunEvent => ({
      ...anOccurrence(),
      kind: 'runCancelled',
      data: { reason: 'Mine now.' },
    });
    const connection = {
      kind: 'adobe',
      connection: { clientId: 'x', clientSecret: 'sandbox-x', scopes: [] },
    } as const;
    const invisible: [PartnerScope['organizationIds'], OrganizationRecord][] = [
      [null, foreign],
      [[listed.id], hidden],
      [[listed.id], foreign],
    ];
    for (const [organizationIds, organization] of invisible) {
      const runId = runs.get(organization.id)!.run.id;
      const view = store.forPartner({ partnerId: ours.partnerId, organizationIds });
      const tried = await view.mutate(
        { principal: 'p', operation: 'try', input: null },
        async (unit) => [
          await unit.runs.advance(runId, event()),
          await unit.runs.start(organization.id, anOccurrence()),
          await unit.connections.set(
            organization.id,
            { ...connection, connection: { ...connection.connection, scopes: [] } },
            anOccurrence(),
          ),
          await unit.tokens.revoke(foreignToken, anOccurrence()),
          await unit.runs.find(runId),
          await unit.organizations.find(organization.id),
        ],
      );
      const codes = requireAccepted<unknown[]>(tried as never).map(
        (result) => (result as { refusal?: { code: string } } | null)?.refusal?.code ?? result,
      );
      expect(codes).toEqual(['NOT_FOUND', 'NOT_FOUND', 'NOT_FOUND', 'NOT_FOUND', null, null]);
      expect((await store.system().run(runId))?.run.version).toBe(
        runs.get(organization.id)!.run.version,
      );
    }
  });

  it('keeps one partner’s tokens and entries from another', async () => {
    expect(await viewer(null).apiToken(foreignToken)).toBeNull();
    expect(
      (await viewer(null).apiTokens({ first: 100 })).edges.map(({ node }) => node.id),
    ).not.toContain(foreignToken);
    const [entry] = (await theirs.store.history({ first: 1 })).edges;
    expect(await viewer(null).historyEntry(entry!.node.id)).toBeNull();
  });

  it('keeps bulk jobs from another partner, and from viewers who did not start them', async () => {
    const [own, ofHidden, foreignJob] = jobs as [string, string, string];
    const seen = async (view: PartnerStore): Promise<unknown[]> => [
      (await view.bulkJobs({ first: 100 })).edges.map(({ node }) => node.id).toSorted(),
      await Promise.all(jobs.map(async (id) => (await view.bulkJob(id))?.id)),
    ];
    expect(await seen(viewer(null))).toEqual([
      [own, ofHidden].toSorted(),
      [own, ofHidden, undefined],
    ]);
    const scope = { partnerId: ours.partnerId, organizationIds: [listed.id] };
    expect(await seen(store.forPartner(scope))).toEqual([[], [undefined, undefined, undefined]]);
    const outsider = store.forPartner({ ...scope, viewer: 'MEMBER:y' });
    expect(await seen(outsider)).toEqual([[], [undefined, undefined, undefined]]);
    const cancelled = await outsider.mutate(
      { principal: 'MEMBER:y', operation: 'c', input: null },
      (unit) => unit.bulk.cancel(own, anOccurrence()),
    );
    expect(requireAccepted(cancelled)).toMatchObject({ refusal: { code: 'NOT_FOUND' } });
    const foreign = await viewer(null).mutate(
      { principal: 'p', operation: 'c', input: null },
      (unit) => unit.bulk.cancel(foreignJob, anOccurrence()),
    );
    expect(requireAccepted(foreign)).toMatchObject({ refusal: { code: 'NOT_FOUND' } });
  });

  it('keeps dry runs from another partner, and from viewers who did not start them', async () => {
    const start = async (partner: TestPartner, organizationIds: string[]): Promise<string> => {
      const given = { organizationIds, tracks: TRACK_IDS, keys: new Map(), starter: 'MEMBER:x' };
      const started = await partner.store.mutate(
        { principal: 'MEMBER:x', operation: 'd', input: null },
        (unit) => unit.dryRuns.start(given, anOccurrence()),
      );
      return requireDone<{ dryRun: { id: string } }>(requireAccepted(started)).dryRun.id;
    };
    const other = await theirs.organization({ name: 'Theirs' });
    const own = await start(ours, [listed.id]);
    const foreign = await start(theirs, [other.id]);
    const seen = async (view: PartnerStore): Promise<unknown[]> => [
      (await view.dryRuns({ first: 100 })).edges
        .map(({ node }) => node.id)
        .filter((id) => id === own || id === foreign),
      (await view.dryRun(own))?.id,
      (await view.dryRun(foreign))?.id,
      (await view.dryRunItems({ first: 9 }, foreign)).edges.length,
      (await view.dryRunFigures(foreign)).total,
    ];
    expect(await seen(viewer(null))).toEqual([[own], own, undefined, 0, 0]);
    const scope = { partnerId: ours.partnerId, organizationIds: [listed.id], viewer: 'MEMBER:y' };
    const outsider = store.forPartner(scope);
    expect(await seen(outsider)).toEqual([[], undefined, undefined, 0, 0]);
    expect(await seen(store.forPartner({ ...scope, viewer: 'MEMBER:x' }))).toEqual([
      ...[[own], own, undefined, 0, 0],
    ]);
    const cancelled = await outsider.mutate(
      { principal: 'MEMBER:y', operation: 'c', input: null },
      (unit) => unit.dryRuns.cancel(own, anOccurrence()),
    );
    expect(requireAccepted(cancelled)).toMatchObject({ refusal: { code: 'NOT_FOUND' } });
  });

  it('lets two partners have the same IMS organization ID', async () => {
    const imsOrgId = anImsOrgId();
    const given = {
      name: 'Twice',
      imsOrgId,
      cloud: 'AZURE',
      region: 'VA7',
      shield: 'HEALTHCARE_SHIELD',
      ownsCja: false,
      azureTenantId: null,
    } as const;
    const create = (partnerId: string) =>
      store
        .forPartner({ partnerId, organizationIds: null })
        .mutate({ principal: 'p', operation: 'c', input: null }, (unit) =>
          unit.organizations.create(given, anOccurrence()),
        );
    const first = requireDone<{ organization: OrganizationRecord }>(
      requireAccepted(await create(ours.partnerId)),
    );
    const second = requireDone<{ organization: OrganizationRecord }>(
      requireAccepted(await create(theirs.partnerId)),
    );
    expect(second.organization.id).not.toBe(first.organization.id);
    expect(requireAccepted(await create(ours.partnerId))).toMatchObject({
      refusal: { code: 'CONFLICT', field: ['imsOrgId'] },
    });
    await database.query('alter table history_entry disable trigger history_entry_append_only');
    for (const table of ['history_entry', 'chain_head'])
      await database.query(`delete from ${table} where organization_id = any ($1)`, [
        [first.organization.id, second.organization.id],
      ]);
    await database.query('alter table history_entry enable trigger history_entry_append_only');
    await database.query('delete from organization where id = any ($1)', [
      [first.organization.id, second.organization.id],
    ]);
  });
});

describe.each(NETS)('tokens, members and stored answers with %s', (nets) => {
  withNets(nets);
  it('are shown to viewers of some organizations only where they see no more themselves', async () => {
    const store = await database.store();
    const principal = `token:${randomUUID()}`;
    const maker = { kind: 'TOKEN', id: randomUUID(), principal, name: 'T' } as const;
    const make = async (organizationIds: string[] | null): Promise<string> =>
      requireAccepted(
        await ours.store.mutate({ principal, operation: 't', input: 1 }, (unit) =>
          unit.tokens.create(
            {
              name: 'N',
              role: 'AUDITOR',
              scopes: ['read'],
              organizationIds,
              expiresAt: null,
              maker,
            },
            anOccurrence(),
          ),
        ),
      ).apiToken.id;
    const [within, beyond, every] = [
      await make([listed.id]),
      await make([listed.id, hidden.id]),
      await make(null),
    ];
    const { id: memberId } = await aMember(store, ours.partnerId, {
      imsOrgIds: [listed.imsOrgId],
    });
    await store.system().createSession(memberId, { idleSeconds: 600, longestSeconds: 600 });
    const [session] = await ours.store.sessions(memberId);
    const view = store.forPartner({ partnerId: ours.partnerId, organizationIds: [listed.id] });
    const seen = (await view.apiTokens({ first: 100 })).edges.map(({ node }) => node.id);
    expect([within, beyond, every].map((id) => seen.includes(id))).toEqual([true, false, false]);
    // A page is filled past the newer tokens that the viewer doesn't see.
    const newest = await view.apiTokens({ first: 1 });
    expect(newest.edges.map(({ node }) => node.id)).toEqual([within]);
    expect(
      await Promise.all([within, beyond, every].map(async (id) => (await view.apiToken(id))?.id)),
    ).toEqual([within, undefined, undefined]);
    // Who has access is for owners of the whole partner alone.
    expect([
      (await view.members({ first: 100 })).edges,
      (await view.countMembers()).count,
      await view.member(memberId),
      (await view.invitations({ first: 100 })).edges,
      await view.signInRules(),
      await view.sessions(memberId),
      await view.session(session!.id),
    ]).toEqual([[], 0, null, [], [], [], null]);
    expect((await ours.store.member(memberId))?.id).toBe(memberId);
    const toEnd = { memberId, id: null, except: null };
    expect(
      requireAccepted(
        await view.mutate({ principal, operation: 'e', input: 1 }, (unit) =>
          unit.members.endSessions(toEnd, anOccurrence()),
        ),
      ),
    ).toBe(0);
    const revoked = requireAccepted(
      await view.mutate({ principal, operation: 'r', input: 1 }, async (unit) => [
        await unit.tokens.revoke(beyond, anOccurrence()),
        await unit.tokens.revoke(every, anOccurrence()),
      ]),
    );
    expect(revoked).toMatchObject([
      { refusal: { code: 'NOT_FOUND' } },
      { refusal: { code: 'NOT_FOUND' } },
    ]);
    expect((await ours.store.apiToken(beyond))?.revokedAt).toBeNull();
    const idempotencyKey = randomUUID();
    const kept = { principal, operation: 'k', input: 1, idempotencyKey };
    const once = (work: string) => view.mutate(kept, () => Promise.resolve(work));
    expect([await once('first'), await once('second')]).toEqual([
      { result: 'first', replayed: false },
      { result: 'first', replayed: true },
    ]);
    expect(
      await view.mutate({ ...kept, principal: 'token:other' }, () => Promise.resolve('mine')),
    ).toEqual({
      result: 'mine',
      replayed: false,
    });
  });
});

it('shows foreign rows without either net, so that the tests above take away what they say', async () => {
  const store = await database.store();
  const outsider = store.forPartner({ partnerId: ours.partnerId, organizationIds: [] });
  const putBack = [
    await enableOnlyProtections('policies', database.query),
    await enableOnlyProtections('filters', database.query),
  ];
  try {
    expect((await outsider.organization(foreign.id))?.name).toBe('Foreign');
  } finally {
    for (const one of putBack) await one();
  }
  expect(await outsider.organization(foreign.id)).toBeNull();
});

describe('the policies', () => {
  it('stand on every table that holds a partner’s rows, also against the tables’ owner', async () => {
    const unguarded = await database.query(
      `select relname from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r' and relname <> '_prisma_migrations'
         and not (relrowsecurity and relforcerowsecurity)`,
    );
    expect(unguarded).toEqual([]);
  });
});

/** Lists: their order, their pages, their filters and their counts. */
import { STEP_IDS, TRACK_IDS } from '@keyway/core';
import {
  aDatabase,
  anImsOrgId,
  aPartner,
  exampleVaultName,
  type TestDatabase,
  type TestPartner,
} from '@keyway/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { OrganizationFilter } from '../organizations/organizationRecord.ts';
import type { PageRequest } from '../page.ts';
import { InvalidCursor } from '../tenancy/refused.ts';
import type { Page, RunFilter, Store, StoredRun } from '../index.ts';

let database: TestDatabase;
let store: Store;
let partner: TestPartner;
const runs: Record<string, StoredRun> = {};
const NAMES = ['beta', 'Alpha', 'alpha', 'Gamma', 'émile', 'Zeta_1', 'zeta%2'];

beforeAll(async () => {
  database = await aDatabase();
  store = await database.store();
  partner = await aPartner(database, store);
  for (const name of NAMES) {
    const organization = await partner.organization({
      name,
      region: name === 'Gamma' ? 'NLD2' : 'VA7',
    });
    if (name !== 'beta') runs[name] = await partner.run(organization.id);
  }
  runs.Gamma = await partner.play(runs.Gamma!.run.id, (builder) => builder.at('approval'));
  runs.Alpha = await partner.play(runs.Alpha!.run.id, (builder) => builder.completed());
  runs.alpha = await partner.play(runs.alpha!.run.id, (builder) =>
    builder.apply('runCancelled', { reason: 'Not wanted.' }),
  );
});
afterAll(() => database.close());

async function allPages<T>(
  read: (page: PageRequest) => Promise<Page<T>>,
  first: number,
): Promise<T[]> {
  const found: T[] = [];
  for (let after: string | null = null; ;) {
    const page: Page<T> = await read({ first, after });
    expect(page.hasPreviousPage).toBe(after !== null);
    found.push(...page.edges.map(({ node }) => node));
    if (!page.hasNextPage) return found;
    after = page.edges.at(-1)!.cursor;
  }
}
const names = async (filter: OrganizationFilter) =>
  (await partner.store.organizations({ first: 100 }, filter)).edges.map(({ node }) => node.name);
const runNames = async (filter: RunFilter) =>
  (await partner.store.runs({ first: 100 }, filter)).edges
    .map(({ node }) => node.run.organization.name)
    .toSorted();

describe('organizations', () => {
  it.each([1, 2, 3, 100])('come by name in any case, page by page (%i)', async (first) => {
    const found = await allPages((page) => partner.store.organizations(page), first);
    const keys = found.map(({ name, id }) => [name.toLowerCase(), id] as const);
    expect(keys).toEqual(keys.toSorted(([a, x], [b, y]) => (a < b || (a === b && x < y) ? -1 : 1)));
    expect(found).toHaveLength(NAMES.length);
    expect(await partner.store.countOrganizations()).toEqual({
      count: NAMES.length,
      capped: false,
    });
  });

  it('are found by text, taken literally and in any case', async () => {
    expect(await names({ text: 'ALPHA' })).toHaveLength(2);
    expect(await names({ text: '_' })).toEqual(['Zeta_1']);
    expect(await names({ text: '%' })).toEqual(['zeta%2']);
    expect(await names({ text: 'ÉMILE' })).toEqual(['émile']);
    expect(await names({ text: "o'; drop table run; --" })).toEqual([]);
    const organization = await partner.store.organizationByImsOrgId(
      runs.Gamma!.run.organization.imsOrgId,
    );
    expect(await names({ text: organization!.imsOrgId.slice(3, 12).toLowerCase() })).toEqual([
      'Gamma',
    ]);
  });

  it('are filtered by cloud, region and their current run', async () => {
    expect(await names({ region: 'NLD2' })).toEqual(['Gamma']);
    expect(await names({ cloud: 'AWS' })).toEqual([]);
    expect(await names({ runStatus: ['COMPLETED'] })).toEqual(['Alpha']);
    expect(await names({ runStatus: ['CANCELLED'] })).toEqual(['alpha']);
    expect(await names({ runStatus: ['CANCELLED', 'COMPLETED'] })).toHaveLength(2);
    expect(await names({ runStatus: ['CANCELLED'], waitingOn: ['PARTNER'] })).toEqual([]);
    expect(await names({ waitingOn: ['PARTNER'] })).toEqual(
      ['émile', 'Gamma', 'Zeta_1', 'zeta%2'].toSorted((a, b) =>
        a.toLowerCase() < b.toLowerCase() ? -1 : 1,
      ),
    );
    expect(await partner.store.countOrganizations({ runStatus: [] })).toEqual({
      count: 0,
      capped: false,
    });
  });

  it('refuse cursors that they did not give', async () => {
    const others = (await partner.store.runs({ first: 1 })).edges[0]!.cursor;
    for (const after of [
      '',
      'x',
      'W10',
      'bnVsbA',
      others,
      Buffer.from('["a","b"]').toString('base64url'),
    ]) {
      await expect(partner.store.organizations({ first: 1, after })).rejects.toThrow(InvalidCursor);
      await expect(partner.store.apiTokens({ first: 1, after })).rejects.toThrow(InvalidCursor);
    }
    for (const at of [
      '2026-99-99T99:99:99.999Z',
      '2026-02-31T00:00:00.000Z',
      '0000-01-01T00:00:00.000Z',
    ]) {
      const after = Buffer.from(JSON.stringify(['history', at, '1'])).toString('base64url');
      await expect(partner.store.history({ first: 1, after })).rejects.toThrow(InvalidCursor);
    }
  });
});

describe('runs', () => {
  it.each([1, 4, 100])('come newest first, page by page (%i)', async (first) => {
    const found = await allPages((page) => partner.store.runs(page), first);
    const started = found.map(({ run }) => run.startedAt);
    expect(started).toEqual(started.toSorted().toReversed());
    expect(found).toHaveLength(6);
    expect(await partner.store.countRuns()).toEqual({ count: 6, capped: false });
  });

  it('are filtered by status, who has to act, step and organization', async () => {
    expect(await runNames({ status: ['COMPLETED', 'CANCELLED'] })).toEqual(['Alpha', 'alpha']);
    expect(await runNames({ track: 'AEP', step: 'APPROVAL', stepStatus: ['READY'] })).toEqual([
      'Gamma',
    ]);
    expect(await runNames({ step: 'CONFIRMATION', stepStatus: ['DONE'] })).toEqual(['Alpha']);
    expect(await runNames({ waitingOn: ['ADOBE'] })).toEqual([]);
    for (const track of TRACK_IDS)
      for (const step of STEP_IDS)
        for (const stepStatus of [
          ['DONE'],
          ['LOCKED'],
          ['READY'],
          ['READY', 'DONE'],
          null,
        ] as const)
          expect(await runNames({ track, step, stepStatus })).toEqual(
            Object.values(runs)
              .filter(({ run }) => {
                const found = run.tracks[track].steps[step];
                return found && (stepStatus?.some((one) => one === found.status) ?? true);
              })
              .map(({ run }) => run.organization.name)
              .toSorted(),
          );
    expect(await runNames({ organizationIds: [runs.Gamma!.organizationId, 'nonsense'] })).toEqual([
      'Gamma',
    ]);
  });

  it('are found by names, vaults and case numbers', async () => {
    expect(await runNames({ text: 'gam' })).toEqual(['Gamma']);
    expect(await runNames({ text: exampleVaultName(runs.Gamma!.run, 'AEP') })).toEqual(['Gamma']);
    expect(await runNames({ text: 'e-001234567' })).toEqual(['Alpha']);
  });

  it('are stuck where an open step is in its status since then, and only while the run is open', async () => {
    const gamma = runs.Gamma!.run;
    const since = gamma.tracks.AEP.steps.APPROVAL!.since;
    const before = new Date(Date.parse(since) - 1).toISOString();
    const filter = {
      organizationIds: [gamma.organization.id],
      track: 'AEP',
      step: 'APPROVAL',
    } as const;
    expect(await runNames({ ...filter, stuckSince: since })).toEqual(['Gamma']);
    expect(await runNames({ ...filter, stuckSince: before })).toEqual([]);
    for (const stepStatus of ['READY', 'DONE'] as const) {
      const [, step] = Object.entries(gamma.tracks.AEP.steps).find(
        ([, { status }]) => status === stepStatus,
      )!;
      const which = { organizationIds: filter.organizationIds, stepStatus: [stepStatus] };
      expect(await runNames({ ...which, stuckSince: '2100-01-01T00:00:00.000Z' })).toEqual([
        'Gamma',
      ]);
      expect(await runNames({ ...which, stuckSince: step.since })).toEqual(['Gamma']);
      expect(await runNames({ ...which, stuckSince: '2020-01-01T00:00:00.000Z' })).toEqual([]);
    }
    expect(await runNames({ stuckSince: '2100-01-01T00:00:00.000Z' })).not.toContain('Alpha');
  });

  it('are the same as summaries, and say nothing else', async () => {
    const whole = await allPages((page) => partner.store.runs(page), 3);
    const summaries = await allPages((page) => partner.store.runSummaries(page), 3);
    expect(summaries).toEqual(whole.map((run) => ({ ...run, run: null })));
    const ids = whole.map(({ id }) => id);
    expect([...(await partner.store.runSummariesByIds(ids)).values()].map(({ id }) => id)).toEqual(
      expect.arrayContaining(ids),
    );
    const organizationIds = whole.map(({ organizationId }) => organizationId);
    expect(await partner.store.currentRunSummaries(organizationIds)).toEqual(
      new Map(
        [...(await partner.store.currentRuns(organizationIds))].map(([id, run]) => [
          id,
          { ...run, run: null },
        ]),
      ),
    );
  });

  it('come with their organizations where these are wanted', async () => {
    const wanted = { withOrganization: true };
    const page = await partner.store.runs({ first: 100 }, {}, wanted);
    const organizations = await partner.store.organizationsByIds(
      page.edges.map(({ node }) => node.organizationId),
    );
    expect(page.edges.length).toBeGreaterThan(0);
    for (const { node } of page.edges)
      expect(node.organization).toEqual(organizations.get(node.organizationId));
    const [summary] = (await partner.store.runSummaries({ first: 1 }, {}, wanted)).edges;
    expect(page.edges[0]!.node.organization).toEqual(summary!.node.organization);
  });

  it('have edges that V8 describes by one class', async () => {
    for (const read of [partner.store.runs, partner.store.runSummaries]) {
      const [edge] = (await read({ first: 1 })).edges;
      for (const name of ['node', 'cursor'] as const) {
        expect(edge![name]).toBeTruthy();
        expect(Object.getOwnPropertyDescriptor(edge, name)).toBeUndefined();
      }
    }
  });

  it('have whole runs that no reader shares with another', async () => {
    const [edge] = (await partner.store.runs({ first: 1 })).edges;
    expect(edge!.node).toEqual(edge!.node);
    expect(edge!.node.run).not.toBe(edge!.node.run);
  });

  it('match one by one what the list shows', async () => {
    const filter = { track: 'AEP', step: 'APPROVAL', stepStatus: ['READY'] } as const;
    expect(await partner.store.runMatches(runs.Gamma!.run.id, filter)).toBe(true);
    expect(await partner.store.runMatches(runs.Alpha!.run.id, filter)).toBe(false);
  });
});

describe('counts', () => {
  it('stop at ten thousand', async () => {
    const many = await aPartner(database, store, 'Many');
    await database.query(
      `insert into organization (id, partner_id, name, name_key, ims_org_id, cloud, region, shield, owns_cja, created_at)
       select gen_random_uuid(), $1, 'n' || n, 'n' || n, n || '@AdobeOrg', 'AZURE', 'VA7', 'HEALTHCARE_SHIELD', false, now() from generate_series(1, 10001) n`,
      [many.partnerId],
    );
    expect(await many.store.countOrganizations()).toEqual({ count: 10_000, capped: true });
    expect(await many.store.countOrganizations({ text: 'n999' })).toEqual({
      count: 11,
      capped: false,
    });
  });

  it('of the portfolio are those of the lists', async () => {
    const portfolio = await partner.store.portfolio();
    expect(portfolio.runs).toBe(6);
    expect(await partner.store.portfolioOrganizations()).toBe(NAMES.length);
    for (const { status, count } of portfolio.byStatus)
      expect((await partner.store.countRuns({ status: [status] })).count).toBe(count);
    for (const { actor, count } of portfolio.waitingOn)
      expect((await partner.store.countRuns({ waitingOn: [actor] })).count).toBe(count);
    const cancelled = 1;
    const entitlements = portfolio.byStep.filter(
      ({ track, step }) => track === 'AEP' && step === 'ENTITLEMENT',
    );
    expect(entitlements.reduce((sum, { count }) => sum + count, 0)).toBe(6 - cancelled);
  });
});

describe('history', () => {
  it('comes newest first, filtered by kind, run and time', async () => {
    const all = await allPages((page) => partner.store.history(page), 7);
    const times = all.map(({ at }) => at);
    expect(times).toEqual(times.toSorted().toReversed());
    const runId = runs.Gamma!.run.id;
    const ofRun = all.filter((entry) => entry.runId === runId);
    expect(await allPages((page) => partner.store.history(page, { runId }), 5)).toEqual(ofRun);
    const kind = ['runStarted', 'keyProvided'];
    expect(await allPages((page) => partner.store.history(page, { kind }), 5)).toEqual(
      all.filter((entry) => kind.includes(entry.kind)),
    );
    for (const actor of new Set(all.map((entry) => entry.actor))) {
      const his = all.filter((entry) =>
        entry.actor.toLowerCase().startsWith(actor.toLowerCase().slice(0, 5)),
      );
      expect(
        await allPages(
          (page) => partner.store.history(page, { actor: actor.toUpperCase().slice(0, 5) }),
          5,
        ),
      ).toEqual(his);
    }
    for (const actor of ['%', '_', 'no such'])
      expect((await partner.store.history({ first: 5 }, { actor })).edges).toEqual([]);
    const [since, until] = [ofRun.at(-2)!.at, ofRun[0]!.at];
    const between = all.filter((entry) => entry.at >= since && entry.at < until);
    expect(await allPages((page) => partner.store.history(page, { since, until }), 5)).toEqual(
      between,
    );
  });
});

describe('search', () => {
  it('says what matched', async () => {
    const hits = await partner.store.search('E-00123', 10);
    expect(hits).toMatchObject([
      {
        organization: { name: 'Alpha' },
        run: { id: runs.Alpha!.run.id, run: null },
        matched: 'E-001234567',
      },
    ]);
    expect((await partner.store.search('e-00123', 10)).map(({ matched }) => matched)).toEqual([
      'E-001234567',
    ]);
    expect((await partner.store.search('zeta', 1)).map(({ matched }) => matched)).toEqual([
      'zeta%2',
    ]);
    expect(await partner.store.search('  ', 10)).toEqual([]);
  });
});

describe('otherOrganizationsSharing (VAL-09)', () => {
  it('counts other organizations of the partner with a key in the very vault', async () => {
    const { run } = runs.Gamma!;
    const vaultUri = `https://${exampleVaultName(run, 'AEP')}.vault.azure.net`;
    const other = await partner.organization({ imsOrgId: anImsOrgId() });
    const sharing = (id: string, uri: string, of = partner) =>
      store.system().otherOrganizationsSharing(of.of(id), uri);
    expect(await sharing(run.organization.id, vaultUri)).toBe(0);
    expect(await sharing(other.id, vaultUri)).toBe(1);
    expect(await sharing(other.id, vaultUri.slice(0, -1))).toBe(0);
    const elsewhere = await aPartner(database, store, 'Elsewhere');
    const foreign = await elsewhere.organization();
    expect(await sharing(foreign.id, vaultUri, elsewhere)).toBe(0);
  });
});

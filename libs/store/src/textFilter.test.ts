/** Texts are found wherever they are, and by nobody who does not see them. */
import {
  aDatabase,
  anOccurrence,
  aPartner,
  requireAccepted,
  requireDone,
  type TestDatabase,
  type TestPartner,
} from '@keyway/testing';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { scopeValues, SET_SCOPE } from './database/scope.ts';
import { rolesOf, type DatabaseRoles } from './startup/databaseRoles.ts';
import type { OrganizationRecord, PartnerStore, Store } from './index.ts';

/** More than any list reads before it asks the index. */
const MANY = 7000;

let database: TestDatabase;
let store: Store;
let partner: TestPartner;
let other: TestPartner;
let client: pg.Client;
let roles: DatabaseRoles;

const NAMES = [
  'Alpha',
  'alphabet',
  'Émile & Søn',
  '株式会社アルファ',
  '100% _safe_',
  'Zeta\\1',
  'a',
];
const STAGES = ['network', 'role', 'approval', 'submission', 'activation'] as const;

beforeAll(async () => {
  database = await aDatabase();
  store = await database.store();
  partner = await aPartner(database, store);
  other = await aPartner(database, store, 'Other');
  for (const [index, name] of NAMES.entries()) {
    const { id } = await partner.organization({ name });
    await other.organization({ name: `${name} elsewhere` });
    const stage = STAGES[index];
    if (stage) await partner.play((await partner.run(id)).id, (builder) => builder.at(stage));
  }
  const { id } = await partner.organization({ name: 'Twice' });
  const first = await partner.run(id);
  await partner.play(first.id, (builder) => builder.at('network'));
  await partner.play(first.id, (builder) => builder.apply('runCancelled', { reason: 'No.' }));
  await partner.play((await partner.run(id)).id, (builder) => builder.completed());
  client = new pg.Client({ connectionString: database.runtimeUrl });
  await client.connect();
  roles = (await rolesOf(client))!;
});
afterAll(async () => {
  await client.end();
  await database.close();
});

interface Stored {
  id: string;
  name: string;
  nameKey: string;
  imsOrgId: string;
  archived: boolean;
  runs: { id: string; searchText: string; status: string }[];
}
const everything = (): Promise<Stored[]> =>
  database.query(
    `select o.id, o.name, o.name_key as "nameKey", o.ims_org_id as "imsOrgId", o.archived_at is not null as archived,
       (select coalesce(json_agg(json_build_object('id', r.id, 'searchText', r.search_text, 'status', r.status)), '[]') from run r where r.organization_id = o.id) as runs
     from organization o where o.partner_id = $1 order by o.name_key, o.id`,
    [partner.partnerId],
  );

const ofOrganization = (text: string) => (stored: Stored) =>
  stored.nameKey.includes(text) ||
  (text.length > 2 && stored.imsOrgId.toLowerCase().includes(text));
const ofRun = (text: string) => (run: Stored['runs'][number]) =>
  text.length > 2 && run.searchText.includes(text);

/** Every part of what is stored, and what is not there. */
function textsOf(all: readonly Stored[]): string[] {
  const whole = all.flatMap(({ nameKey, imsOrgId, runs }) => [
    nameKey,
    imsOrgId.toLowerCase(),
    ...runs.flatMap(({ searchText }) => searchText.split('\n')),
  ]);
  const parts = whole.flatMap((text, index) =>
    [1, 2, 3, 7, 60].map((length) => {
      const from = (index * 31 + length * 7) % Math.max(1, text.length - length + 1);
      return text.slice(from, from + length);
    }),
  );
  const absent = [
    '%',
    '_',
    '\\',
    "'",
    'no such',
    'lph lph',
    'phaalp',
    '会式',
    'q',
    'zz',
    '@adobeorg',
  ];
  return [...new Set([...parts, ...whole, ...absent])].filter(
    (text) => text.trim() === text && text,
  );
}

/** With every text, or every so many of them. */
async function expectToFindAll(every = 1): Promise<void> {
  const all = await everything();
  const texts = textsOf(all).filter((_, index) => index % every === 0);
  expect(texts.length).toBeGreaterThan(10);
  for (const text of texts) {
    const [here, byRun] = [ofOrganization(text), ofRun(text)];
    const listed = all.filter((one) => !one.archived && here(one)).map(({ id }) => id);
    const runIds = all
      .filter(({ archived }) => !archived)
      .flatMap((one) => one.runs.filter((run) => here(one) || byRun(run)).map(({ id }) => id));
    const searched = all
      .filter((one) => !one.archived)
      .filter((one) => here(one) || one.runs.some((r) => r.status !== 'CANCELLED' && byRun(r)))
      .map(({ id }) => id);
    const asked = text.toUpperCase().toLowerCase() === text ? text.toUpperCase() : text;
    for (const view of [
      partner.store,
      store.forPartner({ partnerId: partner.partnerId, organizationIds: all.map(({ id }) => id) }),
    ]) {
      // A page that is full does not ask the index; one that isn't, does.
      for (const first of [1, 100]) {
        const { edges } = await view.organizations({ first }, { text: asked });
        expect([text, edges.map(({ node }) => node.id)]).toEqual([text, listed.slice(0, first)]);
        const hits = await view.search(asked, first);
        const ids = hits.map(({ organization }) => organization.id);
        expect([text, ids]).toEqual([text, searched.slice(0, first)]);
        for (const { matched } of hits) expect(matched.toLowerCase()).toContain(text);
      }
      const page = await view.runs({ first: 100 }, { text: asked });
      expect([text, page.edges.map(({ node }) => node.id).toSorted()]).toEqual([
        text,
        runIds.toSorted(),
      ]);
      expect((await view.countOrganizations({ text: asked })).count).toBe(listed.length);
      expect((await view.countRuns({ text: asked })).count).toBe(runIds.length);
    }
  }
}

/** What the index alone answers, in a transaction of a role and scope. */
async function candidates(text: string, organizationIds: string[] | null): Promise<string[]> {
  await client.query('begin');
  try {
    await client.query(
      SET_SCOPE.usual.text,
      scopeValues({ partnerId: partner.partnerId, organizationIds }, roles),
    );
    const { rows } = await client.query<{ id: string }>(
      'select distinct search_candidates($1, true, null) as id',
      [text],
    );
    return rows.map(({ id }) => id).toSorted();
  } finally {
    await client.query('rollback');
  }
}

describe('a text', () => {
  it('is found in names, IMS organization IDs, keys and case numbers', () => expectToFindAll());

  it('is found by the index alone', async () => {
    const all = await everything();
    for (const text of textsOf(all)) {
      const expected = all.filter((o) => ofOrganization(text)(o) || o.runs.some(ofRun(text)));
      const ids = expected.map(({ id }) => id).toSorted();
      expect([text, await candidates(text, null)]).toEqual([text, ids]);
    }
  });

  it('is found after a name changed, and where an organization is archived or restored', async () => {
    const [named, archived] = (await everything()) as [Stored, Stored];
    const inUnit = async (
      work: (unit: Parameters<Parameters<PartnerStore['mutate']>[1]>[0]) => Promise<object>,
    ) =>
      requireDone(
        requireAccepted(
          await partner.store.mutate({ principal: 'p', operation: 't', input: null }, work),
        ) as object,
      );
    await inUnit((unit) =>
      unit.organizations.change(
        [{ organizationId: named.id, correction: { name: 'Renamed GmbH' } }],
        anOccurrence,
      ),
    );
    await inUnit((unit) => unit.organizations.archive(archived.id, 'Gone.', anOccurrence()));
    await expectToFindAll(7);
    const found = await partner.store.organizations({ first: 9 }, { text: 'a', archived: true });
    expect(found.edges.map(({ node }) => node.id)).toEqual([archived.id]);
    await inUnit((unit) => unit.organizations.restore(archived.id, anOccurrence()));
    await expectToFindAll(7);
  });

  it('is found where the version before wrote the run, as it is stored', async () => {
    const [{ id }] = (await database.query<{ id: string }>(
      `select id from run where partner_id = $1 and search_text <> '' and status <> 'CANCELLED' limit 1`,
      [partner.partnerId],
    )) as [{ id: string }];
    await database.query(
      `update run set version = version + 1, search_text = 'https://früher.vault.azure.net/keys/x' where id = $1`,
      [id],
    );
    const [hit] = await partner.store.search('FRÜHER', 5);
    expect(hit).toMatchObject({ matched: 'https://früher.vault.azure.net/keys/x', run: { id } });
    await expectToFindAll(7);
  });
});

describe('the index', () => {
  it('answers for the partner of the scope alone, and not to viewers of some organizations', async () => {
    const [own] = await everything();
    expect(await candidates('elsewhere', null)).toEqual([]);
    await expect(candidates('alpha', [own!.id])).rejects.toMatchObject({ code: '42501' });
  });

  it('answers nothing without a scope', async () => {
    for (const role of [roles.app, roles.system]) {
      await client.query(`set role ${role}`);
      const asked = client.query('select search_candidates($1, true, null)', ['alpha']);
      const answer = await asked.then(
        ({ rowCount }) => rowCount,
        ({ code }: { code: string }) => code,
      );
      expect([role, answer]).toEqual([role, role === roles.app ? 0 : '42501']);
      await client.query('reset role');
    }
  });

  it('reads our table, whatever a session has of that name', async () => {
    const expected = await candidates('alpha', null);
    expect(expected.length).toBeGreaterThan(1);
    const owner = new pg.Client({ connectionString: database.url });
    await owner.connect();
    try {
      const [organization] = await everything();
      await owner.query(`create temporary table search_term (like public.search_term)`);
      await owner.query(`select set_config('keyway.partner_id', $1, false)`, [partner.partnerId]);
      const { rows } = await owner.query<{ id: string }>(
        `select distinct search_candidates('alpha', true, null) as id`,
      );
      expect(rows.map(({ id }) => id).toSorted()).toEqual(expected);
      expect(organization).toBeDefined();
    } finally {
      await owner.end();
    }
  });
});

describe('among more organizations than are read before the index is asked', () => {
  it('the last is found, counted, and the first pages are in order', async () => {
    const many = await aPartner(database, store, 'Many');
    await database.query(
      `insert into organization (id, partner_id, name, name_key, ims_org_id, cloud, region, shield, owns_cja, created_at)
       select gen_random_uuid(), $1, 'N' || n, 'n' || n, n || '@AdobeOrg', 'AZURE', 'VA7', 'HEALTHCARE_SHIELD', false, now()
       from generate_series(1, $2::int) n`,
      [many.partnerId, MANY],
    );
    const last: OrganizationRecord = await many.organization({ name: 'zz needle' });
    const page = await many.store.organizations({ first: 5 }, { text: 'eedl' });
    expect(page.edges.map(({ node }) => node.id)).toEqual([last.id]);
    expect((await many.store.search('eedl', 5)).map((hit) => hit.organization.id)).toEqual([
      last.id,
    ]);
    expect(await many.store.countOrganizations({ text: 'eedl' })).toEqual({
      count: 1,
      capped: false,
    });
    // A few of all, the first of them early.
    const some = await many.store.organizations({ first: 20 }, { text: '999' });
    const names = some.edges.map(({ node }) => node.name.toLowerCase());
    expect(names).toEqual(names.toSorted());
    expect(some.edges).toHaveLength([999, 1999, 2999, 3999, 4999, 5999, 6999].length);
    expect(await many.store.countOrganizations({ text: 'n' })).toEqual({
      count: MANY + 1,
      capped: false,
    });
  });
});

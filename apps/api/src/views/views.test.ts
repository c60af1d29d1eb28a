/** Saved views, from outside: what people keep for themselves and what they share. */
import { globalId, parseGlobalId, type Role } from '@keyway/core';
import { aMember } from '@keyway/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  anOrganization,
  aServer,
  missingId,
  type Payload,
  type TestServer,
} from '../testing/aServer.ts';
import { Browser } from '../testing/browser.ts';

const PUBLIC_URL = 'http://localhost:8586';
const VIEW =
  'id page name search shared madeBy own default mayChange createdAt updatedAt __typename';
let server: TestServer;
beforeAll(async () => {
  server = await aServer({ publicUrl: PUBLIC_URL });
});
afterAll(() => server.close());

type Result = [code: string, field: string | undefined] | Payload;

/** A person, signed in with a browser. */
async function person(name: string, role: Role = 'OPERATOR', imsOrgIds: string[] | null = null) {
  const member = await aMember(server.store, server.partnerId, { name, role, imsOrgIds });
  const limits = { idleSeconds: 600, longestSeconds: 600 };
  const { token } = await server.store.system().createSession(member.id, limits);
  const browser = new Browser(() => server, PUBLIC_URL);
  browser.cookies.set(new URL(PUBLIC_URL).host, new Map([['__Host-keyway', token]]));
  const ask = async (query: string): Promise<Payload> => {
    const { json } = await browser.graphql(query);
    if (json.errors) throw new Error(JSON.stringify(json.errors));
    return json.data;
  };
  /** The payload's first field; of a refusal its code and field. */
  const mutate = async (mutation: string, input: string, fields = `view { ${VIEW} }`) => {
    const wanted = `${fields} userErrors { code field message }`;
    const data = await ask(`mutation { ${mutation}(input: ${input}) { ${wanted} } }`);
    const { userErrors, ...payload } = data[mutation];
    const [refusal] = userErrors as { code: string; field: string[] | null }[];
    return (
      refusal ? [refusal.code, refusal.field?.join('.')] : Object.values(payload)[0]
    ) as Result;
  };
  return {
    memberId: globalId('Member', member.id),
    ask,
    mutate,
    saves: (viewName: string, more = ''): Promise<Result> =>
      mutate('saveView', `{ page: PORTFOLIO, name: "${viewName}", search: { text: "x" } ${more} }`),
    sees: async (page = 'PORTFOLIO'): Promise<Payload[]> =>
      (await ask(`{ savedViews(page: ${page}) { ${VIEW} } }`)).savedViews,
  };
}

describe('a view', () => {
  it('is private until it is shared, and then its maker’s and the owners’ to change', async () => {
    const [ana, ben, olga] = [
      await person('Ana'),
      await person('Ben', 'AUDITOR'),
      await person('Olga', 'OWNER'),
    ];
    const view = await ana.saves('Late');
    expect(view).toMatchObject({
      ...{ page: 'PORTFOLIO', name: 'Late', search: { text: 'x' }, shared: false },
      ...{ madeBy: 'Ana', own: true, default: false, mayChange: true, __typename: 'SavedView' },
    });
    expect([await ben.sees(), await olga.sees()]).toEqual([[], []]);
    const { id } = view;
    const node = `{ node(id: "${id}") { ... on SavedView { name } } }`;
    expect((await ben.ask(node)).node).toBeNull();
    await ana.mutate('updateView', `{ id: "${id}", shared: true }`);
    expect((await ben.ask(node)).node).toEqual({ name: 'Late' });
    expect(await ben.sees()).toMatchObject([{ own: false, mayChange: false, madeBy: 'Ana' }]);
    expect(await olga.sees()).toMatchObject([{ own: false, mayChange: true }]);
    expect(await ben.mutate('updateView', `{ id: "${id}", name: "Mine" }`)).toEqual([
      ...['FORBIDDEN', 'id'],
    ]);
    expect(await olga.mutate('updateView', `{ id: "${id}", shared: false }`)).toEqual([
      ...['FORBIDDEN', 'shared'],
    ]);
    expect(
      await olga.mutate(
        'updateView',
        `{ id: "${id}", name: "Later", search: { status: "BLOCKED" } }`,
      ),
    ).toMatchObject({ name: 'Later', search: { status: 'BLOCKED' }, shared: true, madeBy: 'Ana' });
    expect(await ben.saves('later', 'shared: true')).toEqual(['CONFLICT', 'name']);
    expect(await ben.mutate('deleteView', `{ id: "${id}" }`, 'deletedId')).toEqual([
      ...['FORBIDDEN', 'id'],
    ]);
    expect(await olga.mutate('deleteView', `{ id: "${id}" }`, 'deletedId')).toBe(id);
    expect(await ana.sees()).toEqual([]);
    expect(await ana.mutate('deleteView', `{ id: "${id}" }`, 'deletedId')).toEqual([
      ...['NOT_FOUND', 'id'],
    ]);
  });

  it('is not changed by who has not seen how another changed it', async () => {
    const [ana, olga] = [await person('Ana'), await person('Olga', 'OWNER')];
    const { id } = await ana.saves('Watched', 'shared: true');
    const state = async () =>
      (await ana.ask(`{ node(id: "${id}") { ... on SavedView { name version changedBy } } }`)).node;
    const first = await state();
    expect(first.changedBy).toBeNull();
    const change = (name: string, version: string) =>
      `{ id: "${id}", name: "${name}", ifVersion: "${version}" }`;
    expect(await olga.mutate('updateView', change('Of Olga', first.version))).toMatchObject({
      name: 'Of Olga',
    });
    expect(await ana.mutate('updateView', change('Of Ana', first.version))).toEqual([
      ...['CONFLICT', 'ifVersion'],
    ]);
    const second = await state();
    expect(second).toMatchObject({ name: 'Of Olga', changedBy: 'Olga' });
    expect(await ana.mutate('updateView', change('Of Ana', second.version))).toMatchObject({
      name: 'Of Ana',
    });
    const remove = (version: string) =>
      olga.mutate('deleteView', `{ id: "${id}", ifVersion: "${version}" }`, 'deletedId');
    expect(await remove(second.version)).toEqual(['CONFLICT', 'ifVersion']);
    expect((await state()).name).toBe('Of Ana');
    // The version before says nothing about who changed it.
    const uuid = parseGlobalId('SavedView', id);
    const later = "updated_at = updated_at + interval '1 second'";
    await server.database.query(`update saved_view set ${later} where id = '${uuid}'`);
    expect(await state()).toMatchObject({ name: 'Of Ana', changedBy: null });
    // Back to what it was is what was seen.
    await olga.mutate('updateView', `{ id: "${id}", name: "Watched" }`);
    expect((await state()).version).toBe(first.version);
    expect(await remove(first.version)).toBe(id);
  });

  it('is not shown to who sees less than its maker did, nor is its name taken for them', async () => {
    const north = await anOrganization(server.owner, { name: 'North' });
    const south = await anOrganization(server.owner, { name: 'South' });
    const wide = await person('Wide');
    const nora = await person('Nora', 'OPERATOR', [north.imsOrgId]);
    const nils = await person('Nils', 'AUDITOR', [north.imsOrgId]);
    const sam = await person('Sam', 'OPERATOR', [south.imsOrgId]);
    const hidden = await wide.saves('South is late', 'shared: true');
    expect(await nora.saves('South is late', 'shared: true')).toMatchObject({ shared: true });
    expect(await nils.sees()).toMatchObject([{ name: 'South is late', madeBy: 'Nora' }]);
    expect(await sam.sees()).toEqual([]);
    expect((await wide.sees()).map(({ madeBy }) => madeBy).toSorted()).toEqual(['Nora', 'Wide']);
    for (const id of [hidden.id, missingId('SavedView'), 'x'])
      expect(await nora.mutate('updateView', `{ id: "${id}", name: "x" }`)).toEqual([
        ...['NOT_FOUND', 'id'],
      ]);
  });

  it('opens the page of the person who chose it', async () => {
    const [ana, ben] = [await person('Ana'), await person('Ben')];
    const { id } = await ana.saves('First', 'shared: true');
    const choose = (value: string) =>
      ben.mutate('setDefaultView', `{ page: PORTFOLIO, id: ${value} }`);
    expect(await choose(`"${id}"`)).toMatchObject({ id, default: true });
    expect((await ana.sees()).find((view) => view.id === id)).toMatchObject({ default: false });
    expect((await ben.sees()).find((view) => view.id === id)).toMatchObject({ default: true });
    expect(await choose('null')).toBeNull();
    expect((await ben.sees()).find((view) => view.id === id)).toMatchObject({ default: false });
    expect(await choose('"x"')).toEqual(['NOT_FOUND', 'id']);
    const of = `{ page: ORGANIZATIONS, id: "${id}" }`;
    expect(await ben.mutate('setDefaultView', of)).toEqual(['NOT_FOUND', 'id']);
  });

  it('keeps parameters that this version does not know, and nothing else', async () => {
    const ana = await person('Ana');
    const save = (name: string, search: string) =>
      ana.mutate('saveView', `{ page: ORGANIZATIONS, name: "${name}", search: ${search} }`);
    const search = '{ owner: "me", overdue: true, stuck: 7, clouds: ["AWS"], newer: "x" }';
    expect((await save('New', search)).search).toEqual({
      ...{ owner: 'me', overdue: true, stuck: 7, clouds: ['AWS'], newer: 'x' },
    });
    for (const wrong of [
      ...['[]', '"x"', '7', 'null', '{ a: null }', '{ a: { b: 1 } }', '{ a: [1] }', '{ _a: "x" }'],
      `{ ${Array.from({ length: 41 }, (_, at) => `p${at}: 1`).join()} }`,
      `{ a: "${'x'.repeat(4000)}" }`,
    ])
      expect([wrong, await save('Wrong', wrong).catch(() => 'failed')]).toEqual([
        wrong,
        wrong === 'null' ? 'failed' : ['INVALID_INPUT', 'search'],
      ]);
    for (const wrong of ['', '  ', 'x'.repeat(81), '\\u202ex'])
      expect(await save(wrong, '{}')).toEqual(['INVALID_INPUT', 'name']);
  });

  it('is a person’s: a token reads shared ones', async () => {
    const ana = await person('Ana');
    await ana.saves('For tokens', 'shared: true');
    await ana.saves('For me');
    const token = await server.person('AUDITOR', ['read']);
    const { savedViews } = await token.ask(`{ savedViews(page: PORTFOLIO) { ${VIEW} } }`);
    const names = savedViews.map(({ name }: { name: string }) => name);
    expect([names.includes('For tokens'), names.includes('For me')]).toEqual([true, false]);
    const shared = savedViews.find(({ name }: { name: string }) => name === 'For tokens');
    expect(shared).toMatchObject({ own: false, mayChange: false });
    for (const client of [token, server.owner]) {
      const given = { page: 'PORTFOLIO', name: 'Mine', search: {} };
      const saved = await client.mutate('saveView', given);
      expect(saved.userErrors).toMatchObject([{ code: 'FORBIDDEN' }]);
      const deleted = await client.mutate('deleteView', { id: shared.id });
      expect(deleted.userErrors).toMatchObject([{ code: 'FORBIDDEN' }]);
    }
  });

  it('stays when its maker is removed, if it is shared', async () => {
    const [ana, ben] = [await person('Ana'), await person('Ben')];
    await ana.saves('Ana’s shared', 'shared: true');
    await ana.saves('Ana’s private');
    await server.owner.must('removeMember', { memberId: ana.memberId });
    const names = (await ben.sees()).map(({ name }) => name as string);
    expect(names).toContain('Ana’s shared');
    const stored = await server.database.query<{ name: string }>('select name from saved_view');
    expect(stored.map(({ name }) => name)).not.toContain('Ana’s private');
  });

  it('answers the same key with the same result', async () => {
    const ana = await person('Ana');
    const key = 'idempotencyKey: "view-1"';
    const [first, second] = [await ana.saves('Once', key), await ana.saves('Once', key)];
    expect(second).toEqual(first);
  });
});

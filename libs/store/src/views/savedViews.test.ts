/** Who sees, changes and loses which saved view; what two who save at once can't do. */
import { randomUUID } from 'node:crypto';
import {
  aMember,
  anOccurrence,
  requireAccepted,
  requireDone,
  type TestPartner,
} from '@keyway/testing';
import { enableOnlyProtections, type TenancyProtections } from '@keyway/store/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type {
  OrganizationRecord,
  PartnerStore,
  SavedViewChange,
  SavedViewRecord,
  UnitOfWork,
  ViewWriter,
} from '../index.ts';
import { TwoPartners } from '../testing/twoPartners.ts';
import { MAX_OWN_VIEWS, MAX_SHARED_VIEWS } from './changeSavedViews.ts';

const world = new TwoPartners();
let north: OrganizationRecord;
let south: OrganizationRecord;
beforeAll(async () => {
  await world.open();
  north = await world.ours.organization({ name: 'North' });
  south = await world.ours.organization({ name: 'South' });
});
afterAll(world.close);

/** Somebody who is signed in, and what they do. */
class Person {
  readonly id: string;
  readonly name: string;
  readonly view: PartnerStore;

  constructor(of: TestPartner, id: string, name: string, organizationIds: string[] | null) {
    const { partnerId } = of;
    this.id = id;
    this.name = name;
    this.view = world.store.forPartner({ partnerId, organizationIds, viewer: `MEMBER:${id}` });
  }

  writer(isOwner = false): ViewWriter {
    return { memberId: this.id, name: this.name, isOwner, at: new Date().toISOString() };
  }

  async do<T>(work: (unit: UnitOfWork) => Promise<T>): Promise<T> {
    const request = { principal: `MEMBER:${this.id}`, operation: 'v', input: null };
    return requireAccepted(await this.view.mutate(request, work));
  }

  /** The code where it is refused. */
  async tries(work: (unit: UnitOfWork) => Promise<object>): Promise<string[] | 'done'> {
    const done = await this.do(work);
    const { refusal } = done as { refusal?: { reason: string; field?: string[] } };
    return refusal ? [refusal.reason, ...(refusal.field ?? [])] : 'done';
  }

  async saves(name: string, shared: boolean, page = 'PORTFOLIO' as const): Promise<string> {
    const given = { page, name, search: { text: name }, shared };
    const done = await this.do((unit) => unit.views.save(given, this.writer()));
    return requireDone<{ view: SavedViewRecord }>(done).view.id;
  }

  savesAgain = (name: string, shared: boolean) =>
    this.tries((unit) =>
      unit.views.save({ page: 'PORTFOLIO', name, search: {}, shared }, this.writer()),
    );

  changes = (change: SavedViewChange, isOwner = false) =>
    this.tries((unit) => unit.views.update(change, this.writer(isOwner)));

  deletes = (id: string, isOwner = false) =>
    this.tries((unit) => unit.views.delete({ id }, this.writer(isOwner)));

  opensWith = (id: string | null) =>
    this.tries((unit) => unit.views.setDefault({ page: 'PORTFOLIO', id }, this.writer()));

  async sees(): Promise<string[]> {
    return (await this.view.savedViews('PORTFOLIO')).map(({ name }) => name);
  }
}

async function person(
  name: string,
  organizations: OrganizationRecord[] | null = null,
  of = world.ours,
): Promise<Person> {
  const imsOrgIds = organizations?.map(({ imsOrgId }) => imsOrgId) ?? null;
  const { id } = await aMember(world.store, of.partnerId, { name, role: 'OPERATOR', imsOrgIds });
  return new Person(of, id, name, organizations?.map((one) => one.id) ?? null);
}
/** Removes what a test saved. */
const empty = () => world.database.query('delete from saved_view');

const NETS: TenancyProtections[] = ['both', 'policies', 'filters'];
describe.each(NETS)('who sees a view, with %s', (nets) => {
  let putBack: () => unknown;
  beforeAll(async () => {
    await empty();
    putBack = await enableOnlyProtections(nets, world.database.query);
  });
  afterAll(() => putBack());

  it('is its maker; of a shared one whoever sees all that its maker saw', async () => {
    const [ana, ben] = [await person('Ana'), await person('Ben')];
    const [nora, sam] = [await person('Nora', [north]), await person('Sam', [south])];
    const both = await person('Bo', [north, south]);
    const foreign = await person('Foreign', null, world.theirs);
    const secret = await ana.saves('South is late', false);
    const shared = await ana.saves('South again', true);
    await nora.saves('For the north', true);
    await nora.saves('Nora’s own', false);
    await both.saves('For both', true);
    await foreign.saves('Foreign', true);
    expect(await ana.sees()).toEqual([
      ...['For both', 'For the north', 'South again', 'South is late'],
    ]);
    expect(await ben.sees()).toEqual(['For both', 'For the north', 'South again']);
    expect(await nora.sees()).toEqual(['For the north', 'Nora’s own']);
    expect(await sam.sees()).toEqual([]);
    expect(await both.sees()).toEqual(['For both', 'For the north']);
    expect(await foreign.sees()).toEqual(['Foreign']);
    // Nobody in particular: a token, or an execution that viewers share.
    const nobody = world.store.forPartner({
      partnerId: world.ours.partnerId,
      organizationIds: null,
    });
    expect((await nobody.savedViews('PORTFOLIO')).map(({ name }) => name)).toEqual([
      ...['For both', 'For the north', 'South again'],
    ]);
    expect(await ana.view.savedViews('ORGANIZATIONS')).toEqual([]);

    const missing = randomUUID();
    for (const [who, id] of [
      [ben, secret],
      [nora, secret],
      [nora, shared],
      [foreign, shared],
      [ben, missing],
      [ben, 'nonsense'],
    ] as const) {
      expect(await who.view.savedView(id)).toBeNull();
      expect(await who.changes({ id, name: 'Mine' }, true)).toEqual(['viewNotFound', 'id']);
      expect(await who.deletes(id, true)).toEqual(['viewNotFound', 'id']);
      expect(await who.opensWith(id)).toEqual(['viewNotFound', 'id']);
    }
    // Names of views that they don't see are free to them: a refusal would reveal them.
    expect(await nora.savesAgain('South again', true)).toBe('done');
    expect(await ben.savesAgain('South is late', false)).toBe('done');
    expect(await ana.view.savedView(secret)).toMatchObject({
      search: { text: expect.any(String) },
    });
  });

  it('keeps to each person which view their page opens with', async () => {
    await empty();
    const [ana, ben] = [await person('Ana'), await person('Ben')];
    const [one, two] = [await ana.saves('One', true), await ana.saves('Two', true)];
    const opens = async (who: Person) =>
      (await who.view.savedViews('PORTFOLIO')).filter((v) => v.isDefault).map(({ name }) => name);
    await ana.opensWith(one);
    await ben.opensWith(two);
    expect([await opens(ana), await opens(ben)]).toEqual([['One'], ['Two']]);
    await ana.opensWith(two);
    expect([await opens(ana), await opens(ben)]).toEqual([['Two'], ['Two']]);
    await ana.opensWith(null);
    expect([await opens(ana), await opens(ben)]).toEqual([[], ['Two']]);
    expect(await ana.deletes(two)).toBe('done');
    expect(await opens(ben)).toEqual([]);
    const given = { page: 'ORGANIZATIONS', name: 'List', search: {}, shared: true } as const;
    const done = await ana.do((unit) => unit.views.save(given, ana.writer()));
    const { view } = requireDone<{ view: SavedViewRecord }>(done);
    expect(await ana.opensWith(view.id)).toEqual(['viewNotFound', 'id']);
  });
});

describe('changing a view', () => {
  it('is for its maker and, while it is shared, for owners', async () => {
    await empty();
    const [ana, ben] = [await person('Ana'), await person('Ben')];
    const id = await ana.saves('Late', true);
    expect(await ben.changes({ id, name: 'Later' })).toEqual(['viewOfOther', 'id']);
    expect(await ben.deletes(id)).toEqual(['viewOfOther', 'id']);
    expect(await ben.changes({ id, name: 'Later' }, true)).toBe('done');
    expect(await ben.changes({ id, shared: false }, true)).toEqual([
      'viewPrivateOfOther',
      'shared',
    ]);
    expect(await ana.changes({ id, search: { status: 'BLOCKED' } })).toBe('done');
    expect(await ben.view.savedView(id)).toMatchObject({
      ...{ name: 'Later', madeBy: 'Ana', shared: true, search: { status: 'BLOCKED' } },
    });
    expect(await ana.changes({ id, shared: false })).toBe('done');
    expect(await ben.sees()).toEqual([]);
    expect(await ben.deletes(id, true)).toEqual(['viewNotFound', 'id']);
    expect(await ana.deletes(id)).toBe('done');
    expect(await ana.sees()).toEqual([]);
  });

  it('by somebody who sees more hides it from whoever sees less', async () => {
    await empty();
    const [owner, nora] = [await person('Olga'), await person('Nora', [north])];
    const id = await nora.saves('Late', true);
    const other = await person('Nils', [north]);
    expect(await other.sees()).toEqual(['Late']);
    expect(await owner.changes({ id, name: 'Late as South' }, true)).toBe('done');
    expect([await nora.sees(), await other.sees()]).toEqual([[], []]);
    expect(await owner.sees()).toEqual(['Late as South']);
  });

  it('refuses a name that is taken among the same people, in any letter case', async () => {
    await empty();
    const [ana, ben] = [await person('Ana'), await person('Ben')];
    const [late, blocked] = [await ana.saves('Late', true), await ben.saves('Blocked', true)];
    expect(await ben.savesAgain('LATE', true)).toEqual(['viewNameTaken', 'name']);
    expect(await ben.changes({ id: blocked, name: 'late' })).toEqual(['viewNameTaken', 'name']);
    expect(await ben.savesAgain('Late', false)).toBe('done');
    expect(await ben.savesAgain('Late', false)).toEqual(['viewNameTaken', 'name']);
    expect(await ana.changes({ id: late, name: 'LATE' })).toBe('done');
    const own = (await ben.view.savedViews('PORTFOLIO')).find(({ shared }) => !shared)!;
    expect(await ben.changes({ id: own.id, shared: true })).toEqual(['viewNameTaken', 'name']);
  });

  it('keeps one of two who save the same name at once, and both limits', async () => {
    await empty();
    const [ana, ben] = [await person('Ana'), await person('Ben')];
    const outcomes = await Promise.all([ana, ben].map((who) => who.savesAgain('Same', true)));
    expect(outcomes.toSorted()).toEqual(['done', ['viewNameTaken', 'name']]);
    const fill = (who: Person, count: number, shared: boolean) =>
      world.database.query(
        `insert into saved_view (id, partner_id, page, name, name_key, search, shared, member_id, made_by, every_organization, organization_ids, audience, created_at, updated_at)
         select gen_random_uuid(), $1, 'PORTFOLIO', $2 || n, $2 || n, '{}', $3, $4::uuid, 'x', true, '{}', case when $3 then 'PARTNER' else $4::uuid::text end, now(), now()
         from generate_series(1, $5::int) n`,
        [world.ours.partnerId, `filled ${who.name} `, shared, who.id, count],
      );
    const cleo = await person('Cleo');
    await fill(cleo, MAX_OWN_VIEWS - 1, false);
    const last = await Promise.all(['X', 'Y'].map((name) => cleo.savesAgain(name, false)));
    expect(last.toSorted()).toEqual(['done', ['viewsMany']]);
    await empty();
    await fill(cleo, MAX_SHARED_VIEWS, true);
    const own = await ana.saves('Own', false);
    expect(await ana.savesAgain('One more', true)).toEqual(['sharedViewsMany', 'shared']);
    expect(await ana.changes({ id: own, shared: true })).toEqual(['sharedViewsMany', 'shared']);
  });
});

describe('removing a member', () => {
  it('deletes their private views and leaves what they share', async () => {
    await empty();
    const [ana, ben, olga] = [await person('Ana'), await person('Ben'), await person('Olga')];
    await ana.saves('Shared', true);
    await ana.saves('Private', false);
    await ben.saves('Ben’s', false);
    await olga.do((unit) =>
      unit.members.remove({ memberId: ana.id, reason: null }, anOccurrence()),
    );
    const names = await world.database.query<{ name: string }>(
      'select name from saved_view order by name',
    );
    expect(names.map(({ name }) => name)).toEqual(['Ben’s', 'Shared']);
    const shared = (await ben.view.savedViews('PORTFOLIO')).find(({ name }) => name === 'Shared')!;
    expect(shared).toMatchObject({ madeBy: 'Ana' });
    expect(await olga.deletes(shared.id, true)).toBe('done');
  });
});

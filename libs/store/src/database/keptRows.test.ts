/** A list is as the database has it, whoever asked before; rows that did not change stay here. */
import {
  aDatabase,
  aPartner,
  anOccurrence,
  type TestDatabase,
  type TestPartner,
} from '@keyway/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { OrganizationRecord, PartnerScope, RunView, Store } from '../index.ts';

let database: TestDatabase;
let store: Store;
let partner: TestPartner;
let organizations: OrganizationRecord[];
let runIds: string[];

beforeAll(async () => {
  database = await aDatabase();
  store = await database.store();
  partner = await aPartner(database, store);
  organizations = [];
  runIds = [];
  for (const name of ['One', 'Two', 'Three']) {
    const organization = await partner.organization({ name });
    organizations.push(organization);
    runIds.push((await partner.run(organization.id)).run.id);
  }
});
afterAll(() => database.close());

const view = (organizationIds: PartnerScope['organizationIds'] = null) =>
  store.forPartner({ partnerId: partner.partnerId, organizationIds });
const list = async (
  organizationIds: PartnerScope['organizationIds'] = null,
  withOrganization = true,
): Promise<RunView[]> =>
  (await view(organizationIds).runSummaries({ first: 10 }, {}, { withOrganization })).edges.map(
    ({ node }) => node,
  );
const byId = (runs: RunView[], id: string): RunView => runs.find((run) => run.id === id)!;

describe('runs', () => {
  it('stay the same objects as long as nothing of them changed', async () => {
    const before = await list();
    before[0]!.derived!.set(before, 'text');
    const again = await list();
    expect(again.map((run, index) => run === before[index])).toEqual([true, true, true]);
    expect(again[0]!.derived!.get(before)).toBe('text');
    expect({ ...again[0]! }.derived).toBeUndefined();
    await partner.play(runIds[1]!, (builder) => builder.at('network'));
    const after = await list();
    expect(byId(after, runIds[0]!)).toBe(byId(before, runIds[0]!));
    const changed = byId(after, runIds[1]!);
    expect(changed.version).toBeGreaterThan(byId(before, runIds[1]!).version);
    expect(changed.derived!.size).toBe(0);
    const whole = await view().run(runIds[1]!);
    expect(changed.tracks).toEqual(whole!.tracks);
  });

  it('are new where only the organization changed, or a connection of it', async () => {
    const [organization] = organizations as [OrganizationRecord];
    const before = byId(await list(), runIds[0]!);
    expect(before.organization).toEqual(await view().organization(organization.id));
    await database.query('update organization set name = $2, name_key = $3 where id = $1', [
      organization.id,
      'Other',
      'other',
    ]);
    const renamed = byId(await list(), runIds[0]!);
    expect(renamed.organization!.name).toBe('Other');
    expect((await view().organizationsByIds([organization.id])).get(organization.id)!.name).toBe(
      'Other',
    );
    await view().mutate({ principal: 'p', operation: 'c', input: null }, (unit) =>
      unit.connections.set(
        organization.id,
        { kind: 'adobe', connection: { clientId: 'x', clientSecret: 'sandbox-x', scopes: [] } },
        anOccurrence(),
      ),
    );
    const connected = byId(await list(), runIds[0]!);
    expect(connected.organization).toEqual(await view().organization(organization.id));
    expect(connected.organization!.adobeConnected).toBe(true);
    const { edges } = await view().organizations({ first: 10 });
    expect(edges.find(({ node }) => node.id === organization.id)!.node.adobeConnected).toBe(true);
  });

  it('come from the state while their summary is outdated, and are not kept', async () => {
    await list();
    await database.query('update run set read_models_current = false where id = $1', [runIds[2]]);
    const outdated = byId(await list(), runIds[2]!);
    expect(outdated.run?.id).toBe(runIds[2]);
    expect(outdated.derived).toBeUndefined();
    expect(byId(await list(), runIds[2]!)).not.toBe(outdated);
  });
});

describe('viewers', () => {
  it('see what they may see now, whatever was asked before', async () => {
    await list();
    const [one, two] = organizations as [OrganizationRecord, OrganizationRecord];
    expect((await list([one.id])).map(({ id }) => id)).toEqual([runIds[0]]);
    expect((await list([two.id])).map(({ id }) => id)).toEqual([runIds[1]]);
    expect(await list([])).toEqual([]);
    const theirs = await aPartner(database, store, 'Theirs');
    const foreign = await theirs.organization({ name: 'Foreign' });
    const { run } = await theirs.run(foreign.id);
    const { edges } = await theirs.store.runSummaries(
      { first: 10 },
      {},
      { withOrganization: true },
    );
    expect(edges.map(({ node }) => node.id)).toEqual([run.id]);
    expect((await list()).map(({ id }) => id).toSorted()).toEqual(runIds.toSorted());
  });

  it('no longer see what is gone', async () => {
    const shown = await list();
    expect(shown).toHaveLength(3);
    await database.query('update organization set archived_at = now() where id = $1', [
      organizations[1]!.id,
    ]);
    expect(await list()).toHaveLength(2);
    await database.query('update organization set archived_at = null where id = $1', [
      organizations[1]!.id,
    ]);
    expect(await list()).toHaveLength(3);
  });
});

it('nobody can change what others get', async () => {
  const run = byId(await list(), runIds[0]!);
  expect(() => Object.assign(run, { status: 'COMPLETED' })).toThrow(TypeError);
});

/** Keys of a bulk job are read with their items alone, by filters and by policies, each alone. */
import type { ImportedKeyResult } from '@keyway/core';
import { anOccurrence, aPartner, requireAccepted, type TestPartner } from '@keyway/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  enableOnlyProtections,
  type TenancyProtections,
} from '../../testing/tenancyProtections.ts';
import type { OrganizationRecord } from '../index.ts';
import { aKeyIn, BulkWorld, keysFor } from '../testing/bulkWorld.ts';

const world = new BulkWorld();
let theirs: TestPartner;
let foreign: OrganizationRecord;
let organizations: string[];
let jobId: string;
beforeAll(async () => {
  await world.open();
  await world.renew();
  theirs = await aPartner(world.database, world.store, 'Theirs');
  foreign = await theirs.organization({ name: 'Foreign' });
  const { run } = await theirs.run(foreign.id);
  const { AEP } = aKeyIn('theirs-0');
  await theirs.play(run.id, (builder) => builder.apply('keyProvided', { track: 'AEP', ...AEP! }));
  organizations = await world.organizations(2);
  for (const id of organizations) await world.partner.run(id);
  jobId = (await world.startKeys(keysFor(organizations, 'ours'))).id;
  await world.workAll(world.store);
});
afterAll(world.close);

const VAULT = 'https://ours-0.vault.azure.net';
const THEIR_VAULT = 'https://theirs-0.vault.azure.net';
const NETS: TenancyProtections[] = ['both', 'policies', 'filters'];

describe.each(NETS)('with %s', (nets) => {
  let putBack: () => unknown;
  beforeAll(async () => {
    putBack = await enableOnlyProtections(nets, world.database.query);
  });
  afterAll(() => putBack());

  const keysSeen = async (
    { partnerId }: TestPartner,
    organizationIds: string[] | null,
    viewer?: string,
  ): Promise<number> => {
    const view = world.store.forPartner({ partnerId, organizationIds, ...(viewer && { viewer }) });
    const { edges } = await view.bulkItems({ first: 100 }, jobId);
    return edges.filter(({ node }) => node.keys?.AEP).length;
  };

  it('are seen with the items of the organizations that somebody sees', async () => {
    const [listed] = organizations as [string];
    const { partner: ours, starter } = world;
    expect(await keysSeen(ours, null)).toBe(2);
    expect(await keysSeen(ours, [listed], starter.who)).toBe(1);
    expect(await keysSeen(ours, [], starter.who)).toBe(0);
    expect(await keysSeen(theirs, null)).toBe(0);
    expect(await keysSeen(theirs, organizations, starter.who)).toBe(0);
  });

  it('are decided without the runs, and the vaults, of another partner', async () => {
    const given = { organization: foreign, keys: aKeyIn('ours-0'), isNew: false };
    const read = await world
      .viewed(world.starter)
      .mutate({ principal: 'p', operation: 't', input: null }, async (unit) => ({
        results: await unit.bulk.keyResults([given], false, anOccurrence),
        users: [...(await unit.organizations.findVaultUsers([VAULT, THEIR_VAULT])).keys()],
      }));
    const { results, users } = requireAccepted(read);
    const refused = (results[0]!.results as ImportedKeyResult[]).map((one) =>
      one.status === 'REFUSED' ? one.refusal.reason : one.status,
    );
    // As of an organization that is not there: it has no run.
    expect(refused).toEqual(['rowKeyWithoutRun']);
    expect(users).toEqual([VAULT]);
  });
});

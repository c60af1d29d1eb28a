/** Links of bulk jobs are their starter's alone, by the filters and by the policies, each alone. */
import { aPartner, type TestPartner } from '@keyway/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  enableOnlyProtections,
  type TenancyProtections,
} from '../../testing/tenancyProtections.ts';
import { BulkWorld, HAND_OFF } from '../testing/bulkWorld.ts';

const world = new BulkWorld();
let theirs: TestPartner;
let organizations: string[];
let jobId: string;
beforeAll(async () => {
  await world.open();
  await world.renew();
  theirs = await aPartner(world.database, world.store, 'Theirs');
  organizations = await world.organizations(2);
  for (const id of organizations) await world.partner.run(id);
  jobId = (await world.startJob(organizations, HAND_OFF)).id;
  await world.workAll(world.store);
});
afterAll(world.close);

const NETS: TenancyProtections[] = ['both', 'policies', 'filters'];

describe.each(NETS)('with %s', (nets) => {
  let putBack: () => unknown;
  beforeAll(async () => {
    putBack = await enableOnlyProtections(nets, world.database.query);
  });
  afterAll(() => putBack());

  const read = async (
    { partnerId }: TestPartner,
    organizationIds: string[] | null,
    viewer?: string,
  ): Promise<unknown[]> => {
    const view = world.store.forPartner({ partnerId, organizationIds, ...(viewer && { viewer }) });
    const asked = { jobId, organizationIds: null };
    const { size } = await view.bulkLinks(asked, [1, 2]);
    return [size, (await view.bulkLinksEnd(asked)) !== null];
  };

  it('are read by the starter, of what they see', async () => {
    const {
      partner: ours,
      starter: { id: memberId, who: starter },
    } = world;
    const [listed] = organizations as [string];
    expect(await read(ours, null, starter)).toEqual([2, true]);
    expect(await read(ours, [listed], starter)).toEqual([1, true]);
    expect(await read(ours, [], starter)).toEqual([0, false]);
    expect(await read(theirs, null, starter)).toEqual([0, false]);
    for (const who of [undefined, 'MEMBER:y', `TOKEN:${memberId}`, ''])
      for (const organizationIds of [null, [listed]])
        expect(await read(ours, organizationIds, who)).toEqual([0, false]);
  });
});

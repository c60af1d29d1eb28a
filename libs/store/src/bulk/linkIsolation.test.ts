/** Links of bulk jobs are their starter's alone, by the filters and by the policies, each alone. */
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
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  enableOnlyProtections,
  type TenancyProtections,
} from '../../testing/tenancyProtections.ts';
import type { OrganizationRecord, Store } from '../index.ts';

let database: TestDatabase;
let store: Store;
let ours: TestPartner;
let theirs: TestPartner;
let organizations: OrganizationRecord[];
let memberId: string;
let jobId: string;
beforeAll(async () => {
  database = await aDatabase();
  store = await database.store();
  ours = await aPartner(database, store, 'Ours');
  theirs = await aPartner(database, store, 'Theirs');
  organizations = [await ours.organization(), await ours.organization()];
  for (const { id } of organizations) await ours.run(id);
  memberId = (await aMember(store, ours.partnerId, { role: 'OPERATOR' })).id;
  const handOff = { actor: 'AZURE_ADMIN', note: null, expiresAt: null } as const;
  const actor = { principal: `member:${memberId}`, name: 'Olga', origin: 'console' } as const;
  const job = {
    input: { action: 'CREATE_HAND_OFFS', track: null, reason: null, handOff },
    ...{ organizationIds: organizations.map(({ id }) => id), starter: `MEMBER:${memberId}` },
  } as const;
  const begun = await ours.store.mutate(
    { principal: job.starter, operation: 't', input: null },
    (unit) => unit.bulk.start(job, { ...anOccurrence(), actor }),
  );
  jobId = requireDone<{ job: { id: string } }>(requireAccepted(begun)).job.id;
  while ((await store.bulk.work()) > 0);
});
afterAll(() => database.close());

const NETS: TenancyProtections[] = ['both', 'policies', 'filters'];

describe.each(NETS)('with %s', (nets) => {
  let putBack: () => unknown;
  beforeAll(async () => {
    putBack = await enableOnlyProtections(nets, database.query);
  });
  afterAll(() => putBack());

  const read = async (
    { partnerId }: TestPartner,
    organizationIds: string[] | null,
    viewer?: string,
  ): Promise<unknown[]> => {
    const view = store.forPartner({ partnerId, organizationIds, ...(viewer && { viewer }) });
    const asked = { jobId, organizationIds: null };
    const { size } = await view.bulkLinks(asked, [1, 2]);
    return [size, (await view.bulkLinksEnd(asked)) !== null];
  };

  it('are read by the starter, of what they see', async () => {
    const starter = `MEMBER:${memberId}`;
    const [listed] = organizations as [OrganizationRecord];
    expect(await read(ours, null, starter)).toEqual([2, true]);
    expect(await read(ours, [listed.id], starter)).toEqual([1, true]);
    expect(await read(ours, [], starter)).toEqual([0, false]);
    expect(await read(theirs, null, starter)).toEqual([0, false]);
    for (const who of [undefined, 'MEMBER:y', `TOKEN:${memberId}`, ''])
      for (const organizationIds of [null, [listed.id]])
        expect(await read(ours, organizationIds, who)).toEqual([0, false]);
  });
});

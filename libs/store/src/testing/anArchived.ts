/** Organizations that were archived long ago, for tests of what becomes of them. */
import {
  anOccurrence,
  requireAccepted,
  type TestDatabase,
  type TestPartner,
} from '@keyway/testing';
import type { OrganizationRecord } from '../index.ts';

const request = { principal: 'member:Olu', operation: 'test', input: null };

export const archive = async ({ store }: TestPartner, id: string): Promise<void> =>
  void requireAccepted(
    await store.mutate(request, (unit) =>
      unit.organizations.archive(id, 'Contract ended', anOccurrence()),
    ),
  );

export const restore = ({ store }: TestPartner, id: string) =>
  store.mutate(request, (unit) => unit.organizations.restore(id, anOccurrence()));

/** As if it had been archived so many days before. */
export const ageArchived = (
  database: Pick<TestDatabase, 'query'>,
  id: string,
  days: number,
): Promise<unknown> =>
  database.query(
    'update organization set archived_at = archived_at - make_interval(days => $2) where id = $1',
    [id, days],
  );

/** With a run that came to its end. */
export async function anArchived(
  database: Pick<TestDatabase, 'query'>,
  partner: TestPartner,
  { days = 31, name = 'Contoso' } = {},
): Promise<OrganizationRecord & { runId: string }> {
  const organization = await partner.organization({ name });
  const { run } = await partner.run(organization.id);
  await partner.play(run.id, (builder) => builder.completed());
  await archive(partner, organization.id);
  await ageArchived(database, organization.id, days);
  return { ...organization, runId: run.id };
}

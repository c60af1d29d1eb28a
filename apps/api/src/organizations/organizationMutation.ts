/** What every mutation of one organization shares: the store changes it, and it is returned. */
import { parseGlobalId, refuse, type Refusal } from '@keyway/core';
import {
  Refused,
  type Occurrence,
  type OrganizationRecord,
  type PartnerStore,
  type UnitOfWork,
} from '@keyway/store';
import { requireSignedIn, type RequestContext } from '../context.ts';
import type { ResolversTypes } from '../generated/resolverTypes.ts';
import { mutate, type Target } from '../mutate.ts';
import { InputValidator } from '../userErrors/inputValidator.ts';
import type { MutationName } from '../viewer/permissions.ts';

export type OrganizationPayload = Awaited<ResolversTypes['OrganizationPayload']>;

export const noOrganization = (): Refusal => refuse('organizationNotFound', ['organizationId']);

/** The organization, or the refusal where the viewer can't see it. */
export const organizationTarget = async (
  partner: PartnerStore,
  organizationId: string | null,
  refusal: Refusal,
): Promise<Target> =>
  organizationId && (await partner.organization(organizationId)) ? { organizationId } : { refusal };

export interface OrganizationRequest<D> {
  mutation: MutationName;
  /** The store's arguments from the input; refusals are added to `validate`. */
  data: (validate: InputValidator) => D;
  /** Refuses NOT_FOUND where the viewer doesn't see the organization. */
  work: (
    unit: UnitOfWork,
    id: string,
    data: D,
    occurrence: () => Occurrence,
  ) => Promise<
    { organization: OrganizationRecord } | { refusal: Refusal } | { refusals: Refusal[] }
  >;
}

/** Runs one mutation of an organization for the viewer. */
export async function changeOrganization<
  D,
  I extends { organizationId: string; idempotencyKey?: string | null },
>(
  context: RequestContext,
  input: I,
  request: OrganizationRequest<D>,
): Promise<OrganizationPayload> {
  const { partner, loaders } = requireSignedIn(context);
  const id = parseGlobalId('Organization', input.organizationId);
  let data: D;
  let changed: OrganizationRecord;
  const outcome = await mutate(context, {
    name: request.mutation,
    input,
    result: { id },
    target: () => organizationTarget(partner, id, noOrganization()),
    validate: () => {
      if (!id) throw new Refused(noOrganization());
      const validate = new InputValidator();
      data = request.data(validate);
      validate.pass();
    },
    work: async (unit, occurrence) => {
      const done = await request.work(unit, id ?? '', data, occurrence);
      if ('refusals' in done) throw new Refused(...done.refusals);
      if ('refusal' in done) throw new Refused(done.refusal);
      changed = done.organization;
      return { id };
    },
  });
  if ('userErrors' in outcome) return { organization: null, userErrors: outcome.userErrors };
  if (!outcome.replayed) loaders.organization.prime(changed!.id, changed!);
  return { organization: await loaders.organization.load(outcome.result.id ?? ''), userErrors: [] };
}

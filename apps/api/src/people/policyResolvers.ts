/** Rules of approvals, of the partner and of organizations. */
import {
  CHECK_IDS,
  loosens,
  parseGlobalId,
  POLICY_LIMITS,
  policyWarning,
  type Policy,
  type PolicyWarningCode,
} from '@keyway/core';
import { describePolicyWarning } from '@keyway/messages';
import { contentVersion, policyContent, Refused, type EffectivePolicy } from '@keyway/store';
import { requireSignedIn, type RequestContext } from '../context.ts';
import type { Resolvers, ResolversTypes, SetPolicyInput } from '../generated/resolverTypes.ts';
import { mutate } from '../mutate.ts';
import { noOrganization, organizationTarget } from '../organizations/organizationMutation.ts';
import { localeOf } from '../schema/locale.ts';
import { InputValidator, MAX_LENGTHS } from '../userErrors/inputValidator.ts';

type Payload = Awaited<ResolversTypes['SetPolicyPayload']>;
type Change = { [Name in keyof Policy]?: Policy[Name] | undefined };

function validateInput(input: SetPolicyInput, organizationId: string | null): Change {
  const validate = new InputValidator();
  const { coolingOffSeconds, approvalValidSeconds, neverAccept, fourEyes } = input;
  const seconds = (
    field: 'coolingOffSeconds' | 'approvalValidSeconds',
    { min, max }: { min: number; max: number },
  ): number | undefined => {
    const value = input[field] ?? undefined;
    if (value !== undefined && (value < min || value > max))
      validate.refuse('secondsOutOfRange', field, { min, max });
    return value;
  };
  const change = {
    fourEyes: fourEyes ?? undefined,
    coolingOffSeconds: seconds('coolingOffSeconds', POLICY_LIMITS.coolingOffSeconds),
    approvalValidForSeconds: seconds('approvalValidSeconds', POLICY_LIMITS.approvalValidForSeconds),
    neverAccept: neverAccept ?? undefined,
  };
  const unknown = neverAccept?.find((id) => !CHECK_IDS.some((check) => check === id));
  if (unknown !== undefined)
    validate.refuse('checkUnknownId', 'neverAccept', { check: unknown.slice(0, MAX_LENGTHS.name) });
  const given = [fourEyes, coolingOffSeconds, approvalValidSeconds, neverAccept];
  if (input.inherit && (organizationId === null || given.some((value) => value != null)))
    validate.refuse('inheritAlone', 'inherit');
  validate.pass();
  return change;
}

async function setPolicy(context: RequestContext, input: SetPolicyInput): Promise<Payload> {
  const { partner } = requireSignedIn(context);
  const organizationId =
    input.organizationId == null ? null : parseGlobalId('Organization', input.organizationId);
  const isOfOrganization = input.organizationId != null;
  let change: Change;
  const outcome = await mutate(context, {
    name: 'setPolicy',
    input,
    ...(isOfOrganization && {
      target: () => organizationTarget(partner, organizationId, noOrganization()),
    }),
    validate: async () => {
      if (isOfOrganization && !(organizationId && (await partner.organization(organizationId))))
        throw new Refused(noOrganization());
      change = validateInput(input, organizationId);
    },
    work: async (unit, occurrence) => {
      const set = await unit.policies.set(
        { organizationId, change, inherit: input.inherit ?? false, ifVersion: input.ifVersion },
        occurrence(),
      );
      if ('refusal' in set) throw new Refused(set.refusal);
      return set.policy;
    },
  });
  if ('userErrors' in outcome)
    return { policy: null, warning: null, userErrors: outcome.userErrors };
  if (organizationId === null) await bringToRuns(context);
  const policy = organizationId === null ? asOfNobody(outcome.result) : outcome.result;
  return { policy, warning: warningOf(policy), userErrors: [] };
}

/** The first runs at once; the worker brings it to the others, and to these where this fails. */
async function bringToRuns(context: RequestContext): Promise<void> {
  const { viewer } = requireSignedIn(context);
  const { store, log } = context.services;
  await store
    .system()
    .applyPolicyChanges(viewer.partnerId)
    .catch((error: unknown) =>
      log.warn({ err: error }, 'a policy did not reach open runs; the worker brings it to them'),
    );
}

const warningOf = (policy: Policy): { code: PolicyWarningCode } | null => {
  const code = policyWarning(policy);
  return code && { code };
};

/** The partner's, and a run's, is no organization's own. */
export const asOfNobody = (policy: Policy): EffectivePolicy => ({ ...policy, isOwn: false });

export const policyResolvers: Resolvers = {
  Query: {
    policy: async (_, _args, context) =>
      asOfNobody((await requireSignedIn(context).partner.policies([])).partner),
  },
  Mutation: { setPolicy: (_, { input }, context) => setPolicy(context, input) },
  Organization: {
    policy: ({ id }, _args, context) => requireSignedIn(context).loaders.policy.load(id),
  },
  PolicyWarning: {
    message: ({ code }, { locale }) => describePolicyWarning(code, localeOf(locale)),
  },
  Policy: {
    approvalValidSeconds: ({ approvalValidForSeconds }) => approvalValidForSeconds,
    neverAccept: ({ neverAccept }) => [...neverAccept],
    own: ({ isOwn }) => isOwn,
    warning: warningOf,
    version: (policy) => contentVersion(policyContent(policy, policy.isOwn)),
    loosenedBy: (policy, change) =>
      loosens(policy, {
        fourEyes: change.fourEyes ?? policy.fourEyes,
        coolingOffSeconds: change.coolingOffSeconds ?? policy.coolingOffSeconds,
        approvalValidForSeconds: change.approvalValidSeconds ?? policy.approvalValidForSeconds,
        neverAccept: change.neverAccept ?? policy.neverAccept,
      }),
  },
};

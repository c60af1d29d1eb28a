/** A role in AWS that Keyway assumes, and what a customer pastes to create it. */
import {
  AWS_REGION_OF_VA6,
  accountOfKey,
  accountOfRole,
  awsPermissionsPolicy,
  awsTrustPolicy,
  isAwsRegion,
  isRoleArn,
  refuse,
  type Run,
} from '@keyway/core';
import { Refused, type AwsTrustRecord } from '@keyway/store';
import { requireSignedIn, type RequestContext } from '../context.ts';
import type { ConnectAwsInput, Resolvers } from '../generated/resolverTypes.ts';
import {
  changeOrganization,
  type OrganizationPayload,
} from '../organizations/organizationMutation.ts';
import type { InputValidator } from '../userErrors/inputValidator.ts';

function validated(validate: InputValidator, input: ConnectAwsInput) {
  const roleArn = input.roleArn?.trim() || null;
  const region = (input.region ?? AWS_REGION_OF_VA6).trim();
  if (roleArn !== null && !isRoleArn(roleArn)) validate.refuse('roleArnInvalid', 'roleArn');
  if (!isAwsRegion(region)) validate.refuse('awsRegionInvalid', 'region');
  else if (region !== AWS_REGION_OF_VA6)
    validate.refuse('awsRegionNotOfAdobe', 'region', { region, expected: AWS_REGION_OF_VA6 });
  return { roleArn, region };
}

/** Of the open run, as it is typed on Adobe's page; null where none is known. */
const keyOf = (run: Run | null): string | null => {
  const key = run?.tracks.AEP.key?.identifier ?? null;
  return key !== null && accountOfKey(key) !== null ? key : null;
};

/** GetKeyPolicy answers within the key's own account only. */
function requireKeysAccount(roleArn: string, run: Run | null): void {
  const key = accountOfKey(keyOf(run) ?? '');
  const role = accountOfRole(roleArn) ?? '';
  if (key !== null && key !== role)
    throw new Refused(refuse('awsRoleOfOtherAccount', ['roleArn'], { role, key }));
}

const connectAws = (
  context: RequestContext,
  input: ConnectAwsInput,
): Promise<OrganizationPayload> =>
  changeOrganization(context, input, {
    mutation: 'connectAws',
    data: (validate) => {
      if (context.services.config.awsPrincipal === null)
        validate.add(refuse('awsPrincipalMissing', null));
      return validated(validate, input);
    },
    work: async (unit, id, { roleArn, region }, occurrence) => {
      if (roleArn === null) return unit.connections.prepareAws(id, { region }, occurrence());
      requireKeysAccount(roleArn, (await unit.runs.findCurrent(id))?.run ?? null);
      return unit.connections.setAwsRole(id, { roleArn, region }, occurrence);
    },
  });

/** `Organization.aws` is null where it is not set. */
const principalOf = (context: RequestContext): string => context.services.config.awsPrincipal ?? '';

async function permissionsPolicy(
  { organizationId, roleArn, region }: AwsTrustRecord,
  context: RequestContext,
): Promise<string> {
  const current = await requireSignedIn(context).loaders.currentRun.load(organizationId);
  return awsPermissionsPolicy({ keyArn: keyOf(current?.run ?? null), roleArn, region });
}

export const awsResolvers: Resolvers = {
  Organization: {
    aws: ({ id, cloud }, _args, context) =>
      cloud === 'AWS' && principalOf(context)
        ? requireSignedIn(context).loaders.awsTrust.load(id)
        : null,
  },
  AwsConnection: {
    roleArn: ({ roleArn }) => roleArn ?? '',
    trustPolicy: ({ externalId }, _args, context) =>
      awsTrustPolicy({ principal: principalOf(context), externalId }),
    permissionsPolicy: (trust, _args, context) => permissionsPolicy(trust, context),
  },
  Mutation: {
    connectAws: (_, { input }, context) => connectAws(context, input),
  },
};

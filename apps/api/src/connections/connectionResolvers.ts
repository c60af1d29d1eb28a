/** Stores credentials and never returns them. */
import {
  azureRoles,
  FEDERATION_AUDIENCE,
  federationSubject,
  permissionProbes,
  tenantConflict,
} from '@keyway/core';
import {
  describeRefusedCredential,
  describeRefusedRole,
  describeTenantConflict,
} from '@keyway/messages';
import type {
  ConnectionKind,
  ConnectionRecord,
  NewConnection,
  OrganizationRecord,
  ReplacementRecord,
} from '@keyway/store';
import { requireSignedIn, type RequestContext } from '../context.ts';
import type {
  ConnectAdobeInput,
  ConnectAzureInput,
  OrganizationIdInput,
  Resolvers,
  TryConnectionInput,
  WithdrawReplacementInput,
} from '../generated/resolverTypes.ts';
import {
  changeOrganization,
  type OrganizationPayload,
} from '../organizations/organizationMutation.ts';
import { federationIssuer } from '../federation/federationIssuer.ts';
import { localeOf } from '../schema/locale.ts';
import { SHOWN_KINDS } from './shownKinds.ts';
import { validateAzure } from './validateAzure.ts';
import { validateSecret } from './validateSecret.ts';
import { MAX_LENGTHS, type InputValidator } from '../userErrors/inputValidator.ts';

type ConnectionInput = ConnectAdobeInput | ConnectAzureInput;

const STORED_KINDS = { ADOBE: 'adobe', AZURE: 'azure', AWS: 'aws' } as const;
const DISCONNECT = {
  adobe: 'disconnectAdobe',
  azure: 'disconnectAzure',
  aws: 'disconnectAws',
} as const;

function validateAdobe(
  validate: InputValidator,
  input: ConnectAdobeInput,
  sandbox: boolean,
  now: Date,
): NewConnection {
  const clientId = validate.text('clientId', input.clientId, MAX_LENGTHS.identifier);
  const clientSecret = validateSecret(validate, input.clientSecret, sandbox);
  const scopes = [...new Set(input.scopes.map((scope) => scope.trim()))];
  const areValid =
    scopes.length >= 1 &&
    scopes.length <= 50 &&
    scopes.every((scope) => /^[\x21-\x7e]{1,100}$/.test(scope) && !scope.includes(','));
  if (!areValid) validate.refuse('adobeScopesInvalid', 'scopes');
  const at = input.clientSecretExpiresAt ?? null;
  const expiresAt = validate.future('clientSecretExpiresAt', at, now.toISOString());
  return { kind: 'adobe', connection: { clientId, clientSecret, scopes, expiresAt } };
}

const NOT_FEDERATED = { issuer: null, subject: null, audience: null };

/** What a customer enters in Entra. */
const federationOf = (issuer: string, organizationId: string) => ({
  issuer,
  subject: federationSubject(organizationId),
  audience: FEDERATION_AUDIENCE,
});

const connect = (
  context: RequestContext,
  mutation: 'connectAdobe' | 'connectAzure',
  input: ConnectionInput,
  validateInput: (validate: InputValidator) => NewConnection,
): Promise<OrganizationPayload> =>
  changeOrganization(context, input, {
    mutation,
    data: (validate) => validateInput(validate),
    work: (unit, id, connection, occurrence) => unit.connections.set(id, connection, occurrence()),
  });

const disconnect = (
  context: RequestContext,
  kind: ConnectionKind,
  input: OrganizationIdInput,
): Promise<OrganizationPayload> =>
  changeOrganization(context, input, {
    mutation: DISCONNECT[kind],
    data: () => null,
    work: (unit, id, _data, occurrence) => unit.connections.remove(id, kind, occurrence()),
  });

const tryConnection = (
  context: RequestContext,
  input: TryConnectionInput,
): Promise<OrganizationPayload> =>
  changeOrganization(context, input, {
    mutation: 'tryConnection',
    data: () => STORED_KINDS[input.kind],
    work: (unit, id, kind) => unit.connections.requestTrial(id, kind),
  });

const withdrawReplacement = (
  context: RequestContext,
  input: WithdrawReplacementInput,
): Promise<OrganizationPayload> =>
  changeOrganization(context, input, {
    mutation: 'withdrawReplacement',
    data: () => STORED_KINDS[input.kind],
    work: (unit, id, kind, occurrence) =>
      unit.connections.withdrawReplacement(id, kind, occurrence()),
  });

const connectionOf = async (
  context: RequestContext,
  organizationId: string,
  kind: ConnectionKind,
): Promise<ConnectionRecord | null> =>
  (await requireSignedIn(context).loaders.connections.load(organizationId)).find(
    (one) => one.kind === kind,
  ) ?? null;

/** The stored application and the newest run; all null where none is stored. */
async function azureOf({ id, azureConnected }: OrganizationRecord, context: RequestContext) {
  const stored = await connectionOf(context, id, 'azure');
  if (!stored) return { stored, azure: null, run: null };
  const { clientId, tenantId, subscriptionId } = stored;
  const access = azureConnected ?? 'READ';
  const azure = { clientId, tenantId: tenantId ?? '', subscriptionId, access };
  const run = (await requireSignedIn(context).loaders.currentRun.load(id))?.run ?? null;
  return { stored, azure, run };
}

async function describeFailed(
  context: RequestContext,
  { organizationId, kind, state, code, clientId: roleArn }: ConnectionRecord | ReplacementRecord,
  locale: string | null | undefined,
) {
  if (state !== 'FAILED') return null;
  if (kind === 'aws') {
    const trust = await requireSignedIn(context).loaders.awsTrust.load(organizationId);
    return describeRefusedRole(code, { roleArn, region: trust?.region ?? '' }, localeOf(locale));
  }
  const organization = await requireSignedIn(context).loaders.organization.load(organizationId);
  return (
    organization && describeRefusedCredential({ code, cloud: kind }, organization, localeOf(locale))
  );
}

/** In another tenant than what is known of the organization and of its newest run. */
async function tenantWarning(
  { organizationId, kind, tenantId }: ConnectionRecord,
  context: RequestContext,
  locale: string | null | undefined,
): Promise<string | null> {
  if (kind !== 'azure') return null;
  const { loaders } = requireSignedIn(context);
  const [organization, current] = await Promise.all([
    loaders.organization.load(organizationId),
    loaders.currentRun.load(organizationId),
  ]);
  const conflict = organization && tenantConflict(tenantId, organization, current?.run ?? null);
  return conflict ? describeTenantConflict(conflict, tenantId, localeOf(locale)) : null;
}

export const connectionResolvers: Resolvers = {
  Organization: {
    adobeConnection: ({ id }, _args, context) => connectionOf(context, id, 'adobe'),
    azureConnection: ({ id }, _args, context) => connectionOf(context, id, 'azure'),
    azureCredential: async ({ id }, _args, context) => {
      const stored = await connectionOf(context, id, 'azure');
      if (!stored?.credential) return null;
      const { kind, expiresAt, issuer } = stored.credential;
      const { clientId } = stored;
      const federation = issuer === null ? NOT_FEDERATED : federationOf(issuer, id);
      return { kind, clientId, expiresAt, ...federation, replacement: stored.replacement };
    },
    permissions: async (organization, _args, context) => {
      const { stored, azure, run } = await azureOf(organization, context);
      if (!stored || !azure) return [];
      return permissionProbes(run, {
        ...{ azure, storedAt: stored.storedAt, lists: stored.permissions },
      });
    },
    azureRoles: async (organization, _args, context) => {
      const { azure, run } = await azureOf(organization, context);
      return azure ? azureRoles(run, azure) : [];
    },
    azureFederation: ({ id }, _args, { services }) =>
      federationOf(federationIssuer(services.config.publicUrl), id),
    awsConnection: ({ id }, _args, context) => connectionOf(context, id, 'aws'),
  },
  CloudConnection: {
    kind: ({ kind }) => SHOWN_KINDS[kind],
    tenantWarning: (connection, { locale }, context) => tenantWarning(connection, context, locale),
    cause: async (connection, { locale }, context) =>
      (await describeFailed(context, connection, locale))?.cause ?? null,
    remedy: async (connection, { locale }, context) =>
      (await describeFailed(context, connection, locale))?.remedy ?? null,
  },
  CredentialReplacement: {
    kind: ({ kind }) => SHOWN_KINDS[kind],
    credentialKind: ({ credential }) => credential?.kind ?? null,
    cause: async (replacement, { locale }, context) =>
      (await describeFailed(context, replacement, locale))?.cause ?? null,
    remedy: async (replacement, { locale }, context) =>
      (await describeFailed(context, replacement, locale))?.remedy ?? null,
  },
  Mutation: {
    connectAdobe: (_, { input }, context) =>
      connect(context, 'connectAdobe', input, (validate) => {
        const { config, store } = context.services;
        return validateAdobe(validate, input, config.sandbox, store.now());
      }),
    connectAzure: (_, { input }, context) =>
      connect(context, 'connectAzure', input, (validate) => {
        const { config, store } = context.services;
        return validateAzure(validate, input, config, store.now());
      }),
    disconnectAdobe: (_, { input }, context) => disconnect(context, 'adobe', input),
    disconnectAzure: (_, { input }, context) => disconnect(context, 'azure', input),
    disconnectAws: (_, { input }, context) => disconnect(context, 'aws', input),
    tryConnection: (_, { input }, context) => tryConnection(context, input),
    withdrawReplacement: (_, { input }, context) => withdrawReplacement(context, input),
  },
};

/**
 * Stores credentials and never returns them. Sandbox mode accepts only secrets with its prefix, and
 * other modes refuse them, so that the two can't be confused.
 */
import { isGuid } from '@keyway/core';
import { describeRefusedCredential } from '@keyway/messages';
import type { ConnectionKind, ConnectionRecord, NewConnection } from '@keyway/store';
import { requireSignedIn, type RequestContext } from '../context.ts';
import type {
  ConnectAdobeInput,
  ConnectAzureInput,
  OrganizationIdInput,
  Resolvers,
  TryConnectionInput,
} from '../generated/resolverTypes.ts';
import {
  changeOrganization,
  type OrganizationPayload,
} from '../organizations/organizationMutation.ts';
import { localeOf } from '../schema/locale.ts';
import { MAX_LENGTHS, type InputValidator } from '../userErrors/inputValidator.ts';

type ConnectionInput = ConnectAdobeInput | ConnectAzureInput;

const STORED_KINDS = { ADOBE: 'adobe', AZURE: 'azure' } as const;
const SANDBOX_PREFIX = 'sandbox-';

function validateSecret(validate: InputValidator, secret: string, sandbox: boolean): string {
  const isOfSandbox = secret.startsWith(SANDBOX_PREFIX);
  if (sandbox && !isOfSandbox)
    validate.refuse('secretNotOfSandbox', 'clientSecret', { prefix: SANDBOX_PREFIX });
  if (!sandbox && isOfSandbox) validate.refuse('secretIsOfSandbox', 'clientSecret');
  return validate.secret('clientSecret', secret);
}

function validateAdobe(
  validate: InputValidator,
  input: ConnectAdobeInput,
  sandbox: boolean,
): NewConnection {
  const clientId = validate.text('clientId', input.clientId, MAX_LENGTHS.identifier);
  const clientSecret = validateSecret(validate, input.clientSecret, sandbox);
  const scopes = [...new Set(input.scopes.map((scope) => scope.trim()))];
  const areValid =
    scopes.length >= 1 &&
    scopes.length <= 50 &&
    scopes.every((scope) => /^[\x21-\x7e]{1,100}$/.test(scope) && !scope.includes(','));
  if (!areValid) validate.refuse('adobeScopesInvalid', 'scopes');
  return { kind: 'adobe', connection: { clientId, clientSecret, scopes } };
}

function validateAzure(
  validate: InputValidator,
  input: ConnectAzureInput,
  sandbox: boolean,
): NewConnection {
  const tenantId = validate.tenantId('tenantId', input.tenantId) ?? '';
  if (!input.tenantId.trim()) validate.refuse('tenantIdMissing', 'tenantId');
  const subscriptionId = input.subscriptionId?.trim().toLowerCase() || null;
  if (subscriptionId !== null && !isGuid(subscriptionId))
    validate.refuse('subscriptionIdInvalid', 'subscriptionId');
  const clientId = input.clientId.trim().toLowerCase();
  if (!isGuid(clientId)) validate.refuse('clientIdInvalid', 'clientId');
  const clientSecret = validateSecret(validate, input.clientSecret, sandbox);
  const access = input.access ?? ('READ' as const);
  return {
    kind: 'azure',
    connection: { tenantId, subscriptionId, clientId, clientSecret, access },
  };
}

const connect = (
  context: RequestContext,
  mutation: 'connectAdobe' | 'connectAzure',
  input: ConnectionInput,
  validateInput: (validate: InputValidator, sandbox: boolean) => NewConnection,
): Promise<OrganizationPayload> =>
  changeOrganization(context, input, {
    mutation,
    data: (validate) => validateInput(validate, context.services.config.sandbox),
    work: (unit, id, connection, occurrence) => unit.connections.set(id, connection, occurrence()),
  });

const disconnect = (
  context: RequestContext,
  kind: 'adobe' | 'azure',
  input: OrganizationIdInput,
): Promise<OrganizationPayload> =>
  changeOrganization(context, input, {
    mutation: kind === 'adobe' ? 'disconnectAdobe' : 'disconnectAzure',
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

const connectionOf = async (
  context: RequestContext,
  organizationId: string,
  kind: ConnectionKind,
): Promise<ConnectionRecord | null> =>
  (await requireSignedIn(context).loaders.connections.load(organizationId)).find(
    (one) => one.kind === kind,
  ) ?? null;

async function describeFailed(
  context: RequestContext,
  { organizationId, kind, state, code }: ConnectionRecord,
  locale: string | null | undefined,
) {
  if (state !== 'FAILED') return null;
  const organization = await requireSignedIn(context).loaders.organization.load(organizationId);
  return (
    organization && describeRefusedCredential({ code, cloud: kind }, organization, localeOf(locale))
  );
}

export const connectionResolvers: Resolvers = {
  Organization: {
    adobeConnection: ({ id }, _args, context) => connectionOf(context, id, 'adobe'),
    azureConnection: ({ id }, _args, context) => connectionOf(context, id, 'azure'),
  },
  CloudConnection: {
    kind: ({ kind }) => (kind === 'adobe' ? 'ADOBE' : 'AZURE'),
    cause: async (connection, { locale }, context) =>
      (await describeFailed(context, connection, locale))?.cause ?? null,
    remedy: async (connection, { locale }, context) =>
      (await describeFailed(context, connection, locale))?.remedy ?? null,
  },
  Mutation: {
    connectAdobe: (_, { input }, context) =>
      connect(context, 'connectAdobe', input, (validate, sandbox) =>
        validateAdobe(validate, input, sandbox),
      ),
    connectAzure: (_, { input }, context) =>
      connect(context, 'connectAzure', input, (validate, sandbox) =>
        validateAzure(validate, input, sandbox),
      ),
    disconnectAdobe: (_, { input }, context) => disconnect(context, 'adobe', input),
    disconnectAzure: (_, { input }, context) => disconnect(context, 'azure', input),
    tryConnection: (_, { input }, context) => tryConnection(context, input),
  },
};

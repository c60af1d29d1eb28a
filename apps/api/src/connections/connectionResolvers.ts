/**
 * Credentials in, never out. The sandbox takes only its own kind of secret and the real clouds
 * never do, so that neither meets the other.
 */
import { refuse, type Refusal } from '@keyway/core';
import type { ConnectionKind, ConnectionRecord, NewConnection } from '@keyway/store';
import { signedIn, type RequestContext } from '../context.ts';
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
import { LIMITS, type InputValidator } from '../userErrors/inputValidator.ts';

type ConnectionInput = ConnectAdobeInput | ConnectAzureInput;

/** A credential that nothing would use is not kept. */
const notOnAzure = (): Refusal =>
  refuse(
    'CONFLICT',
    'This organization is hosted on AWS, where its steps are attested; no Azure credential is used.',
    ['organizationId'],
  );
const STORED_KINDS = { ADOBE: 'adobe', AZURE: 'azure' } as const;
const SANDBOX_PREFIX = 'sandbox-';

function validateSecret(validate: InputValidator, secret: string, sandbox: boolean): string {
  if (sandbox && !secret.startsWith(SANDBOX_PREFIX)) {
    validate.fault(
      'clientSecret',
      `This is the sandbox: a secret here starts with ${SANDBOX_PREFIX}. Never give it a real one.`,
    );
  }
  if (!sandbox && secret.startsWith(SANDBOX_PREFIX))
    validate.fault(
      'clientSecret',
      'This is a secret of the sandbox; the real cloud takes none of those.',
    );
  return validate.secret('clientSecret', secret);
}

function validateAdobe(
  validate: InputValidator,
  input: ConnectAdobeInput,
  sandbox: boolean,
): NewConnection {
  const clientId = validate.text('clientId', input.clientId, LIMITS.identifier);
  const clientSecret = validateSecret(validate, input.clientSecret, sandbox);
  const scopes = [...new Set(input.scopes.map((scope) => scope.trim()))];
  const wrong =
    scopes.length === 0 ||
    scopes.length > 50 ||
    scopes.some((scope) => !/^[\x21-\x7e]{1,100}$/.test(scope) || scope.includes(','));
  if (wrong)
    validate.fault(
      'scopes',
      'Give 1 to 50 of Adobe’s scopes, one a list entry, such as ["openid", "AdobeID", "read_organizations"].',
    );
  return { kind: 'adobe', connection: { clientId, clientSecret, scopes } };
}

function validateAzure(
  validate: InputValidator,
  input: ConnectAzureInput,
  sandbox: boolean,
): NewConnection {
  const tenantId = validate.tenantId('tenantId', input.tenantId) ?? '';
  if (!input.tenantId.trim())
    validate.fault(
      'tenantId',
      'Give the tenant ID, a GUID such as 11111111-2222-3333-4444-555555555555.',
    );
  const connection = {
    tenantId,
    subscriptionId: validateGuid(
      validate,
      'subscriptionId',
      input.subscriptionId,
      'The subscription ID',
    ),
    clientId:
      validateGuid(validate, 'clientId', input.clientId, 'The application (client) ID') ?? '',
    clientSecret: validateSecret(validate, input.clientSecret, sandbox),
    access: input.access ?? ('READ' as const),
  };
  if (!input.clientId.trim())
    validate.fault('clientId', 'Give the application (client) ID, a GUID.');
  return { kind: 'azure', connection };
}

function validateGuid(
  validate: InputValidator,
  field: string,
  value: string | null | undefined,
  what: string,
): string | null {
  const text = value?.trim().toLowerCase();
  if (!text) return null;
  if (!/^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/.test(text))
    validate.fault(field, `${what} is a GUID, such as 11111111-2222-3333-4444-555555555555.`);
  return text;
}

const connect = (
  context: RequestContext,
  mutation: 'connectAdobe' | 'connectAzure',
  input: ConnectionInput,
  evaluated: (validate: InputValidator, sandbox: boolean) => NewConnection,
): Promise<OrganizationPayload> =>
  changeOrganization(context, input, {
    mutation,
    data: (validate) => evaluated(validate, context.house.config.sandbox),
    work: async (unit, { id, cloud }, connection, occurrence) =>
      connection.kind === 'azure' && cloud !== 'AZURE'
        ? { refusal: notOnAzure() }
        : unit.connections.set(id, connection, occurrence()),
  });

const disconnect = (
  context: RequestContext,
  kind: 'adobe' | 'azure',
  input: OrganizationIdInput,
): Promise<OrganizationPayload> =>
  changeOrganization(context, input, {
    mutation: kind === 'adobe' ? 'disconnectAdobe' : 'disconnectAzure',
    data: () => null,
    work: (unit, { id }, _data, occurrence) => unit.connections.remove(id, kind, occurrence()),
  });

const tryConnection = (
  context: RequestContext,
  input: TryConnectionInput,
): Promise<OrganizationPayload> =>
  changeOrganization(context, input, {
    mutation: 'tryConnection',
    data: () => STORED_KINDS[input.kind],
    work: (unit, { id }, kind) => unit.connections.requestTrial(id, kind),
  });

const connectionOf = async (
  context: RequestContext,
  organizationId: string,
  kind: ConnectionKind,
): Promise<ConnectionRecord | null> =>
  (await signedIn(context).loaders.connections.load(organizationId)).find(
    (one) => one.kind === kind,
  ) ?? null;

export const connectionResolvers: Resolvers = {
  Organization: {
    adobeConnection: ({ id }, _args, context) => connectionOf(context, id, 'adobe'),
    azureConnection: ({ id }, _args, context) => connectionOf(context, id, 'azure'),
  },
  CloudConnection: { kind: ({ kind }) => (kind === 'adobe' ? 'ADOBE' : 'AZURE') },
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

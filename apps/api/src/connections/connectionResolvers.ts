/** Credentials in, never out. The sandbox takes only its own kind of secret and the real clouds never do, so that neither meets the other. */
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
import { changeOrganization, type OrganizationPayload } from '../organizations/organizationMutation.ts';
import { LIMITS, type InputJudge } from '../userErrors/inputJudge.ts';

type ConnectionInput = ConnectAdobeInput | ConnectAzureInput;

/** A credential that nothing would use is not kept. */
const notOnAzure = (): Refusal =>
  refuse('CONFLICT', 'This organization is hosted on AWS, where its steps are attested; no Azure credential is used.', ['organizationId']);
const STORED_KINDS = { ADOBE: 'adobe', AZURE: 'azure' } as const;
const SANDBOX_PREFIX = 'sandbox-';

function judgeSecret(judge: InputJudge, secret: string, sandbox: boolean): string {
  if (sandbox && !secret.startsWith(SANDBOX_PREFIX)) {
    judge.fault('clientSecret', `This is the sandbox: a secret here starts with ${SANDBOX_PREFIX}. Never give it a real one.`);
  }
  if (!sandbox && secret.startsWith(SANDBOX_PREFIX))
    judge.fault('clientSecret', 'This is a secret of the sandbox; the real cloud takes none of those.');
  return judge.secret('clientSecret', secret);
}

function judgeAdobe(judge: InputJudge, input: ConnectAdobeInput, sandbox: boolean): NewConnection {
  const clientId = judge.text('clientId', input.clientId, LIMITS.identifier);
  const clientSecret = judgeSecret(judge, input.clientSecret, sandbox);
  const scopes = [...new Set(input.scopes.map((scope) => scope.trim()))];
  const wrong =
    scopes.length === 0 || scopes.length > 50 || scopes.some((scope) => !/^[\x21-\x7e]{1,100}$/.test(scope) || scope.includes(','));
  if (wrong)
    judge.fault('scopes', 'Give 1 to 50 of Adobe’s scopes, one a list entry, such as ["openid", "AdobeID", "read_organizations"].');
  return { kind: 'adobe', connection: { clientId, clientSecret, scopes } };
}

function judgeAzure(judge: InputJudge, input: ConnectAzureInput, sandbox: boolean): NewConnection {
  const tenantId = judge.tenantId('tenantId', input.tenantId) ?? '';
  if (!input.tenantId.trim()) judge.fault('tenantId', 'Give the tenant ID, a GUID such as 11111111-2222-3333-4444-555555555555.');
  const connection = {
    tenantId,
    subscriptionId: judgeGuid(judge, 'subscriptionId', input.subscriptionId, 'The subscription ID'),
    clientId: judgeGuid(judge, 'clientId', input.clientId, 'The application (client) ID') ?? '',
    clientSecret: judgeSecret(judge, input.clientSecret, sandbox),
    access: input.access ?? ('READ' as const),
  };
  if (!input.clientId.trim()) judge.fault('clientId', 'Give the application (client) ID, a GUID.');
  return { kind: 'azure', connection };
}

function judgeGuid(judge: InputJudge, field: string, value: string | null | undefined, what: string): string | null {
  const text = value?.trim().toLowerCase();
  if (!text) return null;
  if (!/^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/.test(text))
    judge.fault(field, `${what} is a GUID, such as 11111111-2222-3333-4444-555555555555.`);
  return text;
}

const connect = (
  context: RequestContext,
  mutation: 'connectAdobe' | 'connectAzure',
  input: ConnectionInput,
  judged: (judge: InputJudge, sandbox: boolean) => NewConnection,
): Promise<OrganizationPayload> =>
  changeOrganization(context, input, {
    mutation,
    data: (judge) => judged(judge, context.house.config.sandbox),
    work: async (tx, { id, cloud }, connection, occurrence) =>
      connection.kind === 'azure' && cloud !== 'AZURE' ? { refusal: notOnAzure() } : tx.setConnection(id, connection, occurrence()),
  });

const disconnect = (context: RequestContext, kind: 'adobe' | 'azure', input: OrganizationIdInput): Promise<OrganizationPayload> =>
  changeOrganization(context, input, {
    mutation: kind === 'adobe' ? 'disconnectAdobe' : 'disconnectAzure',
    data: () => null,
    work: (tx, { id }, _data, occurrence) => tx.removeConnection(id, kind, occurrence()),
  });

const tryConnection = (context: RequestContext, input: TryConnectionInput): Promise<OrganizationPayload> =>
  changeOrganization(context, input, {
    mutation: 'tryConnection',
    data: () => STORED_KINDS[input.kind],
    work: (tx, { id }, kind) => tx.tryConnection(id, kind),
  });

const connectionOf = async (context: RequestContext, organizationId: string, kind: ConnectionKind): Promise<ConnectionRecord | null> =>
  (await signedIn(context).loaders.connections.load(organizationId)).find((one) => one.kind === kind) ?? null;

export const connectionResolvers: Resolvers = {
  Organization: {
    adobeConnection: ({ id }, _args, context) => connectionOf(context, id, 'adobe'),
    azureConnection: ({ id }, _args, context) => connectionOf(context, id, 'azure'),
  },
  CloudConnection: { kind: ({ kind }) => (kind === 'adobe' ? 'ADOBE' : 'AZURE') },
  Mutation: {
    connectAdobe: (_, { input }, context) => connect(context, 'connectAdobe', input, (judge, sandbox) => judgeAdobe(judge, input, sandbox)),
    connectAzure: (_, { input }, context) => connect(context, 'connectAzure', input, (judge, sandbox) => judgeAzure(judge, input, sandbox)),
    disconnectAdobe: (_, { input }, context) => disconnect(context, 'adobe', input),
    disconnectAzure: (_, { input }, context) => disconnect(context, 'azure', input),
    tryConnection: (_, { input }, context) => tryConnection(context, input),
  },
};

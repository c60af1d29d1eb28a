/** Credentials in, never out. The sandbox takes only its own kind of secret and the real clouds never do, so that neither meets the other. */
import { parseGlobalId, refuse, type Refusal } from '@keyway/core';
import { Refused, type NewConnection } from '@keyway/store';
import { signedIn, type RequestContext } from '../context.ts';
import type { ConnectAdobeInput, ConnectAzureInput, Resolvers, ResolversTypes } from '../generated/resolverTypes.ts';
import { mutate } from '../mutate.ts';
import { InputJudge, LIMITS } from '../userErrors/inputJudge.ts';

type Payload = Awaited<ResolversTypes['OrganizationPayload']>;
type ConnectionInput = ConnectAdobeInput | ConnectAzureInput;

const noOrganization = (): Refusal => refuse('NOT_FOUND', 'There is no such organization.', ['organizationId']);
/** A credential that nothing would use is not kept. */
const notOnAzure = (): Refusal =>
  refuse('CONFLICT', 'This organization is hosted on AWS, where its steps are attested; no Azure credential is used.', ['organizationId']);
const SANDBOX_PREFIX = 'sandbox-';

function judgeSecret(judge: InputJudge, secret: string, sandbox: boolean): string {
  if (sandbox && !secret.startsWith(SANDBOX_PREFIX)) {
    judge.fault('clientSecret', `This is the sandbox: a secret here starts with ${SANDBOX_PREFIX}. Never give it a real one.`);
  }
  if (!sandbox && secret.startsWith(SANDBOX_PREFIX))
    judge.fault('clientSecret', 'This is a secret of the sandbox; the real cloud takes none of those.');
  return judge.secret('clientSecret', secret);
}

function judgeAdobe(input: ConnectAdobeInput, sandbox: boolean): NewConnection {
  const judge = new InputJudge();
  const clientId = judge.text('clientId', input.clientId, LIMITS.identifier);
  const clientSecret = judgeSecret(judge, input.clientSecret, sandbox);
  const scopes = [...new Set(input.scopes.map((scope) => scope.trim()))];
  const wrong =
    scopes.length === 0 || scopes.length > 50 || scopes.some((scope) => !/^[\x21-\x7e]{1,100}$/.test(scope) || scope.includes(','));
  if (wrong)
    judge.fault('scopes', 'Give 1 to 50 of Adobe’s scopes, one a list entry, such as ["openid", "AdobeID", "read_organizations"].');
  judge.pass();
  return { kind: 'adobe', connection: { clientId, clientSecret, scopes } };
}

function judgeAzure(input: ConnectAzureInput, sandbox: boolean): NewConnection {
  const judge = new InputJudge();
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
  judge.pass();
  return { kind: 'azure', connection };
}

function judgeGuid(judge: InputJudge, field: string, value: string | null | undefined, what: string): string | null {
  const text = value?.trim().toLowerCase();
  if (!text) return null;
  if (!/^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/.test(text))
    judge.fault(field, `${what} is a GUID, such as 11111111-2222-3333-4444-555555555555.`);
  return text;
}

async function connect(
  context: RequestContext,
  name: 'connectAdobe' | 'connectAzure',
  input: ConnectionInput,
  judge: (sandbox: boolean) => NewConnection,
): Promise<Payload> {
  const { partner, loaders } = signedIn(context);
  const id = parseGlobalId('Organization', input.organizationId);
  let connection: NewConnection;
  const outcome = await mutate(context, {
    name,
    input,
    visible: async () => (id && (await partner.organization(id)) ? null : noOrganization()),
    judge: () => {
      if (!id) throw new Refused(noOrganization());
      connection = judge(context.house.config.sandbox);
    },
    work: async (tx, occurrence) => {
      const organization = id && (await tx.organization(id));
      if (!organization) throw new Refused(noOrganization());
      if (connection.kind === 'azure' && organization.cloud !== 'AZURE') throw new Refused(notOnAzure());
      const done = await tx.setConnection(organization.id, connection, occurrence());
      if ('refusal' in done) throw new Refused(done.refusal);
      return { id: organization.id };
    },
  });
  if ('userErrors' in outcome) return { organization: null, userErrors: outcome.userErrors };
  return { organization: await loaders.organization.load(outcome.result.id), userErrors: [] };
}

export const connectionResolvers: Resolvers = {
  Mutation: {
    connectAdobe: (_, { input }, context) => connect(context, 'connectAdobe', input, (sandbox) => judgeAdobe(input, sandbox)),
    connectAzure: (_, { input }, context) => connect(context, 'connectAzure', input, (sandbox) => judgeAzure(input, sandbox)),
  },
};

/**
 * Prepares a customer for a story, through the public API with the bootstrap token.
 */
import { runningProduct } from './running.ts';
import type { Customer } from './sandbox.ts';

/** A customer who is set up in Keyway. */
export interface Prepared extends Customer {
  name: string;
  organizationId: string;
  runId: string;
}
export type Track = 'AEP' | 'CJA';

interface Payload {
  userErrors: { code: string; message: string }[];
}

async function ask<T>(
  query: string,
  variables: object,
  token = runningProduct().token,
): Promise<T> {
  const { url } = runningProduct();
  const answer = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
    body: JSON.stringify({ query, variables }),
  });
  const { data, errors } = (await answer.json()) as { data?: T; errors?: unknown };
  if (!data || errors)
    throw new Error(`GraphQL answered ${answer.status}: ${JSON.stringify(errors)}`);
  return data;
}

/** @throws Error with the refusal, if there is one */
async function mutate<T extends object>(
  name: string,
  type: string,
  input: object,
  fields: string,
  token?: string,
): Promise<T> {
  const query = `mutation($input: ${type}!) { ${name}(input: $input) { ${fields} userErrors { code message } } }`;
  const payload = (await ask<Record<string, T & Payload>>(query, { input }, token))[name];
  if (!payload || payload.userErrors.length > 0)
    throw new Error(`${name}: ${JSON.stringify(payload?.userErrors)}`);
  return payload;
}

/** An organization without connections: what is done for it can only be attested. */
async function beginByHand(customer: Customer, name: string): Promise<Prepared> {
  const organizationId = await createOrganization(customer, name);
  return { ...customer, name, organizationId, runId: await startRun(organizationId) };
}

async function createOrganization(customer: Customer, name: string): Promise<string> {
  const { imsOrgId, tenantId, region } = customer;
  const { organization } = await mutate<{ organization: { id: string } }>(
    'createOrganization',
    'CreateOrganizationInput',
    {
      name,
      imsOrgId,
      cloud: 'AZURE',
      region,
      shield: 'HEALTHCARE_SHIELD',
      azureTenantId: tenantId,
    },
    'organization { id }',
  );
  return organization.id;
}

async function startRun(organizationId: string): Promise<string> {
  const { run } = await mutate<{ run: { id: string } }>(
    'startRun',
    'StartRunInput',
    { organizationId },
    'run { id }',
  );
  return run.id;
}

/**
 * An organization with both connections and an open run; without entitlement and keys.
 */
export async function begin(customer: Customer, name: string): Promise<Prepared> {
  const { tenantId, subscriptionId } = customer;
  const organizationId = await createOrganization(customer, name);
  const scopes = ['openid', 'AdobeID', 'read_organizations'];
  const adobe = {
    organizationId,
    clientId: 'adobe-client',
    clientSecret: 'sandbox-adobe-secret',
    scopes,
  };
  await mutate('connectAdobe', 'ConnectAdobeInput', adobe, 'organization { id }');
  const azure = {
    organizationId,
    tenantId,
    subscriptionId,
    clientId: crypto.randomUUID(),
    clientSecret: 'sandbox-azure-secret',
  };
  await mutate(
    'connectAzure',
    'ConnectAzureInput',
    { ...azure, access: 'READ' },
    'organization { id }',
  );
  return { ...customer, name, organizationId, runId: await startRun(organizationId) };
}

/** Organizations without connections and runs. */
export async function addOrganizations(names: readonly string[]): Promise<void> {
  const lines = names.map((name, place) => {
    const imsOrgId = `${(Date.now() + place).toString(16).toUpperCase().padStart(24, 'B')}@AdobeOrg`;
    return `${name},${imsOrgId},VA7,HEALTHCARE_SHIELD`;
  });
  const content = ['name,imsOrgId,region,shield', ...lines].join('\r\n');
  await mutate(
    'importOrganizations',
    'ImportOrganizationsInput',
    { format: 'CSV', content },
    'created',
  );
}

/** The same with entitlement attested and both keys named: Keyway checks the rest automatically. */
export const prepare = async (customer: Customer, name: string): Promise<Prepared> =>
  withKeys(await begin(customer, name));

/** As `prepare`, but nothing is connected: people attest the rest. */
export const prepareByHand = async (customer: Customer, name: string): Promise<Prepared> =>
  withKeys(await beginByHand(customer, name));

async function withKeys(prepared: Prepared): Promise<Prepared> {
  const { runId, keys } = prepared;
  for (const track of ['AEP', 'CJA'] as const) {
    const statement = {
      runId,
      track,
      step: 'ENTITLEMENT',
      statement: 'The shield is in the contract',
      reference: 'C-1',
    };
    await mutate('attestStep', 'AttestStepInput', statement, 'run { id }');
    await mutate(
      'provideKey',
      'ProvideKeyInput',
      { runId, track, keyIdentifier: keys[track] },
      'run { id }',
    );
  }
  return prepared;
}

/** Resolves once approval of the track can be requested. */
export async function untilApprovable({ runId }: Prepared, track: Track): Promise<void> {
  const end = Date.now() + 120_000;
  for (;;) {
    const query = 'query($id: ID!) { run(id: $id) { nextActions { mutation track } } }';
    const { run } = await ask<{ run: { nextActions: { mutation: string; track: Track }[] } }>(
      query,
      { id: runId },
    );
    if (
      run.nextActions.some(
        (action) => action.mutation === 'requestApproval' && action.track === track,
      )
    )
      return;
    if (Date.now() > end)
      throw new Error(
        `${track} never became ready for approval: ${JSON.stringify(run.nextActions)}`,
      );
    await new Promise((resolve) => setTimeout(resolve, 150));
  }
}

export async function requestApproval({ runId }: Prepared, track: Track): Promise<void> {
  await mutate('requestApproval', 'RunTrackInput', { runId, track }, 'run { id }');
}

/**
 * Approves with another token, since nobody may approve what they requested.
 * @param own as an approver of the organization itself
 */
export async function approve(
  { runId, imsOrgId, organizationId }: Prepared,
  track: Track,
  own = false,
): Promise<void> {
  const request = {
    name: 'approver of the stories',
    role: 'APPROVER',
    scopes: ['read', 'approve'],
    organizationIds: own ? [organizationId] : null,
  };
  const { token } = await mutate<{ token: string }>(
    'createApiToken',
    'CreateApiTokenInput',
    request,
    'token',
  );
  await mutate(
    'approve',
    'ApproveInput',
    { runId, track, confirmImsOrgId: imsOrgId },
    'run { id }',
    token,
  );
}

/** The ID of a member of the partner, who has signed in before. */
export async function memberIdOf(name: string): Promise<string> {
  const { members } = await ask<{ members: { nodes: { id: string; name: string }[] } }>(
    '{ members(first: 100) { nodes { id name } } }',
    {},
  );
  const found = members.nodes.find((member) => member.name === name);
  if (!found) throw new Error(`${name} is no member.`);
  return found.id;
}

/** Changes who is responsible for the run, or until when. Returns the codes of a refusal. */
export async function assign(
  { runId }: Prepared,
  change: { ownerId?: string | null; dueAt?: string | null },
): Promise<string[]> {
  const query =
    'mutation($input: AssignRunInput!) { assignRun(input: $input) { userErrors { code message } } }';
  const { assignRun } = await ask<{ assignRun: Payload }>(query, { input: { runId, ...change } });
  return assignRun.userErrors.map(({ code }) => code);
}

/**
 * Makes an invitation for one organization alone, and returns its link. Whoever an earlier story
 * left as a member is removed first.
 */
export async function invite(
  email: string,
  role: 'OPERATOR' | 'APPROVER',
  { organizationId }: Prepared,
): Promise<string> {
  await removeMember(email);
  const input = { email, grants: [{ role, organizationId }] };
  return (await mutate<{ url: string }>('inviteMember', 'InviteMemberInput', input, 'url')).url;
}

/** Does nothing where nobody with this address is a member. */
export async function removeMember(email: string): Promise<void> {
  const { members } = await ask<{ members: { nodes: { id: string; removedAt: string | null }[] } }>(
    'query($text: String!) { members(first: 100, text: $text) { nodes { id removedAt } } }',
    { text: email },
  );
  for (const { id, removedAt } of members.nodes)
    if (removedAt === null)
      await mutate('removeMember', 'RemoveMemberInput', { memberId: id }, 'member { id }');
}

/** The link of a new hand-off to the Azure admin. */
export async function createHandOff({ runId }: Prepared, expiresAt?: Date): Promise<string> {
  const { url } = await mutate<{ url: string }>(
    'createHandOff',
    'CreateHandOffInput',
    { runId, actor: 'AZURE_ADMIN', ...(expiresAt && { expiresAt: expiresAt.toISOString() }) },
    'url',
  );
  return new URL(url).pathname;
}

/** How often a kind of entry is in the history of the run. */
export async function countHistory({ runId }: Prepared, kind: string): Promise<number> {
  const { run } = await ask<{ run: { history: { nodes: { kind: string }[] } } }>(
    'query($id: ID!) { run(id: $id) { history(first: 100) { nodes { kind } } } }',
    { id: runId },
  );
  return run.history.nodes.filter((node) => node.kind === kind).length;
}

/** Why the link is closed, as its own token is answered; null while it is open. */
export async function closingOf(link: string): Promise<string | null> {
  const answer = await fetch(`${runningProduct().url}/graphql`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      authorization: `Bearer ${link.split('/').at(-1)}`,
    },
    body: JSON.stringify({ query: '{ handedOff { partner } }' }),
  });
  const { errors } = (await answer.json()) as { errors?: { extensions: { reason: string } }[] };
  return errors?.[0]?.extensions.reason ?? null;
}

/** The status of every step on the server, to compare with what a failed story saw. */
export async function describeEveryRun(): Promise<string> {
  const { runs } = await ask<{
    runs: { nodes: { organization: { name: string }; version: number; tracks: object[] }[] };
  }>(
    '{ runs(first: 100) { nodes { organization { name } version status tracks { id steps { id status since } } } } }',
    {},
  );
  return runs.nodes.map((run) => JSON.stringify(run)).join('\n');
}

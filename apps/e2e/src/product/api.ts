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

/**
 * An organization with both connections and an open run; without entitlement and keys.
 */
export async function begin(customer: Customer, name: string): Promise<Prepared> {
  const { imsOrgId, tenantId, subscriptionId, region } = customer;
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
  const organizationId = organization.id;
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
  const { run } = await mutate<{ run: { id: string } }>(
    'startRun',
    'StartRunInput',
    { organizationId },
    'run { id }',
  );
  return { ...customer, name, organizationId, runId: run.id };
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
export async function prepare(customer: Customer, name: string): Promise<Prepared> {
  const prepared = await begin(customer, name);
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

/** Approves with another token, since nobody may approve what they requested. */
export async function approve({ runId, imsOrgId }: Prepared, track: Track): Promise<void> {
  const request = {
    name: 'approver of the stories',
    role: 'APPROVER',
    scopes: ['read', 'approve'],
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

/** Makes an invitation as operator of one organization alone, and returns its link. */
export async function inviteOperator(email: string, { organizationId }: Prepared): Promise<string> {
  const input = { email, grants: [{ role: 'OPERATOR', organizationId }] };
  return (await mutate<{ url: string }>('inviteMember', 'InviteMemberInput', input, 'url')).url;
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

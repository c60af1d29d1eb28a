/**
 * A program that brings organizations to their own key through the public API. It repeats what has
 * no answer, each change with its own key of idempotency.
 */
import { randomUUID } from 'node:crypto';
import type { SandboxCustomer } from '@keyway/testing';
import { graphqlClient, type GraphqlClient } from '../../product/graphqlClient.ts';

/** An organization on its way. */
export interface Begun {
  customer: SandboxCustomer;
  organizationId: string;
  runId: string;
}

interface Step {
  id: string;
  status: string;
}
export interface Program extends GraphqlClient {
  /** What was answered with an error, or not at all. */
  readonly failures: string[];
}

const AGAIN_MILLISECONDS = 200;
const pause = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, milliseconds));

export function aProgram(url: string, token: string): Program {
  const failures: string[] = [];
  const client = graphqlClient(url, token, {
    onFailure: (what) => failures.push(what),
    // How fast the machine is decides nothing.
    requestMilliseconds: null,
  });
  return { failures, ...client };
}

/** Signs nobody in: tokens of an operator and an approver, made by the owner. */
export async function twoPrograms(
  url: string,
  owner: Program,
): Promise<{ operator: Program; approver: Program }> {
  const tokenOf = async (role: string, scopes: string[]): Promise<Program> => {
    const input = { name: `drill-${role}-${randomUUID()}`, role, scopes };
    const made = owner.mutate<{ token: string }>(
      'createApiToken',
      'CreateApiTokenInput',
      input,
      'token',
    );
    return aProgram(url, (await made).token);
  };
  return {
    operator: await tokenOf('OPERATOR', ['read', 'runs:write']),
    approver: await tokenOf('APPROVER', ['read', 'approve']),
  };
}

/** Connects a customer and starts its run with both keys. */
export async function begin(
  owner: Program,
  operator: Program,
  customer: SandboxCustomer,
): Promise<Begun> {
  const { imsOrgId, tenantId, subscriptionId, keys } = customer;
  const { organization } = await owner.mutate<{ organization: { id: string } }>(
    'createOrganization',
    'CreateOrganizationInput',
    { name: imsOrgId, imsOrgId, shield: 'HEALTHCARE_SHIELD', azureTenantId: tenantId },
    'organization { id }',
  );
  const organizationId = organization.id;
  await owner.mutate(
    'connectAdobe',
    'ConnectAdobeInput',
    {
      ...{ organizationId, clientId: `client-of-${imsOrgId}`, clientSecret: 'sandbox-adobe' },
      scopes: ['openid', 'AdobeID'],
    },
    'organization { id }',
  );
  const azure = { tenantId, subscriptionId, clientId: randomUUID(), clientSecret: 'sandbox-azure' };
  await owner.mutate(
    'connectAzure',
    'ConnectAzureInput',
    { organizationId, ...azure, access: 'READ' },
    'organization { id }',
  );
  const { run } = await operator.mutate<{ run: { id: string } }>(
    'startRun',
    'StartRunInput',
    { organizationId },
    'run { id }',
  );
  for (const track of ['AEP', 'CJA'] as const) {
    const entitled = { track, step: 'ENTITLEMENT', statement: 'Contract seen', reference: 'C-1' };
    await operator.mutate(
      'attestStep',
      'AttestStepInput',
      { runId: run.id, ...entitled },
      'run { id }',
    );
    await operator.mutate(
      'provideKey',
      'ProvideKeyInput',
      { runId: run.id, track, keyIdentifier: keys[track] },
      'run { id }',
    );
  }
  return { customer, organizationId, runId: run.id };
}

/** What people read meanwhile: lists, the run, and all that happened. */
export const readPages = (program: Program, { runId }: Begun): Promise<unknown> =>
  program.ask(
    `query($id: ID!) {
      viewer { id }
      organizations(first: 20) { edges { node { id name } } }
      runs(first: 20) { edges { node { id status version } } }
      history(first: 20) { edges { node { kind summary } } }
      run(id: $id) { status history(first: 100) { edges { node { at kind summary data hash } } } }
    }`,
    { id: runId },
  );

/** Resolves once the step of AEP has this status. */
export async function untilStep(
  program: Program,
  { runId }: Begun,
  step: string,
  status: string,
): Promise<void> {
  for (;;) {
    const { run } = await program.ask<{ run: { tracks: { id: string; steps: Step[] }[] } }>(
      'query($id: ID!) { run(id: $id) { tracks { id steps { id status } } } }',
      { id: runId },
    );
    const steps = run.tracks.find(({ id }) => id === 'AEP')!.steps;
    if (steps.find(({ id }) => id === step)!.status === status) return;
    await pause(AGAIN_MILLISECONDS);
  }
}

/** From checked to active at Adobe, with the approval of somebody else. */
export async function enable(operator: Program, approver: Program, begun: Begun): Promise<void> {
  const { runId, customer } = begun;
  const confirmImsOrgId = customer.imsOrgId;
  await untilStep(operator, begun, 'APPROVAL', 'READY');
  await operator.mutate('requestApproval', 'RunTrackInput', { runId, track: 'AEP' }, 'run { id }');
  await approver.mutate(
    'approve',
    'ApproveInput',
    { runId, track: 'AEP', confirmImsOrgId },
    'run { id }',
  );
  await operator.mutate(
    'submitConfiguration',
    'SubmitConfigurationInput',
    { runId, configurationName: 'keyway-cmk', confirmImsOrgId },
    'run { id }',
  );
  await untilStep(operator, begun, 'ACTIVATION', 'DONE');
}

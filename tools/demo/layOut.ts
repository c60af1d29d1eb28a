/** Takes one demo customer as far as its stage says, by the public API alone. */
import { randomUUID } from 'node:crypto';
import type { DemoCustomer, Stage } from './customers.ts';
import type { GraphqlClient } from './graphqlClient.ts';

/** What the sandbox answers to a scenario. */
export interface LaidOut {
  imsOrgId: string;
  tenantId: string;
  subscriptionId: string;
  keys: { AEP: string; CJA: string };
}
export interface People {
  owner: GraphqlClient;
  operator: GraphqlClient;
  approver: GraphqlClient;
}

const STAGES: readonly Stage[] = ['created', 'started', 'prepared', 'approvalAsked', 'approved', 'submitted', 'ticketOpen', 'completed'];
const reaches = (customer: DemoCustomer, stage: Stage): boolean => STAGES.indexOf(customer.stage) >= STAGES.indexOf(stage);
const TRACKS = ['AEP', 'CJA'] as const;
const PATIENCE_MILLISECONDS = 120_000;

export async function layOut(customer: DemoCustomer, place: LaidOut, people: People): Promise<void> {
  const { operator } = people;
  const organizationId = await createOrganization(customer, place, operator);
  if (!reaches(customer, 'started')) return;
  if (customer.scenario !== null) await connect(organizationId, place, operator);
  const { run } = await operator.mutate<{ run: { id: string } }>('startRun', 'StartRunInput', { organizationId }, 'run { id }');
  if (!reaches(customer, 'prepared')) return;
  for (const track of TRACKS) {
    const entitlement = {
      runId: run.id,
      track,
      step: 'ENTITLEMENT',
      statement: 'Shield is in the signed order form',
      reference: 'SO-20261001',
    };
    await operator.mutate('attestStep', 'AttestStepInput', entitlement, 'run { id }');
    await operator.mutate('provideKey', 'ProvideKeyInput', { runId: run.id, track, keyIdentifier: place.keys[track] }, 'run { id }');
  }
  if (!reaches(customer, 'approvalAsked')) return;
  await approveTrack(customer, run.id, 'AEP', place, people);
  if (!reaches(customer, 'submitted')) return;
  const submission = { runId: run.id, configurationName: 'journey-optimizer', confirmImsOrgId: place.imsOrgId };
  await operator.mutate('submitConfiguration', 'SubmitConfigurationInput', submission, 'run { id }');
  if (!reaches(customer, 'ticketOpen')) return;
  await approveTrack(customer, run.id, 'CJA', place, people);
  await operator.mutate('recordTicket', 'RecordTicketInput', { runId: run.id, caseNumber: 'E-001482077' }, 'run { id }');
  if (!reaches(customer, 'completed')) return;
  const confirmation = {
    runId: run.id,
    confirmedBy: 'Dana, Customer Care',
    text: 'Customer-managed keys are configured for Customer Journey Analytics.',
  };
  await operator.mutate('confirmCja', 'ConfirmCjaInput', confirmation, 'run { id }');
}

async function createOrganization(customer: DemoCustomer, place: LaidOut, operator: GraphqlClient): Promise<string> {
  const input = {
    name: customer.name,
    imsOrgId: place.imsOrgId,
    cloud: customer.cloud ?? 'AZURE',
    region: customer.region ?? 'VA7',
    shield: customer.shield ?? 'HEALTHCARE_SHIELD',
    ownsCja: customer.ownsCja ?? false,
    ...(customer.scenario === null ? {} : { azureTenantId: place.tenantId }),
  };
  const created = await operator.mutate<{ organization: { id: string } }>(
    'createOrganization',
    'CreateOrganizationInput',
    input,
    'organization { id }',
  );
  return created.organization.id;
}

async function connect(organizationId: string, place: LaidOut, operator: GraphqlClient): Promise<void> {
  const adobe = {
    organizationId,
    clientId: randomUUID().replaceAll('-', ''),
    clientSecret: 'sandbox-adobe-secret',
    scopes: ['openid', 'AdobeID', 'read_organizations', 'additional_info.projectedProductContext'],
  };
  await operator.mutate('connectAdobe', 'ConnectAdobeInput', adobe, 'organization { id }');
  const azure = {
    organizationId,
    tenantId: place.tenantId,
    subscriptionId: place.subscriptionId,
    clientId: randomUUID(),
    clientSecret: 'sandbox-azure-secret',
    access: 'READ',
  };
  await operator.mutate('connectAzure', 'ConnectAzureInput', azure, 'organization { id }');
}

/** Waits until the checks are green, then asks, and where the stage says so approves. */
async function approveTrack(customer: DemoCustomer, runId: string, track: 'AEP' | 'CJA', place: LaidOut, people: People): Promise<void> {
  await until(`${customer.name}: ${track} ready for approval`, async () => {
    const { run } = await people.operator.ask<{ run: { tracks: { id: string; steps: { id: string; status: string }[] }[] } }>(
      'query($id: ID!) { run(id: $id) { tracks { id steps { id status } } } }',
      { id: runId },
    );
    const steps = run.tracks.find((candidate) => candidate.id === track)?.steps ?? [];
    return steps.some((step) => step.id === 'APPROVAL' && step.status === 'READY');
  });
  await people.operator.mutate('requestApproval', 'RunTrackInput', { runId, track }, 'run { id }');
  if (!reaches(customer, 'approved')) return;
  const approval = { runId, track, confirmImsOrgId: place.imsOrgId, comment: 'Evidence read, key and vault as agreed.' };
  await people.approver.mutate('approve', 'ApproveInput', approval, 'run { id }');
}

async function until(what: string, holds: () => Promise<boolean>): Promise<void> {
  const end = Date.now() + PATIENCE_MILLISECONDS;
  while (!(await holds())) {
    if (Date.now() > end) throw new Error(`${what}: not within ${PATIENCE_MILLISECONDS / 1000} s`);
    await new Promise((resolve) => setTimeout(resolve, 300));
  }
}

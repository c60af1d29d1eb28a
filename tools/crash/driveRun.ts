/** The main job of one organization, from nothing to COMPLETED, by the public API alone. */
import { randomUUID } from 'node:crypto';
import type { PatientClient } from './patientClient.ts';

export interface Customer {
  imsOrgId: string;
  tenantId: string;
  subscriptionId: string;
  keys: { AEP: string; CJA: string };
}
interface RunView {
  status: string;
  tracks: { id: string; steps: { id: string; status: string }[] }[];
}

const PATIENCE_MILLISECONDS = 600_000;

/** `beforeSubmission` is called when all is approved and nothing is sent yet. */
export async function driveRun(
  customer: Customer,
  access: 'READ' | 'WRITE',
  operator: PatientClient,
  approver: PatientClient,
  beforeSubmission: () => void = () => undefined,
): Promise<string> {
  const { imsOrgId, tenantId, subscriptionId } = customer;
  const created = await operator.mutate<{ organization: { id: string } }>(
    'createOrganization',
    'CreateOrganizationInput',
    {
      name: `Crash ${imsOrgId.slice(0, 8)}`,
      imsOrgId,
      cloud: 'AZURE',
      region: 'VA7',
      shield: 'HEALTHCARE_SHIELD',
      azureTenantId: tenantId,
    },
    'organization { id }',
  );
  const organizationId = created.organization.id;
  const adobe = { organizationId, clientId: 'client', clientSecret: 'sandbox-adobe', scopes: ['openid', 'AdobeID'] };
  await operator.mutate('connectAdobe', 'ConnectAdobeInput', adobe, 'organization { id }');
  const azure = { organizationId, tenantId, subscriptionId, clientId: randomUUID(), clientSecret: 'sandbox-azure', access };
  await operator.mutate('connectAzure', 'ConnectAzureInput', azure, 'organization { id }');
  const { run } = await operator.mutate<{ run: { id: string } }>('startRun', 'StartRunInput', { organizationId }, 'run { id }');
  for (const track of ['AEP', 'CJA'] as const) {
    await operator.mutate('attestStep', 'AttestStepInput', { runId: run.id, track, step: 'ENTITLEMENT', statement: 'seen' }, 'run { id }');
    await operator.mutate('provideKey', 'ProvideKeyInput', { runId: run.id, track, keyIdentifier: customer.keys[track] }, 'run { id }');
  }
  await approve(operator, approver, run.id, 'AEP', imsOrgId, () => {
    beforeSubmission();
    return operator.mutate(
      'submitConfiguration',
      'SubmitConfigurationInput',
      { runId: run.id, configurationName: 'crash', confirmImsOrgId: imsOrgId },
      'run { id }',
    );
  });
  await approve(operator, approver, run.id, 'CJA', imsOrgId, () =>
    operator.mutate('recordTicket', 'RecordTicketInput', { runId: run.id, caseNumber: 'E-1' }, 'run { id }'),
  );
  await operator.mutate('confirmCja', 'ConfirmCjaInput', { runId: run.id, confirmedBy: 'Customer Care', text: 'done' }, 'run { id }');
  await until(`${imsOrgId} COMPLETED`, async () => (await view(operator, run.id)).status === 'COMPLETED');
  return run.id;
}

/** A fall-back between the request and the act voids an approval, as it should; then it is asked for again. */
async function approve(
  operator: PatientClient,
  approver: PatientClient,
  runId: string,
  track: 'AEP' | 'CJA',
  confirmImsOrgId: string,
  act: () => Promise<unknown>,
): Promise<void> {
  const end = Date.now() + PATIENCE_MILLISECONDS;
  for (;;) {
    await until(`${runId} ${track} ready for approval`, async () => {
      const steps = (await view(operator, runId)).tracks.find((candidate) => candidate.id === track)?.steps;
      return steps?.some((step) => step.id === 'APPROVAL' && step.status === 'READY') ?? false;
    });
    try {
      await operator.mutate('requestApproval', 'RunTrackInput', { runId, track }, 'run { id }');
      await approver.mutate('approve', 'ApproveInput', { runId, track, confirmImsOrgId }, 'run { id }');
      await act();
    } catch (error) {
      if (/APPROVAL_VOID|STEP_LOCKED|CHECKS_NOT_GREEN|APPROVAL_REQUIRED/.test(String(error)) && Date.now() < end) continue;
      throw error;
    }
    if (await acted(operator, runId, track)) return;
  }
}

/** Whether the act went through; false where the facts read just before it were others than approved. */
async function acted(operator: PatientClient, runId: string, track: 'AEP' | 'CJA'): Promise<boolean> {
  let done = false;
  await until(`${runId} ${track} sent or fallen back`, async () => {
    const steps = (await view(operator, runId)).tracks.find((candidate) => candidate.id === track)?.steps ?? [];
    const status = (id: string): string | undefined => steps.find((step) => step.id === id)?.status;
    done = status(track === 'AEP' ? 'SUBMISSION' : 'TICKET') === 'DONE';
    return done || status('APPROVAL') !== 'DONE';
  });
  return done;
}

const view = async (client: PatientClient, id: string): Promise<RunView> =>
  (await client.ask<{ run: RunView }>('query($id: ID!) { run(id: $id) { status tracks { id steps { id status } } } }', { id })).run;

async function until(what: string, holds: () => Promise<boolean>): Promise<void> {
  const end = Date.now() + PATIENCE_MILLISECONDS;
  while (!(await holds())) {
    if (Date.now() > end) throw new Error(`${what}: not within ${PATIENCE_MILLISECONDS / 1000} s`);
    await new Promise((resolve) => setTimeout(resolve, 400));
  }
}

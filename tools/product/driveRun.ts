/**
 * The main job of one organization by the public API alone, from nothing to COMPLETED or to any
 * stage before it.
 */
import { randomUUID } from 'node:crypto';
import type { GraphqlClient } from './graphqlClient.ts';
import type { People } from './people.ts';
import type { SandboxCustomer } from './sandboxControl.ts';

const STAGES = [
  'created',
  'started',
  'prepared',
  'approvalAsked',
  'approved',
  'submitted',
  'ticketOpen',
  'completed',
] as const;
/** How far a run is taken. Each includes what comes before it. */
export type Stage = (typeof STAGES)[number];
type Track = 'AEP' | 'CJA';

export interface Drive {
  /** What the sandbox laid out; with `connected: false` only its IMS organization counts. */
  customer: SandboxCustomer;
  /** Input of createOrganization; what is missing is a healthcare customer on Azure in VA7. */
  organization: { name: string } & Record<string, unknown>;
  connected?: boolean;
  access?: 'READ' | 'WRITE';
  /** `completed` by default. */
  until?: Stage;
  /** Called when all is approved and nothing is sent yet. */
  beforeSubmission?: () => void;
}

const MAX_WAIT_MILLISECONDS = 600_000;
const ADOBE_SCOPES = [
  'openid',
  'AdobeID',
  'read_organizations',
  'additional_info.projectedProductContext',
];

/**
 * Answers the run's ID; null where no run was wanted. Rejects where a stage is not reached in ten
 * minutes or a mutation says no for good.
 */
export async function driveRun(drive: Drive, people: People): Promise<string | null> {
  const { operator } = people;
  const { customer, connected = true } = drive;
  const reaches = (stage: Stage): boolean =>
    STAGES.indexOf(drive.until ?? 'completed') >= STAGES.indexOf(stage);
  const organizationId = await createOrganization(drive, operator);
  if (!reaches('started')) return null;
  if (connected) await connect(organizationId, drive, operator);
  const { run } = await operator.mutate<{ run: { id: string } }>(
    'startRun',
    'StartRunInput',
    { organizationId },
    'run { id }',
  );
  if (!reaches('prepared')) return run.id;
  await prepare(run.id, customer, operator);
  if (!reaches('approved')) {
    if (reaches('approvalAsked')) await askApproval(run.id, 'AEP', operator);
    return run.id;
  }
  const act = (name: string, inputType: string, input: object) => () =>
    operator.mutate(name, inputType, { runId: run.id, ...input }, 'run { id }');
  const submission = { configurationName: 'journey-optimizer', confirmImsOrgId: customer.imsOrgId };
  const submit = act('submitConfiguration', 'SubmitConfigurationInput', submission);
  const submitAfter = () => (drive.beforeSubmission?.(), submit());
  await approve(run.id, 'AEP', customer, people, reaches('submitted') ? submitAfter : null);
  if (!reaches('ticketOpen')) return run.id;
  await approve(
    run.id,
    'CJA',
    customer,
    people,
    act('recordTicket', 'RecordTicketInput', { caseNumber: 'E-001482077' }),
  );
  if (!reaches('completed')) return run.id;
  const text = 'Customer-managed keys are configured for Customer Journey Analytics.';
  await act('confirmCja', 'ConfirmCjaInput', { confirmedBy: 'Dana, Customer Care', text })();
  return run.id;
}

/** Resolves when the run is COMPLETED: after the last of people's acts Adobe may still be at it. */
export const untilCompleted = (runId: string, client: GraphqlClient): Promise<void> =>
  until(`${runId} COMPLETED`, async () => (await view(client, runId)).status === 'COMPLETED');

async function createOrganization(
  { customer, organization, connected = true }: Drive,
  operator: GraphqlClient,
): Promise<string> {
  const usual = {
    cloud: 'AZURE',
    region: 'VA7',
    shield: 'HEALTHCARE_SHIELD',
    ...(connected && { azureTenantId: customer.tenantId }),
  };
  const input = { ...usual, ...organization, imsOrgId: customer.imsOrgId };
  const created = await operator.mutate<{ organization: { id: string } }>(
    'createOrganization',
    'CreateOrganizationInput',
    input,
    'organization { id }',
  );
  return created.organization.id;
}

/** Both clouds of an organization, by credentials that the sandbox takes. */
export async function connect(
  organizationId: string,
  { customer, access = 'READ' }: Pick<Drive, 'customer' | 'access'>,
  operator: GraphqlClient,
): Promise<void> {
  const { tenantId, subscriptionId } = customer;
  const clientId = randomUUID();
  const adobe = {
    organizationId,
    clientId: clientId.replaceAll('-', ''),
    clientSecret: 'sandbox-adobe-secret',
    scopes: ADOBE_SCOPES,
  };
  await operator.mutate('connectAdobe', 'ConnectAdobeInput', adobe, 'organization { id }');
  const azure = {
    organizationId,
    tenantId,
    subscriptionId,
    clientId,
    clientSecret: 'sandbox-azure-secret',
    access,
  };
  await operator.mutate('connectAzure', 'ConnectAzureInput', azure, 'organization { id }');
}

async function prepare(
  runId: string,
  customer: SandboxCustomer,
  operator: GraphqlClient,
): Promise<void> {
  for (const track of ['AEP', 'CJA'] as const) {
    await attest(runId, track, operator);
    await operator.mutate(
      'provideKey',
      'ProvideKeyInput',
      { runId, track, keyIdentifier: customer.keys[track] },
      'run { id }',
    );
  }
}

/** The entitlement, which is a person's to say. */
export async function attest(runId: string, track: Track, operator: GraphqlClient): Promise<void> {
  const seen = {
    step: 'ENTITLEMENT',
    statement: 'Shield is in the signed order form',
    reference: 'SO-20261001',
  };
  await operator.mutate('attestStep', 'AttestStepInput', { runId, track, ...seen }, 'run { id }');
}

async function askApproval(runId: string, track: Track, operator: GraphqlClient): Promise<void> {
  await until(
    `${runId}: ${track} ready for approval`,
    async () => (await status(operator, runId, track, 'APPROVAL')) === 'READY',
  );
  await operator.mutate('requestApproval', 'RunTrackInput', { runId, track }, 'run { id }');
}

/**
 * Asks, approves and acts. A fall-back between the request and the act voids an approval, as it
 * should; then it is asked for again.
 */
async function approve(
  runId: string,
  track: Track,
  customer: SandboxCustomer,
  { operator, approver }: People,
  act: (() => Promise<unknown>) | null,
): Promise<void> {
  const end = Date.now() + MAX_WAIT_MILLISECONDS;
  const approval = {
    runId,
    track,
    confirmImsOrgId: customer.imsOrgId,
    comment: 'Evidence read, key and vault as agreed.',
  };
  for (;;) {
    try {
      await askApproval(runId, track, operator);
      await approver.mutate('approve', 'ApproveInput', approval, 'run { id }');
      if (!act) return;
      await act();
    } catch (error) {
      if (
        /APPROVAL_VOID|STEP_LOCKED|CHECKS_NOT_GREEN|APPROVAL_REQUIRED/.test(String(error)) &&
        Date.now() < end
      )
        continue;
      throw error;
    }
    if (await acted(operator, runId, track)) return;
  }
}

/**
 * Whether the act went through; false where the facts read just before it were others than
 * approved.
 */
async function acted(operator: GraphqlClient, runId: string, track: Track): Promise<boolean> {
  let over: string | undefined;
  await until(`${runId}: ${track} sent or fallen back`, async () => {
    over = await status(operator, runId, track, track === 'AEP' ? 'SUBMISSION' : 'TICKET');
    return (
      over === 'DONE' ||
      over === 'FAILED' ||
      (await status(operator, runId, track, 'APPROVAL')) !== 'DONE'
    );
  });
  return over === 'DONE' || over === 'FAILED';
}

interface RunView {
  status: string;
  tracks: { id: string; steps: { id: string; status: string }[] }[];
}

const view = async (client: GraphqlClient, id: string): Promise<RunView> =>
  (
    await client.ask<{ run: RunView }>(
      'query($id: ID!) { run(id: $id) { status tracks { id steps { id status } } } }',
      { id },
    )
  ).run;

async function status(
  client: GraphqlClient,
  runId: string,
  track: Track,
  step: string,
): Promise<string | undefined> {
  const steps = (await view(client, runId)).tracks.find(
    (candidate) => candidate.id === track,
  )?.steps;
  return steps?.find((candidate) => candidate.id === step)?.status;
}

async function until(what: string, holds: () => Promise<boolean>): Promise<void> {
  const end = Date.now() + MAX_WAIT_MILLISECONDS;
  while (!(await holds())) {
    if (Date.now() > end) throw new Error(`${what}: not within ${MAX_WAIT_MILLISECONDS / 1000} s`);
    await new Promise((resolve) => setTimeout(resolve, 400));
  }
}

/**
 * The main job of one organization by the public API alone, from nothing to COMPLETED or to any
 * stage before it.
 */
import { randomUUID } from 'node:crypto';
import { approve, askApproval } from './approveTrack.ts';
import type { GraphqlClient } from './graphqlClient.ts';
import type { People } from './people.ts';
import { runView, until, type Track } from './runView.ts';
import type { SandboxCustomer } from './sandboxControl.ts';
import { setUp } from './setUp.ts';

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

export interface Drive {
  /** What the sandbox laid out; with `connected: false` only its IMS organization counts. */
  customer: SandboxCustomer;
  /** Input of createOrganization; what is missing is a healthcare customer on Azure in VA7. */
  organization: { name: string } & Record<string, unknown>;
  connected?: boolean;
  access?: 'READ' | 'WRITE';
  /** Azure is connected without a secret; Entra trusts Keyway once this registered it. */
  registerFederation?: (trusted: FederatedApplication) => Promise<unknown>;
  /** Keyway makes vaults and keys, which needs `WRITE` and an empty subscription. */
  setsUp?: boolean;
  /** `completed` by default. */
  until?: Stage;
  /** Called when all is approved and nothing is sent yet. */
  beforeSubmission?: () => void;
}

/** What is entered in Entra for an application that has no secret. */
export interface FederatedApplication {
  tenantId: string;
  clientId: string;
  issuer: string;
  subject: string;
  audience: string;
}

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
  const { imsOrgId, tenantId: azureTenantId } = customer;
  const known = { imsOrgId, ...(connected && { azureTenantId }) };
  const organizationId = await createOrganization({ ...known, ...drive.organization }, operator);
  if (!reaches('started')) return null;
  if (connected) await connect(organizationId, drive, operator);
  const { run } = await operator.mutate<{ run: { id: string } }>(
    'startRun',
    'StartRunInput',
    { organizationId },
    'run { id }',
  );
  if (!reaches('prepared')) return run.id;
  await (drive.setsUp ? prepareEmpty : prepare)(run.id, customer, operator);
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
  until(`${runId} COMPLETED`, async () => (await runView(client, runId)).status === 'COMPLETED');

/** Answers the organization's ID. What is missing is a healthcare customer on Azure in VA7. */
export async function createOrganization(
  organization: { name: string; imsOrgId: string } & Record<string, unknown>,
  operator: GraphqlClient,
): Promise<string> {
  const usual = { cloud: 'AZURE', region: 'VA7', shield: 'HEALTHCARE_SHIELD' };
  const created = await operator.mutate<{ organization: { id: string } }>(
    'createOrganization',
    'CreateOrganizationInput',
    { ...usual, ...organization },
    'organization { id }',
  );
  return created.organization.id;
}

/** Both clouds of an organization, by credentials that the sandbox takes. */
export async function connect(
  organizationId: string,
  {
    customer,
    access = 'READ',
    registerFederation,
  }: Pick<Drive, 'customer' | 'access' | 'registerFederation'>,
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
    access,
    ...(registerFederation ? { federated: true } : { clientSecret: 'sandbox-azure-secret' }),
  };
  const { organization } = await operator.mutate<{
    organization: {
      azureCredential: Pick<FederatedApplication, 'issuer' | 'subject' | 'audience'>;
    };
  }>(
    'connectAzure',
    'ConnectAzureInput',
    azure,
    'organization { azureCredential { issuer subject audience } }',
  );
  await registerFederation?.({ tenantId, clientId, ...organization.azureCredential });
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

/** Both tracks at once, as two people might. */
async function prepareEmpty(
  runId: string,
  customer: SandboxCustomer,
  operator: GraphqlClient,
): Promise<void> {
  const one = async (track: Track): Promise<void> => {
    await attest(runId, track, operator);
    await setUp(runId, customer, track, operator);
  };
  await Promise.all([one('AEP'), one('CJA')]);
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

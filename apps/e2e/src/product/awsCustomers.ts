/** Customers on AWS: created in the sandbox, and set up in Keyway through the public API. */
import { ask, mutate } from './graphql.ts';
import { control } from './sandbox.ts';

/** A customer on AWS that the sandbox created. */
export interface AwsCustomer {
  scenario: string;
  imsOrgId: string;
  aws: { account: string; region: string; roleArn: string; keyArn: string };
  /** As the organization's page at Adobe shows it, with its comments (AWS-07). */
  template: string;
}

/** A customer on AWS that is set up in Keyway, with an open run. */
export interface AwsPrepared extends AwsCustomer {
  organizationId: string;
  runId: string;
}

/** Moves the customer to the scenario where there is one of that organization. */
export async function createAwsCustomer(
  scenario: string,
  more: { imsOrgId?: string; externalId?: string; deny?: string[]; keyOf?: string } = {},
): Promise<AwsCustomer> {
  const { imsOrgId, aws } = await control<
    Pick<AwsCustomer, 'imsOrgId'> & { aws: AwsCustomer['aws'] & { keyPolicyTemplate: string } }
  >('POST', '/scenario', { scenario, ...more });
  return { scenario, imsOrgId, aws, template: aws.keyPolicyTemplate };
}

export async function addAwsOrganization(imsOrgId: string, name: string, token?: string) {
  const input = { name, imsOrgId, cloud: 'AWS', region: 'VA6' };
  const { organization } = await mutate<{ organization: { id: string } }>(
    'createOrganization',
    'CreateOrganizationInput',
    { ...input, shield: 'PRIVACY_AND_SECURITY_SHIELD' },
    'organization { id }',
    token,
  );
  return organization.id;
}

/**
 * As a customer does it: the external ID first, then the role whose trust policy asks for it, then
 * the role's ARN.
 */
async function connect(customer: AwsCustomer, organizationId: string, token?: string) {
  const connectAws = async (input: object) =>
    (
      await mutate<{ organization: { aws: { externalId: string; trustPolicy: string } } }>(
        'connectAws',
        'ConnectAwsInput',
        { organizationId, ...input },
        'organization { aws { externalId trustPolicy permissionsPolicy roleArn } }',
        token,
      )
    ).organization.aws;
  const { externalId, trustPolicy } = await connectAws({});
  const policy = JSON.parse(trustPolicy) as {
    Statement: { Condition: { StringEquals: Record<string, string> } }[];
  };
  const trusted = policy.Statement[0]?.Condition.StringEquals['sts:ExternalId'];
  if (trusted !== externalId) throw new Error(`The trust policy asks for ${trusted}.`);
  const { scenario, imsOrgId } = customer;
  // Scenarios of the role bring an external ID that is wrong.
  await createAwsCustomer(scenario, { imsOrgId, externalId });
  await connectAws({ roleArn: customer.aws.roleArn, region: customer.aws.region });
}

export const attest = (
  runId: string,
  step: string,
  more: { reference?: string; confirmImsOrgId?: string } = {},
  token?: string,
) =>
  mutate(
    'attestStep',
    'AttestStepInput',
    { runId, track: 'AEP', step, statement: 'Seen on Adobe’s page', ...more },
    'run { id }',
    token,
  );

/** An organization, connected or not, with a run whose entitlement is attested. */
export async function beginOnAws(
  customer: AwsCustomer,
  { connected = true, token }: { connected?: boolean; token?: string } = {},
): Promise<AwsPrepared> {
  const { scenario, imsOrgId } = customer;
  const name = `${scenario} ${imsOrgId.slice(0, 6)}`;
  const organizationId = await addAwsOrganization(imsOrgId, name, token);
  if (connected) await connect(customer, organizationId, token);
  const { run } = await mutate<{ run: { id: string } }>(
    'startRun',
    'StartRunInput',
    { organizationId },
    'run { id }',
    token,
  );
  await attest(run.id, 'ENTITLEMENT', { reference: 'C-1' }, token);
  return { ...customer, organizationId, runId: run.id };
}

/** Names the key, and pins the policy of the page at Adobe as it shows it. */
export async function nameKeyAndPolicy(
  { runId, aws, template }: AwsPrepared,
  token?: string,
): Promise<void> {
  const key = { runId, track: 'AEP', keyIdentifier: aws.keyArn };
  await mutate('provideKey', 'ProvideKeyInput', key, 'run { id }', token);
  const policy = { runId, policy: template };
  await mutate('provideKeyPolicy', 'ProvideKeyPolicyInput', policy, 'run { id }', token);
}

export interface SeenCheck {
  id: string;
  rules: string[];
  verdict: string;
  observed: string | null;
  expected: string;
  cause: string | null;
  remedy: string | null;
}

export interface SeenStep {
  id: string;
  status: string;
  mode: string | null;
  actor: string;
  checks: SeenCheck[];
}

export interface SeenRun {
  status: string;
  completedAt: string | null;
  nextActions: { mutation: string; step: string | null }[];
  steps: Record<string, SeenStep>;
}

/** What the public API says of the run. */
export async function readRun(runId: string, token?: string): Promise<SeenRun> {
  const fields = 'id status mode actor checks { id rules verdict observed expected cause remedy }';
  const { run } = await ask<{
    run: Omit<SeenRun, 'steps'> & { tracks: { id: string; steps: SeenStep[] }[] };
  }>(
    `query($id: ID!) { run(id: $id) { status completedAt nextActions { mutation step } tracks { id steps { ${fields} } } } }`,
    { id: runId },
    token,
  );
  const { tracks, ...rest } = run;
  const steps = tracks.find(({ id }) => id === 'AEP')?.steps ?? [];
  return { ...rest, steps: Object.fromEntries(steps.map((step) => [step.id, step])) };
}

/** Resolves once the run is as it says. */
export async function untilRun(
  runId: string,
  what: string,
  isSo: (run: SeenRun) => boolean,
): Promise<SeenRun> {
  const end = Date.now() + 60_000;
  for (;;) {
    const run = await readRun(runId);
    if (isSo(run)) return run;
    if (Date.now() > end) throw new Error(`Never ${what}: ${JSON.stringify(run)}`);
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
}

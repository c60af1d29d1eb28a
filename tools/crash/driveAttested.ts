/**
 * The main job of an organization of which nothing is read: every step is attested, as on AWS, or
 * on Azure where no credential is given.
 */
import { randomUUID } from 'node:crypto';
import type { GraphqlClient } from '../product/graphqlClient.ts';
import type { People } from '../product/people.ts';

type Track = 'AEP' | 'CJA';
interface StepView {
  id: string;
  status: string;
}
interface TrackView {
  id: Track;
  steps: StepView[];
}
export interface AttestedCustomer {
  imsOrgId: string;
  cloud: 'AZURE' | 'AWS';
  keys: Record<Track, string>;
}

const NO_OPERATION = new Set(['DONE', 'LOCKED', 'NOT_APPLICABLE']);
const MAX_WAIT_MILLISECONDS = 300_000;

/** What an attestation has to name (AEP-21, AWS-10); of each run another one. */
function referenceOf(step: string, cloud: AttestedCustomer['cloud']): string | null {
  if (step === 'APP_REGISTRATION') return randomUUID();
  return step === 'KEY' && cloud === 'AWS'
    ? `arn:aws:kms:us-east-1:111122223333:key/${randomUUID()}`
    : null;
}

async function tracksOf(operator: GraphqlClient, id: string): Promise<TrackView[]> {
  const { run } = await operator.ask<{ run: { tracks: TrackView[] } }>(
    'query($id: ID!) { run(id: $id) { tracks { id steps { id status } } } }',
    { id },
  );
  return run.tracks;
}

/**
 * Returns the run's ID when everything is attested.
 * @param keysProvided what is done then
 */
export async function driveAttested(
  { imsOrgId, cloud, keys }: AttestedCustomer,
  { operator, approver }: People,
  keysProvided: (runId: string) => Promise<void> = () => Promise.resolve(),
): Promise<string> {
  const place = {
    AZURE: { cloud, region: 'VA7', shield: 'HEALTHCARE_SHIELD' },
    AWS: { cloud, region: 'VA6', shield: 'PRIVACY_AND_SECURITY_SHIELD' },
  }[cloud];
  const input = { name: `Attested ${imsOrgId.slice(0, 8)}`, imsOrgId, ...place };
  const { organization } = await operator.mutate<{ organization: { id: string } }>(
    'createOrganization',
    'CreateOrganizationInput',
    input,
    'organization { id }',
  );
  const organizationId = organization.id;
  const { run } = await operator.mutate<{ run: { id: string } }>(
    'startRun',
    'StartRunInput',
    { organizationId },
    'run { id }',
  );
  const end = Date.now() + MAX_WAIT_MILLISECONDS;
  const act = (who: GraphqlClient, name: string, type: string, given: object): Promise<unknown> =>
    who.mutate(name, type, { runId: run.id, ...given }, 'run { id }');
  for (const track of cloud === 'AZURE' ? (['AEP', 'CJA'] as const) : [])
    await act(operator, 'provideKey', 'ProvideKeyInput', { track, keyIdentifier: keys[track] });
  await keysProvided(run.id);
  for (;;) {
    const open = (await tracksOf(operator, run.id)).flatMap(({ id, steps }) =>
      steps
        .filter(({ status }) => !NO_OPERATION.has(status))
        .map((step) => ({ track: id, step: step.id })),
    );
    if (open.length === 0) return run.id;
    if (Date.now() > end) throw new Error(`${run.id}: not attested in time`);
    for (const { track, step } of open) await doStep(track, step);
  }

  async function doStep(track: Track, step: string): Promise<void> {
    const confirmImsOrgId = imsOrgId;
    if (step === 'APPROVAL') {
      await act(operator, 'requestApproval', 'RunTrackInput', { track });
      await act(approver, 'approve', 'ApproveInput', { track, confirmImsOrgId, comment: 'Read.' });
    } else if (step === 'TICKET') {
      await act(operator, 'recordTicket', 'RecordTicketInput', {
        caseNumber: 'E-001482077',
        confirmImsOrgId,
      });
    } else if (step === 'CONFIRMATION' && track === 'CJA') {
      const confirmed = { confirmedBy: 'Dana, Customer Care', text: 'It is configured.' };
      await act(operator, 'confirmCja', 'ConfirmCjaInput', confirmed);
    } else {
      const attested = { track, step, statement: 'Seen.', confirmImsOrgId };
      await act(operator, 'attestStep', 'AttestStepInput', {
        ...attested,
        reference: referenceOf(step, cloud),
      });
    }
  }
}

/** Runs of a prepared customer: brought on, and read. */
import type { Prepared } from './customers.ts';
import { type Payload, ask, mutate } from './graphql.ts';

export type Track = 'AEP' | 'CJA';
type Run = Pick<Prepared, 'runId' | 'imsOrgId' | 'organizationId'>;

/** Resolves once approval of the track can be requested. */
export async function untilApprovable(
  { runId }: Pick<Prepared, 'runId'>,
  track: Track,
): Promise<void> {
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

export async function requestApproval(
  { runId }: Pick<Prepared, 'runId'>,
  track: Track,
): Promise<void> {
  await mutate('requestApproval', 'RunTrackInput', { runId, track }, 'run { id }');
}

/**
 * Approves with another token, since nobody may approve what they requested.
 * @param own as an approver of the organization itself
 */
export async function approve(
  { runId, imsOrgId, organizationId }: Run,
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

/** Brings both tracks of a prepared customer to their end. */
export async function complete(prepared: Run): Promise<void> {
  const { runId, imsOrgId } = prepared;
  await untilApprovable(prepared, 'AEP');
  await requestApproval(prepared, 'AEP');
  await approve(prepared, 'AEP');
  const submission = { runId, configurationName: 'watched-cmk', confirmImsOrgId: imsOrgId };
  await mutate('submitConfiguration', 'SubmitConfigurationInput', submission, 'run { id }');
  await untilApprovable(prepared, 'CJA');
  await requestApproval(prepared, 'CJA');
  await approve(prepared, 'CJA');
  await mutate('recordTicket', 'RecordTicketInput', { runId, caseNumber: 'E-1' }, 'run { id }');
  const confirmation = { runId, confirmedBy: 'Customer Care', text: 'CMK is configured.' };
  await mutate('confirmCja', 'ConfirmCjaInput', confirmation, 'run { id }');
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

/** How often a kind of entry is in the history of the run. */
export async function countHistory({ runId }: Prepared, kind: string): Promise<number> {
  const { run } = await ask<{ run: { history: { nodes: { kind: string }[] } } }>(
    'query($id: ID!) { run(id: $id) { history(first: 100) { nodes { kind } } } }',
    { id: runId },
  );
  return run.history.nodes.filter((node) => node.kind === kind).length;
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

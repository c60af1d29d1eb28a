/** The approval of a track by a second person, and the act that it permits. */
import type { GraphqlClient } from './graphqlClient.ts';
import type { People } from './people.ts';
import { MAX_WAIT_MILLISECONDS, stepStatus, until, type Track } from './runView.ts';
import type { SandboxCustomer } from './sandboxControl.ts';

/** Requests the approval once the track is ready for it. */
export async function askApproval(
  runId: string,
  track: Track,
  operator: GraphqlClient,
): Promise<void> {
  await until(
    `${runId}: ${track} ready for approval`,
    async () => (await stepStatus(operator, runId, track, 'APPROVAL')) === 'READY',
  );
  await operator.mutate('requestApproval', 'RunTrackInput', { runId, track }, 'run { id }');
}

/**
 * Requests the approval, approves and acts. A fall-back between the request and the act voids an
 * approval, as it should; then it is requested again.
 */
export async function approve(
  runId: string,
  track: Track,
  customer: Pick<SandboxCustomer, 'imsOrgId'>,
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
    over = await stepStatus(operator, runId, track, track === 'AEP' ? 'SUBMISSION' : 'TICKET');
    return (
      over === 'DONE' ||
      over === 'FAILED' ||
      (await stepStatus(operator, runId, track, 'APPROVAL')) !== 'DONE'
    );
  });
  return over === 'DONE' || over === 'FAILED';
}

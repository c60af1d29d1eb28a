/** Vault, network and key of a track made by Keyway: by a plan that is requested and confirmed. */
import type { GraphqlClient } from './graphqlClient.ts';
import { MAX_WAIT_MILLISECONDS, type Track } from './runView.ts';
import type { SandboxCustomer } from './sandboxControl.ts';

/** In the sandbox a customer's own resource group, and the workspace of its subscription. */
const RESOURCE_GROUP = 'rg-adobe-cmk';
const PAUSE_MILLISECONDS = 300;
/** What a set-up brings about. */
const STEPS: ReadonlySet<string> = new Set(['VAULT', 'NETWORK', 'KEY']);

interface SetupView {
  status: string;
  planHash: string | null;
  replanned: boolean;
  changes: { kind: string; outcome: string; result: string | null }[];
}
interface TrackView {
  id: string;
  setup: SetupView | null;
  steps: { id: string; status: string; checks: { id: string; verdict: string }[] }[];
}

/** Names of vault and key of a track that the scenario `emptySubscription` leaves free. */
export function namesIn(
  { keys }: SandboxCustomer,
  track: Track,
): { vaultName: string; keyName: string } {
  const [host = '', , keyName = ''] = keys[track].replace('https://', '').split('/');
  return { vaultName: host.split('.')[0]!, keyName };
}

/** The vault that is made for a track, by its ARM ID. */
export const vaultIdOf = (customer: SandboxCustomer, track: Track): string =>
  `/subscriptions/${customer.subscriptionId}/resourceGroups/${RESOURCE_GROUP}/providers/Microsoft.KeyVault/vaults/${namesIn(customer, track).vaultName}`;

async function trackOf(
  operator: GraphqlClient,
  runId: string,
  track: string,
): Promise<TrackView & { setup: SetupView }> {
  const { run } = await operator.ask<{ run: { tracks: TrackView[] } }>(
    `query($id: ID!) { run(id: $id) { tracks { id steps { id status checks { id verdict } }
      setup { status planHash replanned changes { kind outcome result } } } } }`,
    { id: runId },
  );
  const { setup, ...found } = run.tracks.find(({ id }) => id === track)!;
  if (!setup) throw new Error(`${runId}: no set-up on ${track}`);
  return { ...found, setup };
}

/**
 * Resolves when everything is made and read. Rejects where the plan differs from the one that was
 * confirmed, or a change failed: nobody else changes anything.
 */
export async function setUp(
  runId: string,
  customer: SandboxCustomer,
  track: Track,
  operator: GraphqlClient,
): Promise<void> {
  const end = Date.now() + MAX_WAIT_MILLISECONDS;
  const until = async (holds: (view: TrackView & { setup: SetupView }) => boolean) => {
    for (;;) {
      const view = await trackOf(operator, runId, track);
      if (holds(view)) return view;
      if (Date.now() > end) throw new Error(`${runId}: not set up: ${JSON.stringify(view)}`);
      await new Promise((resolve) => setTimeout(resolve, PAUSE_MILLISECONDS));
    }
  };
  const workspaces = `/subscriptions/${customer.subscriptionId}/resourceGroups/${RESOURCE_GROUP}/providers/Microsoft.OperationalInsights/workspaces`;
  const input = {
    ...{ runId, track, resourceGroup: RESOURCE_GROUP, location: 'eastus', network: 'RESTRICTED' },
    ...{ ...namesIn(customer, track), workspaceId: `${workspaces}/log-security` },
  };
  await operator.mutate('planSetup', 'PlanSetupInput', input, 'run { id }');
  const { setup } = await until((view) => view.setup.status !== 'PLANNING');
  if (setup.status !== 'PLANNED') throw new Error(`${runId}: ${JSON.stringify(setup)}`);
  const confirmed = { runId, track, planHash: setup.planHash };
  await operator.mutate('confirmSetup', 'ConfirmSetupInput', confirmed, 'run { id }');
  const done = await until(
    (view) =>
      view.setup.status !== 'APPLYING' &&
      (view.setup.status !== 'DONE' ||
        view.steps.every(({ id, status }) => !STEPS.has(id) || status === 'DONE')),
  );
  const failed = done.setup.changes.filter(
    ({ result }) => result !== 'MADE' && result !== 'UNCONFIRMED',
  );
  if (done.setup.status !== 'DONE' || failed.length > 0)
    throw new Error(`${runId}: ${JSON.stringify(done.setup)}`);
  // That the network is restricted is for a person to accept.
  const warned = done.steps.flatMap(({ checks }) =>
    checks.filter(({ verdict }) => verdict === 'WARN'),
  );
  for (const { id: check } of warned) {
    const accepted = { runId, track, check, reason: 'As agreed with the customer.' };
    await operator.mutate('overrideCheck', 'OverrideCheckInput', accepted, 'run { id }');
  }
}

/** What must hold of vaults that did not answer when their keys were provided, by history alone. */
import type { GraphqlClient } from '../product/graphqlClient.ts';
import type { SandboxControl, SandboxCustomer } from '../product/sandboxControl.ts';
import { until } from '../product/runView.ts';

const TRACKS = ['AEP', 'CJA'] as const;
/** For who provides the key, and for the worker that asks again. */
const BUSY_ANSWERS = 2;

interface Entry {
  kind: string;
  data: { track?: string; vaultTenantId?: string | null };
}

/** The vaults of a customer answer each of the next questions that they are busy. */
export async function keepVaultsBusy(
  sandbox: SandboxControl,
  { keys }: SandboxCustomer,
): Promise<void> {
  const answer = { status: 503, body: '{}', count: BUSY_ANSWERS };
  for (const track of TRACKS)
    await sandbox('POST', '/faults', { host: new URL(keys[track]).hostname, ...answer });
}

/** By track, what vaults said: when the key was provided, or when they were asked later. */
async function tenantsOf(operator: GraphqlClient, id: string) {
  const { run } = await operator.ask<{ run: { history: { nodes: Entry[] } } }>(
    'query($id: ID!) { run(id: $id) { history(first: 100) { nodes { kind data } } } }',
    { id },
  );
  return TRACKS.map((track) => {
    const of = run.history.nodes.filter(({ data }) => data.track === track);
    const said = (kind: string) =>
      of.filter((entry) => entry.kind === kind).map(({ data }) => data.vaultTenantId ?? null);
    return { track, provided: said('keyProvided'), probed: said('vaultProbed') };
  });
}

/** Resolves once both vaults have said their tenant. */
export const untilTenantsKnown = (operator: GraphqlClient, runId: string): Promise<void> =>
  until(`the tenants of ${runId}`, async () =>
    (await tenantsOf(operator, runId)).every(({ provided, probed }) =>
      [...provided, ...probed].some((tenant) => tenant !== null),
    ),
  );

/** Errors; none is right: each track was given its tenant, and once. */
export async function wrongProbes(
  operator: GraphqlClient,
  runId: string,
  { tenantId }: SandboxCustomer,
): Promise<string[]> {
  return (await tenantsOf(operator, runId)).flatMap(({ track, provided, probed }) => {
    const known = [...provided, ...probed].filter((tenant) => tenant !== null);
    const isRight = known.join() === tenantId && probed.length <= 1 && provided.length === 1;
    return isRight
      ? []
      : [`${track} of ${runId} has the tenants ${JSON.stringify({ provided, probed })}`];
  });
}

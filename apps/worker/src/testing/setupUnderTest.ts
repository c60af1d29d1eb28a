/** Set-ups of an empty subscription, and workers that come late. Imported by tests only. */
import { setupStatus, type Run, type SetupInput } from '@keyway/core';
import type { Store } from '@keyway/store';
import type { SandboxCustomer } from '@keyway/testing';
import type { WorkerDependencies } from '../runEffect.ts';
import {
  applyRunEvent,
  database,
  dependencies,
  ledgerOf,
  statusOf,
  until,
} from './workerUnderTest.ts';

const STEPS = ['VAULT', 'NETWORK', 'KEY'] as const;
/** Each change once, as the sandbox's ledger has it. */
export const ALL = [
  'PUT vaults 201',
  'PUT keys 200',
  'PUT diagnosticSettings 200',
  'PUT locks 201',
];

export function inputOf({ subscriptionId, keys }: SandboxCustomer): SetupInput {
  const [host = '', , keyName = ''] = keys.AEP.replace('https://', '').split('/');
  return {
    ...{ subscriptionId: null, resourceGroup: 'rg-adobe-cmk', vaultName: host.split('.')[0]! },
    ...{ keyName, location: 'eastus', keyProtection: 'SOFTWARE', keySize: 3072 },
    ...{ rotateEveryMonths: 12, network: 'RESTRICTED', lock: true },
    workspaceId: `/subscriptions/${subscriptionId}/resourceGroups/rg-adobe-cmk/providers/Microsoft.OperationalInsights/workspaces/log-security`,
  };
}

export const setupOf = (run: Run) => run.tracks.AEP.setup!;
const isOver = (run: Run): boolean => ['DONE', 'STOPPED'].includes(setupStatus(setupOf(run)));
export const isInPlace = (run: Run): boolean =>
  isOver(run) && STEPS.every((step) => statusOf(run, 'AEP', step) === 'DONE');
export const modes = (run: Run) => STEPS.map((step) => run.tracks.AEP.steps[step]?.mode);

/** What was changed in Azure, in order. */
export const changesOf = async (customer: SandboxCustomer): Promise<string[]> =>
  (await ledgerOf(customer))
    .filter(({ method, status }) => method !== 'GET' && status < 400)
    .filter(({ path }) => path.includes(`/vaults/${inputOf(customer).vaultName}`))
    // The step ROLE is not part of a set-up.
    .filter(({ path }) => !path.includes('/roleAssignments/'))
    .map(
      ({ method, path, status }) => `${method} ${path.split('?')[0]!.split('/').at(-2)} ${status}`,
    );

export const ask = (
  customer: SandboxCustomer,
  runId: string,
  change: Partial<SetupInput> = {},
): Promise<Run> =>
  applyRunEvent(runId, 'setupRequested', { track: 'AEP', ...inputOf(customer), ...change });
export const isPlanned = (run: Run): boolean => setupStatus(setupOf(run)) === 'PLANNED';
export async function confirm(runId: string): Promise<void> {
  const run = await until('the plan', runId, isPlanned);
  const { hash: planHash } = setupOf(run).plan!;
  await applyRunEvent(runId, 'setupConfirmed', { track: 'AEP', planHash });
}

/**
 * A worker that comes after so long: what was on its way has arrived. Its events are as late, since
 * the core compares their instants.
 */
export function laterBy(milliseconds: number): WorkerDependencies {
  const base = dependencies();
  const later = (instant: Date): Date => new Date(instant.getTime() + milliseconds);
  const now = (): Date => later(base.store.now());
  const system: Store['system'] = () => {
    const own = base.store.system();
    const advance: typeof own.advance = (runId, event, options) =>
      own.advance(runId, { ...event, at: later(new Date(event.at)).toISOString() }, options);
    return replacing(own, { advance });
  };
  return { ...base, store: replacing(base.store, { now, system }) };
}

export const replacing = <T extends object>(object: T, replaced: Partial<T>): T =>
  new Proxy(object, {
    get: (_, name) =>
      name in replaced ? replaced[name as keyof T] : (Reflect.get(object, name, object) as unknown),
  });

/** Woken is who sleeps until what was due later, too. */
export const makeDue = (runId: string): Promise<unknown> =>
  database.query(
    `with due as (update effect set due_at = now() where run_id = $1 and lease_token is null and due_at > now() returning 1)
     select pg_notify('keyway_effect', '') from due limit 1`,
    [runId],
  );

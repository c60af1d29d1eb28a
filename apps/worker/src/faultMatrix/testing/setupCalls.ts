/** What people see of a set-up after one of its calls ended so: of its plan, or of one change. */
import {
  changeProgress,
  planChanges,
  planProblem,
  setupStatus,
  WORKER,
  type AzureSetupFacts,
  type ChangeKind,
  type Effect,
  type Run,
  type VaultFacts,
} from '@keyway/core';
import {
  absent,
  aKey,
  aVault,
  CONNECTED,
  DrivenRun,
  emptySubscription,
  seen,
  setupInput,
  WORKSPACE,
} from '@keyway/core/testing';
import { again, ending, ownWork, type Ports, type Scene, type Shown } from './endedCalls.ts';

/** Before the plan is made, or before one change of it. */
export interface SetupScene extends Scene {
  /** Null: the plan is to be made. */
  change: ChangeKind | null;
}

const OPEN = { bypass: 'AzureServices', defaultAction: 'Deny', virtualNetworkRules: [] };
const networkAcls = { ...OPEN, ipRules: ['20.88.123.53/32'] };
const vaultWith = (change: Partial<VaultFacts>) => seen(aVault({ networkAcls, ...change }));

/** A vault as it should be, with key, log and lock, but for what is given. */
const allBut = (missing: Partial<AzureSetupFacts>): AzureSetupFacts =>
  emptySubscription({
    ...{
      vault: vaultWith({}),
      vaultName: absent(),
      key: seen(aKey({ rotationActions: ['rotate'] })),
    },
    diagnosticSettings: seen([
      {
        ...{ name: 'audit', workspaceId: WORKSPACE },
        logs: [{ category: null, categoryGroup: 'audit', enabled: true }],
      },
    ]),
    locks: seen([{ name: 'l', level: 'CanNotDelete', notes: null, scope: '/subscriptions/s' }]),
    ...missing,
  });

/** Where exactly this change is the next one. */
const BEFORE = {
  CREATE_VAULT: emptySubscription(),
  ENABLE_PURGE_PROTECTION: allBut({ vault: vaultWith({ enablePurgeProtection: null }) }),
  ADD_NETWORK_RULE: allBut({ vault: vaultWith({ networkAcls: { ...OPEN, ipRules: [] } }) }),
  CREATE_KEY: allBut({ key: absent() }),
  PUT_DIAGNOSTIC_SETTING: allBut({ diagnosticSettings: seen([]) }),
  PUT_LOCK: allBut({ locks: seen([]) }),
} satisfies Partial<Record<ChangeKind, AzureSetupFacts>>;

/** A run of which an operator asked Keyway to set everything up. */
function asked(): DrivenRun {
  const azure = { ...CONNECTED.azure!, access: 'WRITE' as const };
  const driven = new DrivenRun({ connections: { ...CONNECTED, azure } });
  const entitled = { statement: 'Contract seen', reference: 'C-1' };
  driven.must('stepAttested', { track: 'AEP', step: 'ENTITLEMENT', ...entitled });
  // As the vaults of the sandbox are, so that what is there is as it was asked for.
  const input = setupInput('AEP', { network: 'OPEN' });
  driven.must('setupRequested', { track: 'AEP', ...input });
  return driven;
}

function changing(change: keyof typeof BEFORE, ports: Ports): SetupScene {
  const driven = asked();
  const { id: setupId, request } = driven.run.tracks.AEP.setup!;
  const changes = planChanges(request, BEFORE[change], driven.now);
  driven.must('setupPlanned', { track: 'AEP', setupId, changes }, WORKER);
  const planHash = driven.run.tracks.AEP.setup!.plan!.hash;
  driven.must('setupConfirmed', { track: 'AEP', planHash });
  const there = ending(ports, 'azure.readSetup', { value: BEFORE[change] });
  return { ...ownWork(change, 'VAULT', 'makeChange', driven, there), change };
}

export function setupCalls(ports: Ports): Record<keyof typeof BEFORE | 'planning', SetupScene> {
  const planning = ownWork('planning a set-up', 'VAULT', 'planSetup', asked(), ports);
  const kinds = Object.keys(BEFORE) as (keyof typeof BEFORE)[];
  const changes = kinds.map((kind) => [kind, changing(kind, ports)]);
  return { planning: { ...planning, change: null }, ...Object.fromEntries(changes) } as Record<
    keyof typeof BEFORE | 'planning',
    SetupScene
  >;
}

const count = (text: string, times: number): string[] => (times === 0 ? [] : [`${text} ${times}`]);

/** `set-up APPLYING, CREATE_VAULT SENDING; makeChange in 5 s`. */
export function shownOfSetup(
  { change, now }: SetupScene,
  { run, effects }: { run: Run; effects: Effect[] },
): Shown {
  const setup = run.tracks.AEP.setup!;
  const status = setupStatus(setup);
  const state = change ? (changeProgress(setup, change)?.state ?? 'not begun') : null;
  const plan = setup.plan?.changes ?? [];
  const unknown = plan.filter(({ outcome }) => outcome === 'UNKNOWN').length;
  const of = change ? [`${change} ${state}`] : count('UNKNOWN', unknown);
  const next = effects.filter(({ type }) => type === 'planSetup' || type === 'makeChange');
  const text = [
    [`set-up ${status}`, ...of, ...(setup.replanned ? ['planned again'] : [])].join(', '),
    ...next.map((effect) => again(effect, now)),
  ].join('; ');
  const isGood = change ? state === 'MADE' : setup.plan !== null && !planProblem(setup.plan);
  const isBad = status === 'STOPPED' || state === 'FAILED';
  return { text, isOwnWork: true, conclusion: isGood ? 'good' : isBad ? 'bad' : 'open' };
}

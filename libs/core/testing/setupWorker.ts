/** An Azure that keeps what a set-up makes, and the worker that makes it. */
import type { AzureSetupFacts } from '../src/azureSetupFacts.ts';
import { jobKeys } from '../src/change.ts';
import { WORKER } from '../src/eventActor.ts';
import type { Connections } from '../src/organization.ts';
import { decideChange } from '../src/setup/decideChange.ts';
import { mayArriveUntil } from '../src/setup/openCalls.ts';
import { planChanges } from '../src/setup/planChanges.ts';
import type { ChangeKind } from '../src/setup/plannedChange.ts';
import { changeProgress } from '../src/setup/setupState.ts';
import type { TrackId } from '../src/vocabulary.ts';
import { CONNECTED, type DrivenRun } from './drivenRun.ts';
import { aKey, aVault, seen } from './exampleFacts.ts';
import { keyIdentifier } from './goodFacts.ts';
import { emptySubscription, WORKSPACE } from './setupExamples.ts';

/** Keyway may act (automatic mode). */
export const WRITE: Connections = {
  ...CONNECTED,
  azure: { ...CONNECTED.azure!, access: 'WRITE' },
};
const LOCKED = [{ name: 'keyway-no-delete', level: 'CanNotDelete', notes: null, scope: '/s' }];
const RECORDED = [
  {
    ...{ name: 'keyway-audit', workspaceId: WORKSPACE },
    logs: [{ category: null, categoryGroup: 'audit', enabled: true }],
  },
];

/** The network that Keyway makes by default. */
export const RESTRICTED = {
  ...{ bypass: 'AzureServices', defaultAction: 'Deny', virtualNetworkRules: [] },
  ipRules: ['20.88.123.53/32'],
};

/** Azure, which keeps what was made for a track, and counts it. */
export class SetupAzure {
  readonly track: TrackId;
  facts: AzureSetupFacts = emptySubscription();
  readonly made: ChangeKind[] = [];

  constructor(track: TrackId = 'AEP') {
    this.track = track;
  }

  make(kind: ChangeKind): void {
    this.made.push(kind);
    const key = aKey({ keyIdentifier: keyIdentifier(this.track), rotationActions: ['rotate'] });
    const parts: Partial<Record<ChangeKind, Partial<AzureSetupFacts>>> = {
      CREATE_VAULT: { vault: seen(aVault({ networkAcls: RESTRICTED })) },
      CREATE_KEY: { key: seen(key) },
      PUT_DIAGNOSTIC_SETTING: { diagnosticSettings: seen(RECORDED) },
      PUT_LOCK: { locks: seen(LOCKED) },
    };
    this.facts = { ...this.facts, ...parts[kind] };
  }
}

/** What the worker does with the effect that waits, up to the point where it ends. */
export type Dies = 'never' | 'before' | 'begun' | 'sent';
export function workOnSetup(driven: DrivenRun, azure: SetupAzure, dies: Dies = 'never'): void {
  const { track } = azure;
  const effect = driven.effects.get(jobKeys.setup(track));
  if (!effect || dies === 'before') return;
  // The worker comes back once what was sent earlier can't arrive any more.
  const until = mayArriveUntil(driven.run, driven.run.tracks[track].setup!);
  if (until !== null && until > driven.now) driven.now = until;
  const setup = driven.run.tracks[track].setup!;
  if (effect.type === 'planSetup') {
    driven.effects.delete(effect.jobKey);
    const changes = planChanges(setup.request, azure.facts, driven.now);
    driven.must('setupPlanned', { track, setupId: setup.id, changes }, WORKER);
    return;
  }
  if (effect.type !== 'makeChange') return;
  const { attempt, ...about } = effect.data;
  const next = setup.plan!.changes.find(({ kind }) => kind === about.change)!;
  const decision = decideChange(setup, next, azure.facts, attempt, driven.now);
  const wasSending = changeProgress(setup, about.change)?.state === 'SENDING';
  const end = (result: 'MADE' | 'UNCONFIRMED' | 'ALREADY_THERE'): void => {
    driven.effects.delete(effect.jobKey);
    const answered = about.change === 'CREATE_KEY' ? keyIdentifier(track) : null;
    driven.must('setupChangeMade', { ...about, result, keyIdentifier: answered }, WORKER);
  };
  switch (decision.do) {
    case 'wait':
      driven.effects.delete(effect.jobKey);
      driven.must(
        'setupChangeFailed',
        { ...about, attempt, definite: false, failure: decision.failure },
        WORKER,
      );
      return;
    case 'replan': {
      driven.effects.delete(effect.jobKey);
      const { changes } = decision;
      driven.must('setupPlanned', { track, setupId: setup.id, changes }, WORKER);
      return;
    }
    case 'record':
      end(wasSending ? 'UNCONFIRMED' : 'ALREADY_THERE');
      return;
    case 'send':
      driven.must('setupChangeStarted', about, WORKER);
      if (dies === 'begun') return;
      azure.make(about.change);
      if (dies === 'sent') return;
      end('MADE');
  }
}
export const setUpUntilIdle = (driven: DrivenRun, azure: SetupAzure): void => {
  for (let round = 0; round < 20; round += 1) workOnSetup(driven, azure);
};

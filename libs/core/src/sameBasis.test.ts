/** What a reading refers to, step by step. */
import { expect, it } from 'vitest';
import { DrivenRun } from '../testing/drivenRun.ts';
import { withStep, withTrack } from './change.ts';
import { factsOf } from './knowledge.ts';
import { planStep } from './plans/planFor.ts';
import type { Run, RunDraft } from './run.ts';
import { sameBasis } from './sameBasis.ts';
import { OBSERVED_STEP_IDS, type ObservedStepId } from './vocabulary.ts';

const run = new DrivenRun().prepare().run;
/** Of this change, the steps whose readings are about something else afterwards. */
const changedBy = (change: (draft: RunDraft) => RunDraft): ObservedStepId[] =>
  OBSERVED_STEP_IDS.filter((step) => planStep(run, 'AEP', step)).filter(
    (step) => !sameBasis(run, change(run) as Run, 'AEP', step),
  );

const movedVault = (draft: RunDraft): RunDraft => {
  const facts = factsOf(draft, 'AEP', 'VAULT')!;
  if (facts.vault.outcome !== 'seen') throw new Error('The example has a vault.');
  const value = { ...facts.vault.value, resourceId: `${facts.vault.value.resourceId}-moved` };
  return withStep(draft, 'AEP', 'VAULT', {
    facts: { ...facts, vault: { outcome: 'seen', value } },
  });
};

it.each<[string, (draft: RunDraft) => RunDraft, ObservedStepId[]]>([
  ['nothing', (draft) => draft, []],
  [
    'what was seen of the network',
    (draft) => withStep(draft, 'AEP', 'NETWORK', { facts: null }),
    [],
  ],
  ['where the vault is', movedVault, ['VAULT', 'NETWORK', 'KEY', 'ROLE']],
  [
    'the key',
    (draft) => withTrack(draft, 'AEP', { key: null }),
    ['VAULT', 'NETWORK', 'KEY', 'ROLE'],
  ],
  [
    'the registered application',
    (draft) => withStep(draft, 'AEP', 'APP_REGISTRATION', { facts: null }),
    ['CONSENT'],
  ],
  ['the principal', (draft) => withStep(draft, 'AEP', 'CONSENT', { facts: null }), ['ROLE']],
  [
    'the credential of Adobe',
    (draft) => ({ ...draft, connections: { ...draft.connections, adobe: { clientId: 'other' } } }),
    ['APP_REGISTRATION'],
  ],
  [
    'the credential of Azure',
    (draft) => ({ ...draft, connections: { ...draft.connections, azure: null } }),
    ['VAULT', 'NETWORK', 'KEY', 'CONSENT', 'ROLE'],
  ],
])('%s changes what is read', (_what, change, steps) => {
  expect(changedBy(change).toSorted()).toEqual(steps.toSorted());
});

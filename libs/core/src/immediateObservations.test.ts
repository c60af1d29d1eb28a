import { describe, expect, it } from 'vitest';
import { CONNECTED, DrivenRun, type World } from '../testing/drivenRun.ts';
import { goodFacts, goodVault, keyIdentifier } from '../testing/goodFacts.ts';
import { unreadable } from '../testing/exampleFacts.ts';
import type { Effect } from './effect.ts';
import { WORKER } from './eventActor.ts';
import { immediateObservations } from './immediateObservations.ts';
import type { Connections } from './organization.ts';
import { transition } from './transition.ts';
import type { ObservedStepId } from './vocabulary.ts';

/** What an observation of each of these steps asks for, one after the other; of the last one. */
function asked(
  steps: readonly ObservedStepId[],
  { world = goodFacts, connections = CONNECTED }: { world?: World; connections?: Connections } = {},
): Effect[] {
  const driven = new DrivenRun({ connections });
  const track = 'AEP' as const;
  driven.must('stepAttested', { track, step: 'ENTITLEMENT', statement: 'seen', reference: null });
  const key = { keyIdentifier: keyIdentifier(track), vaultResourceId: null };
  driven.must('keyProvided', { track, ...key });
  let { run } = driven;
  let effects: Effect[] = [];
  for (const step of steps) {
    const data = { track, facts: world(track, step), attempt: 0, waitingSince: driven.now };
    const result = transition(run, {
      ...{ id: step, at: driven.now, actor: WORKER, kind: 'factsObserved' },
      data: { ...data, timeScale: 1 },
    });
    if ('refusal' in result) throw new Error(result.refusal.reason);
    ({ run, effects } = result);
  }
  expect(effects).not.toEqual([]);
  return effects;
}
const stepsOf = (effects: readonly Effect[]): string[] =>
  immediateObservations(effects).map(({ data }) => data.step);

describe('what an observation asks to be read at once', () => {
  it('is what it made possible', () => {
    expect(stepsOf(asked(['VAULT']))).toEqual(['NETWORK', 'KEY']);
    expect(stepsOf(asked(['VAULT', 'APP_REGISTRATION']))).toEqual(['CONSENT']);
    expect(stepsOf(asked(['VAULT', 'APP_REGISTRATION', 'CONSENT']))).toEqual(['ROLE']);
  });

  it('is not itself, once it is read again later', () => {
    expect(stepsOf(asked(['VAULT', 'KEY']))).toEqual([]);
  });

  it('is nothing where it found something wrong, or could not be read', () => {
    const blocked: World = (track, step) =>
      step === 'VAULT'
        ? {
            ...{ step, deletedVault: null, otherOrganizations: 0 },
            vault: { outcome: 'seen', value: { ...goodVault(track), enableSoftDelete: false } },
          }
        : goodFacts(track, step);
    const hidden: World = () => ({
      ...{ step: 'VAULT', deletedVault: null, otherOrganizations: 0 },
      vault: unreadable('unavailable'),
    });
    expect(stepsOf(asked(['VAULT'], { world: hidden }))).toEqual([]);
    expect(stepsOf(asked(['APP_REGISTRATION', 'VAULT'], { world: blocked }))).not.toContain('ROLE');
  });

  it('is no act: a role that is to be assigned has an effect of its own', () => {
    const connections = { ...CONNECTED, azure: { ...CONNECTED.azure!, access: 'WRITE' as const } };
    const world: World = (track, step) =>
      step === 'ROLE'
        ? { step, assignments: { outcome: 'seen', value: [] } }
        : goodFacts(track, step);
    const effects = asked(['VAULT', 'APP_REGISTRATION', 'CONSENT', 'ROLE'], { world, connections });
    expect(effects.map(({ type }) => type)).toContain('assignRole');
    expect(immediateObservations(effects)).toEqual([]);
  });
});

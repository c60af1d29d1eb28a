/** When a set-up reads again: never before a cloud that asked to wait. */
import { describe, expect, it } from 'vitest';
import { aVault, seen } from '../../testing/exampleFacts.ts';
import { emptySubscription, setupInput } from '../../testing/setupExamples.ts';
import { RESTRICTED } from '../../testing/setupWorker.ts';
import type { VaultFacts } from '../azureFacts.ts';
import type { AzureSetupFacts } from '../azureSetupFacts.ts';
import type { Observed, ReadFailure } from '../observedSchema.ts';
import { decideChange, passingFailure } from './decideChange.ts';
import { planChanges } from './planChanges.ts';
import { planHash } from './plannedChange.ts';
import { asSetupRequest } from './setupRequest.ts';
import type { TrackSetup } from './setupState.ts';

const throttled = (
  retryAfterSeconds: number | null,
  kind: ReadFailure['kind'] = 'throttled',
): Observed<never> => ({
  outcome: 'unreadable',
  failure: { kind, retryAfterSeconds, message: '', status: 429, code: null, permission: null },
});
const NOW = '2026-11-24T00:00:00.000Z';
const request = asSetupRequest(setupInput('AEP'));
const waitOfFacts = (facts: AzureSetupFacts): number | null | undefined =>
  passingFailure(planChanges(request, facts, NOW), facts)?.retryAfterSeconds;
const waitOf = (facts: Partial<AzureSetupFacts>): number | null | undefined =>
  waitOfFacts(emptySubscription(facts));

describe('a plan that can’t be made yet', () => {
  it('waits as long as Azure asks for', () => {
    expect(waitOf({ vault: throttled(17) })).toBe(17);
    expect(waitOf({ vault: throttled(null) })).toBeNull();
  });

  it.each<[string, Partial<AzureSetupFacts>]>([
    ['of one change', { resourceGroup: throttled(null), vaultName: throttled(17) }],
    ['of several changes', { locks: throttled(17), vault: throttled(3) }],
    ['beside one that did not ask', { vault: throttled(null, 'unavailable'), key: throttled(17) }],
  ])('waits for the longest of all parts %s', (_what, facts) => {
    expect(waitOf(facts)).toBe(17);
  });

  it('is the same plan, however long Azure asks to wait', () => {
    const hash = (seconds: number | null): string =>
      planHash(
        request,
        planChanges(request, emptySubscription({ vault: throttled(seconds) }), NOW),
      );
    expect(hash(17)).toBe(hash(null));
  });
});

describe('a vault that somebody else made meanwhile', () => {
  const changes = planChanges(request, emptySubscription(), NOW);
  const setup: TrackSetup = {
    ...{ id: 'setup', request, progress: [], failure: null, made: [], confirmed: null },
    ...{ requestedBy: { kind: 'member', id: 'm', name: 'M' } as never, requestedAt: '' },
    plan: { changes, hash: planHash(request, changes), at: '' },
  };
  const decide = (vault: Partial<VaultFacts>, progress: TrackSetup['progress'] = []) => {
    const next = changes[progress.length]!;
    const facts = emptySubscription({ vault: seen(aVault(vault)) });
    return decideChange({ ...setup, progress }, next, facts, 0, NOW);
  };

  it('is used where it is as somebody confirmed', () => {
    expect(decide({ networkAcls: RESTRICTED })).toMatchObject({ do: 'record' });
  });

  it.each<[string, Partial<VaultFacts>]>([
    ['with an open network', {}],
    ['without purge protection', { networkAcls: RESTRICTED, enablePurgeProtection: false }],
  ])('%s voids the confirmation, also once it was made', (_, vault) => {
    const made = [{ kind: 'CREATE_VAULT', state: 'MADE', at: '' }] as const;
    expect(decide(vault)).toMatchObject({ do: 'replan' });
    expect(decide(vault, made)).toMatchObject({ do: 'replan' });
  });
});

describe('a change that can’t be decided yet', () => {
  const changes = planChanges(request, emptySubscription(), NOW);
  const setup: TrackSetup = {
    ...{ id: 'setup', request, progress: [], failure: null, made: [], confirmed: null },
    ...{ requestedBy: { kind: 'member', id: 'm', name: 'M' } as never, requestedAt: '' },
    plan: { changes, hash: planHash(request, changes), at: '' },
  };
  const decide = (facts: Partial<AzureSetupFacts>) =>
    decideChange(setup, changes[0]!, emptySubscription(facts), 0, NOW);

  it('waits as long as Azure asks for, whichever part it was', () => {
    expect(decide({ vault: throttled(17) })).toMatchObject({
      ...{ do: 'wait', failure: { kind: 'throttled', retryAfterSeconds: 17 } },
    });
    expect(decide({ vault: throttled(null), locks: throttled(17) })).toMatchObject({
      ...{ do: 'wait', failure: { retryAfterSeconds: 17 } },
    });
    expect(decide({ locks: seen([]) })).toMatchObject({ do: 'send' });
  });
});

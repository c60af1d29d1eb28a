/** A set-up over a run: guards, and that no change is made twice or without its confirmation. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CONNECTED, DrivenRun, OPERATOR } from '../../testing/drivenRun.ts';
import { aKey, aVault, seen } from '../../testing/exampleFacts.ts';
import { keyIdentifier } from '../../testing/goodFacts.ts';
import { setUpUntilIdle, SetupAzure, workOnSetup, WRITE } from '../../testing/setupWorker.ts';
import { emptySubscription, setupInput, WORKSPACE } from '../../testing/setupExamples.ts';
import type { KeyFacts } from '../azureFacts.ts';
import { WORKER } from '../eventActor.ts';
import { nextActions } from '../nextActions.ts';
import type { ReadFailure } from '../observedSchema.ts';
import { planChanges } from '../setup/planChanges.ts';
import { changeProgress, setupStatus, type TrackSetup } from '../setup/setupState.ts';

const failure = (kind: ReadFailure['kind'], code: string | null = null): ReadFailure => ({
  ...{ kind, message: 'no', status: kind === 'denied' ? 403 : 503, code },
  ...{ permission: 'Microsoft.KeyVault/vaults/write', retryAfterSeconds: null },
});
const setupOf = (driven: DrivenRun): TrackSetup => driven.run.tracks.AEP.setup!;
const statusOf = (driven: DrivenRun): string => setupStatus(setupOf(driven));
const entitled = (connections = WRITE): DrivenRun =>
  new DrivenRun({ connections }).must('stepAttested', {
    ...{ track: 'AEP', step: 'ENTITLEMENT', statement: 'seen', reference: null },
  });
const ask = (driven: DrivenRun) =>
  driven.apply('setupRequested', { track: 'AEP', ...setupInput('AEP') });
const confirm = (driven: DrivenRun, planHash = setupOf(driven).plan!.hash) =>
  driven.apply('setupConfirmed', { track: 'AEP', planHash });

const planned = (
  azure = new SetupAzure(),
  driven = entitled(),
): { driven: DrivenRun; azure: SetupAzure } => {
  expect(ask(driven)).toBeNull();
  workOnSetup(driven, azure);
  return { driven, azure };
};

describe('a set-up', () => {
  it('makes nothing before it is confirmed, then each change once, and gives the track its key', () => {
    const { driven, azure } = planned();
    setUpUntilIdle(driven, azure);
    expect([statusOf(driven), azure.made]).toEqual(['PLANNED', []]);
    expect(driven.run.tracks.AEP.key).toBeNull();
    expect(confirm(driven)).toBeNull();
    expect(driven.status('AEP', 'VAULT')).toBe('WORKING');
    setUpUntilIdle(driven, azure);
    expect(statusOf(driven)).toBe('DONE');
    expect(azure.made).toEqual([
      'CREATE_VAULT',
      'CREATE_KEY',
      'PUT_DIAGNOSTIC_SETTING',
      'PUT_LOCK',
    ]);
    expect(driven.run.tracks.AEP.key).toMatchObject({
      identifier: keyIdentifier('AEP'),
      vaultResourceId: expect.stringMatching(/\/vaults\/contoso-cmk$/) as string,
    });
    driven.observe();
    for (const step of ['VAULT', 'NETWORK', 'KEY'] as const)
      expect(driven.step('AEP', step)).toMatchObject({ status: 'DONE', mode: 'AUTOMATIC' });
  });

  it('that is asked for again has nothing left to do, and stays Keyway’s work', () => {
    const { driven, azure } = planned();
    confirm(driven);
    setUpUntilIdle(driven, azure);
    driven.observe();
    const made = [...azure.made];
    expect(ask(driven)).toBeNull();
    workOnSetup(driven, azure);
    expect(setupOf(driven).plan!.changes.every(({ outcome }) => outcome === 'ALREADY_THERE')).toBe(
      true,
    );
    expect(confirm(driven)).toBeNull();
    setUpUntilIdle(driven, azure);
    expect([statusOf(driven), azure.made]).toEqual(['DONE', made]);
    expect(driven.step('AEP', 'KEY').mode).toBe('AUTOMATIC');
  });

  it('shows what was there as verified, and only its own work as automatic', () => {
    const azure = new SetupAzure();
    azure.make('CREATE_VAULT');
    const { driven } = planned(azure);
    confirm(driven);
    setUpUntilIdle(driven, azure);
    driven.observe();
    expect(driven.step('AEP', 'VAULT')).toMatchObject({ status: 'DONE', mode: 'VERIFIED' });
    expect(driven.step('AEP', 'KEY')).toMatchObject({ status: 'DONE', mode: 'AUTOMATIC' });
    expect(azure.made.filter((kind) => kind === 'CREATE_VAULT')).toHaveLength(1);
  });

  it.each<[string, Partial<KeyFacts>]>([
    ['too short', { bits: 2048 }],
    ['expired', { expires: 0 }],
  ])('with a key that is %s is not done, and the track gets no key', (_, key) => {
    const azure = new SetupAzure();
    azure.make('CREATE_VAULT');
    azure.facts = { ...azure.facts, key: seen(aKey(key)) };
    const { driven } = planned(azure);
    expect(confirm(driven)).toBeNull();
    setUpUntilIdle(driven, azure);
    expect(azure.made).toContain('PUT_LOCK');
    expect(statusOf(driven)).toBe('STOPPED');
    expect(driven.run.tracks.AEP.key).toBeNull();
    expect(ask(driven)).toBeNull();
  });

  it('does not claim what it sent without an answer', () => {
    const { driven, azure } = planned();
    confirm(driven);
    workOnSetup(driven, azure, 'sent');
    setUpUntilIdle(driven, azure);
    driven.observe();
    expect(changeProgress(setupOf(driven), 'CREATE_VAULT')?.state).toBe('UNCONFIRMED');
    expect(driven.step('AEP', 'VAULT')).toMatchObject({ status: 'DONE', mode: 'VERIFIED' });
  });

  it('is void where something else is there than was confirmed', () => {
    const { driven, azure } = planned();
    const { hash } = setupOf(driven).plan!;
    confirm(driven);
    azure.facts = emptySubscription({
      vaultName: seen({ available: false, reason: 'AlreadyExists', message: null }),
    });
    workOnSetup(driven, azure);
    expect(setupOf(driven)).toMatchObject({ confirmed: null, replanned: true });
    expect(azure.made).toEqual([]);
    expect(confirm(driven, hash)).toMatchObject({ reason: 'setupPlanChanged' });
    expect(confirm(driven)).toMatchObject({ reason: 'setupNothingPossible' });
  });

  it('makes again what was deleted meanwhile only once somebody confirms that', () => {
    const { driven, azure } = planned();
    confirm(driven);
    workOnSetup(driven, azure);
    azure.facts = emptySubscription();
    for (let round = 0; round < 10; round += 1) workOnSetup(driven, azure);
    expect([statusOf(driven), azure.made]).toEqual(['PLANNED', ['CREATE_VAULT']]);
    confirm(driven);
    setUpUntilIdle(driven, azure);
    expect(statusOf(driven)).toBe('DONE');
  });

  it.each([
    ['CREATE_KEY', 'STOPPED'],
    ['PUT_LOCK', 'DONE'],
  ] as const)('with a refused %s is %s', (refused, status) => {
    const { driven, azure } = planned();
    confirm(driven);
    for (let round = 0; round < 20; round += 1) {
      const effect = driven.effects.get('setup:AEP');
      if (effect?.type !== 'makeChange' || effect.data.change !== refused)
        workOnSetup(driven, azure);
      else {
        driven.effects.delete('setup:AEP');
        const data = { ...effect.data, definite: true, failure: failure('denied') };
        driven.must('setupChangeFailed', data, WORKER);
      }
    }
    expect(statusOf(driven)).toBe(status);
    expect(changeProgress(setupOf(driven), refused)).toMatchObject({
      ...{ state: 'FAILED', failure: { permission: 'Microsoft.KeyVault/vaults/write' } },
    });
  });

  it('tries again what passes, and forgets a send that certainly did nothing', () => {
    const { driven, azure } = planned();
    confirm(driven);
    workOnSetup(driven, azure, 'begun');
    const effect = driven.effects.get('setup:AEP')!;
    if (effect.type !== 'makeChange') throw new Error(effect.type);
    const data = { ...effect.data, definite: true, failure: failure('throttled') };
    driven.must('setupChangeFailed', data, WORKER);
    expect(driven.effects.get('setup:AEP')).toMatchObject({ data: { attempt: 1 } });
    azure.make('CREATE_VAULT');
    workOnSetup(driven, azure);
    expect(changeProgress(setupOf(driven), 'CREATE_VAULT')?.state).toBe('ALREADY_THERE');
  });
});

describe('a change that may still be on its way', () => {
  const sending = () => {
    const { driven } = planned();
    confirm(driven);
    const effect = driven.effects.get('setup:AEP')!;
    if (effect.type !== 'makeChange') throw new Error(effect.type);
    const { attempt, ...about } = effect.data;
    driven.must('setupChangeStarted', about, WORKER);
    const intent = () => changeProgress(setupOf(driven), about.change);
    return { driven, about, attempt, intent };
  };

  it('is not sent again before it can’t arrive any more, whatever the poll scale', () => {
    const { driven, about, intent } = sending();
    const first = intent();
    expect(first).toMatchObject({ state: 'SENDING', inFlightUntil: expect.any(String) as string });
    driven.timeScale = 0.01;
    driven.wait(43);
    expect(driven.apply('setupChangeStarted', about, WORKER)).toBeNull();
    expect(intent()).toEqual(first);
    driven.wait(2);
    driven.must('setupChangeStarted', about, WORKER);
    expect(intent()!.inFlightUntil! > first!.inFlightUntil!).toBe(true);
  });

  it('stays that where another attempt only read, and is not where its call was seen to end', () => {
    const { driven, about, attempt, intent } = sending();
    const first = intent();
    const failed = { ...about, attempt, definite: false, failure: failure('unavailable') };
    driven.must('setupChangeFailed', failed, WORKER);
    expect(intent()).toEqual(first);
    driven.must('setupChangeFailed', { ...failed, attempt: 1, sent: true }, WORKER);
    expect(intent()).toEqual({ ...first, answerLost: true });
    driven.must('setupChangeStarted', about, WORKER);
    expect(intent()!.inFlightUntil).toBeDefined();
  });
});

describe('what refuses a set-up', () => {
  it.each<[string, () => DrivenRun, string]>([
    ['read access', () => entitled(CONNECTED), 'setupNeedsWrite'],
    ['no connection', () => entitled({ ...WRITE, azure: null }), 'cloudNotConnected'],
    ['a locked step', () => new DrivenRun({ connections: WRITE }), 'stepLocked'],
    ['a pending approval', () => ready().must('approvalRequested', REQUEST), 'setupApprovalOpen'],
    ['a given approval', () => ready().approve('AEP'), 'setupApprovalOpen'],
    ['a submission', () => ready().approve('AEP').submit().accepted(), 'trackPastNoReturn'],
    ['a cancelled run', () => entitled().must('runCancelled', { reason: 'x' }), 'runCancelled'],
  ])('%s', (_, driven, reason) => {
    expect(ask(driven())).toMatchObject({ reason });
  });
  const REQUEST = { track: 'AEP', principal: OPERATOR.principal } as const;
  const ready = (): DrivenRun => new DrivenRun({ connections: WRITE }).prepare();

  it('AWS', () => {
    const driven = new DrivenRun({
      organization: { cloud: 'AWS', shield: 'PRIVACY_AND_SECURITY_SHIELD', region: 'VA6' },
    });
    expect(ask(driven)).toMatchObject({ reason: 'setupOnAws' });
  });

  it.each([
    ['vaultName', { vaultName: 'a' }, 'setupVaultNameInvalid'],
    ['vaultName', { vaultName: 'a--b' }, 'setupVaultNameInvalid'],
    ['keyName', { keyName: 'a_b' }, 'setupKeyNameInvalid'],
    ['keyName', { keyName: '../x' }, 'setupKeyNameInvalid'],
    ['resourceGroup', { resourceGroup: '..' }, 'setupResourceGroupInvalid'],
    ['location', { location: 'West Europe' }, 'setupLocationInvalid'],
    ['keySize', { keySize: 2048 }, 'setupKeySizeInvalid'],
    ['rotateEveryMonths', { rotateEveryMonths: 25 }, 'setupRotationInvalid'],
    ['workspaceId', { workspaceId: '/subscriptions/x' }, 'setupWorkspaceInvalid'],
    ['subscriptionId', { subscriptionId: null }, 'setupSubscriptionMissing'],
    ['subscriptionId', { subscriptionId: 'x' }, 'setupSubscriptionInvalid'],
  ])('a wrong %s', (field, change, reason) => {
    const input = { track: 'AEP' as const, ...setupInput('AEP', change) };
    expect(entitled().apply('setupRequested', input)).toMatchObject({ reason, field: [field] });
  });

  it('the vault of the other track, also one that is only planned (VAL-08)', () => {
    const { driven } = planned();
    driven.must('stepAttested', {
      ...{ track: 'CJA', step: 'ENTITLEMENT', statement: 'seen', reference: null },
    });
    const input = setupInput('CJA', { vaultName: 'CONTOSO-cmk' });
    expect(driven.apply('setupRequested', { track: 'CJA', ...input })).toMatchObject({
      ...{ code: 'VAULT_NOT_SEPARATE', field: ['vaultName'] },
    });
  });

  it('of the other track, a key in the vault that is only planned, until it is canceled', () => {
    const { driven } = planned();
    const key = { track: 'CJA', keyIdentifier: 'https://CONTOSO-cmk.vault.azure.net/keys/c' };
    const provide = (identifier = key.keyIdentifier) =>
      driven.apply('keyProvided', {
        ...{ track: 'CJA', keyIdentifier: identifier, vaultResourceId: null },
      });
    expect(provide()).toMatchObject({
      ...{ code: 'VAULT_NOT_SEPARATE', reason: 'vaultIsPlanned', values: { track: 'AEP' } },
      field: ['keyIdentifier'],
    });
    expect(driven.run.tracks.CJA.key).toBeNull();
    // A Managed HSM of that name is another resource.
    expect(provide('https://contoso-cmk.managedhsm.azure.net/keys/c')).toBeNull();
    driven.must('setupCancelled', { track: 'AEP' });
    expect(provide()).toBeNull();
  });

  it.each([
    ['a key of hyphens, which KID-04 allows', { keyName: '-' }],
    [
      'a workspace of another subscription, which Azure takes where the credential may use both',
      { workspaceId: WORKSPACE.replaceAll('22222222', '33333333') },
    ],
  ])('not %s', (_what, change) => {
    const input = { track: 'AEP' as const, ...setupInput('AEP', change) };
    expect(entitled().apply('setupRequested', input)).toBeNull();
  });
});

describe('while Keyway makes changes', () => {
  const applying = () => {
    const { driven, azure } = planned();
    confirm(driven);
    workOnSetup(driven, azure);
    expect(statusOf(driven)).toBe('APPLYING');
    return { driven, azure };
  };
  it('nobody gives the track another key, asks for a plan again or requests an approval', () => {
    const { driven } = applying();
    const key = { track: 'AEP', keyIdentifier: keyIdentifier('AEP') } as const;
    expect(driven.apply('keyProvided', { ...key, vaultResourceId: null })).toMatchObject({
      reason: 'setupRunning',
    });
    expect(ask(driven)).toMatchObject({ reason: 'setupRunning' });
    const viewer = { principal: 'p', may: () => true };
    const offered = nextActions(driven.run, viewer, driven.now).map(({ mutation }) => mutation);
    expect(offered).toContain('cancelSetup');
    expect(offered).not.toContain('requestApproval');
  });

  it.each<[string, (driven: DrivenRun) => unknown, string]>([
    ['cancelling it', (one) => one.must('setupCancelled', { track: 'AEP' }), 'CANCELLED'],
    ['cancelling the run', (one) => one.must('runCancelled', { reason: 'x' }), 'CANCELLED'],
    ['read access', (one) => one.must('connectionsChanged', { connections: CONNECTED }), 'STOPPED'],
    [
      'withdrawing the credential',
      (one) => one.must('connectionsChanged', { connections: { ...WRITE, azure: null } }),
      'STOPPED',
    ],
  ])('%s stops it, and what is late changes nothing', (_, stop, status) => {
    const { driven, azure } = applying();
    const effect = driven.effects.get('setup:AEP')!;
    if (effect.type !== 'makeChange') throw new Error(effect.type);
    stop(driven);
    expect(statusOf(driven)).toBe(status);
    expect(driven.effects.has('setup:AEP')).toBe(false);
    const before = driven.run;
    const { attempt: _attempt, ...about } = effect.data;
    driven.must('setupChangeStarted', about, WORKER);
    const late = { ...about, result: 'MADE', keyIdentifier: keyIdentifier('AEP') } as const;
    driven.must('setupChangeMade', late, WORKER);
    expect(driven.run).toEqual(before);
    expect(azure.made).toEqual(['CREATE_VAULT']);
  });
});

it('of two people, the one with the older plan is refused', () => {
  const { driven, azure } = planned();
  const { hash } = setupOf(driven).plan!;
  const other = { track: 'AEP' as const, ...setupInput('AEP', { keySize: 4096 }) };
  driven.must('setupRequested', other);
  expect(confirm(driven, hash)).toMatchObject({ reason: 'setupNotPlanned' });
  workOnSetup(driven, azure);
  expect(confirm(driven, hash)).toMatchObject({ reason: 'setupPlanChanged', field: ['planHash'] });
  expect(confirm(driven)).toBeNull();
});

it('a plan with something unreadable can’t be confirmed', () => {
  const azure = new SetupAzure();
  azure.facts = emptySubscription({ locks: { outcome: 'unreadable', failure: failure('denied') } });
  azure.facts = { ...azure.facts, vault: seen(aVault()) };
  const { driven } = planned(azure);
  expect(confirm(driven)).toMatchObject({ reason: 'setupPlanUnknown' });
});

it('whatever happens: nothing is made twice, nor without the confirmation of the current plan', () => {
  type Move = (driven: DrivenRun, azure: SetupAzure) => void;
  const move = fc.constantFrom<Move>(
    (driven) => void ask(driven),
    (driven) => void confirm(driven, setupOfMaybe(driven)?.plan?.hash ?? 'none'),
    (driven) => void confirm(driven, 'another'),
    (driven) => void driven.apply('setupCancelled', { track: 'AEP' }),
    (driven) => void driven.apply('connectionsChanged', { connections: CONNECTED }),
    (driven) => void driven.apply('connectionsChanged', { connections: WRITE }),
    (driven) => void driven.observe(),
    ...(['never', 'never', 'begun', 'sent'] as const).map((dies): Move => (driven, azure) => {
      const before = azure.made.length;
      const { confirmed, plan } = setupOfMaybe(driven) ?? {};
      workOnSetup(driven, azure, dies);
      if (azure.made.length > before) expect(confirmed?.hash).toBe(plan!.hash);
    }),
  );
  const setupOfMaybe = (driven: DrivenRun): TrackSetup | undefined => driven.run.tracks.AEP.setup;
  fc.assert(
    fc.property(fc.array(move, { maxLength: 40 }), (moves) => {
      const [driven, azure] = [entitled(), new SetupAzure()];
      for (const one of moves) one(driven, azure);
      expect(new Set(azure.made).size).toBe(azure.made.length);
      // From wherever it stopped: it ends, and then nothing is left to do.
      driven.apply('connectionsChanged', { connections: WRITE });
      setUpUntilIdle(driven, azure);
      for (let round = 0; round < 2; round += 1) {
        ask(driven);
        workOnSetup(driven, azure);
        if (statusOf(driven) === 'PLANNED') confirm(driven);
        setUpUntilIdle(driven, azure);
      }
      expect(statusOf(driven)).toBe('DONE');
      expect(azure.made.toSorted()).toEqual(
        ['CREATE_VAULT', 'CREATE_KEY', 'PUT_DIAGNOSTIC_SETTING', 'PUT_LOCK'].toSorted(),
      );
      const left = planChanges(setupOf(driven).request, azure.facts, driven.now);
      expect(left.filter(({ outcome }) => outcome !== 'ALREADY_THERE')).toEqual([]);
    }),
    { numRuns: 300 },
  );
});

/**
 * Calls that are on their way when their set-up ends: whoever ends it and however it continues, no
 * other change is sent to the vault before they arrived, so that what stays is what was confirmed.
 */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CONNECTED, DrivenRun } from '../../testing/drivenRun.ts';
import { aVault, seen } from '../../testing/exampleFacts.ts';
import { emptySubscription, setupInput } from '../../testing/setupExamples.ts';
import { RESTRICTED, WRITE } from '../../testing/setupWorker.ts';
import type { AzureSetupFacts } from '../azureSetupFacts.ts';
import { WORKER } from '../eventActor.ts';
import type { TrackId } from '../vocabulary.ts';
import { decideChange } from './decideChange.ts';
import { callsToAwait, mayArriveUntil } from './openCalls.ts';
import { planChanges } from './planChanges.ts';
import type { AboutChange } from './setupEvents.ts';
import { changeProgress, type TrackSetup } from './setupState.ts';

type Network = 'OPEN' | 'RESTRICTED';
interface Call {
  about: AboutChange;
  network: Network;
  arrives: string;
  isAnswered: boolean;
}

const later = (instant: string, seconds: number): string =>
  new Date(Date.parse(instant) + seconds * 1000).toISOString();

/** One organization, its runs one after the other, and an Azure that is slow. */
class SlowAzure {
  driven!: DrivenRun;
  /** Every change that was sent to the vault, in order. */
  readonly sent: Call[] = [];
  readonly arrived: Call[] = [];
  /** Somebody deleted and purged the vault. */
  isDeleted = false;
  private onItsWay: Call[] = [];
  private runs = 0;

  constructor() {
    this.startRun();
  }

  startRun(): void {
    const before = this.driven as DrivenRun | undefined;
    const now = before?.now ?? '2026-11-24T00:00:00.000Z';
    const unanswered = before ? callsToAwait(before.run, now) : [];
    this.driven = new DrivenRun({
      ...{ connections: WRITE, now, events: `run${(this.runs += 1)}` },
      ...(unanswered.length > 0 && { unanswered }),
    });
    for (const track of ['AEP', 'CJA'] as const)
      this.driven.must('stepAttested', {
        ...{ track, step: 'ENTITLEMENT', statement: 'seen', reference: null },
      });
  }

  setup(track: TrackId): TrackSetup | undefined {
    return this.driven.run.tracks[track].setup;
  }

  facts(): AzureSetupFacts {
    const last = this.arrived.at(-1);
    if (!last || this.isDeleted) return emptySubscription();
    const networkAcls = last.network === 'OPEN' ? null : RESTRICTED;
    return emptySubscription({ vault: seen(aVault({ networkAcls })) });
  }

  pass(seconds: number): void {
    this.driven.wait(seconds);
    const { now } = this.driven;
    const due = this.onItsWay.filter(({ arrives }) => arrives <= now);
    this.onItsWay = this.onItsWay.filter(({ arrives }) => arrives > now);
    for (const call of due.toSorted((a, b) => a.arrives.localeCompare(b.arrives))) {
      this.arrived.push(call);
      this.isDeleted = false;
      if (!call.isAnswered) continue;
      this.answer(call.about);
    }
  }

  /** The worker has its effect still, or what it heard is late. */
  private answer(about: AboutChange): void {
    const setup = this.setup(about.track);
    const isOpen = setup?.id === about.setupId && !setup.ended;
    const late = isOpen ? {} : { late: true as const };
    if (isOpen) this.driven.effects.delete(`setup:${about.track}`);
    const data = { ...about, result: 'MADE', keyIdentifier: null, ...late } as const;
    this.driven.must('setupChangeMade', data, WORKER);
  }

  /** As the worker does what is due. */
  work(track: TrackId, seconds: number, isAnswered: boolean): void {
    const { driven } = this;
    this.pass(0);
    const effect = driven.effects.get(`setup:${track}`);
    const setup = this.setup(track);
    if (!effect || !setup || effect.dueAt > driven.now) return;
    const until = mayArriveUntil(driven.run, setup);
    if (effect.type === 'planSetup') {
      if (until !== null && until > driven.now) throw new Error('planned too early');
      driven.effects.delete(effect.jobKey);
      const changes = planChanges(setup.request, this.facts(), driven.now);
      driven.must('setupPlanned', { track, setupId: setup.id, changes }, WORKER);
      return;
    }
    if (effect.type !== 'makeChange' || effect.data.change !== 'CREATE_VAULT') return;
    const { attempt, ...about } = effect.data;
    const decision = decideChange(
      setup,
      setup.plan!.changes[0]!,
      this.facts(),
      attempt,
      driven.now,
    );
    if (decision.do !== 'send') return;
    const before = changeProgress(setup, 'CREATE_VAULT')?.inFlightUntil;
    driven.must('setupChangeStarted', about, WORKER);
    if (changeProgress(this.setup(track)!, 'CREATE_VAULT')?.inFlightUntil === before) return;
    expect(this.onItsWay).toEqual([]);
    const { network } = setup.request;
    const call = { about, network, arrives: later(driven.now, seconds), isAnswered };
    this.sent.push(call);
    this.onItsWay.push(call);
  }
}

type Move = (azure: SlowAzure) => void;
const tracks: readonly TrackId[] = ['AEP', 'CJA'];
const cancelTo = (azure: SlowAzure): void => {
  if (!azure.driven.apply('runCancelled', { reason: 'again' })) azure.startRun();
};
/** The same vault, whichever track asks for it. */
const request = ({ driven }: SlowAzure, track: TrackId, network: Network): void =>
  void driven.apply('setupRequested', { track, ...setupInput('AEP', { network }) });
function confirm({ driven }: SlowAzure, track: TrackId): void {
  const planHash = driven.run.tracks[track].setup?.plan?.hash ?? 'none';
  driven.apply('setupConfirmed', { track, planHash });
}
const MOVES: readonly Move[] = [
  ...tracks.flatMap((track) =>
    (['OPEN', 'RESTRICTED'] as const).flatMap((network): Move[] => [
      (azure) => request(azure, track, network),
      (azure) => {
        request(azure, track, network);
        azure.work(track, 0, true);
        confirm(azure, track);
        azure.work(track, 40, true);
      },
    ]),
  ),
  ...tracks.flatMap((track): Move[] => [
    (azure) => confirm(azure, track),
    ({ driven }) => void driven.apply('setupCancelled', { track }),
    (azure) => azure.work(track, 3, true),
    (azure) => azure.work(track, 40, true),
    (azure) => azure.work(track, 44, false),
  ]),
  ({ driven }) => void driven.apply('connectionsChanged', { connections: CONNECTED }),
  ({ driven }) =>
    void driven.apply('connectionsChanged', { connections: { ...WRITE, azure: null } }),
  ({ driven }) => void driven.apply('connectionsChanged', { connections: WRITE }),
  cancelTo,
  (azure) => (azure.isDeleted = true),
  (azure) => azure.pass(2),
  (azure) => azure.pass(45),
];

it('whatever ends a set-up, its call arrives before another one is sent', () => {
  let sends = 0;
  fc.assert(
    fc.property(
      fc.array(fc.constantFrom(...MOVES), { minLength: 20, maxLength: 60, size: 'max' }),
      (moves) => {
        const azure = new SlowAzure();
        for (const move of moves) move(azure);
        azure.pass(60);
        expect(azure.arrived).toEqual(azure.sent);
        sends += azure.sent.length;
      },
    ),
    { numRuns: 500 },
  );
  expect(sends).toBeGreaterThan(100);
});

describe.each<[string, (azure: SlowAzure) => void]>([
  ['cancelling it', ({ driven }) => void driven.must('setupCancelled', { track: 'AEP' })],
  [
    'another credential',
    ({ driven }) => {
      driven.must('connectionsChanged', { connections: { ...WRITE, azure: null } });
      driven.must('connectionsChanged', { connections: WRITE });
    },
  ],
  [
    'read access for a while',
    ({ driven }) => {
      driven.must('connectionsChanged', { connections: CONNECTED });
      driven.must('connectionsChanged', { connections: WRITE });
    },
  ],
  ['another run', cancelTo],
])('after %s', (_, end) => {
  const sending = (): SlowAzure => {
    const azure = new SlowAzure();
    request(azure, 'AEP', 'OPEN');
    azure.work('AEP', 0, true);
    confirm(azure, 'AEP');
    azure.work('AEP', 30, false);
    expect(azure.sent).toHaveLength(1);
    return azure;
  };

  it.each(tracks)('a set-up of %s reads only once the call has arrived', (track) => {
    const azure = sending();
    end(azure);
    request(azure, track, 'RESTRICTED');
    expect(azure.setup(track)!.waitsUntil).toBeDefined();
    azure.work(track, 0, true);
    expect(azure.setup(track)!.plan).toBeNull();
    azure.pass(45);
    azure.work(track, 0, true);
    const { changes } = azure.setup(track)!.plan!;
    expect(changes[0]).toMatchObject({ kind: 'CREATE_VAULT', outcome: 'ALREADY_THERE' });
  });

  it('a set-up of another vault does not wait', () => {
    const azure = sending();
    end(azure);
    azure.driven.must('setupRequested', {
      ...{ track: 'AEP', ...setupInput('AEP', { vaultName: 'another-vault' }) },
    });
    expect(azure.setup('AEP')!.waitsUntil).toBeUndefined();
  });
});

it('does not wait any longer once Azure answered', () => {
  const azure = new SlowAzure();
  request(azure, 'AEP', 'OPEN');
  azure.work('AEP', 0, true);
  confirm(azure, 'AEP');
  azure.work('AEP', 3, true);
  azure.driven.must('setupCancelled', { track: 'AEP' });
  request(azure, 'AEP', 'RESTRICTED');
  azure.pass(10);
  expect(azure.setup('AEP')!.waitsUntil).toBeUndefined();
  azure.work('AEP', 0, true);
  expect(azure.setup('AEP')!.plan).not.toBeNull();
});

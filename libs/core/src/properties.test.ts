/**
 * Properties of the core over random histories: fold, commuting tracks, reachability, and that
 * nothing is sent without its approval.
 */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { TENANT } from '../testing/exampleFacts.ts';
import { APPROVER, CONNECTED, DrivenRun, OPERATOR } from '../testing/drivenRun.ts';
import { goodFacts, goodVault, keyIdentifier } from '../testing/goodFacts.ts';
import { refusalOf } from '../testing/refusalOf.ts';
import { withActorTexts } from '../testing/withActorTexts.ts';
import { evidenceHash } from './evidence.ts';
import type { StepFacts } from './facts.ts';
import { NewerVersion } from './newerVersion.ts';
import { nextActions } from './nextActions.ts';
import type { Connections } from './organization.ts';
import { AWS_PLAN } from './plans/aws.ts';
import { AZURE_PLAN } from './plans/azure.ts';
import type { Run } from './run.ts';
import { sameEvidence } from './sameEvidence.ts';
import { transition } from './transition.ts';
import { upcastRun } from './upcastRun.ts';
import {
  OBSERVED_STEP_IDS,
  STEP_IDS,
  TRACK_IDS,
  type ObservedStepId,
  type TrackId,
} from './vocabulary.ts';
import { upcastWatch } from './watch/upcastWatch.ts';

const track = fc.constantFrom(...TRACK_IDS);
const step = fc.constantFrom(...STEP_IDS);
const observedStep = fc.constantFrom(...OBSERVED_STEP_IDS);

/** One move of somebody: a person, the worker, the clock, or a world that changes. */
type Move = (driven: DrivenRun) => void;
const bad = (of: TrackId, at: ObservedStepId): StepFacts => {
  const good = goodFacts(of, at);
  if (good.step === 'VAULT')
    return {
      ...good,
      vault: { outcome: 'seen', value: { ...goodVault(of), enablePurgeProtection: false } },
    };
  if (good.step === 'CONSENT')
    return { ...good, servicePrincipal: { outcome: 'absent', detail: 'gone' } };
  if (good.step === 'ROLE') return { ...good, assignments: { outcome: 'seen', value: [] } };
  return good;
};
/** GAP-19: a block of Keyway’s baseline, which CJA may override. */
const unusual = (of: TrackId, at: ObservedStepId): StepFacts => {
  const good = goodFacts(of, at);
  const patch = { enableRbacAuthorization: false, softDeleteRetentionInDays: 30 };
  return good.step === 'VAULT'
    ? { ...good, vault: { outcome: 'seen', value: { ...goodVault(of), ...patch } } }
    : good;
};
const unreadable = (of: TrackId, at: ObservedStepId): StepFacts => {
  const failure = {
    kind: 'throttled' as const,
    message: '429',
    status: 429,
    code: null,
    permission: null,
    retryAfterSeconds: 1,
  };
  return Object.fromEntries(
    Object.entries(goodFacts(of, at)).map(([name, value]) => [
      name,
      value && typeof value === 'object' && 'outcome' in value
        ? { outcome: 'unreadable', failure }
        : value,
    ]),
  ) as unknown as StepFacts;
};
const submission = (driven: DrivenRun): string => driven.run.tracks.AEP.submission?.id ?? 'none';
const answer = (status: string) => ({
  id: 'job',
  status,
  keyVaultKeyIdentifier: null,
  imsOrgId: null,
});

const grant = (driven: DrivenRun, of: TrackId, principal: string) => ({
  track: of,
  principal,
  confirmImsOrgId: driven.run.organization.imsOrgId,
  comment: null,
});
const submit = (driven: DrivenRun) => ({
  submissionId: `s${driven.events.length}`,
  configurationName: 'c',
  confirmImsOrgId: driven.run.organization.imsOrgId,
});

const PROBED = ['found', 'noAnswer', 'missing'] as const;
/** The vault's answer, where one is waited for. */
function answerProbe(driven: DrivenRun): void {
  const effect = driven.effects.get('probe:AEP') ?? driven.effects.get('probe:CJA');
  if (effect?.type !== 'probeVault') return;
  const reason = PROBED[driven.events.length % PROBED.length]!;
  const vaultTenantId = reason === 'found' ? TENANT : null;
  driven.apply('vaultProbed', { ...effect.data, reason, vaultTenantId });
}

const move: fc.Arbitrary<Move> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.constant<Move>((driven) => {
      answerProbe(driven);
      driven.observe();
    }),
  },
  track.map(
    (t): Move =>
      (driven) =>
        void driven.apply('keyProvided', {
          track: t,
          keyIdentifier: keyIdentifier(t),
          vaultResourceId: null,
          ...(driven.events.length % 2 === 0 ? { askVaultLater: true } : {}),
        }),
  ),
  fc.tuple(track, step).map(
    ([t, s]): Move =>
      (driven) =>
        void driven.apply('stepAttested', {
          track: t,
          step: s,
          statement: 'said',
          reference: null,
        }),
  ),
  fc.tuple(fc.option(track), fc.option(step)).map(
    ([t, s]): Move =>
      (driven) =>
        void driven.apply('verificationRequested', { track: t, step: s }),
  ),
  fc.tuple(track, observedStep).map(([t, s]): Move => (driven) => {
    driven.world = (of, at) => (of === t && at === s ? bad(of, at) : goodFacts(of, at));
  }),
  fc.tuple(track, observedStep).map(([t, s]): Move => (driven) => {
    driven.world = (of, at) => (of === t && at === s ? unreadable(of, at) : goodFacts(of, at));
  }),
  fc.constantFrom(goodFacts, unusual).map((world): Move => (driven) => {
    driven.world = world;
  }),
  track.map(
    (t): Move =>
      (driven) =>
        void driven.apply('approvalRequested', { track: t, principal: OPERATOR.principal }),
  ),
  {
    weight: 3,
    arbitrary: fc.tuple(track, fc.boolean()).map(([t, self]): Move => (driven) => {
      const principal = self ? OPERATOR.principal : APPROVER.principal;
      driven.apply('approvalGranted', {
        track: t,
        principal,
        confirmImsOrgId: driven.run.organization.imsOrgId,
        comment: null,
      });
    }),
  },
  track.map(
    (t): Move =>
      (driven) =>
        void driven.apply('approvalRefused', {
          track: t,
          principal: APPROVER.principal,
          reason: 'no',
        }),
  ),
  {
    weight: 3,
    arbitrary: fc.constant<Move>(
      (driven) =>
        void driven.apply('submissionRequested', {
          submissionId: `s${driven.events.length}`,
          configurationName: 'c',
          confirmImsOrgId: driven.run.organization.imsOrgId,
        }),
    ),
  },
  fc.integer({ min: 1, max: 2 }).map(
    (send): Move =>
      (driven) =>
        void driven.apply('configurationSending', { submissionId: submission(driven), send }),
  ),
  fc.boolean().map(
    (found): Move =>
      (driven) =>
        void driven.apply('configurationAccepted', {
          submissionId: submission(driven),
          found,
          answer: answer('CREATED'),
          timeScale: 1,
        }),
  ),
  fc.constantFrom('RUNNING', 'COMPLETED', 'FAILED', 'ODD').map(
    (status): Move =>
      (driven) =>
        void driven.apply('configurationObserved', {
          submissionId: submission(driven),
          answer: answer(status),
          failure: null,
          attempt: 0,
          pollingSince: driven.now,
          timeScale: 1,
        }),
  ),
  fc.constant<Move>(
    (driven) =>
      void driven.apply('ticketRecorded', { caseNumber: 'E-1', openedAt: null, url: null }),
  ),
  fc.constant<Move>(
    (driven) =>
      void driven.apply('cjaConfirmed', { confirmedBy: 'CC', confirmedAt: null, text: 'done' }),
  ),
  fc.tuple(track, step).map(
    ([t, s]): Move =>
      (driven) =>
        void driven.apply('stepRetried', { track: t, step: s }),
  ),
  fc
    .record({
      name: fc.constantFrom('Contoso', 'Fabrikam'),
      region: fc.constantFrom('VA7' as const, 'NLD2' as const),
      shield: fc.constantFrom('HEALTHCARE_SHIELD' as const, 'PRIVACY_AND_SECURITY_SHIELD' as const),
      ownsCja: fc.boolean(),
    })
    .map(
      (change): Move =>
        (driven) =>
          void driven.apply('organizationChanged', {
            organization: { ...driven.run.organization, ...change },
          }),
    ),
  fc
    .constantFrom<(keyof Connections)[]>([], ['adobe'], ['azure'], ['adobe', 'azure'])
    .map((without): Move => (driven) => {
      const connections = {
        ...CONNECTED,
        ...Object.fromEntries(without.map((kind) => [kind, null])),
      };
      driven.apply('connectionsChanged', { connections });
    }),
  fc.integer({ min: 1, max: 800_000 }).map(
    (seconds): Move =>
      (driven) =>
        void driven.wait(seconds),
  ),
);
/**
 * What people do one after the other when all goes well; without these, random moves would seldom
 * meet.
 */
const continueWork: Move = (driven) => {
  const { approval, submission: sub } = driven.run.tracks.AEP;
  driven.world = goodFacts;
  driven.apply('verificationRequested', { track: null, step: null });
  driven.observe();
  if (approval?.status === 'requested')
    driven.apply('approvalGranted', grant(driven, 'AEP', APPROVER.principal));
  else if (approval?.status === 'approved') driven.apply('submissionRequested', submit(driven));
  else if (sub?.status === 'sending')
    driven.apply('configurationSending', { submissionId: sub.id, send: sub.sends + 1 });
  else driven.apply('approvalRequested', { track: 'AEP', principal: OPERATOR.principal });
};
const history = fc.array(
  fc.oneof({ weight: 1, arbitrary: fc.constant(continueWork) }, { weight: 3, arbitrary: move }),
  {
    minLength: 4,
    maxLength: 40,
    size: 'max',
  },
);
const connections = fc.record({
  adobe: fc.constantFrom(CONNECTED.adobe, null),
  azure: fc.constantFrom(CONNECTED.azure, null),
});
/** Begins prepared, so that the moves reach the point of no return and beyond. */
const played = (moves: Move[], connected: Connections = CONNECTED): DrivenRun => {
  const driven = new DrivenRun({ connections: connected }).prepare();
  for (const one of moves) one(driven);
  return driven;
};
const fold = (driven: DrivenRun): Run | null =>
  driven.events.reduce<Run | null>((run, event) => {
    const outcome = transition(run, event);
    if ('refusal' in outcome)
      throw new Error(`${event.kind} was refused on replay: ${outcome.refusal.code}`);
    return outcome.run;
  }, null);

describe('over random histories', () => {
  it('the state equals the fold of the changed events, also through JSON', () => {
    fc.assert(
      fc.property(history, (moves) => {
        const driven = played(moves);
        expect(fold(driven)).toEqual(driven.run);
        expect(upcastRun(JSON.parse(JSON.stringify(driven.run)))).toEqual(driven.run);
        expect(driven.run.version).toBe(driven.events.length);
      }),
    );
  });

  it('nothing is sent but what two persons agreed on, and no send begins while another is unresolved', () => {
    fc.assert(
      fc.property(history, (moves) => {
        const driven = new DrivenRun().prepare();
        for (const one of moves) {
          const before = driven.run.tracks.AEP;
          one(driven);
          const { approval, submission: after } = driven.run.tracks.AEP;
          if (
            after?.status === 'sending' &&
            before.submission?.status !== 'sending' &&
            before.submission?.status !== 'sent'
          ) {
            expect(approval?.status).toBe('spent');
            expect(approval?.decidedBy?.principal).toBe(APPROVER.principal);
            expect(after.body).toContain(approval!.keyIdentifier);
          }
          if (after && before.submission?.id === after.id && after.sends > before.submission.sends)
            expect(before.submission.unresolved).toBe(false);
        }
      }),
    );
  });

  it('a valid approval is for the evidence there is, and `sameEvidence` implies the same hash', () => {
    fc.assert(
      fc.property(history, (moves) => {
        const driven = new DrivenRun().prepare();
        for (const one of moves) {
          const before = driven.run;
          one(driven);
          for (const t of TRACK_IDS) {
            const { approval } = driven.run.tracks[t];
            const hash = evidenceHash(driven.run, t);
            if (sameEvidence(before, driven.run, t)) expect(hash).toBe(evidenceHash(before, t));
            if (approval?.status === 'requested' || approval?.status === 'approved')
              expect(approval.evidenceHash).toBe(hash);
          }
        }
      }),
    );
  });

  it('a status is never beside its cause: DONE has no BLOCK or UNKNOWN that stands, before the point of no return', () => {
    fc.assert(
      fc.property(history, (moves) => {
        const { run } = played(moves);
        for (const t of TRACK_IDS) {
          for (const state of Object.values(run.tracks[t].steps)) {
            if (state.status !== 'DONE') continue;
            expect(
              state.checks.filter(
                (check) =>
                  check.verdict === 'UNKNOWN' || (check.verdict === 'BLOCK' && !check.override),
              ),
            ).toEqual([]);
          }
        }
      }),
    );
  });

  it('every action offered is one that the transition allows', () => {
    fc.assert(
      fc.property(history, connections, (moves, connected) => {
        const driven = played(moves, connected);
        const viewer = { principal: APPROVER.principal, may: () => true };
        for (const action of nextActions(driven.run, viewer, driven.now))
          expect([action, refusalOf(driven.run, action, viewer.principal, driven.now)]).toEqual([
            action,
            null,
          ]);
      }),
    );
  });

  it('the tracks commute: what happens on one changes nothing on the other', () => {
    const observe = (driven: DrivenRun, of: TrackId, at: ObservedStepId) =>
      driven.apply('factsObserved', {
        track: of,
        facts: bad(of, at),
        attempt: 0,
        waitingSince: driven.now,
        timeScale: 1,
      });
    fc.assert(
      fc.property(observedStep, observedStep, (a, b) => {
        const one = new DrivenRun().prepare();
        const two = new DrivenRun().prepare();
        observe(one, 'AEP', a);
        observe(one, 'CJA', b);
        observe(two, 'CJA', b);
        observe(two, 'AEP', a);
        const bare = (run: Run) =>
          JSON.stringify(run.tracks).replaceAll(/"\d{4}-\d\d-\d\dT[^"]*"/g, '"at"');
        expect(bare(one.run)).toBe(bare(two.run));
      }),
    );
  });
});

it('the random histories go where it matters', () => {
  const reached = { sent: 0, void: 0, failed: 0, blocked: 0, completed: 0 };
  for (const { run } of fc
    .sample(history, { numRuns: 600, seed: 7 })
    .map((moves) => played(moves))) {
    const { submission: sub, approval } = run.tracks.AEP;
    if (sub?.status === 'sent') reached.sent += 1;
    if (approval?.status === 'void') reached.void += 1;
    if (run.tracks.AEP.steps.ACTIVATION?.status === 'FAILED') reached.failed += 1;
    if (run.tracks.AEP.steps.VAULT?.status === 'BLOCKED') reached.blocked += 1;
    if (run.completedAt) reached.completed += 1;
  }
  expect(
    Object.entries(reached).filter(([name, count]) => count === 0 && name !== 'completed'),
  ).toEqual([]);
});

describe('plans', () => {
  it.each([
    ['Azure', AZURE_PLAN],
    ['AWS', AWS_PLAN],
  ])(
    '%s: every step is reachable, predecessors come first, and one step ends the track',
    (_name, plan) => {
      for (const steps of Object.values(plan.tracks)) {
        const seen = new Set<string>();
        for (const { id, after } of steps) {
          for (const before of after) expect(seen.has(before)).toBe(true);
          seen.add(id);
        }
        const last = steps.at(-1)!.id;
        const needed = new Set<string>([last]);
        for (const { id, after } of steps.toReversed())
          if (needed.has(id)) after.forEach((before) => needed.add(before));
        expect([...needed].toSorted()).toEqual(steps.map(({ id }) => id).toSorted());
      }
    },
  );
});

describe('upcasting', () => {
  it('brings a run of plan version 1 to now (run rule 8)', () => {
    const { run } = new DrivenRun().prepare();
    const old = withActorTexts(run) as Record<string, unknown> & {
      tracks: Record<string, Record<string, unknown>>;
    };
    old['planVersion'] = 1;
    delete old['anomalies'];
    for (const t of TRACK_IDS) {
      delete old.tracks[t]!['networkChangedAt'];
      delete (old.tracks[t]!['key'] as Record<string, unknown>)['given'];
      for (const state of Object.values(
        old.tracks[t]!['steps'] as Record<string, Record<string, unknown>>,
      )) {
        Object.assign(state, {
          looking: state['observing'],
          nextLookAt: state['nextObservationAt'],
        });
        for (const later of ['acting', 'failure', 'observing', 'nextObservationAt'])
          delete state[later];
      }
    }
    expect(upcastRun(old)).toEqual(run);
  });

  it('refuses what it does not know', () => {
    expect(() => upcastRun({ planVersion: 99 })).toThrow(NewerVersion);
    expect(() => upcastWatch({ planVersion: 99 })).toThrow(NewerVersion);
    expect(() => upcastRun('nonsense')).toThrow(TypeError);
  });
});

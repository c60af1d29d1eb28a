/**
 * Drives a run through the real transition with its own clock: people's requests as calls, the
 * worker's observations from a function.
 */
import type { Effect } from '../src/effect.ts';
import type { EventData, EventKind, RunEvent } from '../src/event.ts';
import { WORKER, type EventActor } from '../src/eventActor.ts';
import type { StepFacts } from '../src/facts.ts';
import type { BlockedReadingOfTrack } from '../src/lastBlocked.ts';
import type { UnansweredChange } from '../src/setup/setupState.ts';
import type { Connections, Organization } from '../src/organization.ts';
import { planSteps } from '../src/plans/planFor.ts';
import { dueAt } from '../src/polling.ts';
import type { Refusal } from '../src/refusal.ts';
import { DEFAULT_POLICY, type Policy } from '../src/policy.ts';
import { type Run } from '../src/run.ts';
import type { StepState } from '../src/stepState.ts';
import { isObservedStep } from '../src/stepStatus.ts';
import { transition } from '../src/transition.ts';
import { TRACK_IDS, type ObservedStepId, type StepId, type TrackId } from '../src/vocabulary.ts';
import { TENANT } from './exampleFacts.ts';
import { goodFacts, goodOrganization, keyIdentifier } from './goodFacts.ts';
import { lostBy } from './lostBy.ts';

export type World = (track: TrackId, step: ObservedStepId) => StepFacts;
export const OPERATOR: EventActor = {
  principal: 'member:operator',
  name: 'Omar Operator',
  origin: 'console',
};
export const APPROVER: EventActor = {
  principal: 'member:approver',
  name: 'Ana Approver',
  origin: 'console',
};

export const CONNECTED: Connections = {
  adobe: { clientId: 'client' },
  azure: { tenantId: TENANT, subscriptionId: null, clientId: 'reader', access: 'READ' },
};

/** So that every test of any run sees it if the core changed what it was given. */
function frozen<T>(value: T): T {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value))
    Object.values(Object.freeze(value)).forEach(frozen);
  return value;
}

export class DrivenRun {
  run!: Run;
  /** The events that changed the run, in order. */
  readonly events: RunEvent[] = [];
  /** Effects that wait, by jobKey. */
  readonly effects = new Map<string, Effect & { dueAt: string }>();
  world: World = goodFacts;
  now = '2026-11-24T00:00:00.000Z';
  timeScale = 1;
  /** Called with the run after each event. */
  onApplied: (run: Run) => void = () => undefined;
  private count = 0;
  private readonly prefix: string = 'event';

  constructor(
    options: {
      organization?: Partial<Organization>;
      connections?: Connections;
      policy?: Partial<Policy>;
      lastBlocked?: BlockedReadingOfTrack[];
      unanswered?: UnansweredChange[];
      /** When it starts, and what the IDs of its events begin with. */
      now?: string;
      events?: string;
    } = {},
  ) {
    this.now = options.now ?? this.now;
    this.prefix = options.events ?? this.prefix;
    this.must('runStarted', {
      runId: '7d2b2f64-3f0e-4b55-8f0f-0a6a3f1c9e01',
      organization: { ...goodOrganization, ...options.organization },
      connections: options.connections ?? CONNECTED,
      policy: { ...DEFAULT_POLICY, ...options.policy },
      ...(options.lastBlocked && { lastBlocked: options.lastBlocked }),
      ...(options.unanswered && { unanswered: options.unanswered }),
    });
  }

  /** Applies one event; answers the refusal if there is one. A second passes. */
  apply<K extends EventKind>(
    kind: K,
    data: EventData[K],
    actor: EventActor = OPERATOR,
  ): Refusal | null {
    this.wait(1);
    const event = frozen({
      id: `${this.prefix}-${(this.count += 1)}`,
      at: this.now,
      actor,
      kind,
      data,
    } as RunEvent);
    const outcome = transition(this.run ? frozen(this.run) : null, event);
    if ('refusal' in outcome) return outcome.refusal;
    const lost = this.run ? lostBy(this.run, event, outcome) : [];
    if (lost.length > 0) throw new Error(`${kind} loses what the run needs: ${lost.join(', ')}`);
    if (outcome.changed) this.events.push(event);
    this.run = outcome.run;
    for (const jobKey of outcome.clearJobKeys) {
      if (jobKey === '*') this.effects.clear();
      else this.effects.delete(jobKey);
    }
    for (const effect of outcome.effects)
      this.effects.set(effect.jobKey, {
        ...effect,
        dueAt: dueAt(effect.due, this.now, this.timeScale),
      });
    this.onApplied(this.run);
    return null;
  }

  must<K extends EventKind>(kind: K, data: EventData[K], actor: EventActor = OPERATOR): this {
    const refusal = this.apply(kind, data, actor);
    if (refusal) throw new Error(`${kind}: ${refusal.code} ${refusal.reason}`);
    return this;
  }

  wait(seconds: number): this {
    this.now = new Date(Date.parse(this.now) + seconds * 1000).toISOString();
    return this;
  }

  /** Answers every observation that is due from the world, until none is. */
  observe(): this {
    for (let rounds = 0; rounds < 200; rounds += 1) {
      const due = [...this.effects.values()].find(
        (effect) =>
          effect.dueAt <= this.now &&
          (effect.type === 'observeStep' || effect.type === 'rereadTrack'),
      );
      if (!due) return this;
      this.effects.delete(due.jobKey);
      if (due.type === 'observeStep') {
        const { track, step, attempt, waitingSince } = due.data;
        this.must(
          'factsObserved',
          {
            track,
            facts: this.world(track, step),
            attempt,
            waitingSince,
            timeScale: this.timeScale,
          },
          WORKER,
        );
      } else if (due.type === 'rereadTrack') {
        const { track, purpose, attempt } = due.data;
        const steps = planSteps(this.run, track)
          .map(({ id }) => id)
          .filter(isObservedStep);
        this.must(
          'trackReread',
          {
            track,
            purpose,
            attempt,
            facts: steps.map((step) => this.world(track, step)),
            timeScale: this.timeScale,
          },
          WORKER,
        );
      }
    }
    throw new Error('observations never end');
  }

  prepare(tracks: readonly TrackId[] = TRACK_IDS): this {
    for (const track of tracks) {
      this.must('stepAttested', {
        track,
        step: 'ENTITLEMENT',
        statement: 'Contract seen',
        reference: 'C-1',
      });
      this.must('keyProvided', {
        track,
        keyIdentifier: keyIdentifier(track),
        vaultResourceId: null,
      });
    }
    return this.observe();
  }

  approve(track: TrackId): this {
    this.must('approvalRequested', { track, principal: OPERATOR.principal });
    const data = {
      track,
      principal: APPROVER.principal,
      confirmImsOrgId: this.run.organization.imsOrgId,
      comment: null,
    };
    return this.must('approvalGranted', data, APPROVER);
  }

  /** Up to the POST's intent; the answer is the test's. */
  submit(name = 'keyway-cmk'): this {
    this.must('submissionRequested', {
      submissionId: 'submission-1',
      configurationName: name,
      confirmImsOrgId: this.run.organization.imsOrgId,
    });
    return this.observe();
  }

  accepted(status: string | null = 'CREATED'): this {
    this.must('configurationSending', { submissionId: 'submission-1', send: 1 }, WORKER);
    const answer = { id: 'job-1', status, keyVaultKeyIdentifier: null, imsOrgId: null };
    return this.must(
      'configurationAccepted',
      { submissionId: 'submission-1', found: false, answer, timeScale: this.timeScale },
      WORKER,
    );
  }

  reported(status: string | null): this {
    const answer = { id: 'job-1', status, keyVaultKeyIdentifier: null, imsOrgId: null };
    const data = {
      submissionId: 'submission-1',
      answer,
      failure: null,
      attempt: 0,
      pollingSince: this.now,
      timeScale: this.timeScale,
    };
    return this.must('configurationObserved', data, WORKER);
  }

  confirmCja(): this {
    this.must('ticketRecorded', { caseNumber: 'E-001234567', openedAt: null, url: null });
    return this.must('cjaConfirmed', {
      confirmedBy: 'Customer Care',
      confirmedAt: null,
      text: 'CMK is configured.',
    });
  }

  step(track: TrackId, step: StepId): StepState {
    return this.run.tracks[track].steps[step]!;
  }

  status(track: TrackId, step: StepId): string {
    return this.step(track, step).status;
  }
}

/**
 * Runs brought to any point by the real transitions, so that no test has a state the program could
 * not reach. The same events can be applied through the store.
 */
import { randomUUID } from 'node:crypto';
import {
  DEFAULT_POLICY,
  eventOf,
  isObservedStep,
  modeOf,
  planStep,
  planSteps,
  transition,
  unacceptedWarnings,
  type Connections,
  type Effect,
  WORKER,
  type EventActor,
  type EventData,
  type EventKind,
  type Organization,
  type Policy,
  type Run,
  type RunEvent,
  type StepFacts,
  type StepId,
  type TrackId,
} from '@keyway/core';
import { aClock, type TestClock } from './aClock.ts';
import { anOrganization, someConnections } from './anOrganization.ts';
import {
  exampleFacts,
  exampleKeyIdentifier,
  exampleReference,
  exampleVaultId,
} from './exampleFacts.ts';
import { STEP_NAMES, stepNameOf, type StepName } from './stepNames.ts';

/** Works on runs and requests approvals. */
export const OPERATOR: EventActor = {
  principal: 'member:00000000-0000-4000-8000-00000000000a',
  name: 'Olga Operator',
  origin: 'console',
};
/** Decides on what `OPERATOR` requested: another principal (four eyes). */
export const APPROVER: EventActor = {
  principal: 'member:00000000-0000-4000-8000-00000000000b',
  name: 'Ana Approver',
  origin: 'console',
};

export interface RunOptions {
  organization?: Partial<Organization>;
  connections?: Partial<Connections>;
  policy?: Partial<Policy>;
  clock?: TestClock;
}

/** A run that has just begun. */
export function aRun({
  organization,
  connections,
  policy,
  clock = aClock(),
}: RunOptions = {}): RunBuilder {
  const builder = new RunBuilder(null, clock);
  return builder.apply('runStarted', {
    runId: randomUUID(),
    organization: anOrganization(organization),
    connections: someConnections(connections),
    policy: { ...DEFAULT_POLICY, ...policy },
  });
}

/**
 * Continues a run that is there, such as one the store made; `events` holds what is to be
 * applied to it.
 */
export const continuing = (run: Run, clock: TestClock = aClock(run.updatedAt)): RunBuilder =>
  new RunBuilder(run, clock);

/** The vault with purge protection or without; in turns, each observation changes the run. */
export function observedVault(run: Run, isProtected: boolean): RunEvent {
  const facts = exampleFacts(run, 'AEP', 'VAULT');
  if (facts.step !== 'VAULT' || facts.vault.outcome !== 'seen') throw new Error('No vault.');
  const value = { ...facts.vault.value, enablePurgeProtection: isProtected };
  const seen = { ...facts, vault: { ...facts.vault, value } };
  const [event] = continuing(run).observe('vault', 'AEP', seen).events;
  return { ...event!, id: randomUUID(), at: new Date().toISOString() };
}

/** Changes in place; every method answers the builder. */
export class RunBuilder {
  readonly events: RunEvent[] = [];
  /** Everything the events asked for, in order. */
  readonly effects: Effect[] = [];
  readonly clock: TestClock;
  private state: Run | null;

  constructor(run: Run | null, clock: TestClock) {
    this.state = run;
    this.clock = clock;
  }

  get run(): Run {
    if (!this.state) throw new Error('The run has not begun.');
    return this.state;
  }

  /** Applies one event, a second after the last. Throws where the run refuses it. */
  apply<K extends EventKind>(kind: K, data: EventData[K], actor: EventActor = OPERATOR): this {
    const event = eventOf({ id: randomUUID(), at: this.clock.advance(1), actor }, kind, data);
    const outcome = transition(this.state, event);
    if ('refusal' in outcome)
      throw new Error(`${kind} was refused: ${outcome.refusal.code} ${outcome.refusal.reason}`);
    this.state = outcome.run;
    this.events.push(event);
    this.effects.push(...outcome.effects);
    return this;
  }

  /** Everything before the step is done, and the step is open. */
  at(step: StepName, track: TrackId = 'AEP'): this {
    const wanted = STEP_NAMES[step];
    for (const { id } of planSteps(this.run, track)) {
      if (id === wanted) return this;
      this.complete(id, track);
    }
    throw new Error(`The ${track} track has no step ${step}.`);
  }

  /** The request for the track's approval is refused. */
  refused(track: TrackId): this {
    this.at('approval', track).requestApproval(track);
    const { principal } = APPROVER;
    return this.apply('approvalRefused', { track, principal, reason: 'Not this key.' }, APPROVER);
  }

  /** The whole track is done. */
  through(track: TrackId): this {
    for (const { id } of planSteps(this.run, track)) this.complete(id, track);
    return this;
  }

  /** Both tracks are done. */
  completed(): this {
    return this.through('AEP').through('CJA');
  }

  /** One observation of the worker; without facts everything is as it should be. */
  observe(step: StepName, track: TrackId = 'AEP', facts?: Partial<StepFacts>): this {
    const id = STEP_NAMES[step];
    if (!isObservedStep(id)) throw new Error(`${step} is not observed.`);
    const seen = { ...exampleFacts(this.run, track, id), ...facts } as StepFacts;
    return this.apply(
      'factsObserved',
      { track, facts: seen, attempt: 0, waitingSince: this.clock.instant(), timeScale: 1 },
      WORKER,
    );
  }

  /** Does one step, whose predecessors are done; nothing where it is done. */
  complete(step: StepId, track: TrackId): this {
    const state = this.run.tracks[track].steps[step];
    if (!state || state.status === 'DONE') return this;
    if (step === 'VAULT' && !this.run.tracks[track].key && this.run.organization.cloud === 'AZURE')
      this.provideKey(track);
    if (isObservedStep(step) && modeOf(this.run, track, step) !== 'ATTESTED') {
      this.observe(stepNameOf(step), track);
    } else if (
      step === 'ENTITLEMENT' ||
      isObservedStep(step) ||
      (this.run.organization.cloud === 'AWS' && step !== 'APPROVAL')
    ) {
      this.attest(step, track);
    } else {
      this.decide(step, track);
    }
    const { status, checks } = this.run.tracks[track].steps[step]!;
    if (status !== 'DONE')
      throw new Error(`${track} ${step} is ${status} and not DONE: ${JSON.stringify(checks)}`);
    return this;
  }

  private provideKey(track: TrackId): void {
    this.apply('keyProvided', {
      track,
      keyIdentifier: exampleKeyIdentifier(this.run, track),
      vaultResourceId: exampleVaultId(this.run, track),
    });
  }

  private attest(step: StepId, track: TrackId): void {
    const reference = exampleReference(this.run, track, step);
    const confirmImsOrgId = planStep(this.run, track, step)?.pointOfNoReturn
      ? this.run.organization.imsOrgId
      : null;
    this.apply('stepAttested', {
      track,
      step,
      statement: `${step} was done and checked together.`,
      reference,
      confirmImsOrgId,
    });
  }

  private decide(step: StepId, track: TrackId): void {
    if (step === 'APPROVAL') this.approve(track);
    else if (step === 'SUBMISSION') this.submit();
    else if (step === 'ACTIVATION') this.activate();
    else if (step === 'TICKET')
      this.apply('ticketRecorded', { caseNumber: 'E-001234567', openedAt: null, url: null });
    else
      this.apply('cjaConfirmed', {
        confirmedBy: 'Adobe Customer Care',
        confirmedAt: null,
        text: 'CMK is enabled for CJA.',
      });
  }

  private requestApproval(track: TrackId): void {
    for (const check of unacceptedWarnings(this.run, track))
      this.apply('checkOverridden', { track, check, reason: 'Known and accepted.' });
    this.apply('approvalRequested', { track, principal: OPERATOR.principal });
  }

  private approve(track: TrackId): void {
    this.requestApproval(track);
    const confirmImsOrgId = this.run.organization.imsOrgId;
    this.apply(
      'approvalGranted',
      { track, principal: APPROVER.principal, confirmImsOrgId, comment: null },
      APPROVER,
    );
  }

  private submit(): void {
    if (!this.run.connections.adobe) return this.attest('SUBMISSION', 'AEP');
    const submissionId = randomUUID();
    this.apply('submissionRequested', {
      submissionId,
      configurationName: 'keyway-cmk',
      confirmImsOrgId: this.run.organization.imsOrgId,
    });
    this.reread();
    this.apply('configurationSending', { submissionId, send: 1 }, WORKER);
    const answer = {
      id: 'job-1',
      status: 'NEW',
      keyVaultKeyIdentifier: null,
      imsOrgId: this.run.organization.imsOrgId,
    };
    this.apply(
      'configurationAccepted',
      { submissionId, found: false, answer, timeScale: 1 },
      WORKER,
    );
  }

  /** Every fact of AEP read again just before the act, unchanged. */
  reread(): this {
    const facts = planSteps(this.run, 'AEP').flatMap(({ id }) =>
      isObservedStep(id) && modeOf(this.run, 'AEP', id) !== 'ATTESTED'
        ? [exampleFacts(this.run, 'AEP', id)]
        : [],
    );
    return this.apply(
      'trackReread',
      { track: 'AEP', purpose: 'submission', facts, attempt: 0, timeScale: 1 },
      WORKER,
    );
  }

  private activate(): void {
    const { submission } = this.run.tracks.AEP;
    if (!submission) return this.attest('ACTIVATION', 'AEP');
    const answer = {
      id: submission.externalId,
      status: 'COMPLETED',
      keyVaultKeyIdentifier: null,
      imsOrgId: this.run.organization.imsOrgId,
    };
    const pollingSince = submission.sentAt ?? this.clock.instant();
    this.apply(
      'configurationObserved',
      {
        submissionId: submission.id,
        answer,
        failure: null,
        attempt: 0,
        pollingSince,
        timeScale: 1,
      },
      WORKER,
    );
  }
}

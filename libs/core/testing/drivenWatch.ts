/** A watch of a completed run, driven by observations of a world that tests change. */
import type { StepFacts } from '../src/facts.ts';
import type { Instant, TrackId } from '../src/vocabulary.ts';
import { TRACK_IDS } from '../src/vocabulary.ts';
import { WORKER, type EventActor } from '../src/eventActor.ts';
import { advanceWatch, type WatchAdvance, type WatchEvent } from '../src/watch/advanceWatch.ts';
import { versionsToRead } from '../src/watch/keyVersions.ts';
import { startWatch } from '../src/watch/startWatch.ts';
import type { TrackObservation } from '../src/watch/trackAfterObservation.ts';
import { watchedSteps, type Watch, type WatchedTrack } from '../src/watch/watch.ts';
import { AWS_ROLE, factsOnAws, KEY_ARN, ON_AWS, POLICY_TEMPLATE } from './awsFacts.ts';
import { DrivenRun, type World } from './drivenRun.ts';
import { goodFacts } from './goodFacts.ts';

/** A run whose both tracks are approved, sent and confirmed. */
export const completedRun = (world: World = goodFacts): DrivenRun => {
  const driven = new DrivenRun();
  driven.world = world;
  driven.prepare().approve('AEP').submit().accepted().reported('COMPLETED');
  return driven.approve('CJA').observe().confirmCja().observe();
};

export const worldOnAws: World = (_track, step) => factsOnAws(step);

/** A run on AWS whose key and policy were read, with every warning accepted. */
export function completedOnAws(world: World = worldOnAws): DrivenRun {
  const driven = new DrivenRun({
    organization: ON_AWS,
    connections: { adobe: null, azure: null, aws: AWS_ROLE },
  });
  driven.world = world;
  const { imsOrgId: confirmImsOrgId } = driven.run.organization;
  const attest = (step: 'ENTITLEMENT' | 'SUBMISSION' | 'ACTIVATION' | 'CONFIRMATION') =>
    driven
      .must('stepAttested', {
        ...{ track: 'AEP', step, statement: 'seen', reference: 'contoso-cmk', confirmImsOrgId },
      })
      .observe();
  attest('ENTITLEMENT');
  driven
    .must('keyProvided', { track: 'AEP', keyIdentifier: KEY_ARN, vaultResourceId: null })
    .must('keyPolicyProvided', { policy: POLICY_TEMPLATE })
    .observe();
  for (const step of ['KEY', 'POLICY'] as const)
    for (const { check, verdict } of driven.step('AEP', step).checks)
      if (verdict === 'WARN')
        driven.must('checkOverridden', { track: 'AEP', check, reason: 'accepted' });
  driven.approve('AEP');
  attest('SUBMISSION');
  attest('ACTIVATION');
  return attest('CONFIRMATION');
}

export class DrivenWatch {
  watch: Watch;
  now: Instant;
  world: World = goodFacts;
  /** Whether a former version is enabled; null: it cannot be read. */
  formerEnabled: (version: string) => boolean | null = () => true;
  /** Names of own alerts in the order in which they were opened and resolved. */
  readonly alerts: string[] = [];
  readonly changes: WatchAdvance['changes'] = [];
  last: WatchAdvance | null = null;
  private count = 0;

  constructor(driven: DrivenRun = completedRun()) {
    this.now = driven.now;
    this.watch = startWatch(driven.run, driven.now)!;
  }

  track(id: TrackId): WatchedTrack {
    return this.watch.tracks[id]!;
  }

  wait(seconds: number): this {
    this.now = new Date(Date.parse(this.now) + seconds * 1000).toISOString();
    return this;
  }

  apply(event: Pick<WatchEvent, 'kind' | 'data'>, actor: EventActor = WORKER): this {
    const all = { id: `e${(this.count += 1)}`, at: this.now, actor, ...event } as WatchEvent;
    const outcome = advanceWatch(this.watch, all);
    if ('refusal' in outcome) throw new Error(outcome.refusal.reason);
    this.watch = outcome.watch;
    this.last = outcome;
    this.changes.push(...outcome.changes);
    this.alerts.push(
      ...outcome.resolved.map((name) => `- ${name}`),
      ...outcome.opened.map(({ name }) => `+ ${name}`),
    );
    return this;
  }

  /** One observation of everything; 15 minutes pass before it. */
  observe(
    world: World = this.world,
    more: Partial<Record<TrackId, Partial<TrackObservation>>> = {},
  ): this {
    this.world = world;
    this.wait(900);
    const tracks = Object.fromEntries(
      TRACK_IDS.filter((id) => this.watch.tracks[id]).map((id) => {
        const facts: StepFacts[] = watchedSteps(this.track(id)).map((step) => world(id, step));
        const formerVersions = versionsToRead(this.track(id).versions, this.now).map((version) => ({
          version,
          enabled: this.formerEnabled(version),
        }));
        return [id, { facts, formerVersions, ...more[id] }];
      }),
    );
    const { organization, connections } = this.watch;
    const data = { organization, connections, tracks, timeScale: 1 };
    return this.apply({ kind: 'observed', data });
  }
}

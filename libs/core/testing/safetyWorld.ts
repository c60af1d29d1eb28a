/**
 * One organization with successive runs, several people, the worker, and an Adobe that may lose
 * answers, hide what it accepted, and accept a second configuration.
 */
import type { StepFacts } from '../src/facts.ts';
import type { EventData, EventKind } from '../src/event.ts';
import type { EventActor } from '../src/eventActor.ts';
import { blockedReadings } from '../src/lastBlocked.ts';
import type { Connections, Organization } from '../src/organization.ts';
import { planSteps } from '../src/plans/planFor.ts';
import type { Policy } from '../src/policy.ts';
import { isObservedStep } from '../src/stepStatus.ts';
import { TRACK_IDS, type ObservedStepId, type TrackId } from '../src/vocabulary.ts';
import { factsOnAws, KEY_ARN, POLICY_TEMPLATE } from './awsFacts.ts';
import { BlockLedger } from './blockLedger.ts';
import { DrivenRun } from './drivenRun.ts';
import { APPLICATION, seen } from './exampleFacts.ts';
import {
  attestedApplication,
  attestedReference,
  goodFacts,
  goodVault,
  keyIdentifier,
} from './goodFacts.ts';
import { SetupAzure } from './setupWorker.ts';

export const PEOPLE: readonly EventActor[] = ['anna', 'bert', 'cleo'].map((name) => ({
  principal: `member:${name}`,
  name,
  origin: 'console',
}));

export interface AtAdobe {
  name: string;
  key: string;
  failed: boolean;
  hidden: boolean;
}
export interface Setting {
  organization?: Partial<Organization>;
  connections: Connections;
  policy?: Partial<Policy>;
  /** Everything up to the approvals is done when a run begins. */
  prepared?: boolean;
  /** Who acts; everybody where nobody is named. */
  people?: readonly EventActor[];
}
export class SafetyWorld {
  readonly adobe: AtAdobe[] = [];
  /** What automatic mode made for each track, in any run. */
  readonly azure = { AEP: new SetupAzure('AEP'), CJA: new SetupAzure('CJA') };
  readonly setting: Setting;
  /** What was seen BLOCKED in any run. */
  readonly blocks = new BlockLedger();
  runs: DrivenRun[] = [];
  /** The track of what was offered; nothing else counts for this move. */
  offered: TrackId | null = null;
  private n = 0;

  constructor(setting: Setting) {
    this.setting = setting;
    this.startRun();
  }

  get driven(): DrivenRun {
    return this.runs.at(-1)!;
  }

  /** The choices of the next move come from `n`. */
  begin(n: number): void {
    this.n = n;
    this.offered = null;
  }

  /** The next choice of this move. */
  pick<T>(from: readonly T[]): T {
    const chosen = from[this.n % from.length]!;
    this.n = Math.floor(this.n / from.length);
    return chosen;
  }

  track(): TrackId {
    return this.offered ?? this.pick(TRACK_IDS);
  }

  person(): EventActor {
    return this.pick(this.setting.people ?? PEOPLE);
  }

  does<K extends EventKind>(kind: K, data: EventData[K], actor = this.person()): boolean {
    return this.driven.apply(kind, data, actor) === null;
  }

  startRun(): void {
    const before = this.runs.at(-1)?.run;
    const taken = before ? { lastBlocked: blockedReadings(before) } : {};
    this.runs.push(new DrivenRun({ ...this.setting, ...taken }));
    this.driven.onApplied = (run) => this.blocks.note(run);
    this.driven.world = (track, step) => this.seen(track, step);
    if (this.setting.prepared) this.prepare();
  }

  /**
   * Everything as it should be; where nobody reads Adobe, the application is the one that was
   * attested.
   */
  seen(track: TrackId, step: ObservedStepId): StepFacts {
    if (this.driven.run.organization.cloud === 'AWS') return factsOnAws(step);
    const facts = goodFacts(track, step);
    if (step !== 'CONSENT' || track === 'CJA' || this.driven.run.connections.adobe) return facts;
    return JSON.parse(
      JSON.stringify(facts).replaceAll(APPLICATION, attestedApplication),
    ) as StepFacts;
  }

  /** The same, where somebody created the vault without purge protection. */
  withoutPurge(track: TrackId, step: ObservedStepId): StepFacts {
    const facts = this.seen(track, step);
    return facts.step === 'VAULT'
      ? { ...facts, vault: seen({ ...goodVault(track), enablePurgeProtection: false }) }
      : facts;
  }

  /** The key that belongs there. */
  key(track: TrackId): string {
    return this.driven.run.organization.cloud === 'AWS' ? KEY_ARN : keyIdentifier(track);
  }

  private prepare(): void {
    const [somebody] = this.setting.people ?? PEOPLE;
    for (const track of TRACK_IDS) {
      const { run } = this.driven;
      this.does(
        'stepAttested',
        { track, step: 'ENTITLEMENT', statement: 'said', reference: null },
        somebody,
      );
      this.does(
        'keyProvided',
        { track, keyIdentifier: this.key(track), vaultResourceId: null },
        somebody,
      );
      this.does('keyPolicyProvided', { policy: POLICY_TEMPLATE }, somebody);
      this.driven.observe();
      for (const { id } of planSteps(run, track).filter((step) => isObservedStep(step.id)))
        this.does(
          'stepAttested',
          {
            track,
            step: id,
            statement: 'said',
            reference: attestedReference(id),
          },
          somebody,
        );
      this.driven.observe();
    }
  }

  /** A POST that arrives. Adobe knows a configuration by its name. */
  takes(name: string, key: string, hidden: boolean): void {
    const there = this.adobe.find((one) => one.name === name && !one.failed);
    if (!there) this.adobe.push({ name, key, failed: false, hidden });
  }
}

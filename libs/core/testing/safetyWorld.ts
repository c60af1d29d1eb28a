/**
 * One organization with successive runs, several people, the worker, and an Adobe that refuses
 * nothing it need not refuse: it may lose an answer, hide what it took, and take a second
 * configuration. For properties of what must never happen, whoever does what in which order.
 */
import type { StepFacts } from '../src/facts.ts';
import type { EventActor, EventData, EventKind } from '../src/event.ts';
import type { Connections, Organization } from '../src/organization.ts';
import { planSteps } from '../src/plans/planFor.ts';
import { nextActions } from '../src/nextActions.ts';
import type { Policy } from '../src/run.ts';
import { isObservedStep } from '../src/stepStatus.ts';
import {
  STEP_IDS,
  TRACK_IDS,
  type ObservedStepId,
  type StepId,
  type TrackId,
} from '../src/vocabulary.ts';
import { CONNECTED, DrivenRun } from './drivenRun.ts';
import { APPLICATION } from './exampleFacts.ts';
import { attestedApplication, goodFacts, keyIdentifier } from './goodFacts.ts';
import { poll, work } from './workerMoves.ts';

export const PEOPLE: readonly EventActor[] = ['anna', 'bert', 'cleo'].map((name) => ({
  principal: `member:${name}`,
  name,
}));
const NAMES = ['keyway-cmk', 'other-cmk', 'Unusual CMK'];
const OTHER_KEY = 'https://other-cmk.vault.azure.net/keys/ajo-cmk/02cee357ad5d4c72b2b04881fdffd626';

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
/** One move, and the number that its choices come from. */
export interface Move {
  what: keyof typeof MOVES;
  n: number;
}

export class SafetyWorld {
  readonly adobe: AtAdobe[] = [];
  readonly setting: Setting;
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

  play({ what, n }: Move): void {
    this.n = n;
    this.offered = null;
    MOVES[what](this);
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
    this.runs.push(new DrivenRun(this.setting));
    this.driven.world = (track, step) => this.seen(track, step);
    if (this.setting.prepared) this.prepare();
  }

  /**
   * Everything as it should be; where nobody reads Adobe, the application is the one that was
   * attested.
   */
  seen(track: TrackId, step: ObservedStepId): StepFacts {
    const facts = goodFacts(track, step);
    if (step !== 'CONSENT' || track === 'CJA' || this.driven.run.connections.adobe) return facts;
    return JSON.parse(
      JSON.stringify(facts).replaceAll(APPLICATION, attestedApplication),
    ) as StepFacts;
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
        { track, keyIdentifier: keyIdentifier(track), vaultResourceId: null },
        somebody,
      );
      this.driven.observe();
      for (const { id } of planSteps(run, track).filter((step) => isObservedStep(step.id)))
        this.does(
          'stepAttested',
          { track, step: id, statement: 'said', reference: attestedApplication },
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

const confirmImsOrgId = (world: SafetyWorld): string =>
  world.pick([
    world.driven.run.organization.imsOrgId,
    world.driven.run.organization.imsOrgId,
    world.driven.run.organization.imsOrgId,
    'other',
  ]);

function attest(world: SafetyWorld, track: TrackId, step: StepId): void {
  const approved = world.driven.run.tracks[track].approval?.configurationName;
  const reference =
    step === 'APP_REGISTRATION'
      ? attestedApplication
      : step === 'SUBMISSION'
        ? (approved ?? world.pick(NAMES))
        : null;
  const said = world.does('stepAttested', {
    track,
    step,
    statement: 'said',
    reference,
    confirmImsOrgId: confirmImsOrgId(world),
  });
  // Whoever submits by hand sees in Adobe's page what is there.
  if (said && step === 'SUBMISSION' && !world.adobe.some((one) => !one.failed))
    world.takes(reference ?? 'by hand', 'by hand', false);
}

/** Somebody does what the server offers them: so that random moves get far. */
function offered(world: SafetyWorld): void {
  const { driven } = world;
  const person = world.person();
  const actions = nextActions(
    driven.run,
    { principal: person.principal, may: () => true },
    driven.now,
  ).filter(({ movesRun }) => movesRun);
  const action = actions.length > 0 ? world.pick([actions[0]!, world.pick(actions)]) : null;
  world.offered = action?.track ?? null;
  if (action?.mutation === 'attestStep') attest(world, action.track!, action.step!);
  else if (action && Object.hasOwn(MOVES, action.mutation))
    MOVES[action.mutation as keyof typeof MOVES](world);
}

const MOVES = {
  offered,
  work,
  poll,
  wait: (world: SafetyWorld) => void world.driven.wait(world.pick([30, 3600, 8 * 24 * 3600])),
  appears: (world: SafetyWorld) => world.adobe.forEach((one) => (one.hidden = false)),
  attestStep: (world: SafetyWorld) => attest(world, world.track(), world.pick(STEP_IDS)),
  provideKey: (world: SafetyWorld) => {
    const track = world.track();
    world.does('keyProvided', {
      track,
      keyIdentifier: world.pick([keyIdentifier(track), keyIdentifier(track), OTHER_KEY]),
      vaultResourceId: null,
    });
  },
  verify: (world: SafetyWorld) =>
    void world.does('verificationRequested', { track: null, step: null }),
  requestApproval: (world: SafetyWorld) => {
    const person = world.person();
    const data = { track: world.track(), principal: person.principal };
    world.does(
      'approvalRequested',
      { ...data, configurationName: data.track === 'CJA' ? null : world.pick([null, ...NAMES]) },
      person,
    );
  },
  approve: (world: SafetyWorld) => {
    const person = world.person();
    world.does(
      'approvalGranted',
      {
        track: world.track(),
        principal: person.principal,
        confirmImsOrgId: confirmImsOrgId(world),
        comment: null,
      },
      person,
    );
  },
  refuse: (world: SafetyWorld) => {
    const person = world.person();
    world.does(
      'approvalRefused',
      { track: world.track(), principal: person.principal, reason: 'no' },
      person,
    );
  },
  withdrawApproval: (world: SafetyWorld) => {
    const person = world.person();
    world.does(
      'approvalWithdrawn',
      {
        track: world.track(),
        principal: person.principal,
        owner: world.pick([false, true]),
        reason: 'no',
      },
      person,
    );
  },
  submitConfiguration: (world: SafetyWorld) => {
    const { approval, earlierSubmissions } = world.driven.run.tracks.AEP;
    const configurationName = world.pick([
      approval?.configurationName ?? earlierSubmissions?.at(-1)?.name ?? NAMES[0]!,
      ...NAMES,
    ]);
    world.does('submissionRequested', {
      submissionId: `s${world.driven.events.length}`,
      configurationName,
      confirmImsOrgId: confirmImsOrgId(world),
    });
  },
  recordTicket: (world: SafetyWorld) =>
    void world.does('ticketRecorded', { caseNumber: 'E-1', openedAt: null, url: null }),
  confirmCja: (world: SafetyWorld) =>
    void world.does('cjaConfirmed', { confirmedBy: 'Care', confirmedAt: null, text: 'done' }),
  overrideCheck: (world: SafetyWorld) =>
    void world.does('checkOverridden', {
      track: world.track(),
      check: 'vaultUsesRbac',
      reason: 'fine',
    }),
  retryStep: (world: SafetyWorld) =>
    void world.does('stepRetried', {
      track: world.track(),
      step: world.pick(['SUBMISSION', 'ACTIVATION', 'ROLE']),
    }),
  connect: (world: SafetyWorld) => {
    const connections = {
      adobe: world.pick([CONNECTED.adobe, null]),
      azure: world.pick([CONNECTED.azure, null]),
    };
    world.does('connectionsChanged', { connections });
  },
  cancelRun: (world: SafetyWorld) => void world.does('runCancelled', { reason: 'given up' }),
  startRun: (world: SafetyWorld) => {
    if (world.driven.run.cancelled) world.startRun();
  },
  /** Every step that is read is seen as it should be, so that the run comes where it matters. */
  observe: (world: SafetyWorld) => {
    const { driven } = world;
    for (const track of TRACK_IDS)
      for (const { id } of planSteps(driven.run, track).filter((step) => isObservedStep(step.id)))
        if (
          isObservedStep(id) &&
          driven.step(track, id).status !== 'LOCKED' &&
          driven.run.organization.cloud === 'AZURE' &&
          driven.run.connections.azure
        )
          driven.apply('factsObserved', {
            track,
            facts: world.seen(track, id),
            attempt: 0,
            waitingSince: driven.now,
            timeScale: 1,
          });
  },
} satisfies Record<string, (world: SafetyWorld) => void>;

export const MOVE_NAMES = Object.keys(MOVES) as Move['what'][];

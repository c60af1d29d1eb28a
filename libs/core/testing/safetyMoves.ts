/** What people, the worker and Adobe may do in a `SafetyWorld`, each in any order. */
import { evidenceBlocks } from '../src/evidence.ts';
import { nextActions } from '../src/nextActions.ts';
import { isObservedStep } from '../src/stepStatus.ts';
import { planSteps } from '../src/plans/planFor.ts';
import { STEP_IDS, TRACK_IDS, type StepId, type TrackId } from '../src/vocabulary.ts';
import { AWS_ROLE, DEFAULT_POLICY_TEXT, kmsStep, POLICY_TEMPLATE, policyStep } from './awsFacts.ts';
import { CONNECTED } from './drivenRun.ts';
import { attestedApplication } from './goodFacts.ts';
import type { SafetyWorld } from './safetyWorld.ts';
import { setupInput } from './setupExamples.ts';
import { poll, work } from './workerMoves.ts';

const NAMES = ['keyway-cmk', 'other-cmk', 'Unusual CMK'];
const OTHER_KEY = 'https://other-cmk.vault.azure.net/keys/ajo-cmk/02cee357ad5d4c72b2b04881fdffd626';

/** One move, and the number that its choices come from. */
export interface Move {
  what: keyof typeof MOVES;
  n: number;
}

export function play(world: SafetyWorld, { what, n }: Move): void {
  world.begin(n);
  MOVES[what](world);
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
  const isAttested = world.does('stepAttested', {
    track,
    step,
    statement: 'said',
    reference,
    confirmImsOrgId: confirmImsOrgId(world),
  });
  // Whoever submits by hand sees in Adobe's page what is there.
  if (isAttested && step === 'SUBMISSION' && !world.adobe.some((one) => !one.failed))
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
      keyIdentifier: world.pick([world.key(track), world.key(track), OTHER_KEY]),
      vaultResourceId: null,
    });
  },
  provideKeyPolicy: (world: SafetyWorld) =>
    void world.does('keyPolicyProvided', { policy: POLICY_TEMPLATE }),
  /** The vault, the policy of the key, or the key, is changed while nobody reads it. */
  change: (world: SafetyWorld) => {
    const { driven } = world;
    const isGood = world.pick([true, false, true]);
    driven.world = (track, step) => {
      if (isGood) return world.seen(track, step);
      if (driven.run.organization.cloud === 'AZURE') return world.withoutPurge(track, step);
      return step === 'KEY' ? kmsStep({ keyState: 'Disabled' }) : policyStep(DEFAULT_POLICY_TEXT);
    };
  },
  /** The same, read by Keyway. */
  worsen: (world: SafetyWorld) => {
    world.begin(1);
    MOVES.change(world);
    MOVES.verify(world);
    world.driven.observe();
  },
  disconnect: (world: SafetyWorld) =>
    void world.does('connectionsChanged', { connections: { adobe: null, azure: null, aws: null } }),
  /** Every step that a person may attest now, in the order of the plan. */
  attestAll: (world: SafetyWorld) => {
    for (const track of TRACK_IDS)
      for (const { id } of planSteps(world.driven.run, track).filter(({ id: step }) =>
        isObservedStep(step),
      ))
        attest(world, track, id);
  },
  planSetup: (world: SafetyWorld) => {
    const track = world.track();
    world.does('setupRequested', { track, ...setupInput(track) });
  },
  confirmSetup: (world: SafetyWorld) => {
    const track = world.track();
    const planHash = world.driven.run.tracks[track].setup?.plan?.hash ?? 'none';
    world.does('setupConfirmed', { track, planHash });
  },
  cancelSetup: (world: SafetyWorld) => void world.does('setupCancelled', { track: world.track() }),
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
    const track = world.track();
    const blocks = evidenceBlocks(world.driven.run, track);
    world.does(
      'approvalGranted',
      {
        track,
        principal: person.principal,
        confirmImsOrgId: confirmImsOrgId(world),
        comment: world.pick(['seen', 'seen', null]),
        acceptedBlocks: world.pick([blocks, blocks, blocks.slice(1)]),
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
      azure: world.pick([CONNECTED.azure, null, world.setting.connections.azure]),
      aws: world.pick([AWS_ROLE, null]),
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
          (driven.run.connections.azure ?? driven.run.connections.aws)
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

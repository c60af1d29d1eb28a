/**
 * What must never happen, over random sequences of 40 to 60 moves of several people, the worker and
 * Adobe, on every plan and way of doing it.
 */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { AWS_ROLE, ON_AWS } from '../testing/awsFacts.ts';
import { CONNECTED } from '../testing/drivenRun.ts';
import { MOVE_NAMES, play, type Move } from '../testing/safetyMoves.ts';
import { WRITE } from '../testing/setupWorker.ts';
import { PEOPLE, SafetyWorld, type Setting } from '../testing/safetyWorld.ts';
import { evidenceBlocks } from './evidence.ts';
import { heldConfiguration } from './heldConfiguration.ts';
import { isFrozen } from './knowledge.ts';
import { lastBlockedOf } from './lastBlocked.ts';
import { planFor, planSteps } from './plans/planFor.ts';
import type { Run } from './run.ts';
import { CLOUDS, TRACK_IDS, type StepId, type TrackId } from './vocabulary.ts';

const NOBODY = { adobe: null, azure: null };
const AWS = ON_AWS;
const SETTINGS: [string, Setting][] = [
  ['Azure, connected', { connections: CONNECTED }],
  ['Azure, attested', { connections: NOBODY }],
  [
    'Azure, connected to Azure alone, with cooling-off',
    { connections: { ...CONNECTED, adobe: null }, policy: { coolingOffSeconds: 60 } },
  ],
  ['Azure, automatic mode', { connections: WRITE }],
  ['AWS', { organization: AWS, connections: NOBODY, policy: { coolingOffSeconds: 60 } }],
  ['AWS, connected', { organization: AWS, connections: { ...NOBODY, aws: AWS_ROLE } }],
];

/** What leads away from an approval, for the property that is about it. */
const BAD: ReadonlySet<Move['what']> = new Set(['worsen', 'disconnect', 'attestAll']);
const move = fc.record<Move>({
  what: fc.oneof(
    { weight: 3, arbitrary: fc.constant<Move['what']>('offered') },
    { weight: 1, arbitrary: fc.constantFrom<Move['what']>('work', 'poll', 'observe') },
    { weight: 2, arbitrary: fc.constantFrom(...MOVE_NAMES.filter((name) => !BAD.has(name))) },
  ),
  n: fc.nat(),
});
const SIZE = { minLength: 40, maxLength: 60, size: 'max' } as const;
const moves = fc.array(move, SIZE);
/** Half of them begin where the approvals are asked for: what matters most comes after that. */
const story = fc.record({ prepared: fc.boolean(), all: moves });
/** Of a set-up by Keyway, which needs its moves in their order. */
const setupMove = fc.record<Move>({
  what: fc.constantFrom('offered', 'planSetup', 'work', 'confirmSetup', 'work'),
  n: fc.nat(),
});
const setupMoves = fc.array(fc.oneof(setupMove, move), SIZE);

const noReturn = (run: Run, track: TrackId): StepId[] =>
  planSteps(run, track)
    .filter(({ pointOfNoReturn }) => pointOfNoReturn)
    .map(({ id }) => id);

/** Whether somebody decides on the track's evidence, or decided and may use it. */
const isAskedFor = (run: Run, track: TrackId): boolean =>
  !isFrozen(run, track) &&
  ['requested', 'approved'].includes(run.tracks[track].approval?.status ?? '');

/** What one move must not have done. */
function expectSafe(before: Run, world: SafetyWorld): void {
  const { run, now } = world.driven;
  expect(world.adobe.filter(({ failed }) => !failed).length).toBeLessThanOrEqual(1);
  if (run.id !== before.id || run === before) return;
  if (heldConfiguration(before) !== null && run.tracks.AEP.submission?.outcome !== 'refused')
    expect(heldConfiguration(run)).not.toBeNull();
  if (run.cancelled) expect([heldConfiguration(run), run.tracks.CJA.ticket]).toEqual([null, null]);
  for (const track of TRACK_IDS) {
    if (isAskedFor(run, track)) expect(world.blocks.missingIn(run, track)).toEqual([]);
    const [was, is] = [before.tracks[track], run.tracks[track]];
    if (isFrozen(before, track) && !isFrozen(run, track))
      expect(['FAILED', 'failed']).toContain(
        was.submission?.statuses.at(-1)?.status ?? was.submission?.status,
      );
    const crossed = !isFrozen(before, track) && isFrozen(run, track);
    if (crossed) {
      const approval = was.approval!;
      expect(approval.acceptedBlocks ?? []).toEqual(evidenceBlocks(before, track));
      expect(approval.acceptedBlocks && approval.comment).not.toBeNull();
      expect(approval.status).toBe('approved');
      expect(approval.decidedBy!.principal).not.toBe(approval.requestedBy.principal);
      expect(now < approval.expiresAt!).toBe(true);
      expect(Date.parse(now) - Date.parse(approval.decidedAt!)).toBeGreaterThanOrEqual(
        run.policy.coolingOffSeconds * 1000,
      );
    }
    for (const step of noReturn(run, track))
      if (is.steps[step]!.status === 'DONE') expect(is.approval?.status).toBe('spent');
    // A name that was approved is the one that is sent.
    const name = is.approval?.configurationName ?? null;
    if (crossed && name !== null && is.submission) expect(is.submission.name).toBe(name);
  }
}

function playAll(setting: Setting, all: readonly Move[]): SafetyWorld {
  const world = new SafetyWorld(setting);
  for (const one of all) {
    const before = world.driven.run;
    play(world, one);
    expectSafe(before, world);
  }
  return world;
}

describe('whoever does what in which order', () => {
  it.each(SETTINGS)('%s: one configuration, two people, and no way back', (_name, setting) => {
    fc.assert(
      fc.property(story, ({ prepared, all }) => void playAll({ ...setting, prepared }, all)),
    );
  });

  it.each(SETTINGS)('%s: one person alone submits nothing', (_name, setting) => {
    const people = PEOPLE.slice(0, 1);
    fc.assert(
      fc.property(story, ({ prepared, all }) => {
        const world = playAll({ ...setting, prepared, people }, all);
        expect(world.adobe).toEqual([]);
        for (const { run } of world.runs) {
          expect(run.completedAt).toBeNull();
          expect(
            TRACK_IDS.flatMap((track) =>
              noReturn(run, track).filter(
                (step) => run.tracks[track].steps[step]?.status === 'DONE',
              ),
            ),
          ).toEqual([]);
        }
      }),
    );
  });

  it('Azure, automatic mode: the random sequences make what one person confirmed', () => {
    const people = PEOPLE.slice(0, 1);
    const worlds = fc
      .sample(setupMoves, { numRuns: 200, seed: 11 })
      .map((all) => playAll({ connections: WRITE, people }, all));
    for (const world of worlds) expect(world.adobe).toEqual([]);
    for (const track of TRACK_IDS)
      expect(worlds.filter(({ azure }) => azure[track].made.length > 1).length).toBeGreaterThan(5);
  });

  it.each(SETTINGS)(
    '%s: the random sequences come past the point of no return',
    (_name, setting) => {
      const worlds = fc
        .sample(story, { numRuns: 200, seed: 11 })
        .map(({ prepared, all }) => playAll({ ...setting, prepared }, all));
      expect(
        worlds.filter((world) => world.runs.some(({ run }) => heldConfiguration(run) !== null))
          .length,
      ).toBeGreaterThan(5);
    },
  );
});

describe('what was seen BLOCKED', () => {
  const move = fc.record<Move>({
    what: fc.oneof(
      { weight: 2, arbitrary: fc.constantFrom<Move['what']>('worsen', 'disconnect', 'attestAll') },
      { weight: 1, arbitrary: fc.constantFrom<Move['what']>('requestApproval', 'approve') },
      { weight: 1, arbitrary: fc.constantFrom(...MOVE_NAMES) },
      { weight: 1, arbitrary: fc.constantFrom<Move['what']>('provideKey', 'connect', 'observe') },
    ),
    n: fc.nat(),
  });
  const story = fc.array(move, SIZE);

  it.each(SETTINGS)(
    '%s: is in the evidence of any approval until it is read again without',
    (_name, setting) => {
      fc.assert(fc.property(story, (all) => void playAll({ ...setting, prepared: true }, all)));
    },
  );

  it.each(SETTINGS.filter(([name]) => name !== 'Azure, attested'))(
    '%s: the random sequences ask for approval in spite of it',
    (_name, setting) => {
      const worlds = fc
        .sample(story, { numRuns: 300, seed: 11 })
        .filter((all) => asksInSpite({ ...setting, prepared: true }, all));
      expect(worlds.length).toBeGreaterThan(5);
    },
  );
});

/** Whether an approval is asked for on evidence that has such a block. */
function asksInSpite(setting: Setting, all: readonly Move[]): boolean {
  const world = new SafetyWorld(setting);
  return all.some((one) => {
    play(world, one);
    const { run } = world.driven;
    return TRACK_IDS.some(
      (track) =>
        isAskedFor(run, track) &&
        planSteps(run, track).some(({ id }) => lastBlockedOf(run, track, id) !== null),
    );
  });
}

describe('every plan', () => {
  it.each(CLOUDS)(
    '%s: a point of no return comes after an approval and after everything the approval is for',
    (cloud) => {
      const tracks = Object.values(planFor(cloud).tracks);
      expect(tracks.length).toBeGreaterThan(0);
      for (const steps of tracks) {
        const before = (id: StepId): Set<StepId> => {
          const after = steps.find((step) => step.id === id)!.after;
          return new Set([...after, ...after.flatMap((earlier) => [...before(earlier)])]);
        };
        const points = steps.filter(({ pointOfNoReturn }) => pointOfNoReturn).map(({ id }) => id);
        expect(points).toHaveLength(1);
        for (const point of points) {
          expect(steps.find(({ id }) => id === point)!.after).toEqual(['APPROVAL']);
          const position = steps.findIndex(({ id }) => id === point);
          expect([...before(point)].toSorted()).toEqual(
            steps
              .slice(0, position)
              .map(({ id }) => id)
              .toSorted(),
          );
        }
      }
    },
  );
});

/** Every state of every plan, every kind of viewer, before, at and after every limit in time. */
import { expect, it } from 'vitest';
import { APPROVER, OPERATOR } from '../testing/drivenRun.ts';
import { PLAN_SCENARIOS } from '../testing/planScenarios.ts';
import { exploreStates } from '../testing/stateSpace.ts';
import { isFrozen } from './knowledge.ts';
import { isAllowedFor, mutationOf, neededActions, type NeededAction } from './neededActions.ts';
import { nextActions, type ActionName } from './nextActions.ts';
import { FOUR_EYES } from './policy.ts';
import { type Run } from './run.ts';
import { isClosed } from './runStatus.ts';
import { TRACK_IDS, type Instant } from './vocabulary.ts';

const ROLES: readonly ((mutation: ActionName) => boolean)[] = [
  () => true,
  (mutation) => mutation === 'approve' || mutation === 'refuse',
  (mutation) => mutation !== 'approve' && mutation !== 'submitConfiguration',
];

/** Just before, at and just after whatever limits an approval, and far from it. */
function instantsOf(run: Run): Instant[] {
  const limits = Object.values(run.tracks).flatMap(({ approval }) =>
    [approval?.decidedAt, approval?.expiresAt].flatMap((instant) =>
      instant
        ? [Date.parse(instant), Date.parse(instant) + run.policy.coolingOffSeconds * 1000]
        : [],
    ),
  );
  return [
    Date.parse(run.updatedAt),
    ...limits.flatMap((limit) => [limit - 1, limit, limit + 1]),
  ].map((milliseconds) => new Date(milliseconds).toISOString());
}

function compare(run: Run): void {
  const needed = neededActions(run);
  for (const now of instantsOf(run))
    for (const { principal } of [OPERATOR, APPROVER, { principal: 'member:other' }])
      for (const may of ROLES)
        for (const owner of [true, false]) {
          const viewer = { principal, owner, ownApprover: !owner, may };
          const expected = nextActions(run, viewer, now).filter(({ movesRun }) => movesRun);
          const found = needed.filter((action) => isAllowedFor(action, viewer, now));
          const names = (actions: readonly Pick<NeededAction, 'mutation' | 'track' | 'step'>[]) =>
            actions.map(({ mutation, track, step }) => `${mutationOf(mutation)} ${track} ${step}`);
          expect(names(found), `${principal} at ${now}`).toEqual(names(expected));
        }
}

/** Inboxes hear of the end of a request by the end of this task, whatever ended it. */
function expectDecisionWhileRequested(run: Run): void {
  const needed = neededActions(run);
  for (const track of TRACK_IDS) {
    const isOpen =
      run.tracks[track].approval?.status === 'requested' && !isFrozen(run, track) && !isClosed(run);
    const isNeeded = needed.some(
      (action) => action.track === track && mutationOf(action.mutation) === 'approve',
    );
    expect(isNeeded, track).toBe(isOpen);
  }
}

it.each(PLAN_SCENARIOS)('$name', ({ start, track, events, parts }) => {
  const seen = new Set<string>();
  for (const part of parts ?? [{ start, events }])
    for (const { run } of exploreStates(part.start, track, part.events, () => undefined).values()) {
      for (const fourEyes of FOUR_EYES) {
        const coolingOffSeconds = fourEyes === 'OWN_APPROVER' ? 3600 : 0;
        const varied = { ...run, policy: { ...run.policy, coolingOffSeconds, fourEyes } };
        const approvals = JSON.stringify([
          neededActions(varied).map(({ mutation, step }) => [mutation, step]),
          Object.values(run.tracks).map(({ approval }) => approval?.status),
          fourEyes,
        ]);
        if (seen.has(approvals)) continue;
        seen.add(approvals);
        compare(varied);
        expectDecisionWhileRequested(varied);
      }
    }
  expect(seen.size).toBeGreaterThan(10);
});

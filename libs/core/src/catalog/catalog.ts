/** Every check by its name. The list is derived from the files of checks/. */
import * as checks from '../checks/index.ts';
import { propertyNames } from '../propertyNames.ts';
import type { RuleId } from '../rules/register.ts';
import { STEP_IDS, type StepId, type TrackId, type Verdict } from '../vocabulary.ts';
import type { Check } from './defineCheck.ts';

/** Every check with its exact outcomes, which its messages have to cover. */
export const CATALOG = checks;
/**
 * A check's name: the fact that it requires, such as `vaultHasPurgeProtection`. Stored in results.
 */
export type CheckId = keyof typeof CATALOG;
/** Every check by its ID, for evaluation. */
export const CHECKS: Readonly<Record<CheckId, Check>> = CATALOG;

/** In the order they are shown: by step, then as each check says. */
export const CHECK_IDS: readonly CheckId[] = STEP_IDS.flatMap((step) =>
  propertyNames(CATALOG)
    .filter((id) => CHECKS[id].step === step)
    .sort((a, b) => CHECKS[a].order - CHECKS[b].order),
);

const byStep = (track: TrackId): ReadonlyMap<StepId, readonly CheckId[]> =>
  Map.groupBy(
    CHECK_IDS.filter((id) => CHECKS[id].tracks.includes(track)),
    (id) => CHECKS[id].step,
  );
const CHECKS_BY_TRACK: Readonly<Record<TrackId, ReadonlyMap<StepId, readonly CheckId[]>>> = {
  AEP: byStep('AEP'),
  CJA: byStep('CJA'),
};

/** The checks of a step on a track, in the order they are shown. */
export const checksOf = (step: StepId, track: TrackId): readonly CheckId[] =>
  CHECKS_BY_TRACK[track].get(step) ?? [];

/** One line of the public catalog: a check that may be overridden on one track only has two. */
export interface CheckDefinition {
  id: CheckId;
  rules: readonly RuleId[];
  track: TrackId[];
  step: StepId;
  overridable: boolean;
  /** Whether some result of it can be accepted: a warning, or an overridable block. */
  acceptable: boolean;
}

/**
 * The public catalog, in the order of `CHECK_IDS`. A check that may be overridden on one of its
 * tracks only has two lines.
 */
export function checkDefinitions(): CheckDefinition[] {
  return CHECK_IDS.flatMap((id) => {
    const { tracks, overridableOn, rules, step, outcomes } = CHECKS[id];
    const warns = Object.values<Verdict>(outcomes).includes('WARN');
    const groups = [false, true].map((overridable) => ({
      overridable,
      track: tracks.filter((track) => overridableOn.includes(track) === overridable),
    }));
    return groups
      .filter((group) => group.track.length > 0)
      .map((group) => ({ id, rules, step, ...group, acceptable: warns || group.overridable }));
  });
}

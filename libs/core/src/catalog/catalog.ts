/**
 * Every check by its name, and the one place that asks all checks of a step (docs/reference/run.md,
 * "Verdict to status").
 */
import type { CheckContext, CheckResult } from '../check.ts';
import type { Observed, ReadFailure, StepFacts } from '../facts.ts';
import { cloudOfStep, failureValues, needsOf } from '../failures/hintOf.ts';
import type { RuleId } from '../rules/register.ts';
import type { ObservedStepId, StepId, TrackId } from '../vocabulary.ts';
import { appRegistrationHoldsTogether } from '../checks/appRegistrationHoldsTogether.ts';
import { bodyNamesSameOrganization } from '../checks/bodyNamesSameOrganization.ts';
import { CHECK_IDS, type CheckId } from '../checks/checkIds.ts';
import { configurationIsTaken } from '../checks/configurationIsTaken.ts';
import { configurationNameIsSafe } from '../checks/configurationNameIsSafe.ts';
import { configurationStatusIsRead } from '../checks/configurationStatusIsRead.ts';
import { observationOf, type InputCheck, type ObservedCheck } from './defineCheck.ts';
import { keyAllowsWrapping } from '../checks/keyAllowsWrapping.ts';
import { keyExists } from '../checks/keyExists.ts';
import { keyIdentifierIsValid } from '../checks/keyIdentifierIsValid.ts';
import { keyIsActive } from '../checks/keyIsActive.ts';
import { keyIsEnabled } from '../checks/keyIsEnabled.ts';
import { keyIsLongEnough } from '../checks/keyIsLongEnough.ts';
import { keyIsNotExpiring } from '../checks/keyIsNotExpiring.ts';
import { keyIsRecoverable } from '../checks/keyIsRecoverable.ts';
import { keyTypeIsRsa } from '../checks/keyTypeIsRsa.ts';
import { networkAdmitsAdobe } from '../checks/networkAdmitsAdobe.ts';
import { platformHostIsKnown } from '../checks/platformHostIsKnown.ts';
import { roleCanBeAssigned } from '../checks/roleCanBeAssigned.ts';
import { roleIsAssigned } from '../checks/roleIsAssigned.ts';
import { servicePrincipalExists } from '../checks/servicePrincipalExists.ts';
import { shieldIsEntitled } from '../checks/shieldIsEntitled.ts';
import { vaultExists } from '../checks/vaultExists.ts';
import { vaultHasPurgeProtection } from '../checks/vaultHasPurgeProtection.ts';
import { vaultHasSoftDelete } from '../checks/vaultHasSoftDelete.ts';
import { vaultIsDedicated } from '../checks/vaultIsDedicated.ts';
import { vaultIsInTenant } from '../checks/vaultIsInTenant.ts';
import { vaultIsNotShared } from '../checks/vaultIsNotShared.ts';
import { vaultRetentionIsLong } from '../checks/vaultRetentionIsLong.ts';
import { vaultSkuIsSupported } from '../checks/vaultSkuIsSupported.ts';
import { vaultUsesRbac } from '../checks/vaultUsesRbac.ts';

/** Every check with its exact outcomes; what the texts have to cover. */
export const CATALOG = {
  vaultExists,
  vaultIsDedicated,
  vaultIsNotShared,
  vaultHasPurgeProtection,
  vaultHasSoftDelete,
  vaultRetentionIsLong,
  vaultUsesRbac,
  vaultSkuIsSupported,
  vaultIsInTenant,
  networkAdmitsAdobe,
  keyIdentifierIsValid,
  keyExists,
  keyTypeIsRsa,
  keyIsLongEnough,
  keyAllowsWrapping,
  keyIsEnabled,
  keyIsActive,
  keyIsNotExpiring,
  keyIsRecoverable,
  platformHostIsKnown,
  appRegistrationHoldsTogether,
  servicePrincipalExists,
  roleIsAssigned,
  roleCanBeAssigned,
  configurationIsTaken,
  configurationStatusIsRead,
  shieldIsEntitled,
  configurationNameIsSafe,
  bodyNamesSameOrganization,
} as const satisfies Record<CheckId, InputCheck | ObservedCheck<never>>;

/** A check as callers see it who do not care which one it is. */
export type CatalogEntry = InputCheck & Partial<Pick<ObservedCheck, 'needsSubject' | 'evaluate'>>;

// Each check takes only the facts of its own step; `evaluateStep` hands it exactly those.
export const CHECKS = CATALOG as unknown as Readonly<Record<CheckId, CatalogEntry>>;

const byStep = (track: TrackId): ReadonlyMap<StepId, readonly CheckId[]> =>
  Map.groupBy(
    CHECK_IDS.filter((id) => CHECKS[id].tracks.includes(track)),
    (id) => CHECKS[id].step,
  );
const CHECKS_BY_TRACK: Readonly<Record<TrackId, ReadonlyMap<StepId, readonly CheckId[]>>> = {
  AEP: byStep('AEP'),
  CJA: byStep('CJA'),
};

/**
 * The checks of a step on a track, in the order they are shown: the step's existence check first.
 */
export const checksOf = (step: StepId, track: TrackId): readonly CheckId[] =>
  CHECKS_BY_TRACK[track].get(step) ?? [];

/** A evaluation that is not stamped yet. */
export type UnstampedResult = Omit<CheckResult, 'checkedAt'>;

function unreadable(
  check: CheckId,
  failure: Partial<ReadFailure> | undefined,
  { organization }: CheckContext,
): UnstampedResult {
  const cloud = cloudOfStep(CHECKS[check].step);
  const values = failureValues(failure, cloud, organization);
  return { check, verdict: 'UNKNOWN', outcome: 'unreadable', values, ...needsOf(values, cloud) };
}

/** What is asked first and answers for the step where its subject is not there. */
const EXISTENCE: Readonly<Record<ObservedStepId, CheckId>> = {
  VAULT: 'vaultExists',
  NETWORK: 'networkAdmitsAdobe',
  KEY: 'keyExists',
  APP_REGISTRATION: 'appRegistrationHoldsTogether',
  CONSENT: 'servicePrincipalExists',
  ROLE: 'roleIsAssigned',
};

/**
 * Asks every check of the facts' step. Unreadable: whatever had to be read is UNKNOWN, and what is
 * known without it is told only where it does not pass, so that nothing looks green. Absent: only
 * the existence check and what is known without the thing. Total: facts of wrong types count as
 * absent facts, never as a verdict.
 */
export function evaluateStep(facts: StepFacts, context: CheckContext): UnstampedResult[] {
  const observation = observationOf(facts);
  return checksOf(facts.step, context.track).flatMap(
    (check) => ask(check, facts, observation, context) ?? [],
  );
}

function ask(
  check: CheckId,
  facts: StepFacts,
  observation: Observed<object> | null,
  context: CheckContext,
): UnstampedResult | null {
  const { evaluate, needsSubject } = CHECKS[check];
  if (!evaluate) return null;
  if (observation?.outcome === 'unreadable' && needsSubject)
    return unreadable(check, observation.failure, context);
  if (observation?.outcome !== 'seen' && needsSubject && check !== EXISTENCE[facts.step])
    return null;
  const result = evaluate(facts as never, context);
  return observation?.outcome === 'unreadable' && result.verdict === 'PASS'
    ? null
    : { check, ...result };
}

/** One line of the public catalog: a check that may be overridden on one track only has two. */
export interface CheckDefinition {
  id: CheckId;
  rules: readonly RuleId[];
  track: TrackId[];
  step: StepId;
  overridable: boolean;
}

export function checkDefinitions(): CheckDefinition[] {
  return CHECK_IDS.flatMap((id) => {
    const { tracks, overridableOn, rules, step } = CHECKS[id];
    const groups = [false, true].map((overridable) => ({
      overridable,
      track: tracks.filter((track) => overridableOn.includes(track) === overridable),
    }));
    return groups
      .filter((group) => group.track.length > 0)
      .map((group) => ({ id, rules, step, ...group }));
  });
}

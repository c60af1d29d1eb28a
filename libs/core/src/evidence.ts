/**
 * What an approval is for: the canonical evidence of a track, its SHA-256, and the exact bytes that
 * will be sent (docs/reference/run.md, rule 5; API-04).
 */
import { nameToApprove } from './configurationName.ts';
import { canonicalJson, sha256Hex } from './canonicalJson.ts';
import type { CheckId } from './catalog/catalog.ts';
import type { CheckResult, CheckValues } from './check.ts';
import { otherTenantOf } from './consentUrl.ts';
import { actorText } from './eventActor.ts';
import { evidenceOfFacts } from './evidenceOfFacts.ts';
import {
  applicationIdOf,
  hostOf,
  keyToApprove,
  resolvedKeyIdentifier,
  tenantOf,
} from './knowledge.ts';
import { lastBlockedOf } from './lastBlocked.ts';
import type { RunDraft } from './run.ts';
import { stepsOf } from './runStatus.ts';
import { planStep } from './plans/planFor.ts';
import type { StepId, TrackId } from './vocabulary.ts';

/** The steps that an approval rests on, in the order of canonical JSON. */
export const EVIDENCE_STEPS = [
  'APP_REGISTRATION',
  'CONSENT',
  'ENTITLEMENT',
  'KEY',
  'NETWORK',
  'POLICY',
  'ROLE',
  'VAULT',
] as const satisfies readonly StepId[];

/** The outcome and its values, without whether deny assignments could be read. */
function evaluationOf({
  outcome,
  values = {},
}: CheckResult): Pick<CheckResult, 'outcome' | 'values'> {
  if (outcome !== 'okDenialsNotRead') return { outcome, values };
  const { reason: _reason, ...rest } = values;
  return { outcome: 'ok', values: rest };
}

/**
 * The configuration name within a track's approval: of a valid or used one, else what the next
 * one holds if none is given.
 */
function nameWithin(run: RunDraft, track: TrackId): string | null | undefined {
  const { approval } = run.tracks[track];
  const isValid =
    approval?.status === 'requested' ||
    approval?.status === 'approved' ||
    approval?.status === 'spent';
  if (isValid) return approval.configurationName;
  return track === 'AEP' ? nameToApprove(run, null) : undefined;
}

/** What an approver approves of one step. */
function evidenceOfStep(run: RunDraft, track: TrackId, id: StepId): Record<string, unknown> {
  const state = run.tracks[track].steps[id];
  const blocked = lastBlockedOf(run, track, id);
  return {
    attestation: state?.attestation
      ? { ...state.attestation, by: actorText(state.attestation.by) }
      : null,
    checks: (state?.checks ?? []).map(evidenceOfCheck),
    facts: evidenceOfFacts(state?.facts ?? null),
    // Absent where there is none, so that the hash of every other approval stays.
    ...(blocked && {
      lastBlocked: { at: blocked.at, checks: blocked.checks.map(evidenceOfCheck) },
    }),
  };
}

const evidenceOfCheck = (result: CheckResult): Record<string, unknown> => ({
  check: result.check,
  ...evaluationOf(result),
  override: result.override
    ? { by: actorText(result.override.by), reason: result.override.reason }
    : null,
  verdict: result.verdict,
});

/**
 * Everything an approver approves, as plain JSON, mostly in the order of its canonical form.
 * `configurationName` is null where the name is not part of it, and absent where an approval cannot
 * hold one. Texts and the times of observations are no evidence.
 */
export function evidenceOf(
  run: RunDraft,
  track: TrackId,
  configurationName = nameWithin(run, track),
): Record<string, unknown> {
  const steps: Partial<Record<StepId, unknown>> = {};
  const otherTenant = otherTenantOf(run, track);
  for (const id of EVIDENCE_STEPS)
    if (planStep(run, track, id)) steps[id] = evidenceOfStep(run, track, id);
  return {
    applicationId: applicationIdOf(run, track),
    ...(configurationName === undefined ? {} : { configurationName }),
    host: track === 'AEP' ? hostOf(run) : null,
    imsOrgId: run.organization.imsOrgId,
    keyIdentifier: keyToApprove(run, track),
    ...(run.tracks[track].keyPolicy && { keyPolicy: run.tracks[track].keyPolicy.hash }),
    region: run.organization.region,
    steps,
    tenantId: tenantOf(run, track),
    track,
    // Only where it contradicts: what was approved before Keyway knew it stays as it was (AEP-25).
    ...(otherTenant !== null && { vaultTenantId: otherTenant }),
  };
}

/**
 * Lowercase hex SHA-256 of a track's canonical evidence (docs/reference/run.md, rule 5). The
 * configuration name is that of the approval unless one is given.
 */
export const evidenceHash = (
  run: RunDraft,
  track: TrackId,
  configurationName?: string | null,
): string => sha256Hex(canonicalJson(evidenceOf(run, track, configurationName)));

/**
 * The exact bytes of the configuration POST (AEP-36, API-04); null while the key's version is not
 * known.
 */
export function configurationBody(run: RunDraft, name: string): string | null {
  const keyVaultKeyIdentifier = resolvedKeyIdentifier(run, 'AEP');
  if (keyVaultKeyIdentifier === null) return null;
  return JSON.stringify({
    name,
    type: 'BYOK_CONFIG',
    imsOrgId: run.organization.imsOrgId,
    configData: { providerType: 'AZURE_KEYVAULT', keyVaultKeyIdentifier },
  });
}

/**
 * The steps whose evidence differs, as a void approval keeps them; of another key only the key,
 * with which all others change.
 */
export function changedEvidence(before: RunDraft, after: RunDraft, track: TrackId): CheckValues {
  const keyOf = (run: RunDraft): string | null => keyToApprove(run, track);
  const evidence = (run: RunDraft, id: StepId): string =>
    canonicalJson(evidenceOfStep(run, track, id));
  const probed = (run: RunDraft): string | undefined => run.tracks[track].key?.probedTenantId;
  const isOther = (id: StepId): boolean =>
    (id === 'VAULT' && probed(before) !== probed(after)) ||
    evidence(before, id) !== evidence(after, id);
  const steps: readonly StepId[] =
    keyOf(before) === keyOf(after) ? EVIDENCE_STEPS.filter(isOther) : ['KEY'];
  return steps.length > 0 ? { steps: steps.join(' ') } : {};
}

/** The checks that were last seen BLOCKED, of the steps that an approval rests on. */
export const evidenceBlocks = (run: RunDraft, track: TrackId): CheckId[] =>
  EVIDENCE_STEPS.flatMap(
    (id) => lastBlockedOf(run, track, id)?.checks.map(({ check }) => check) ?? [],
  );

/** Warnings of a track that nobody has accepted yet. */
export const unacceptedWarnings = (run: RunDraft, track: TrackId): string[] =>
  stepsOf(run, track).flatMap((step) =>
    step.checks
      .filter((check) => check.verdict === 'WARN' && !check.override)
      .map((check) => check.check),
  );

/**
 * What is known of a track from its last facts: the resolved key, the vault, Adobe's
 * application, its principal, the host.
 */
import { CJA_APPLICATION_ID } from './applicationId.ts';
import { evaluateStep, type UnstampedResult } from './catalog/evaluateStep.ts';
import type { CheckContext, CheckResult } from './check.ts';
import { type VaultFacts } from './azureFacts.ts';
import { areFactsOf, type StepFacts, type StepFactsOf } from './facts.ts';
import { isGuid } from './guid.ts';
import { parseKeyArn } from './inspectKeyArn.ts';
import { inspectKeyIdentifier, sameKey, type KeyIdentifier } from './keyIdentifier.ts';
import { inspectKeyPolicy, type KeyPolicy } from './keyPolicy/inspectKeyPolicy.ts';
import { planSteps, stepsOfNoReturn } from './plans/planFor.ts';
import { platformHostOf } from './regions.ts';
import type { KeyPolicyTemplate, ProvidedKey, RunDraft } from './run.ts';
import { sameJson } from './sameJson.ts';
import type { Instant, ObservedStepId, StepId, TrackId } from './vocabulary.ts';

/** The last facts of a step, if it was observed. */
export function factsOf<S extends ObservedStepId>(
  run: RunDraft,
  track: TrackId,
  step: S,
): StepFactsOf<S> | null {
  const facts = run.tracks[track].steps[step]?.facts;
  return facts && areFactsOf(facts, step) ? facts : null;
}

/** The vault as the VAULT step last saw it; null before, or where it was not seen. */
export function vaultOf(run: RunDraft, track: TrackId): VaultFacts | null {
  const facts = factsOf(run, track, 'VAULT');
  return facts?.vault.outcome === 'seen' ? facts.vault.value : null;
}

/**
 * Parsed once per key that was given: both are never changed, and every evaluation of a track asks
 * for them.
 */
const parsedKeys = new WeakMap<ProvidedKey, KeyIdentifier | null>();

/** The key a track was given, parsed; null before. */
export function keyOf(run: RunDraft, track: TrackId): KeyIdentifier | null {
  const { key } = run.tracks[track];
  if (!key) return null;
  let parsed = parsedKeys.get(key);
  if (parsed === undefined)
    parsedKeys.set(key, (parsed = inspectKeyIdentifier(key.identifier).keyIdentifier));
  return parsed;
}

/**
 * The versioned identifier that is approved and sent (AEP-35, VAL-06): as given where it has a
 * version, else with the version that was read, provided that what was read is the same vault and
 * key. Null until then.
 */
export function resolvedKeyIdentifier(run: RunDraft, track: TrackId): string | null {
  const given = keyOf(run, track);
  if (!given) return null;
  if (given.version !== null) return given.normalized;
  const facts = factsOf(run, track, 'KEY');
  if (facts?.key.outcome !== 'seen') return null;
  const seen = inspectKeyIdentifier(facts.key.value.keyIdentifier).keyIdentifier;
  const same = seen?.version && sameKey(seen, given);
  return same ? `${given.vaultUri}/keys/${given.key}/${seen.version}` : null;
}

/**
 * The key as it is approved: the versioned identifier, or on AWS its ARN (AWS-09), the one that an
 * attestation names if none was provided. Null until it is known.
 */
export function keyToApprove(run: RunDraft, track: TrackId): string | null {
  if (run.organization.cloud === 'AZURE') return resolvedKeyIdentifier(run, track);
  const { key } = run.tracks[track];
  if (key) return key.identifier;
  const attestation = run.tracks[track].steps.KEY?.attestation;
  return attestation
    ? (parseKeyArn(attestation.reference ?? attestation.statement)?.arn ?? null)
    : null;
}

/**
 * What two organizations should not share (VAL-09): the URI of the key's vault; on AWS, which has
 * no vaults, the ARN of the key itself. Null while neither is known.
 */
export const vaultOrKeyOf = (run: RunDraft, track: TrackId): string | null =>
  run.organization.cloud === 'AWS'
    ? keyToApprove(run, track)
    : (keyOf(run, track)?.vaultUri ?? null);

/** Whether the app registration may be trusted and shown (VAL-32). */
function trustedRegistration(run: RunDraft): boolean {
  const checks = run.tracks.AEP.steps.APP_REGISTRATION?.checks ?? [];
  return checks.some(
    (check) => check.check === 'appRegistrationHoldsTogether' && check.verdict === 'PASS',
  );
}

/**
 * Adobe's application ID on a track: registered (AEP-23), pasted with an attestation, or CJA's
 * constant (CJA-06).
 */
export function applicationIdOf(run: RunDraft, track: TrackId): string | null {
  if (track === 'CJA') return CJA_APPLICATION_ID;
  const facts = factsOf(run, 'AEP', 'APP_REGISTRATION');
  if (facts?.registration.outcome === 'seen')
    return trustedRegistration(run) ? facts.registration.value.applicationId : null;
  const pasted = run.tracks.AEP.steps.APP_REGISTRATION?.attestation?.reference ?? null;
  return pasted !== null && isGuid(pasted) ? pasted.toLowerCase() : null;
}

/** The object ID of Adobe's service principal in the vault's tenant (GL-05). */
export function principalOf(run: RunDraft, track: TrackId): string | null {
  const facts = factsOf(run, track, 'CONSENT');
  return facts?.servicePrincipal.outcome === 'seen' ? facts.servicePrincipal.value.objectId : null;
}

/**
 * The tenant consent must happen in: the vault's (AEP-25), else the connection's, else the
 * organization's, else what the vault says to anybody.
 */
export function tenantOf(run: RunDraft, track: TrackId): string | null {
  return (
    vaultOf(run, track)?.tenantId ??
    run.connections.azure?.tenantId ??
    run.organization.azureTenantId ??
    run.tracks[track].key?.probedTenantId ??
    null
  );
}

/** The platform host of the organization's region (REG-01..05); null where there is none. */
export const hostOf = (run: RunDraft): string | null =>
  platformHostOf(run.organization.region).host;

/**
 * Whether the track is past its point of no return, by the API, by a ticket or by a person's word:
 * from then on it only moves forward (docs/reference/run.md, "Step status" and rule 6).
 */
export function isFrozen(run: RunDraft, track: TrackId): boolean {
  const { submission, ticket, steps } = run.tracks[track];
  if (
    ticket !== null ||
    submission?.status === 'sending' ||
    submission?.status === 'sent' ||
    submission?.status === 'failed'
  )
    return true;
  return stepsOfNoReturn(run, track).some(({ id }) => Boolean(steps[id]?.attestation));
}

/**
 * Whether a step can no longer change, because the point of no return that it led to is behind its
 * track.
 */
export function isFrozenStep(run: RunDraft, track: TrackId, step: StepId): boolean {
  if (!isFrozen(run, track)) return false;
  const steps = planSteps(run, track);
  return (
    steps.findIndex(({ id }) => id === step) <=
    steps.findIndex(({ pointOfNoReturn }) => pointOfNoReturn)
  );
}

/** Parsed once per template that was given. */
const parsedTemplates = new WeakMap<KeyPolicyTemplate, KeyPolicy | null>();

/** The pinned template, for a check's context; nothing where there is none. */
export function templateOf(
  template: KeyPolicyTemplate | undefined,
): Pick<CheckContext, 'keyPolicyTemplate'> {
  if (!template) return {};
  let policy = parsedTemplates.get(template);
  if (policy === undefined) {
    const found = inspectKeyPolicy(template.text, []);
    parsedTemplates.set(template, (policy = 'policy' in found ? found.policy : null));
  }
  return policy ? { keyPolicyTemplate: policy } : {};
}

export function checkContext(
  run: RunDraft,
  track: TrackId,
  now: Instant,
  timeScale: number,
  networkChangedAt: Instant | null,
): CheckContext {
  const other: TrackId = track === 'AEP' ? 'CJA' : 'AEP';
  return {
    track,
    now,
    timeScale,
    organization: run.organization,
    connectionTenantId: run.connections.azure?.tenantId ?? null,
    key: keyOf(run, track),
    keyIdentifierText: run.tracks[track].key?.given,
    otherKey: keyOf(run, other),
    ...templateOf(run.tracks[track].keyPolicy),
    vault: vaultOf(run, track),
    applicationId: applicationIdOf(run, track),
    principalObjectId: principalOf(run, track),
    networkChangedAt,
  };
}

const sameEvaluation = (a: CheckResult, b: UnstampedResult): boolean =>
  a.check === b.check &&
  a.verdict === b.verdict &&
  a.outcome === b.outcome &&
  sameJson(a.values, b.values);

/** Evaluates facts; an override is valid only while the evaluation it accepted is. */
export function evaluate(
  previous: readonly CheckResult[],
  facts: StepFacts,
  context: CheckContext,
): CheckResult[] {
  return evaluateStep(facts, context).map((result) => {
    const accepted = previous.find(
      (candidate) => candidate.override && sameEvaluation(candidate, result),
    );
    const evaluated = { ...result, checkedAt: context.now };
    return accepted ? { ...evaluated, override: accepted.override } : evaluated;
  });
}

/**
 * What an approval is for: the canonical evidence of a track, its SHA-256, and the exact bytes that
 * will be sent (docs/reference/run.md, rule 5; API-04).
 */
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import canonicalize from 'canonicalize';
import type { CheckResult } from './check.ts';
import { actorText } from './eventActor.ts';
import { evidenceOfFacts } from './evidenceOfFacts.ts';
import {
  applicationIdOf,
  hostOf,
  keyToApprove,
  resolvedKeyIdentifier,
  tenantOf,
} from './knowledge.ts';
import type { RunDraft } from './run.ts';
import { stepsOf } from './runStatus.ts';
import { planSteps } from './plans/planFor.ts';
import type { StepId, TrackId } from './vocabulary.ts';

const EVIDENCE_STEPS: ReadonlySet<StepId> = new Set([
  'ENTITLEMENT',
  'VAULT',
  'NETWORK',
  'KEY',
  'APP_REGISTRATION',
  'CONSENT',
  'ROLE',
]);

/** RFC 8785 canonical JSON of plain data. */
export function canonicalJson(value: unknown): string {
  const text = canonicalize(value);
  if (text === undefined) throw new TypeError('Only JSON values have a canonical form.');
  return text;
}

/** Lowercase hex SHA-256 of a text's UTF-8 bytes. */
export const sha256Hex = (text: string): string => bytesToHex(sha256(utf8ToBytes(text)));

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
  return track === 'AEP' ? null : undefined;
}

/**
 * Everything an approver approves, as plain JSON. `configurationName` is null where the name is not
 * part of it, and absent where an approval cannot hold one. Texts and the times of observations are
 * no evidence.
 */
export function evidenceOf(
  run: RunDraft,
  track: TrackId,
  configurationName = nameWithin(run, track),
): Record<string, unknown> {
  const steps = planSteps(run, track).filter((step) => EVIDENCE_STEPS.has(step.id));
  return {
    track,
    imsOrgId: run.organization.imsOrgId,
    region: run.organization.region,
    host: track === 'AEP' ? hostOf(run) : null,
    tenantId: tenantOf(run, track),
    keyIdentifier: keyToApprove(run, track),
    ...(configurationName === undefined ? {} : { configurationName }),
    applicationId: applicationIdOf(run, track),
    steps: Object.fromEntries(
      steps.map(({ id }) => {
        const state = run.tracks[track].steps[id];
        return [
          id,
          {
            facts: evidenceOfFacts(state?.facts ?? null),
            attestation: state?.attestation
              ? { ...state.attestation, by: actorText(state.attestation.by) }
              : null,
            checks: (state?.checks ?? []).map((check) => ({
              check: check.check,
              verdict: check.verdict,
              ...evaluationOf(check),
              override: check.override
                ? { by: actorText(check.override.by), reason: check.override.reason }
                : null,
            })),
          },
        ];
      }),
    ),
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

/** Warnings of a track that nobody has accepted yet. */
export const unacceptedWarnings = (run: RunDraft, track: TrackId): string[] =>
  stepsOf(run, track).flatMap((step) =>
    step.checks
      .filter((check) => check.verdict === 'WARN' && !check.override)
      .map((check) => check.check),
  );

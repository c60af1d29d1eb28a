/** What an approver has to know of the evidence at a glance. */
import type { CheckView, StepView, TrackView } from '../data/runFields.ts';

type BlockedCheck = NonNullable<StepView['lastBlocked']>['checks'][number];

export interface EvidenceSummary {
  /** How many checks passed. */
  passed: number;
  /** Warnings, and blocks on a track that allows it, that somebody accepted. */
  accepted: (CheckView & { override: NonNullable<CheckView['override']> })[];
  /** Neither passed nor accepted. */
  open: CheckView[];
  /** Not met when Keyway last read it, and attested since. */
  lastBlocked: BlockedCheck[];
  /** How many steps a person attested. */
  attested: number;
  /** When the check was made that was made longest ago; null without any. */
  oldest: string | null;
}

/** Of the steps that an approval rests on. */
export function summarizeEvidence({ steps }: Pick<TrackView, 'steps'>): EvidenceSummary {
  const end = steps.findIndex(({ id }) => id === 'APPROVAL');
  const before = end < 0 ? steps : steps.slice(0, end);
  const checks = before.flatMap((step) => step.checks);
  const times = checks.flatMap(({ checkedAt }) => checkedAt ?? []);
  return {
    passed: checks.filter(({ verdict }) => verdict === 'PASS').length,
    accepted: checks.flatMap((check) =>
      check.verdict !== 'PASS' && check.override ? [{ ...check, override: check.override }] : [],
    ),
    open: checks.filter(({ verdict, override }) => verdict !== 'PASS' && !override),
    lastBlocked: before.flatMap(({ lastBlocked }) => lastBlocked?.checks ?? []),
    attested: before.filter(({ attestation }) => attestation).length,
    oldest: times.toSorted((a, b) => Date.parse(a) - Date.parse(b))[0] ?? null,
  };
}

export interface KeyParts {
  /** Such as "cmk". */
  key: string;
  version: string | null;
  /** The host of the vault; null on AWS. */
  vault: string | null;
}

/** The parts of a key's identifier that a person compares; an ARN is one part. */
export function splitKey(identifier: string): KeyParts {
  const whole = { key: identifier, version: null, vault: null };
  if (!URL.canParse(identifier)) return whole;
  const { host, pathname, protocol } = new URL(identifier);
  const [, , key, version] = pathname.split('/');
  return protocol === 'https:' && key ? { key, version: version || null, vault: host } : whole;
}

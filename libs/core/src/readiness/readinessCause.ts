/** What keeps organizations from beginning, in a form by which many are counted together. */
import type { CheckResult } from '../check.ts';
import { CHECKS } from '../catalog/catalog.ts';
import { cloudOfCheck, failureOfCheck } from '../failures/hintOf.ts';
import { STEP_IDS, type StepId } from '../vocabulary.ts';
import type { Readiness, ReadinessStep } from './readiness.ts';

/** Every `ReadinessCauseKind`, as in the enum of the public contract. */
export const READINESS_CAUSE_KINDS = [
  'CHECK',
  'PERMISSION',
  'CREDENTIAL',
  'CONNECTION',
  'KEY',
  'KEY_POLICY',
  'KEY_REFUSED',
  'NOT_STARTABLE',
  'NOT_CHECKED',
] as const;
/** What kind of thing is in the way. */
export type ReadinessCauseKind = (typeof READINESS_CAUSE_KINDS)[number];

/** One thing that is in the way. */
export interface ReadinessCause {
  outcome: 'BLOCKED' | 'UNKNOWN' | 'WAITING';
  /** Null: it is about the organization. */
  step: StepId | null;
  kind: ReadinessCauseKind;
  /** The check, the permission, the connection or the reason of the refusal; else empty. */
  code: string;
}

type Found = Pick<Readiness, 'refusal' | 'failed'> & { tracks: { steps: ReadinessStep[] }[] };

/** Nothing of what was asked for is in a run of the organization, such as CJA on AWS. */
export const NO_TRACK_APPLIES: ReadinessCause = {
  ...{ outcome: 'BLOCKED', step: null, kind: 'NOT_STARTABLE', code: 'noTrackApplies' },
};

/** Each once. */
export function readinessCauses({ tracks, refusal, failed }: Found): ReadinessCause[] {
  const causes: ReadinessCause[] = [];
  if (failed) causes.push({ outcome: 'UNKNOWN', step: null, kind: 'NOT_CHECKED', code: '' });
  if (refusal)
    causes.push({ outcome: 'BLOCKED', step: null, kind: 'NOT_STARTABLE', code: refusal.reason });
  for (const step of tracks.flatMap(({ steps }) => steps)) causes.push(...causesOf(step));
  const known = new Map(causes.map((cause) => [readinessCauseKey(cause), cause]));
  return [...known.values()];
}

function causesOf(found: ReadinessStep): ReadinessCause[] {
  const { step, outcome, connection, missing, refusal, checks } = found;
  if (outcome === null || outcome === 'READY') return [];
  const cause = (kind: ReadinessCauseKind, code: string): ReadinessCause[] => [
    { outcome, step, kind, code },
  ];
  if (refusal) return cause('KEY_REFUSED', refusal.reason);
  if (connection) return cause('CONNECTION', connection);
  if (missing) return cause(missing === 'key' ? 'KEY' : 'KEY_POLICY', '');
  const wanted = outcome === 'UNKNOWN' ? 'UNKNOWN' : 'BLOCK';
  return checks
    .filter(({ verdict, override }) => verdict === wanted && override === undefined)
    .flatMap((check) => {
      const [kind, code] = outcome === 'UNKNOWN' ? whyUnknown(check) : ['CHECK', check.check];
      return cause(kind as ReadinessCauseKind, code);
    });
}

/** A permission or a credential that is missing keeps several checks, and is one cause. */
function whyUnknown(check: CheckResult): [ReadinessCauseKind, string] {
  const failure = failureOfCheck(check);
  if (failure?.permission) return ['PERMISSION', failure.permission];
  if (failure?.kind === 'credential') return ['CREDENTIAL', cloudOfCheck(CHECKS[check.check])];
  return ['CHECK', check.check];
}

/** As text, for filters; `readinessCauseOf` reads it. */
export const readinessCauseKey = ({ outcome, step, kind, code }: ReadinessCause): string =>
  [outcome, step ?? '', kind, code].join('/');

const OUTCOMES = ['BLOCKED', 'UNKNOWN', 'WAITING'] as const;

/** Null where the text is none. */
export function readinessCauseOf(key: string): ReadinessCause | null {
  // A permission has slashes of its own.
  const [given, of, what, ...code] = key.split('/');
  const outcome = OUTCOMES.find((one) => one === given);
  const kind = READINESS_CAUSE_KINDS.find((one) => one === what);
  const step = STEP_IDS.find((one) => one === of) ?? null;
  if (!outcome || !kind || (of !== '' && step === null)) return null;
  return { outcome, step, kind, code: code.join('/') };
}

/**
 * The sentences that plan versions 1 to 3 kept, as codes with values. One that is not recognized is
 * kept as `stored` and shown as it is. Nothing else may depend on a wording.
 */
import type { CheckValues } from '../check.ts';
import type { AnomalyCode, Voided } from '../run.ts';
import type { FailureCode, FailureReport } from '../stepState.ts';
import type { Json } from './storedRun.ts';

/** A pattern's named groups are the values. */
type Sentences<C extends string> = readonly (readonly [C, RegExp])[];

const ANOMALIES: Sentences<AnomalyCode> = [
  ['statusWentBack', /^Adobe's status went back from (?<from>.*) to (?<to>.*)\.$/],
  [
    'otherConfiguration',
    /^Adobe's answer for (?<name>.*) names (?<imsOrgId>.*) and (?<key>.*), which are not what was sent\.$/,
  ],
  [
    'foundBefore',
    /^A configuration named (?<name>.*) for this key was there before .*; it was taken over and nothing was sent\.$/,
  ],
  [
    'changedAfterAttestation',
    /^The run was changed after its submission was attested: (?<steps>.*) (?:was|were) no longer done\.$/,
  ],
];

const FAILURES: Sentences<FailureCode> = [
  [
    'otherKeyAfterSend',
    /^Adobe shows a configuration named (?<name>.*) for another key \((?<key>.*)\)\. /,
  ],
  [
    'otherKey',
    /^Adobe already has a configuration named (?<name>.*) for another key \((?<key>.*)\)\. /,
  ],
  [
    'keyNotNamed',
    /^Adobe already has a configuration named (?<name>.*) and does not say for which key\. /,
  ],
  [
    'failedBefore',
    /^Adobe already has a configuration named (?<name>.*) for this key, and reports FAILED for it\. /,
  ],
  ['noUsableAnswer', /^(?<sends>\d+) sends brought no usable answer, /],
  ['failed', /^Adobe reported FAILED, without a reason/],
];

const VOIDED: Sentences<Voided['code']> = [
  ['evidenceChanged', /^The evidence changed/],
  ['factsDiffer', /^The facts read just before sending are not those that were approved/],
  ['expired', /^(?:It|The approval) expired at (?<at>\S*Z)\./],
];

/** What the sentences said where there was no value. */
const NOTHING: ReadonlySet<string> = new Set(['nothing', 'unknown', 'no organization', 'no key']);

function recognized<C extends string>(
  sentences: Sentences<C>,
  text: string,
): { code: C; values: CheckValues } | null {
  for (const [code, pattern] of sentences) {
    const found = pattern.exec(text);
    if (!found) continue;
    const values = Object.entries(found.groups ?? {}).map(([name, value]) => [
      name,
      NOTHING.has(value) ? null : value,
    ]);
    return { code, values: Object.fromEntries(values) as CheckValues };
  }
  return null;
}

const asStored = (text: string) => ({ code: 'stored', values: { text } }) as const;

export function anomalyOf({ kind, values, message, ...anomaly }: Json): Json {
  if (typeof kind === 'string') return { ...anomaly, code: kind, values: values ?? {} };
  return { ...anomaly, ...(recognized(ANOMALIES, String(message)) ?? asStored(String(message))) };
}

/** A void approval without a reason was of a version that knew one only. */
export function voidedOf(reason: string | null): Voided {
  if (reason === null) return { code: 'evidenceChanged', values: {} };
  return recognized(VOIDED, reason) ?? asStored(reason);
}

/** How a submission ended: what is not one of our sentences is Adobe's answer. */
export function reportOf(message: string): FailureReport {
  const ours = recognized(FAILURES, message);
  return ours
    ? { ...ours, upstreamMessage: null }
    : { code: 'refused', values: { message }, upstreamMessage: message };
}

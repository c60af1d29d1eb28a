/** One or two sentences about what came of the checks that a bulk job started for a run. */
import {
  bulkFindings,
  CHECKS,
  type BulkFinding,
  type BulkOutcome,
  type Locale,
  type Run,
  type StepStatus,
  type TrackId,
} from '@keyway/core';
import { checkTitle } from './checks/describeCheck.ts';
import { format } from './format.ts';
import { messagesIn } from './messagesIn.ts';
import { stepTitle, trackTitle } from './names.ts';

/** Checks that are named; of the others the number is said. */
const MAX_NAMED = 3;

/** As the run is now; `outcome` says what is being checked. */
export function describeBulkChecks(
  run: Run,
  track: TrackId | null,
  outcome: BulkOutcome,
  locale: Locale,
): string {
  const { bulk, status } = messagesIn(locale);
  if (outcome === 'CHECKING') return status.checking;
  if (outcome === 'PASSED') return bulk.passed;
  const findings = bulkFindings(run, track);
  const places = (...statuses: StepStatus[]): string =>
    findings
      .filter((finding) => statuses.includes(finding.status))
      .map((finding) => placeOf(run, finding, locale))
      .join(', ');
  const sentence = (message: string, at: string): string[] =>
    at ? [format(message, { places: at }, locale)] : [];
  if (outcome === 'WAITING') {
    const [waiting] = sentence(bulk.waitingAt, places('READY', 'WORKING', 'WAITING'));
    return waiting ?? bulk.nothingChecked;
  }
  return [
    ...failedChecks(findings, locale),
    ...sentence(bulk.failedAt, places('FAILED')),
    ...sentence(bulk.blockedAt, places('BLOCKED')),
  ].join(' ');
}

function failedChecks(findings: readonly BulkFinding[], locale: Locale): string[] {
  const checks = findings
    .filter(({ status }) => status === 'BLOCKED' || status === 'FAILED')
    .flatMap((finding) => finding.checks);
  if (checks.length === 0) return [];
  const titles = checks.slice(0, MAX_NAMED).map(({ check }) => {
    const [rule] = CHECKS[check].rules;
    return rule ? `${rule} ${checkTitle(check, locale)}` : checkTitle(check, locale);
  });
  const more = checks.length - titles.length;
  const values = { count: checks.length, titles: titles.join(', '), more };
  return [format(messagesIn(locale).bulk.failed, values, locale)];
}

/** With its track where the run has two. */
const placeOf = (run: Run, { track, step }: BulkFinding, locale: Locale): string =>
  run.tracks.CJA.applicable
    ? `${trackTitle(track, locale)} · ${stepTitle(step, locale)}`
    : stepTitle(step, locale);

/** Approvals and what was sent, in the report. */
import { parseActor, TRACK_IDS, type Locale } from '@keyway/core';
import { describeActor, describeEvent, describeStoredPolicy, trackTitle } from '@keyway/messages';
import type { ApprovalRecord } from '../approvalRecords.ts';
import type { Newest } from '../newest.ts';
import type { PackEntryRecord } from '../packRecords.ts';
import type { SubmissionRecord } from '../submissionRecords.ts';
import { code, element, terms, type Html } from './html.ts';
import { section, shownInstant, type Say } from './section.ts';

/** More would be no reading. */
export const SHOWN_RECORDS = 200;

const line = ({ at, by, principal, kind, data }: PackEntryRecord, locale: Locale): string =>
  `${shownInstant(at)}, ${describeActor(parseActor(by, principal), locale)}: ${describeEvent(kind, data, locale)}`;

const newest = ({ kept, count }: Newest<unknown>, file: string, say: Say): Html[] =>
  count > kept.length ? [element('p', say('newestOf', { shown: kept.length, count, file }))] : [];

export function approvalsSection(
  approvals: Newest<ApprovalRecord>,
  locale: Locale,
  say: Say,
): Html {
  if (approvals.count === 0) return section(say('approvals'), [element('p', say('noApprovals'))]);
  return section(say('approvals'), [
    ...newest(approvals, 'approvals.json', say),
    ...approvals.kept.map((approval) => approvalPart(approval, locale, say)),
  ]);
}

function approvalPart(
  { track, requested, decided, evidence, policy }: ApprovalRecord,
  locale: Locale,
  say: Say,
): Html {
  const known = TRACK_IDS.find((id) => id === track);
  const decisions = decided.map((one) => element('p', line(one, locale)));
  return terms([
    [say('track'), known ? trackTitle(known, locale) : String(track)],
    [say('requested'), requested && line(requested, locale)],
    [say('decided'), decisions.length > 0 ? decisions : say('notDecided')],
    [say('evidenceHash'), evidence && code(evidence.file ?? evidence.sha256)],
    [say('policy'), describeStoredPolicy(policy, locale)],
  ]);
}

export function submissionsSection(
  submissions: Newest<SubmissionRecord>,
  recorded: Newest<PackEntryRecord>,
  locale: Locale,
  say: Say,
): Html {
  const none = submissions.count + recorded.count === 0;
  return section(say('submissions'), [
    ...(none ? [element('p', say('noSubmissions'))] : []),
    ...newest(submissions, 'submissions/', say),
    ...submissions.kept.map((one) => submissionPart(one, locale, say)),
    ...newest(recorded, 'submissions/recorded.json', say),
    ...recorded.kept.map((one) => terms([[say('recorded'), line(one, locale)]])),
  ]);
}

function submissionPart({ sent, body, answers }: SubmissionRecord, locale: Locale, say: Say): Html {
  return terms([
    [say('sent'), line(sent, locale)],
    [say('exactBody'), body === null ? say('noBody') : element('pre', body)],
    ...answers.map((answer) => [say('answer'), line(answer, locale)] as const),
  ]);
}

/** Writes an evidence pack from a snapshot, file by file, with little of it in memory. */
import { actorText, globalId, parseGlobalId, type Locale } from '@keyway/core';
import { PackWriter, type EvidenceKeySet, type ZipSink } from '@keyway/evidence';
import {
  yieldIfSliceEnded,
  type EntryRange,
  type EvidenceRange,
  type EvidenceSigner,
  type EvidenceSnapshot,
  type Occurrence,
  type PartnerStore,
} from '@keyway/store';
import { APPROVAL_KINDS, approvalRecords, type ApprovalRecord } from './approvalRecords.ts';
import { jsonLines, jsonList, jsonText } from './jsonStream.ts';
import { Newest } from './newest.ts';
import type { PackEntryRecord } from './packRecords.ts';
import { SHOWN_RECORDS } from './report/decisions.ts';
import { reportHtml } from './report/reportHtml.ts';
import { ShownRuns } from './report/shownRuns.ts';
import { Timeline } from './report/timeline.ts';
import { runRecord } from './runRecord.ts';
import {
  RECORDED_KINDS,
  recordedByPeople,
  SUBMISSION_KINDS,
  submissionRecords,
  type SubmissionRecord,
} from './submissionRecords.ts';

export interface PackOrder {
  partner: PartnerStore;
  snapshot: EvidenceSnapshot;
  range: EvidenceRange;
  locale: Locale;
  /** Who exports. */
  by: Occurrence['actor'];
  keys: EvidenceKeySet;
  signer: EvidenceSigner;
  sink: ZipSink;
  publicUrl: string;
}

/** What the report shows of the pack, gathered while it is written. */
interface Shown {
  timeline: Timeline;
  runs: ShownRuns;
  approvals: Newest<ApprovalRecord>;
  submissions: Newest<SubmissionRecord>;
  recorded: Newest<PackEntryRecord>;
}

/** @throws what `sink` throws, at once: nobody takes the rest */
export async function writeEvidencePack(order: PackOrder): Promise<void> {
  const { partner, snapshot, range, locale, by, keys, signer, sink } = order;
  const { organization, chain, checkpoints, at } = snapshot;
  const shown: Shown = {
    timeline: new Timeline(locale, chain.last.entries),
    runs: new ShownRuns(locale, at, snapshot.runs.length),
    approvals: new Newest(SHOWN_RECORDS),
    submissions: new Newest(SHOWN_RECORDS),
    recorded: new Newest(SHOWN_RECORDS),
  };
  const pack = new PackWriter(sink);
  await pack.add('keys.json', jsonText(keys));
  await pack.add('checkpoints.jsonl', checkpointLines(partner, organization.id, checkpoints));
  await pack.add('history.jsonl', historyLines(order, shown.timeline));
  await pack.add('runs.json', jsonList(runRecords(order, shown.runs)));
  await addApprovals(pack, order, shown.approvals);
  await addSubmissions(pack, order, shown.submissions);
  await addRecorded(pack, order, shown.recorded);
  const watch = (await partner.watchSummaries([organization.id])).get(organization.id) ?? null;
  await pack.add('report.html', reportHtml({ ...order, ...shown, kid: signer.kid, watch }));
  await pack.finish(
    {
      ...{ createdAt: at, createdBy: actorText(by), locale },
      organization: {
        id: globalId('Organization', organization.id),
        imsOrgId: organization.imsOrgId,
        name: organization.name,
      },
      partner: globalId('Partner', organization.partnerId),
      range: { since: range.since, until: range.until },
      ...{ chain, checkpoints },
    },
    signer,
  );
}

async function* checkpointLines(
  partner: PartnerStore,
  organizationId: string,
  count: number,
): AsyncGenerator<Buffer> {
  for await (const batch of partner.checkpoints(organizationId, count))
    yield Buffer.from(batch.map((jws) => `${jws}\n`).join(''));
}

const rangeOf = ({ snapshot: { organization, chain } }: PackOrder): EntryRange => ({
  organizationId: organization.id,
  from: chain.before.entries,
  to: chain.last.entries,
});

async function* historyLines(order: PackOrder, timeline: Timeline): AsyncGenerator<Buffer> {
  for await (const { entries, bytes } of order.partner.historyLines(rangeOf(order))) {
    for (const entry of entries) timeline.add(entry);
    // Entries are rendered and written on the thread that answers every request.
    await yieldIfSliceEnded();
    yield bytes;
  }
}

async function* runRecords(
  { partner, snapshot }: PackOrder,
  shown: ShownRuns,
): AsyncGenerator<unknown> {
  for await (const runs of partner.snapshotRuns(snapshot.runs))
    for (const run of runs) {
      shown.add(run);
      yield runRecord(run);
    }
}

/** Evidence first, so that approvals name its files. */
async function addApprovals(
  pack: PackWriter,
  order: PackOrder,
  shown: Newest<ApprovalRecord>,
): Promise<void> {
  const { partner, snapshot } = order;
  const files = new Map<string, string>();
  for await (const some of partner.keptEvidence(snapshot.organization.id))
    for (const { hash, evidence } of some) {
      files.set(hash, `evidence/${hash}.json`);
      await pack.add(`evidence/${hash}.json`, evidence);
    }
  const records = approvalRecords(
    partner.entriesOf(rangeOf(order), APPROVAL_KINDS),
    (sha256) => files.get(sha256) ?? null,
  );
  await pack.add('approvals.json', jsonList(shown.through(records)));
}

/** More files than this would be more than the directory of a pack should have. */
export const MAX_SUBMISSION_FILES = 250;

/** `0001-request.json` has exactly the bytes that were sent. */
async function addSubmissions(
  pack: PackWriter,
  order: PackOrder,
  shown: Newest<SubmissionRecord>,
): Promise<void> {
  const entries = order.partner.entriesOf(rangeOf(order), SUBMISSION_KINDS);
  const records = shown.through(submissionRecords(entries, bodyOf(order.partner)));
  let number = 0;
  for (; number < MAX_SUBMISSION_FILES; number += 1) {
    const next = await records.next();
    if (next.done) return;
    const { sent, body, answers } = next.value;
    const name = `submissions/${String(number + 1).padStart(4, '0')}`;
    const request = body === null ? null : `${name}-request.json`;
    if (body !== null) await pack.add(`${name}-request.json`, body);
    await pack.add(`${name}-answer.json`, jsonText({ request, sent, answers }));
  }
  await addIfAny(pack, 'submissions/more.jsonl', records, jsonLines);
}

async function addRecorded(
  pack: PackWriter,
  order: PackOrder,
  shown: Newest<PackEntryRecord>,
): Promise<void> {
  const entries = order.partner.entriesOf(rangeOf(order), RECORDED_KINDS);
  const records = shown.through(recordedByPeople(entries));
  await addIfAny(pack, 'submissions/recorded.json', records, jsonList);
}

async function addIfAny(
  pack: PackWriter,
  path: string,
  records: AsyncGenerator<unknown>,
  textOf: (records: AsyncIterable<unknown>) => AsyncGenerator<Buffer>,
): Promise<void> {
  const first = await records.next();
  if (first.done) return;
  async function* all(): AsyncGenerator<unknown> {
    yield first.value;
    yield* records;
  }
  await pack.add(path, textOf(all()));
}

/** Earlier versions recorded the bytes in the run alone, which has its last submission. */
const bodyOf =
  (partner: PartnerStore) =>
  async ({ run, data }: PackEntryRecord): Promise<string | null> => {
    const id = run === null ? null : parseGlobalId('Run', run);
    const stored = id === null ? undefined : (await partner.runsByIds([id])).get(id);
    const submission = stored?.run.tracks.AEP.submission;
    return submission?.id === data.submissionId ? (submission?.body ?? null) : null;
  };

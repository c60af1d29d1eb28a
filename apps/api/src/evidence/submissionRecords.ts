/** `submissions/`: what was sent to Adobe with its answers, and what people recorded of sending. */
import { packRecords, type EntryBatches, type PackEntryRecord } from './packRecords.ts';

/** What was sent to Adobe once, and what came back. */
export interface SubmissionRecord {
  sent: PackEntryRecord;
  /** The exact bytes; null where an earlier version did not record them. */
  body: string | null;
  answers: PackEntryRecord[];
}

/** The kinds of entries that a submission is made of. */
export const SUBMISSION_KINDS: readonly string[] = [
  'configurationSending',
  ...['configurationAccepted', 'configurationSendFailed', 'configurationNotFound'],
];
/** The kinds of entries that say what a person did outside. */
export const RECORDED_KINDS: readonly string[] = ['ticketRecorded', 'cjaConfirmed', 'stepAttested'];

/**
 * A submission is complete when the next one is sent, or at the end.
 * @param bodyOf the bytes of a submission whose entry does not have them; null: they are not known
 */
export async function* submissionRecords(
  entries: EntryBatches,
  bodyOf: (record: PackEntryRecord) => Promise<string | null>,
): AsyncGenerator<SubmissionRecord> {
  let sent: SubmissionRecord | null = null;
  for await (const record of packRecords(entries)) {
    if (record.kind !== 'configurationSending') {
      sent?.answers.push(record);
      continue;
    }
    if (sent) yield sent;
    const { body } = record.data;
    sent = {
      sent: record,
      body: typeof body === 'string' ? body : await bodyOf(record),
      answers: [],
    };
  }
  if (sent) yield sent;
}

/** Cases with Customer Care, and submissions that were attested. */
export async function* recordedByPeople(entries: EntryBatches): AsyncGenerator<PackEntryRecord> {
  for await (const record of packRecords(entries)) {
    const { kind, data } = record;
    if (kind !== 'stepAttested' || data.step === 'SUBMISSION' || data.step === 'TICKET')
      yield record;
  }
}

/** `approvals.json`: each request for approval with what became of it, in one pass over history. */
import { packRecords, type EntryBatches, type PackEntryRecord } from './packRecords.ts';

/** One request for approval and what became of it. */
export interface ApprovalRecord {
  run: string | null;
  track: unknown;
  /** Null where the request is older than the pack's range. */
  requested: PackEntryRecord | null;
  /** Granted, refused, withdrawn or expired; empty where it was not decided in the range. */
  decided: PackEntryRecord[];
  evidence: { sha256: string; file: string | null } | null;
  /** The rules of approvals that held, where the range says. */
  policy: unknown;
}

const POLICIES = ['runStarted', 'policyChanged'];
/** The kinds of entries that it is made of. */
export const APPROVAL_KINDS: readonly string[] = [
  'approvalRequested',
  ...['approvalGranted', 'approvalRefused', 'approvalWithdrawn', 'approvalExpired'],
  ...POLICIES,
];
/** An organization has one open run at a time, with two approvals: more can't be open. */
export const MAX_OPEN = 200;

const keyOf = ({ run, data }: PackEntryRecord): string => `${run} ${String(data.track)}`;

/** Returns what was set first where there are too many now. */
function keepNewest<T>(map: Map<string, T>, key: string, value: T): T | undefined {
  map.set(key, value);
  if (map.size <= MAX_OPEN) return undefined;
  const [oldest] = map.keys();
  const forgotten = map.get(oldest!);
  map.delete(oldest!);
  return forgotten;
}

/**
 * An approval is complete when the next one of its run and track is requested, or at the end.
 * @param fileOf the file in the pack that has the evidence of a hash; null: none
 */
export async function* approvalRecords(
  entries: EntryBatches,
  fileOf: (sha256: string) => string | null,
): AsyncGenerator<ApprovalRecord> {
  const open = new Map<string, ApprovalRecord>();
  const policies = new Map<string, unknown>();
  for await (const record of packRecords(entries)) {
    const { kind, run, data } = record;
    if (POLICIES.includes(kind)) {
      keepNewest(policies, String(run), data.policy ?? null);
      continue;
    }
    const key = keyOf(record);
    const isRequest = kind === 'approvalRequested';
    const former = open.get(key);
    const policy = policies.get(String(run)) ?? null;
    if (former && isRequest) {
      open.delete(key);
      yield former;
    }
    const approval =
      former && !isRequest
        ? former
        : { ...newApproval(record, fileOf), ...(isRequest && { requested: record }), policy };
    if (!isRequest) {
      approval.decided.push(record);
      approval.policy = policy ?? approval.policy;
    }
    const forgotten = approval === former ? undefined : keepNewest(open, key, approval);
    if (forgotten) yield forgotten;
  }
  yield* open.values();
}

function newApproval(
  { run, data }: PackEntryRecord,
  fileOf: (sha256: string) => string | null,
): ApprovalRecord {
  const sha256 = typeof data.evidenceHash === 'string' ? data.evidenceHash : null;
  return {
    ...{ run, track: data.track ?? null, requested: null, decided: [], policy: null },
    evidence: sha256 === null ? null : { sha256, file: fileOf(sha256) },
  };
}

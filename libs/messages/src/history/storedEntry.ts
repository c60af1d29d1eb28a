/**
 * The data of a history entry as its line reads it. Entries are never rewritten: a field that an
 * earlier or later version stored in another form counts as absent.
 */
import {
  ALERT_KINDS,
  CHECK_IDS,
  CONNECTOR_ERROR_KINDS,
  FOUR_EYES,
  HEALTHS,
  ROLES,
  storedObservation,
  VERDICTS,
  type CheckId,
  type Verdict,
} from '@keyway/core';
import { z } from 'zod';
import { shorten } from '../shorten.ts';

/** One visible line of at most 300 characters; null where there is none. */
export function lineOf(text: string): string | null {
  const line = text.replace(/\s+/g, ' ').trim();
  return line === '' ? null : shorten(line);
}

const line = z
  .union([z.string(), z.number(), z.boolean()])
  .transform((value) => lineOf(String(value)))
  .nullable()
  .catch(null);
const textOrNull = z.string().nullable().catch(null);

const failure = z.object({
  kind: z.enum(CONNECTOR_ERROR_KINDS).optional().catch(undefined),
  message: z.string().catch(''),
  code: textOrNull,
  status: z.number().nullable().catch(null),
  host: textOrNull,
});

export interface EntryCheck {
  check: CheckId;
  verdict: Verdict;
}
const noCheck: EntryCheck[] = [];
const checksOfOne = z
  .object({ check: z.enum(CHECK_IDS), verdict: z.enum(VERDICTS) })
  .transform((known): EntryCheck[] => [known])
  .catch(noCheck);

const blockedReading = z
  .object({ checks: z.array(checksOfOne) })
  .transform(({ checks }) => checks.flat());

const change = z.object({ from: line, to: line }).catch({ from: null, to: null });

/** Null where there are none. */
const recordedGrants = z
  .array(z.object({ role: z.enum(ROLES), organizationName: line }))
  .nullable()
  .catch(null);

/** Null where it is none. */
export const recordedPolicy = z
  .object({
    fourEyes: z.enum(FOUR_EYES),
    coolingOffSeconds: z.number(),
    approvalValidForSeconds: z.number(),
    neverAccept: z.array(z.string()),
  })
  .nullable()
  .catch(null);

const affected = z
  .object({ track: line, status: line, voided: line, heldUntil: line.optional() })
  .transform(({ heldUntil = null, ...known }) => [{ ...known, heldUntil }])
  .catch([]);

/** What the facts of an entry say beside the results of the checks. */
const readFacts = (facts: unknown) => ({
  /** Several observations have one result; also where an entry has no facts. */
  several: facts === undefined || Array.isArray(facts),
  step: z.object({ step: line }).safeParse(facts).data?.step ?? null,
  observation: storedObservation(facts),
});

const storedEntry = z
  .object({
    track: line,
    step: line,
    check: line,
    message: line,
    code: textOrNull,
    reason: textOrNull,
    answer: z.object({ status: line }).nullable().catch(null),
    found: z.literal(true).nullable().catch(null),
    sends: z.number().nullable().catch(null),
    /** Absent where the entry has none. */
    checks: z
      .array(checksOfOne)
      .transform((found) => found.flat())
      .optional()
      .catch(noCheck),
    /** What was last seen BLOCKED: of the attested step, or of the steps of a new run. */
    lastBlocked: z
      .union([blockedReading, z.array(blockedReading).transform((found) => found.flat())])
      .catch([]),
    /** Checks last seen BLOCKED that an approver accepted. */
    acceptedBlocks: z
      .array(
        z
          .enum(CHECK_IDS)
          .transform((check) => [check])
          .catch([]),
      )
      .transform((found) => found.flat())
      .catch([]),
    /** What the run before sent to Azure that might still arrive. */
    unanswered: z.array(z.object({ inFlightUntil: line })).catch([]),
    changes: z.record(z.string(), change).catch({}),
    failure: failure.nullable().catch(null),
    facts: z.unknown().optional(),
    /** Who may do what; before and after, where that changed. */
    grants: recordedGrants,
    policy: recordedPolicy,
    /** Those that stood when the policy changed. */
    approvals: z
      .array(affected)
      .transform((found) => found.flat())
      .catch([]),
    owner: z.object({ name: line }).nullable().catch(null),
    field: line,
    kind: z.enum(ALERT_KINDS).nullable().catch(null),
    health: z.enum(HEALTHS).nullable().catch(null),
    subject: z.unknown().optional(),
    from: recordedGrants,
    to: recordedGrants,
  })
  .transform(({ facts, kind, health, subject, ...entry }) => ({
    ...entry,
    facts: readFacts(facts),
    /** Null where it is not about one. */
    alert: kind && { kind, health, subject },
  }));
export type StoredEntry = z.infer<typeof storedEntry>;

/** Every field of the data as one line, for the messages that name it. */
const storedLines = z.record(z.string(), line).catch({});

export function parseStoredEntry(data: unknown): {
  entry: StoredEntry;
  lines: Record<string, string | null>;
} {
  const entry = storedEntry.safeParse(data).data ?? storedEntry.parse({});
  return { entry, lines: storedLines.parse(data) };
}

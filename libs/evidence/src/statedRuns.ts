/**
 * Compares `runs.json` with history: what it says that a person stated, or that was read from a
 * cloud, has to be in an entry. Otherwise whoever changes the stored runs would change the report.
 */
import { canonicalJson } from '@keyway/core';
import type { HistoryLine } from './historyLine.ts';
import type { PackProblems } from './packProblem.ts';

type Json = Readonly<Record<string, unknown>>;

/** Something that `runs.json` says, and the entry that has to say it too. */
interface Statement {
  /** Such as `AEP KEY facts`. */
  where: string;
  kinds: readonly string[];
  isIn: (data: Json, entry: HistoryLine) => boolean;
  /** What it says, for a person. */
  text: string;
}

const isJson = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const listOf = (value: unknown): Json[] => (Array.isArray(value) ? value.filter(isJson) : []);
const same = (a: unknown, b: unknown): boolean => canonicalJson(a) === canonicalJson(b);

/** A run keeps facts without it: it differs in every answer. */
const comparable = (facts: unknown): unknown =>
  JSON.parse(
    JSON.stringify(facts, (name, value: unknown) => (name === 'retryAfterSeconds' ? null : value)),
  );

/** The text of an actor in history begins with the name. */
const isBy = (actor: unknown, entry: HistoryLine): boolean =>
  isJson(actor) && typeof actor['name'] === 'string' && entry.actor.startsWith(actor['name']);

function attested(track: string, step: string, attestation: Json): Statement {
  const { statement, reference, by, at } = attestation;
  return {
    where: `${track} ${step} attestation`,
    kinds: ['stepAttested'],
    isIn: (data, entry) =>
      data['track'] === track &&
      data['step'] === step &&
      same([data['statement'], data['reference'], entry.at], [statement, reference, at]) &&
      isBy(by, entry),
    text: String(statement),
  };
}

function observed(track: string, step: string, facts: Json): Statement {
  const expected = canonicalJson(comparable(facts));
  const isSame = (found: unknown): boolean =>
    isJson(found) && found['step'] === step && canonicalJson(comparable(found)) === expected;
  return {
    where: `${track} ${step} facts`,
    kinds: ['factsObserved', 'trackReread'],
    isIn: (data) =>
      data['track'] === track &&
      (Array.isArray(data['facts']) ? data['facts'].some(isSame) : isSame(data['facts'])),
    text: expected,
  };
}

function overridden(track: string, { check, override }: Json): Statement[] {
  if (!isJson(override)) return [];
  const { reason, by, at } = override;
  return [
    {
      where: `${track} ${String(check)} override`,
      kinds: ['checkOverridden'],
      isIn: (data, entry) =>
        same([data['track'], data['check'], data['reason']], [track, check, reason]) &&
        entry.at === at &&
        isBy(by, entry),
      text: String(reason),
    },
  ];
}

function provided(track: string, { given, providedAt }: Json): Statement {
  return {
    where: `${track} key`,
    kinds: ['keyProvided'],
    isIn: (data, entry) =>
      data['track'] === track &&
      String(data['keyIdentifier']).trim() === given &&
      entry.at === providedAt,
    text: String(given),
  };
}

/** Who asked, and who decided, for which evidence. */
function approved(track: string, approval: Json): Statement[] {
  const { evidenceHash, status } = approval;
  // Entries from before it was kept there don't have it.
  const isFor = (data: Json): boolean =>
    data['track'] === track && (data['evidenceHash'] ?? evidenceHash) === evidenceHash;
  const by = (name: string, who: unknown, at: unknown, kinds: readonly string[]): Statement => ({
    where: `${track} approval, ${name}`,
    kinds,
    isIn: (data, entry) => isFor(data) && entry.at === at && isBy(who, entry),
    text: isJson(who) ? String(who['name']) : '',
  });
  const { requestedBy, requestedAt, decidedBy, decidedAt } = approval;
  const request = by('requested by', requestedBy, requestedAt, ['approvalRequested']);
  const isDecided = status === 'approved' || status === 'spent' || status === 'refused';
  if (!isDecided || decidedAt === null) return [request];
  const kind = status === 'refused' ? 'approvalRefused' : 'approvalGranted';
  return [request, by('decided by', decidedBy, decidedAt, [kind])];
}

function recorded(track: string, { ticket, confirmation, submission }: Json): Statement[] {
  const statements: Statement[] = [];
  if (isJson(ticket)) {
    const { caseNumber, url, recordedAt, recordedBy } = ticket;
    statements.push({
      where: `${track} ticket`,
      kinds: ['ticketRecorded'],
      isIn: (data, entry) =>
        same([data['caseNumber'], data['url'], entry.at], [caseNumber, url, recordedAt]) &&
        isBy(recordedBy, entry),
      text: String(caseNumber),
    });
  }
  if (isJson(confirmation)) {
    const { confirmedBy, text, recordedBy } = confirmation;
    statements.push({
      where: `${track} confirmation`,
      kinds: ['cjaConfirmed'],
      isIn: (data, entry) =>
        same([data['confirmedBy'], data['text']], [confirmedBy, text]) && isBy(recordedBy, entry),
      text: `${String(confirmedBy)}: ${String(text)}`,
    });
  }
  if (isJson(submission) && Number(submission['sends']) > 0 && submission['body'] !== null) {
    const { id, body } = submission;
    statements.push({
      where: `${track} submission`,
      kinds: ['configurationSending'],
      // Entries from before it was kept there don't have it.
      isIn: (data) => data['submissionId'] === id && (data['body'] ?? body) === body,
      text: String(body),
    });
  }
  return statements;
}

function statementsOf(track: Json): Statement[] {
  const id = String(track['id']);
  const steps = isJson(track['steps']) ? Object.entries(track['steps']) : [];
  return [
    ...(isJson(track['key']) ? [provided(id, track['key'])] : []),
    ...(isJson(track['approval']) ? approved(id, track['approval']) : []),
    ...recorded(id, track),
    ...steps.flatMap(([name, step]) => {
      if (!isJson(step)) return [];
      const { attestation, facts, checks } = step;
      return [
        ...(isJson(attestation) ? [attested(id, name, attestation)] : []),
        ...(isJson(facts) ? [observed(id, name, facts)] : []),
        ...listOf(checks).flatMap((check) => overridden(id, check)),
      ];
    }),
  ];
}

/** What the runs of a pack say, crossed off entry by entry. */
export class StatedRuns {
  readonly #open = new Map<string, Set<Statement>>();
  readonly #kinds = new Set<string>();

  /** @param runs the content of `runs.json` */
  constructor(runs: unknown) {
    for (const run of listOf(runs)) {
      const statements = listOf(run['tracks']).flatMap(statementsOf);
      this.#open.set(String(run['id']), new Set(statements));
      for (const { kinds } of statements) for (const kind of kinds) this.#kinds.add(kind);
    }
  }

  compare(entry: HistoryLine): void {
    const { run, kind, data } = entry;
    const open = run !== null && this.#kinds.has(kind) ? this.#open.get(run) : undefined;
    if (!open || !isJson(data)) return;
    for (const statement of open)
      if (statement.kinds.includes(kind) && statement.isIn(data, entry)) open.delete(statement);
  }

  /** After the last entry. */
  end(problems: PackProblems): void {
    for (const [run, open] of this.#open)
      for (const { where, text } of open)
        problems.add('statedOtherwise', 'No entry of history says this: the run was changed.', {
          ...{ file: 'runs.json', entry: `${run}, ${where}`, found: text },
        });
  }
}

/**
 * Renders a line of history. Total: an entry of an unknown kind is shown by its kind, one of an
 * older version with what it has, never left out.
 */
import { CHECK_IDS, STEP_IDS, type CheckId, type Locale } from '@keyway/core';
import { checkTitle } from '../checks/describeCheck.ts';
import { describeStoredReason } from '../describeReason.ts';
import { describeAnswer } from '../failures/describeFailure.ts';
import { displayInstant, displayNextMinute, displayTime } from '../displayInstant.ts';
import { format, formatList, type MessageValues } from '../format.ts';
import { messagesIn } from '../messagesIn.ts';
import { stepTitle } from '../names.ts';
import { describeAlert, fieldTitle } from '../watch/describeAlert.ts';
import { describePolicy } from './describePolicy.ts';
import { describeVerdict } from './describeVerdict.ts';
import { lineOf, parseStoredEntry, type StoredEntry } from './storedEntry.ts';

const nameIn = (names: Readonly<Record<string, string>>, value: string | null): string | null =>
  value !== null && Object.hasOwn(names, value) ? names[value]! : value;

/** Each changed field with its value before and after. */
function listChanges({ changes }: StoredEntry, locale: Locale): string | null {
  const { changed, organization } = messagesIn(locale);
  const listed = Object.entries(changes).map(([name, { from, to }]) => {
    const values = {
      field: nameIn(organization.fields, lineOf(name)),
      from: nameIn(organization.values, from),
      to: nameIn(organization.values, to),
    };
    return format(changed, values, locale);
  });
  return listed.length > 0 ? listed.join(', ') : null;
}

function describeStepOf({ step, facts }: StoredEntry, locale: Locale): string | null {
  const name = step ?? facts.step;
  const known = STEP_IDS.find((id) => id === name);
  return known ? stepTitle(known, locale) : name;
}

function describeCheckOf({ check }: StoredEntry, locale: Locale): string | null {
  const known = CHECK_IDS.find((id) => id === check);
  return known ? checkTitle(known, locale) : check;
}

/** The titles of checks; null where there are none. */
function listTitles(checks: readonly CheckId[], locale: Locale): string | null {
  const { namedCheck } = messagesIn(locale);
  const titles = [...new Set(checks)].map((check) =>
    format(namedCheck, { title: checkTitle(check, locale), observed: null }, locale),
  );
  return titles.length > 0 ? formatList(titles, locale) : null;
}

/** Until when something that was sent may arrive; null where nothing may. */
function lastArrival({ unanswered }: StoredEntry): string | null {
  const last = unanswered
    .map(({ inFlightUntil }) => inFlightUntil ?? '')
    .toSorted()
    .at(-1);
  return last ? displayTime(last) : null;
}

/** Such as "operator, approver (Contoso)". */
function listGrants(grants: StoredEntry['grants'], locale: Locale): string | null {
  if (!grants || grants.length === 0) return null;
  const { grant } = messagesIn(locale);
  return grants
    .map(({ role, organizationName }) => format(grant, { role, organizationName }, locale))
    .join(', ');
}

/** What a changed policy did to each approval that stood. */
function listApprovals({ approvals }: StoredEntry, locale: Locale): string | null {
  const { affectedApproval } = messagesIn(locale);
  const listed = approvals.map(({ heldUntil, ...approval }) => {
    const held = heldUntil === null ? null : displayInstant(heldUntil);
    return format(affectedApproval, { ...approval, held }, locale);
  });
  return listed.length > 0 ? listed.join('; ') : null;
}

/** What the messages name that is not simply a field of the data. */
function derivedValues(entry: StoredEntry, locale: Locale): MessageValues {
  const step = describeStepOf(entry, locale);
  const places = [entry.track, step].filter((place) => place !== null);
  const reason = describeStoredReason(entry, locale);
  return {
    step,
    place: places.length > 0 ? places.join(' · ') : null,
    verdict: describeVerdict(entry, locale),
    check: describeCheckOf(entry, locale),
    message: entry.failure ? describeAnswer(entry.failure, locale) : entry.message,
    status: entry.answer?.status ?? null,
    sentNothing: entry.found === true && entry.sends === 0,
    reason: reason === null ? null : lineOf(reason),
    accepted: listTitles(entry.acceptedBlocks, locale),
    blocked: listTitles(
      entry.lastBlocked.map(({ check }) => check),
      locale,
    ),
    unanswered: lastArrival(entry),
    changes: listChanges(entry, locale),
    owner: entry.owner?.name ?? null,
    policy: entry.policy && describePolicy(entry.policy, locale),
    approvals: listApprovals(entry, locale),
    grants: listGrants(entry.grants, locale),
    alert: entry.alert && describeAlert(entry.alert, locale).title,
    field: entry.field === null ? null : fieldTitle(entry.field, locale),
    before: listGrants(entry.from, locale),
    after: listGrants(entry.to, locale),
  };
}

/** The instants that lines name, as people read them. */
const instantsOf = (lines: MessageValues): MessageValues =>
  Object.fromEntries(
    (['archivedAt', 'dueAt', 'expiresAt', 'lostSince'] as const).flatMap((name) => {
      const instant = lines[name];
      return typeof instant === 'string' ? [[name, displayInstant(instant)]] : [];
    }),
  );

/** From when on what waits is sent; null where nothing waits. */
const untilOf = ({ until = null }: Readonly<Record<string, string | null>>): string | null =>
  until === null ? null : displayNextMinute(until);

/** The entry in one line, without who and when. `data` is the entry's data as it is stored. */
export function describeEvent(kind: string, data: unknown, locale: Locale): string {
  const messages: Readonly<Record<string, string>> = messagesIn(locale).history;
  const message = Object.hasOwn(messages, kind) ? messages[kind] : undefined;
  if (message === undefined) return kind;
  const { entry, lines } = parseStoredEntry(data);
  const instants = { ...instantsOf(lines), until: untilOf(lines) };
  const values = { ...lines, ...instants, ...derivedValues(entry, locale) };
  const text = format(message, values, locale);
  return lines['bulkJob'] ? format(messagesIn(locale).inBulk, { line: text }, locale) : text;
}

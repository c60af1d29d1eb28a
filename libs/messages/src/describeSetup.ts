/** Automatic mode: the plan of changes, and how far it is. */
import {
  changeProgress,
  delayOfSetup,
  failureValues,
  planProblem,
  setupStatus,
  shownDelay,
  type ChangeSettings,
  type Instant,
  type Locale,
  type Organization,
  type PlannedChange,
  type ReadFailure,
  type SettingName,
  type TrackSetup,
} from '@keyway/core';
import { describeActor } from './describeActor.ts';
import { describeDatabaseDelay } from './describeDatabaseDelay.ts';
import { displayTime } from './displayInstant.ts';
import { describeAnswer, describeHint } from './failures/describeFailure.ts';
import { format, formatList } from './format.ts';
import { messagesIn } from './messagesIn.ts';
import { toClause } from './shorten.ts';

/** One setting with its value, to show. */
export interface SettingText {
  label: string;
  value: string;
}

/** What a person reads of one change. */
export interface ChangeText {
  title: string;
  before: SettingText[];
  after: SettingText[];
  /** Why it is not possible or not known, or why it failed; null where it is neither. */
  reason: string | null;
  /** What to do about the reason; null where there is none. */
  remedy: string | null;
  /** How far it is; null before it was begun. */
  progress: string | null;
}

function valueText(value: ChangeSettings[SettingName], locale: Locale): string {
  const { values } = messagesIn(locale).setup;
  if (typeof value === 'boolean') return value ? values.yes : values.no;
  if (value === null || value === undefined || value === '') return values.none;
  if (typeof value === 'string' || typeof value === 'number') return String(value);
  return value.length > 0 ? value.join(', ') : values.none;
}

function settingTexts(settings: ChangeSettings, locale: Locale): SettingText[] {
  const labels: Readonly<Record<string, string>> = messagesIn(locale).setup.settings;
  return Object.entries(settings).map(([name, value]) => ({
    label: labels[name] ?? name,
    value: valueText(value, locale),
  }));
}

/** What Azure answered, its cause and what to do. */
function failureTexts(failure: ReadFailure, organization: Organization, locale: Locale) {
  const values = failureValues(failure, 'azure', organization);
  const { cause, remedy } = describeHint(failure, values, 'azure', locale);
  return { reason: `${toClause(describeAnswer(failure, locale))}. ${cause}`, remedy };
}

/** Why a change is not possible or not known, or how what is there differs; what to do. */
export function reasonTexts(
  { reason, failure }: PlannedChange,
  organization: Organization,
  locale: Locale,
): { reason: string | null; remedy: string | null } {
  if (failure) return failureTexts(failure, organization, locale);
  if (!reason) return { reason: null, remedy: null };
  const { cause, remedy } = messagesIn(locale).setup.reasons[reason.code];
  return {
    reason: format(cause, reason.values, locale),
    remedy: format(remedy, reason.values, locale),
  };
}

/** One change of a set-up, with what became of it. */
export function describeChange(
  setup: TrackSetup,
  change: PlannedChange,
  organization: Organization,
  locale: Locale,
): ChangeText {
  const { changes, results, sending, sentWhenEnded, late } = messagesIn(locale).setup;
  const done = changeProgress(setup, change.kind);
  const { failure } = done ?? {};
  const message = failure ? toClause(describeAnswer(failure, locale)) : null;
  const begun = setup.ended ? sentWhenEnded : sending;
  const known =
    done && (done.state === 'SENDING' ? begun : format(results[done.state], { message }, locale));
  const progress = done?.late && !done.answerLost ? `${known} ${late}` : known;
  return {
    title: changes[change.kind],
    before: settingTexts(change.before, locale),
    after: settingTexts(change.after, locale),
    ...(failure
      ? failureTexts(failure, organization, locale)
      : reasonTexts(change, organization, locale)),
    progress: progress ?? null,
  };
}

/** What of a plan can't be done, by its titles; `problem`: why it can't be confirmed. */
function planValues({ plan }: TrackSetup, locale: Locale) {
  const { changes: titles } = messagesIn(locale).setup;
  const open = (plan?.changes ?? []).filter(({ outcome }) => outcome === 'NOT_POSSIBLE');
  const named = open.map(({ kind }) => titles[kind]);
  return {
    open: named.length > 0 ? formatList(named, locale) : null,
    problem: plan && planProblem(plan),
  };
}

/** How far a set-up is, or what it waits for at an instant. */
export function describeSetup(setup: TrackSetup, now: Instant, locale: Locale): string {
  const { setupStatus: sentences, ends } = messagesIn(locale).setup;
  const { ended, failure } = setup;
  const message = failure ? toClause(describeAnswer(failure, locale)) : null;
  if (ended) {
    const name = ended.by ? describeActor(ended.by, locale) : null;
    return format(ends[ended.reason], { message, name }, locale);
  }
  const status = setupStatus(setup);
  if (status === 'CANCELLED') return format(ends.cancelled, {}, locale);
  const delay = delayOfSetup(setup, now);
  if (delay)
    return describeDatabaseDelay(shownDelay(delay, 'change', setup.confirmed?.at ?? null), locale);
  const failed = setup.progress.filter(({ state }) => state === 'FAILED').length;
  // What it waited for is over once something was read.
  const until = setup.waitsUntil && !failure ? displayTime(setup.waitsUntil) : null;
  const values = {
    message,
    replanned: setup.replanned ? 'yes' : null,
    failed,
    until,
    ...planValues(setup, locale),
  };
  return format(sentences[status], values, locale);
}

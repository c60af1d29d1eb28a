/** The texts of an alert: what it is, why, and what to do, in the documented order. */
import {
  dateOfEpoch,
  exactRole,
  isOfAdobe,
  roleName,
  runbookOf,
  runbookOfAdobe,
  STATEMENT_FIELD,
  type AlertKind,
  type AlertSubject,
  type Health,
  type KeyPlace,
  type Locale,
  type RunbookStep,
} from '@keyway/core';
import { describeCheck } from '../checks/describeCheck.ts';
import { displayValues } from '../checks/displayValues.ts';
import { displayInstant } from '../displayInstant.ts';
import { describeAnswer } from '../failures/describeFailure.ts';
import { format, type MessageValues } from '../format.ts';
import { messagesIn } from '../messagesIn.ts';
import { stepTitle } from '../names.ts';
import { alertSubject, type DescribedSubject } from './alertSubject.ts';
import { runbookCommand } from './runbookCommand.ts';

/** The texts of an alert in one language. */
export interface AlertDescription {
  title: string;
  detail: string;
}

/** An alert as it was stored, perhaps by another version. */
export interface DescribedAlert {
  kind: AlertKind;
  health: Health | null;
  subject: unknown;
}

/** Of a field that is one statement of a key policy. */
const statementSid = (field: string): string | null =>
  field.startsWith(`${STATEMENT_FIELD}.`) ? field.slice(STATEMENT_FIELD.length + 1) : null;

/** The field of the evidence as people name it; one of another version stays as it is. */
export function fieldTitle(field: string, locale: Locale): string {
  const fields: Readonly<Record<string, string>> = messagesIn(locale).watch.fields;
  const sid = statementSid(field);
  if (sid !== null) return format(fields[STATEMENT_FIELD]!, { sid }, locale);
  return Object.hasOwn(fields, field) ? fields[field]! : field;
}

/** Why a difference of the field matters; null for a field of another version. */
export function driftReason(field: string, locale: Locale): string | null {
  const reasons: Readonly<Record<string, string>> = messagesIn(locale).watch.driftReasons;
  const known = statementSid(field) === null ? field : STATEMENT_FIELD;
  return Object.hasOwn(reasons, known) ? reasons[known]! : null;
}

/** Epoch seconds (KEY-05), as the evidence states them. */
const EPOCH_FIELDS = ['KEY.expires', 'KEY.notBefore'];

/** A value of a field of the evidence as people read it. */
function shown(field: string, value: string | null): string | null {
  const date = value !== null && EPOCH_FIELDS.includes(field) ? dateOfEpoch(Number(value)) : null;
  const text = date ?? value;
  return text && displayInstant(text);
}

/**
 * Why something is not healthy, in one or two sentences; null where the alert's own text says it.
 */
export function describeCause(subject: DescribedSubject, locale: Locale): string | null {
  const { watch } = messagesIn(locale);
  switch (subject.kind) {
    case 'check': {
      const causes: Readonly<Record<string, Readonly<Record<string, string>>>> = watch.causes;
      const { check, outcome, values } = subject;
      const text = causes[check]?.[outcome];
      if (text !== undefined) return format(text, displayValues(values, locale), locale);
      const { cause, observed } = describeCheck(subject, locale);
      return cause ? `${observed}. ${cause}` : observed;
    }
    case 'difference': {
      const { field, approved, now } = subject;
      const values = {
        field: fieldTitle(field, locale),
        approved: shown(field, approved),
        now: shown(field, now),
      };
      return format(watch.different, values, locale);
    }
    case 'configuration':
      return format(watch.otherConfiguration, { ...subject }, locale);
    case 'version':
      return format(watch.versionDisabled, { version: subject.version }, locale);
    case 'unread': {
      const { step, failure } = subject;
      const message = failure && describeAnswer(failure, locale);
      return format(watch.unread, { step: stepTitle(step, locale), message }, locale);
    }
    default:
      return null;
  }
}

/** The values of the details that are no cause. */
const valuesOf = (subject: DescribedSubject): MessageValues =>
  Object.fromEntries(
    Object.entries(subject).map(([name, value]: [string, unknown]) => [
      name,
      typeof value === 'number' ? value : displayInstant(String(value)),
    ]),
  );

/**
 * What to do, in order, in one language.
 * @param places where the keys are that it is about; without any there are no commands
 */
export function runbookTexts(
  steps: readonly RunbookStep[],
  places: readonly KeyPlace[],
  locale: Locale,
): string[] {
  const { runbook, withCommand, withAwsCommand } = messagesIn(locale).watch;
  const vault = places.find((place) => place.kind !== 'kms');
  const role = roleName(exactRole(vault?.kind ?? 'vault'));
  return steps.map((step) => {
    const text = format(runbook[step], { role }, locale);
    const command = runbookCommand(step, places);
    if (!command) return text;
    const template = command.startsWith('aws ') ? withAwsCommand : withCommand;
    return format(template, { text, command }, locale);
  });
}

function runbookOfAlert({ kind, health }: DescribedAlert, subject: DescribedSubject | null) {
  if (isOfAdobe(kind)) return runbookOfAdobe(kind);
  // Cast: outcomes and failures of other versions have no remedy of their own.
  return subject ? runbookOf(health, subject as AlertSubject) : [];
}

/** What to do about an alert, in order. */
export const describeRunbook = (
  alert: DescribedAlert,
  places: readonly KeyPlace[],
  locale: Locale,
): string[] => runbookTexts(runbookOfAlert(alert, alertSubject(alert.subject)), places, locale);

/** The texts of an alert; of one that another version stored, as far as it is known. */
export function describeAlert(alert: DescribedAlert, locale: Locale): AlertDescription {
  const { watch } = messagesIn(locale);
  const { kind, health } = alert;
  const subject = alertSubject(alert.subject);
  if (kind === 'HEALTH') {
    const title = watch.healthTitles[health ?? 'AT_RISK'];
    return { title, detail: (subject && describeCause(subject, locale)) ?? title };
  }
  const values = subject ? valuesOf(subject) : {};
  return {
    title: format(watch.alertTitles[kind], values, locale),
    detail: format(watch.alertDetails[kind], values, locale),
  };
}

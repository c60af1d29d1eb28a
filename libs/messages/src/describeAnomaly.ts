/** Renders an anomaly by its code; a sentence of an earlier version is shown as it was stored. */
import { failureIn, STEP_IDS, type Anomaly, type Locale } from '@keyway/core';
import { listChecks } from './checks/listChecks.ts';
import { describeAnswer } from './failures/describeFailure.ts';
import { format, type MessageValues } from './format.ts';
import { messagesIn } from './messagesIn.ts';
import { stepTitle } from './names.ts';

/** `VAULT, KEY` as the titles of the steps. */
function stepTitles(steps: unknown, locale: Locale): string {
  const named = String(steps).split(', ');
  return STEP_IDS.filter((step) => named.includes(step))
    .map((step) => stepTitle(step, locale))
    .join(', ');
}

function valuesOf({ code, values, checks = [] }: Anomaly, locale: Locale): MessageValues {
  switch (code) {
    case 'statusNotRead':
      return { answer: describeAnswer(failureIn(values), locale) };
    case 'blockedAfterTicket':
      return { checks: listChecks(checks, locale) };
    case 'attestedButChanged':
      return { ...values, steps: values['steps'] ? stepTitles(values['steps'], locale) : null };
    case 'changedAfterAttestation':
      return { steps: stepTitles(values['steps'], locale) };
    default:
      return values;
  }
}

/** The anomaly's text. A sentence that an earlier version stored is returned as it is. */
export function describeAnomaly(anomaly: Anomaly, locale: Locale): string {
  const { code, values } = anomaly;
  if (code === 'stored') return String(values['text']);
  return format(messagesIn(locale).anomalies[code], valuesOf(anomaly, locale), locale);
}

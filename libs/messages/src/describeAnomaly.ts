/** Renders an anomaly by its code; one stored before there were codes is shown as it was stored. */
import type { Anomaly, FailureHead, Locale } from '@keyway/core';
import { describeCheck, type DescribedResult } from './checks/describeCheck.ts';
import { describeAnswer } from './failures/describeFailure.ts';
import { format } from './format.ts';
import { messagesIn } from './messagesIn.ts';

/** `“Network admits Adobe”: public access is off`, one after the other. */
const describeChecks = (checks: readonly DescribedResult[], locale: Locale): string =>
  checks
    .map((check) => {
      const { title, observed } = describeCheck(check, locale);
      const values = { title, observed: observed?.replace(/\.$/, '') };
      return format(messagesIn(locale).namedCheck, values, locale);
    })
    .join('; ');

export function describeAnomaly(
  { kind, values = {}, message, checks = [] }: Anomaly,
  locale: Locale,
): string {
  const { anomalies } = messagesIn(locale);
  if (kind === undefined || !Object.hasOwn(anomalies, kind)) return message;
  const answer =
    kind === 'statusNotRead' ? describeAnswer(values as unknown as FailureHead, locale) : null;
  const rendered = { ...values, answer, checks: describeChecks(checks, locale) };
  return format(anomalies[kind], rendered, locale);
}

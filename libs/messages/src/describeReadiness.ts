/** What keeps organizations from being set up, as dry runs found it. */
import {
  CHECK_IDS,
  NO_TRACK_APPLIES,
  readinessCauses,
  type CheckId,
  type Locale,
  type Readiness,
  type ReadinessCause,
  type ReadinessStep,
  type StepId,
} from '@keyway/core';
import { checkTitle } from './checks/describeCheck.ts';
import { describeRefusal } from './describeRefusal.ts';
import { format } from './format.ts';
import { messagesIn } from './messagesIn.ts';
import { stepTitle } from './names.ts';

const isCheck = (code: string): code is CheckId => CHECK_IDS.some((id) => id === code);

/** One cause, without its organizations. */
export const describeReadinessCause = (cause: ReadinessCause, locale: Locale): string =>
  describeCause(cause, cause.step ? [cause.step] : [], locale);

/** What keeps several steps for the same reason, such as a connection, is one text. */
function describeCauses(causes: readonly ReadinessCause[], locale: Locale): string[] {
  const alike = Map.groupBy(causes, ({ outcome, kind, code }) => [outcome, kind, code].join('/'));
  return [...alike.values()].map((same) =>
    describeCause(
      same[0]!,
      same.flatMap(({ step }) => step ?? []),
      locale,
    ),
  );
}

function describeCause(
  { outcome, kind, code }: ReadinessCause,
  steps: readonly StepId[],
  locale: Locale,
): string {
  const { readiness } = messagesIn(locale);
  const of = steps.map((step) => stepTitle(step, locale)).join(', ');
  const cloud = () =>
    code === 'azure' || code === 'adobe' || code === 'aws' ? readiness.clouds[code] : code;
  switch (kind) {
    case 'CHECK': {
      const check = isCheck(code) ? checkTitle(code, locale) : code;
      const message = outcome === 'UNKNOWN' ? readiness.checkUnknown : readiness.check;
      return format(message, { step: of, check }, locale);
    }
    case 'PERMISSION':
      return format(readiness.permission, { step: of, permission: code }, locale);
    case 'CREDENTIAL':
      return format(readiness.credential, { step: of, cloud: cloud() }, locale);
    case 'CONNECTION':
      return format(readiness.connection, { step: of, cloud: cloud() }, locale);
    case 'KEY':
      return readiness.key;
    case 'KEY_POLICY':
      return readiness.keyPolicy;
    case 'KEY_REFUSED':
      return readiness.keyRefused;
    case 'NOT_STARTABLE':
      return code === NO_TRACK_APPLIES.code ? readiness.noTrackApplies : readiness.notStartable;
    case 'NOT_CHECKED':
      return readiness.notChecked;
  }
}

/** Everything that is in the way of one organization; null where nothing is. */
export function describeReadiness(
  { causes, refusal, tracks }: Readiness,
  locale: Locale,
): string | null {
  const refused = [refusal, ...tracks.flatMap(({ steps }) => steps.map((step) => step.refusal))];
  const [first] = refused.filter((one) => one !== null);
  const texts = describeCauses(causes, locale);
  const all = first ? [...texts, describeRefusal(first, locale)] : texts;
  return all.length > 0 ? all.map((text) => text.replace(/\.$/, '')).join('; ') : null;
}

/** What is in the way of a step apart from its checks; null where nothing is. */
export function describeReadinessStep(found: ReadinessStep, locale: Locale): string | null {
  if (found.refusal) return describeRefusal(found.refusal, locale);
  const own = { tracks: [{ steps: [{ ...found, checks: [] }] }], refusal: null, failed: false };
  const [cause] = found.checks.length > 0 ? [] : readinessCauses(own);
  return cause ? describeReadinessCause(cause, locale) : null;
}

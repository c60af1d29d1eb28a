/** When digests are sent, as people give it and see it: times of day as texts. */
import { isTimeZone, refuse, type DigestTimes, type QuietHours } from '@keyway/core';
import type { QuietHoursInput } from '../generated/resolverTypes.ts';
import type { InputValidator } from '../userErrors/inputValidator.ts';

/** Minutes of the day; null: it is no time of day. */
function minutesOf(text: string): number | null {
  const [, hours, minutes] = /^([01]\d|2[0-3]):([0-5]\d)$/.exec(text) ?? [];
  return hours === undefined ? null : Number(hours) * 60 + Number(minutes);
}

const textOf = (minutes: number): string =>
  [Math.floor(minutes / 60), minutes % 60].map((part) => String(part).padStart(2, '0')).join(':');

function quietHoursOf(
  given: QuietHoursInput | null | undefined,
  validate: InputValidator,
): QuietHours | null {
  if (!given) return null;
  const [from, until] = (['from', 'until'] as const).map((end) => {
    const minutes = minutesOf(given[end]);
    if (minutes === null)
      validate.add(
        refuse('quietHoursForm', ['quietHours', end], { given: given[end].slice(0, 20) }),
      );
    return minutes;
  });
  if (from == null || until == null) return null;
  if (from === until) validate.add(refuse('quietHoursEqual', ['quietHours', 'until']));
  return { from, until };
}

/** Refuses what is no time zone or no time of day. */
export function digestTimesOf(
  { timeZone, quietHours }: { timeZone: string; quietHours?: QuietHoursInput | null },
  validate: InputValidator,
): Pick<DigestTimes, 'timeZone' | 'quietHours'> {
  if (!isTimeZone(timeZone))
    validate.refuse('timeZoneUnknown', 'timeZone', { given: timeZone.slice(0, 64) });
  return { timeZone, quietHours: quietHoursOf(quietHours, validate) };
}

/** As they are shown. */
export const shownQuietHours = (hours: QuietHours | null): { from: string; until: string } | null =>
  hours && { from: textOf(hours.from), until: textOf(hours.until) };

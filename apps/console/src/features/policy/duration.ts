/** Times of a policy as a number and a unit, as people state them. */
import type { IntlShape } from 'react-intl';

const SECONDS = { day: 86_400, hour: 3_600, minute: 60, second: 1 } as const;
export type DurationUnit = keyof typeof SECONDS;
/** The longest first. */
const UNITS = ['day', 'hour', 'minute', 'second'] as const;

export interface Duration {
  /** NaN while the field is empty. */
  value: number;
  unit: DurationUnit;
}

/** In the longest unit that needs no fraction; nothing at all is in hours. */
export function toDuration(seconds: number): Duration {
  const unit =
    seconds === 0 ? 'hour' : (UNITS.find((one) => seconds % SECONDS[one] === 0) ?? 'second');
  return { value: seconds / SECONDS[unit], unit };
}

export const toSeconds = ({ value, unit }: Duration): number => Math.round(value * SECONDS[unit]);

export function formatDuration(seconds: number, intl: IntlShape): string {
  const { value, unit } = toDuration(seconds);
  return intl.formatNumber(value, { style: 'unit', unit, unitDisplay: 'long' });
}

/** Kinds of options, each with what it takes. */
import { InvalidArgumentError, Option } from 'commander';

/** One of a few values, in any letter case. */
export function choice(flags: string, text: string, values: readonly string[]): Option {
  const option = new Option(flags, `${text} (${values.join(', ')})`);
  option.argChoices = [...values];
  return option.argParser((typed: string) => valueOf(typed, values));
}

/** Several of a few values: with commas, or the option again. */
export function choices(flags: string, text: string, values: readonly string[]): Option {
  const option = new Option(flags, `${text} (${values.join(', ')}; several with commas)`);
  option.argChoices = [...values];
  return option.argParser((typed: string, before?: string[]) => [
    ...(before ?? []),
    ...typed.split(',').map((part) => valueOf(part, values)),
  ]);
}

/** A text that may be given several times. */
export const several = (flags: string, text: string): Option =>
  new Option(flags, text).argParser((typed: string, before?: string[]) => [
    ...(before ?? []),
    typed,
  ]);

/** Of commands that list: whoever acts on what is listed needs what is so now. */
export const replica = (): Option =>
  new Option('--replica', 'from a read replica where there is one, up to half a minute late');

/** A whole number from `min` on. */
export const wholeNumber = (flags: string, text: string, min = 1): Option =>
  new Option(flags, text).argParser((typed: string) => {
    const value = Number(typed);
    if (Number.isSafeInteger(value) && value >= min && /^\d+$/.test(typed)) return value;
    throw new InvalidArgumentError(`Give a whole number from ${min} on.`);
  });

const UNITS: Readonly<Record<string, number>> = { s: 1, m: 60, h: 3600, d: 86_400, w: 604_800 };

/** A length of time such as `36h` or `5d`, in seconds. */
export const duration = (flags: string, text: string): Option =>
  new Option(flags, text).argParser((typed: string) => secondsOf(typed));

/** @throws InvalidArgumentError for what is no length of time */
export function secondsOf(typed: string): number {
  const [, amount, unit] = /^(\d{1,6})([smhdw])$/.exec(typed) ?? [];
  if (amount === undefined || unit === undefined)
    throw new InvalidArgumentError('Give a number and a unit, such as 36h, 5d or 2w.');
  return Number(amount) * UNITS[unit]!;
}

/** A day or a time, sent as an instant. */
export const instant = (flags: string, text: string): Option =>
  new Option(flags, text).argParser((typed: string) => instantOf(typed));

/** @throws InvalidArgumentError for what is no day and no time */
export function instantOf(typed: string): string {
  const milliseconds = Date.parse(/^\d{4}-\d{2}-\d{2}$/.test(typed) ? `${typed}T00:00:00Z` : typed);
  if (Number.isNaN(milliseconds) || !/^\d{4}-\d{2}/.test(typed))
    throw new InvalidArgumentError(
      'Give a day or a time, such as 2026-11-28 or 2026-11-28T09:30Z.',
    );
  return new Date(milliseconds).toISOString();
}

/** @throws InvalidArgumentError for none of the values */
export function valueOf<Value extends string>(typed: string, values: readonly Value[]): Value {
  const wanted = typed.trim().toUpperCase().replaceAll('-', '_');
  const value = values.find((candidate) => candidate.toUpperCase() === wanted);
  if (value !== undefined) return value;
  throw new InvalidArgumentError(`Allowed are ${values.join(', ')}.`);
}

/** A day, a time, or a length of time from now on, sent as an instant. */
export const expiry = (flags: string, text: string): Option =>
  new Option(flags, text).argParser((typed: string) => {
    if (/^\d+[smhdw]$/.test(typed))
      return new Date(Date.now() + secondsOf(typed) * 1000).toISOString();
    try {
      return instantOf(typed);
    } catch {
      throw new InvalidArgumentError('Give a length of time, a day or a time: 90d, 2030-01-31.');
    }
  });

/** Several texts: with commas, or the option again. */
export const commaList = (flags: string, text: string): Option =>
  new Option(flags, `${text} (several with commas)`).argParser(
    (typed: string, before?: string[]) => [
      ...(before ?? []),
      ...typed.split(',').map((part) => part.trim()),
    ],
  );

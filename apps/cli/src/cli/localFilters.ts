/** `--filter` of lists that the server does not filter. */
import { usageError } from './cliError.ts';
import type { Given } from './given.ts';

/** The texts of `--filter name=text`, by name. @throws CliError for a name that there is not */
export function localFilters(
  given: Given,
  names: readonly string[],
): Readonly<Record<string, string | undefined>> {
  const filters: Record<string, string> = {};
  for (const text of given.list('filter') ?? []) {
    const [name = '', ...rest] = text.split('=');
    if (!names.includes(name) || rest.length === 0)
      throw usageError(
        `There is no filter ${text}.`,
        `There are ${names.join(', ')}, as name=value.`,
      );
    filters[name] = rest.join('=');
  }
  return filters;
}

/** Whether a value has the text, in any letter case. */
export const matches = (value: string, text: string | undefined): boolean =>
  text === undefined || value.toLowerCase().includes(text.toLowerCase());

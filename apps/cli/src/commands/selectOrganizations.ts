/** Which organizations a bulk job is for. */
import { Option } from 'commander';
import type { Client, OrganizationFilter } from '@keyway/client';
import { readStdin } from '../cli/ask.ts';
import type { Cli } from '../cli/cli.ts';
import { usageError } from '../cli/cliError.ts';
import { filterOf, filterOptions, ORGANIZATION_FILTERS } from '../cli/filters.ts';
import type { Given } from '../cli/given.ts';
import { readText } from '../cli/readText.ts';
import { findOrganization } from '../resolve/organization.ts';

export interface Selection {
  organizationIds: string[] | null;
  filter: OrganizationFilter | null;
}

export const SELECTION_ARGUMENT = {
  organizations: 'names, IMS organization IDs or IDs',
};

export const selectionOptions = (): Option[] => [
  ...filterOptions(ORGANIZATION_FILTERS),
  new Option('--from <file>', 'a file with one organization a line, or - for stdin'),
  new Option('--all', 'all organizations'),
];

/** @throws CliError where nothing is selected: all of them must be asked for */
export async function selectionOf(cli: Cli, client: Client, given: Given): Promise<Selection> {
  const filter = filterOf(given, ORGANIZATION_FILTERS);
  const file = given.text('from');
  const named = [...given.manyArgs(0), ...(file === undefined ? [] : await linesOf(cli, file))];
  if (given.flag('all') && (named.length > 0 || filter))
    throw usageError('Give --all, or name and filter organizations, not both.');
  if (named.length === 0 && !filter) {
    if (given.flag('all')) return { organizationIds: null, filter: {} };
    throw usageError(
      'No organization is selected.',
      'Name some, give --filter or --from, or --all for all of them.',
    );
  }
  const ids: string[] = [];
  for (const name of named) ids.push((await findOrganization(client, name)).id);
  return { organizationIds: named.length > 0 ? ids : null, filter };
}

async function linesOf(cli: Cli, file: string): Promise<string[]> {
  const text = file === '-' ? await readStdin(cli) : await readText(file);
  return text
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter(Boolean);
}

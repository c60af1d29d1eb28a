/** `--filter name=value`, and the options that stand for one of them. */
import { InvalidArgumentError, Option } from 'commander';
import type { OrganizationFilter, RunFilter } from '@keyway/client';
import { globalIdType } from '../resolve/organization.ts';
import { usageError } from './cliError.ts';
import type { Given } from './given.ts';
import { choices, instantOf, secondsOf, several, valueOf } from './options.ts';
import {
  ACTORS,
  CLOUDS,
  HEALTHS,
  REGIONS,
  RUN_STATUSES,
  STEPS,
  STEP_STATUSES,
  TRACKS,
} from './vocabulary.ts';

/** How each name of a filter is read. */
type Readers<Filter> = Readonly<Record<string, (value: string) => Partial<Filter>>>;

const yesOrNo = (value: string): boolean => {
  if (/^(true|yes)$/i.test(value)) return true;
  if (/^(false|no)$/i.test(value)) return false;
  throw new InvalidArgumentError('Give true or false.');
};
const listOf = <Value extends string>(value: string, values: readonly Value[]): Value[] =>
  value.split(',').map((part) => valueOf(part, values));

/** A name would match nobody, which reads as if nothing were there. */
function memberOf(value: string): string {
  if (globalIdType(value) === 'Member') return value;
  throw new InvalidArgumentError(
    "Give the ID of a member: keyway api '{ runOwners { id name } }'.",
  );
}

export const ORGANIZATION_FILTERS: Readers<OrganizationFilter> = {
  text: (text) => ({ text }),
  cloud: (value) => ({ cloud: valueOf(value, CLOUDS) }),
  region: (value) => ({ region: valueOf(value, REGIONS) }),
  status: (value) => ({ runStatus: listOf(value, RUN_STATUSES) }),
  'waiting-on': (value) => ({ waitingOn: listOf(value, ACTORS) }),
  health: (value) => ({ health: listOf(value, HEALTHS) }),
  owner: (value) => ({ ownerId: memberOf(value) }),
  unassigned: (value) => ({ unassigned: yesOrNo(value) }),
  overdue: (value) => ({ overdue: yesOrNo(value) }),
  undated: (value) => ({ undated: yesOrNo(value) }),
  'due-within': (value) => ({ dueWithinSeconds: secondsOf(value) }),
  'stuck-for': (value) => ({ stuckForSeconds: secondsOf(value) }),
  archived: (value) => ({ archived: yesOrNo(value) }),
};

export const RUN_FILTERS: Readers<RunFilter> = {
  text: (text) => ({ text }),
  status: (value) => ({ status: listOf(value, RUN_STATUSES) }),
  'waiting-on': (value) => ({ waitingOn: listOf(value, ACTORS) }),
  track: (value) => ({ track: valueOf(value, TRACKS) }),
  step: (value) => ({ step: valueOf(value, STEPS) }),
  'step-status': (value) => ({ stepStatus: listOf(value, STEP_STATUSES) }),
  'stuck-for': (value) => ({ stuckForSeconds: secondsOf(value) }),
  'stuck-since': (value) => ({ stuckSince: instantOf(value) }),
  owner: (value) => ({ ownerId: memberOf(value) }),
  unassigned: (value) => ({ unassigned: yesOrNo(value) }),
  overdue: (value) => ({ overdue: yesOrNo(value) }),
  undated: (value) => ({ undated: yesOrNo(value) }),
  'due-within': (value) => ({ dueWithinSeconds: secondsOf(value) }),
  archived: (value) => ({ archived: yesOrNo(value) }),
};

const DEFAULT_STUCK = '5d';

/** Options of a list that stand for a filter; `--filter` has all names. */
export const filterOptions = <Filter>(readers: Readers<Filter>): Option[] => [
  choices('--status <statuses>', 'status of the run', RUN_STATUSES),
  choices('--waiting-on <actors>', 'whose turn it is', ACTORS),
  new Option(
    '--stuck [duration]',
    `without progress for so long, such as 36h; ${DEFAULT_STUCK} by default`,
  ),
  several('--filter <name=value>', `any of: ${Object.keys(readers).join(', ')}`),
];

/** What is typed in `--filter` and its short forms, as one filter; null where nothing is. */
export function filterOf<Filter extends object>(
  given: Given,
  readers: Readers<Filter>,
): Partial<Filter> | null {
  const short: [string, string | undefined][] = [
    ['status', given.list('status')?.join()],
    ['waiting-on', given.list('waitingOn')?.join()],
    ['stuck-for', given.flag('stuck') ? DEFAULT_STUCK : given.text('stuck')],
  ];
  const typed = (given.list('filter') ?? []).map((text): [string, string] => {
    const end = text.indexOf('=');
    if (end <= 0) throw usageError(`A filter is given as name=value, not as ${text}.`);
    return [text.slice(0, end), text.slice(end + 1)];
  });
  const filter: Partial<Filter> = {};
  for (const [name, value] of [...short, ...typed])
    if (value !== undefined) Object.assign(filter, readOne(readers, name, value));
  return Object.keys(filter).length > 0 ? filter : null;
}

function readOne<Filter>(readers: Readers<Filter>, name: string, value: string): Partial<Filter> {
  const read = Object.hasOwn(readers, name) ? readers[name] : undefined;
  if (!read)
    throw usageError(
      `There is no filter ${name}.`,
      `There are ${Object.keys(readers).join(', ')}.`,
    );
  try {
    return read(value);
  } catch (error) {
    if (!(error instanceof InvalidArgumentError)) throw error;
    throw usageError(`The filter ${name} can't be ${value}. ${error.message}`);
  }
}

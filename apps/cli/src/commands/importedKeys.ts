/** What became of the keys of an imported file, over all parts that were sent. */
import type { ImportOrganizationsCliMutation } from '../generated/graphql.ts';

type Keys = NonNullable<ImportOrganizationsCliMutation['importOrganizations']['keys']>;

/** `jobs`: their IDs, one for each part that has something to provide. */
export type KeyReport = Omit<Keys, 'job'> & { jobs: string[] };

const NONE: KeyReport = {
  ...{ toProvide: 0, unchanged: 0, runsToStart: 0 },
  ...{ refused: [], warnings: [], jobs: [] },
};

/** With those of another part, whose lines are those of the file. */
export function withKeys(
  before: KeyReport = NONE,
  { job, ...keys }: Keys,
  lineOf: (line: number) => number,
): KeyReport {
  const inFile = <T extends { line: number }>(notes: readonly T[]): T[] =>
    notes.map((note) => ({ ...note, line: lineOf(note.line) }));
  return {
    toProvide: before.toProvide + keys.toProvide,
    unchanged: before.unchanged + keys.unchanged,
    runsToStart: before.runsToStart + keys.runsToStart,
    refused: [...before.refused, ...inFile(keys.refused)],
    warnings: [...before.warnings, ...inFile(keys.warnings)],
    jobs: job ? [...before.jobs, job.id] : before.jobs,
  };
}

export const keyFields = (
  { toProvide, unchanged, runsToStart, refused, jobs }: KeyReport,
  dryRun: boolean,
): [name: string, value: string | number][] => [
  [dryRun ? 'keys that would be provided' : 'keys being provided', toProvide],
  ['keys provided already', unchanged],
  ['keys refused', refused.length],
  [dryRun ? 'runs that would be started' : 'runs being started', runsToStart],
  ...jobs.map((id): [string, string] => ['job', id]),
];

/** A line of the list for each. */
export const keyRows = ({ refused, warnings }: KeyReport) => [
  ...refused.map(({ line, field, organizationName, message }) => ({
    ...{ line, field },
    message: `${organizationName}: ${message.replace('startRuns', '--start-runs')}`,
  })),
  ...warnings.map(({ line, field, organizationName, message }) => ({
    ...{ line, field },
    message: `(warning) ${organizationName}: ${message}`,
  })),
];

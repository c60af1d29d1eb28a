/** The file of the dry runs: each with how many organizations came to which result. */
import {
  columnsFor,
  FILE_PAGE,
  listFile,
  readNow,
  type FileTools,
  type ListFile,
} from '../../features/export/listFile.ts';
import type { ReadinessOutcome } from '../../generated/enums.ts';
import type { DryRunFieldsFragment } from '../../generated/graphql.ts';
import { DRY_RUNS_QUERY } from './dryRunsDocument.ts';

const countOf =
  (wanted: ReadinessOutcome) =>
  ({ outcomes }: DryRunFieldsFragment): number =>
    outcomes.find(({ outcome }) => outcome === wanted)?.count ?? 0;

export function dryRunsFile(tools: FileTools): ListFile {
  const { intl, client } = tools;
  const { plain, coded } = columnsFor<DryRunFieldsFragment>(tools);
  return listFile<DryRunFieldsFragment>({
    name: 'readiness-checks',
    columns: [
      plain('startedAt', ({ startedAt }) => startedAt),
      ...coded(
        'status',
        ({ status }) => status,
        (status) => intl.formatMessage({ id: `readiness.status.${status}` }),
      ),
      plain('total', ({ total }) => total),
      plain('checked', ({ checked }) => checked),
      plain('skipped', ({ skipped }) => skipped),
      plain('ready', countOf('READY')),
      plain('waiting', countOf('WAITING')),
      plain('unknown', countOf('UNKNOWN')),
      plain('blocked', countOf('BLOCKED')),
      plain('submitted', countOf('SUBMITTED')),
      plain('startedBy', ({ startedBy }) => startedBy),
      plain('endedAt', ({ endedAt }) => endedAt),
    ],
    page: async (after) =>
      (await readNow(client, DRY_RUNS_QUERY, { first: FILE_PAGE, after })).dryRuns,
  });
}

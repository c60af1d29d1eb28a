/** The file of the bulk jobs. */
import {
  columnsFor,
  FILE_PAGE,
  listFile,
  readNow,
  type FileTools,
  type ListFile,
} from '../../features/export/listFile.ts';
import type { BulkJobFieldsFragment } from '../../generated/graphql.ts';
import { BULK_JOBS_QUERY } from './bulkJobsDocument.ts';

export function bulkJobsFile(tools: FileTools): ListFile {
  const { intl, client } = tools;
  const { plain, coded } = columnsFor<BulkJobFieldsFragment>(tools);
  return listFile<BulkJobFieldsFragment>({
    name: 'bulk-jobs',
    columns: [
      ...coded(
        'action',
        ({ action }) => action,
        (action) => intl.formatMessage({ id: `bulk.action.${action}` }),
      ),
      plain('track', ({ track }) => track),
      ...coded(
        'status',
        ({ status }) => status,
        (status) => intl.formatMessage({ id: `bulk.status.${status}` }),
      ),
      plain('total', ({ total }) => total),
      plain('done', ({ done }) => done),
      plain('refused', ({ refused }) => refused),
      plain('skipped', ({ skipped }) => skipped),
      plain('startedBy', ({ startedBy }) => startedBy),
      plain('startedAt', ({ startedAt }) => startedAt),
      plain('endedAt', ({ endedAt }) => endedAt),
    ],
    page: async (after) =>
      (await readNow(client, BULK_JOBS_QUERY, { first: FILE_PAGE, after })).bulkJobs,
  });
}

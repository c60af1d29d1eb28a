/** The file of the list of organizations. */
import {
  columnsFor,
  FILE_PAGE,
  listFile,
  readNow,
  type FileTools,
  type ListFile,
} from '../../features/export/listFile.ts';
import { blockColumns, placeColumns } from '../../features/export/detailColumns.ts';
import { nameColumns, runColumns } from '../../features/export/runColumns.ts';
import type {
  OrganizationFilter,
  OrganizationOrder,
  OrganizationsFileQuery,
} from '../../generated/graphql.ts';
import { ORGANIZATIONS_FILE } from './organizationDocuments.ts';

type Row = OrganizationsFileQuery['organizations']['edges'][number]['node'];

export function organizationsFile(
  tools: FileTools,
  filter: OrganizationFilter | null,
  orderBy: OrganizationOrder,
): ListFile {
  const { intl, client, locale } = tools;
  const { coded } = columnsFor<Row>(tools);
  const stateText = (state: NonNullable<Row['adobeConnection']>['state']) =>
    intl.formatMessage({ id: `connection.state.${state}` });
  return listFile<Row>({
    name: 'organizations',
    isFiltered: filter !== null,
    columns: [
      ...nameColumns<Row>(tools, (row) => row),
      ...placeColumns<Row>(tools, (row) => row),
      ...runColumns<Row>(tools, (row) => ({
        ...row,
        health: row.keyHealth,
        run: row.currentRun,
      })),
      ...coded('adobe', (row) => row.adobeConnection?.state, stateText),
      ...coded('azure', (row) => row.azureConnection?.state, stateText),
      ...blockColumns<Row>(tools, (row) => row),
      // Newer columns come last, so that those before keep their place.
      ...coded('aws', (row) => row.awsConnection?.state, stateText),
    ],
    page: async (after) => {
      const variables = { first: FILE_PAGE, after, filter, orderBy, locale };
      return (await readNow(client, ORGANIZATIONS_FILE, variables)).organizations;
    },
  });
}

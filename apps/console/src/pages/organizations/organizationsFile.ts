/** The file of the list of organizations. */
import {
  columnsFor,
  FILE_PAGE,
  listFile,
  readNow,
  type FileTools,
  type ListFile,
} from '../../features/export/listFile.ts';
import { nameColumns, runColumns } from '../../features/export/runColumns.ts';
import type {
  OrganizationFilter,
  OrganizationOrder,
  OrganizationsQuery,
} from '../../generated/graphql.ts';
import { ORGANIZATIONS_QUERY } from './organizationDocuments.ts';

type Row = OrganizationsQuery['organizations']['edges'][number]['node'];

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
    columns: [
      ...nameColumns<Row>(tools, (row) => row),
      ...coded(
        'cloud',
        (row) => row.cloud,
        (cloud) => intl.formatMessage({ id: `cloud.${cloud}` }),
      ),
      ...coded(
        'region',
        (row) => row.region,
        (region) => intl.formatMessage({ id: `region.${region}` }),
      ),
      ...coded(
        'shield',
        (row) => row.shield,
        (shield) => intl.formatMessage({ id: `shield.${shield}` }),
      ),
      ...runColumns<Row>(tools, (row) => ({
        ...row,
        health: row.keyHealth,
        run: row.currentRun,
      })),
      ...coded('adobe', (row) => row.adobeConnection?.state, stateText),
      ...coded('azure', (row) => row.azureConnection?.state, stateText),
    ],
    page: async (after) => {
      const variables = { first: FILE_PAGE, after, filter, orderBy, locale };
      return (await readNow(client, ORGANIZATIONS_QUERY, variables)).organizations;
    },
  });
}

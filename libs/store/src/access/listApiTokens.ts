import { columns } from '../database/columns.ts';
import { Parameters } from '../database/parameters.ts';
import { listPage, type Page, type PageRequest } from '../page.ts';
import type { View } from '../tenancy/view.ts';
import { isUuid } from '../tenancy/visibility.ts';
import type { ApiTokenRecord } from './accessRecords.ts';
import { API_TOKEN_FIELDS, apiTokenRecord, type ApiTokenRow } from './apiToken.ts';

const COLUMNS = columns('t', API_TOKEN_FIELDS);

/** Newest first. */
export function listApiTokens(
  { visibility, sql }: View,
  request: PageRequest,
): Promise<Page<ApiTokenRecord>> {
  const parameters = new Parameters();
  const where = [visibility.granteeCondition(parameters, 't')];
  const rows = { columns: COLUMNS, from: 'api_token t', where, parameters };
  return listPage(sql, 'apiTokens', request, rows, {
    key: (row: ApiTokenRow) => [row.createdAt.toISOString(), row.id],
    node: apiTokenRecord,
  });
}

export async function findApiToken(
  { visibility, sql }: View,
  id: string,
): Promise<ApiTokenRecord | null> {
  if (!isUuid(id)) return null;
  const parameters = new Parameters();
  const [row] = await sql.query<ApiTokenRow>(
    `select ${COLUMNS} from api_token t
     where t.id = ${parameters.add(id)} and ${visibility.granteeCondition(parameters, 't')}`,
    parameters.values,
  );
  return row ? apiTokenRecord(row) : null;
}

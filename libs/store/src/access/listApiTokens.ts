import { isUuid, Parameters } from '../database/parameters.ts';
import { decodeCursor, isGiven, pageOf, type Page, type PageRequest } from '../page.ts';
import type { View } from '../tenancy/view.ts';
import type { ApiTokenRecord } from './accessRecords.ts';
import { API_TOKEN_COLUMNS, apiTokenRecord, type ApiTokenRow } from './apiToken.ts';

/** Newest first. */
export async function listApiTokens(
  { sql, visibility }: View,
  { first, after }: PageRequest,
): Promise<Page<ApiTokenRecord>> {
  const parameters = new Parameters();
  const where = [
    visibility.condition(parameters, 't', null),
    visibility.tokenCondition(parameters, 't'),
  ];
  if (isGiven(after)) {
    const [createdAt, id] = decodeCursor('apiTokens', after);
    const [time, uuid] = [parameters.add(createdAt), parameters.add(id)];
    where.push(`(t.created_at, t.id) < (${time}::timestamptz, ${uuid}::uuid)`);
  }
  const rows = await sql.query<ApiTokenRow>(
    `select ${API_TOKEN_COLUMNS} from api_token t where ${where.join(' and ')}
     order by t.created_at desc, t.id desc limit ${parameters.add(first + 1)}`,
    parameters.values,
  );
  return pageOf('apiTokens', rows, { first, after }, (row) => ({
    key: [row.created_at.toISOString(), row.id],
    node: apiTokenRecord(row),
  }));
}

export async function findApiToken(
  { sql, visibility }: View,
  id: string,
): Promise<ApiTokenRecord | null> {
  if (!isUuid(id)) return null;
  const parameters = new Parameters();
  const which = `t.id = ${parameters.add(id)}::uuid`;
  const [row] = await sql.query<ApiTokenRow>(
    `select ${API_TOKEN_COLUMNS} from api_token t
     where ${which} and ${visibility.condition(parameters, 't', null)}
       and ${visibility.tokenCondition(parameters, 't')}`,
    parameters.values,
  );
  return row ? apiTokenRecord(row) : null;
}

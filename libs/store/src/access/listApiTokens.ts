import { columns } from '../database/columns.ts';
import { withModels } from '../database/models.ts';
import { isUuid, Parameters } from '../database/parameters.ts';
import { decodeCursor, isGiven, pageOf, type Page, type PageRequest } from '../page.ts';
import type { View } from '../tenancy/view.ts';
import type { ApiTokenRecord } from './accessRecords.ts';
import { API_TOKEN_FIELDS, apiTokenRecord, type ApiTokenRow } from './apiToken.ts';

/** Newest first. SQL, since Prisma has no "contained in" for lists (`tokenCondition`). */
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
    `select ${columns('t', API_TOKEN_FIELDS)} from api_token t where ${where.join(' and ')}
     order by t.created_at desc, t.id desc limit ${parameters.add(first + 1)}`,
    parameters.values,
  );
  return pageOf('apiTokens', rows, { first, after }, (row) => ({
    key: [row.createdAt.toISOString(), row.id],
    node: apiTokenRecord(row),
  }));
}

export async function findApiToken(
  { visibility, transaction }: View,
  id: string,
): Promise<ApiTokenRecord | null> {
  if (!isUuid(id)) return null;
  const where = { id, ...visibility.wherePartner() };
  const row = await transaction((sql) =>
    withModels(sql, ({ apiToken }) => apiToken.findFirst({ where })),
  );
  return row && visibility.seesAllOf(row) ? apiTokenRecord(row) : null;
}

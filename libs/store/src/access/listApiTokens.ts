import { withModels } from '../database/models.ts';
import type { ApiToken, Prisma } from '../generated/client.ts';
import { decodeCursor, isCursorGiven, pageOf, type Page, type PageRequest } from '../page.ts';
import type { View } from '../tenancy/view.ts';
import { isUuid } from '../tenancy/visibility.ts';
import type { ApiTokenRecord } from './accessRecords.ts';
import { apiTokenRecord } from './apiToken.ts';

const NEWEST_FIRST: Prisma.ApiTokenOrderByWithRelationInput[] = [
  { createdAt: 'desc' },
  { id: 'desc' },
];

const sortKey = ({ createdAt, id }: ApiToken): string[] => [createdAt.toISOString(), id];

function olderThan([createdAt, id]: string[]): Prisma.ApiTokenWhereInput {
  return { OR: [{ createdAt: { lt: createdAt! } }, { createdAt: createdAt!, id: { lt: id! } }] };
}

/**
 * Newest first. Prisma has no "contained in" for lists: tokens that see more than the viewer are
 * left out here, and rows are read until the page is full.
 */
export async function listApiTokens(
  { visibility, transaction }: View,
  { first, after }: PageRequest,
): Promise<Page<ApiTokenRecord>> {
  const cursor = isCursorGiven(after) ? decodeCursor('apiTokens', after) : null;
  const visible = await transaction((sql) =>
    withModels(sql, async ({ apiToken }) => {
      const found: ApiToken[] = [];
      for (let last = cursor; ;) {
        const where = { ...visibility.wherePartner(), ...(last && olderThan(last)) };
        const rows = await apiToken.findMany({ where, orderBy: NEWEST_FIRST, take: first + 1 });
        found.push(...rows.filter((row) => visibility.seesAllOf(row)));
        if (rows.length <= first || found.length > first) return found;
        last = sortKey(rows.at(-1)!);
      }
    }),
  );
  return pageOf('apiTokens', visible, { first, after }, (row) => ({
    key: () => sortKey(row),
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

/** Saved views as they are stored (docs/decisions/0061-saved-views.md). */
import { createHash } from 'node:crypto';
import type { Instant } from '@keyway/core';
import { z } from 'zod';
import { columns, type RowOf } from '../database/columns.ts';
import type { SavedView } from '../generated/client.ts';
import type { PartnerScope } from '../tenancy/visibility.ts';

/** Pages that have views. */
const SAVED_VIEW_PAGES = ['ORGANIZATIONS', 'PORTFOLIO'] as const;
/** A page that has views. */
export type SavedViewPage = (typeof SAVED_VIEW_PAGES)[number];

/** Parameters of a page's address. */
export type ViewSearch = Readonly<Record<string, string | number | boolean | readonly string[]>>;

/** The filters of a page under a name. */
export interface SavedViewRecord {
  id: string;
  page: SavedViewPage;
  name: string;
  search: ViewSearch;
  shared: boolean;
  memberId: string;
  /** The maker's name at that time. */
  madeBy: string;
  createdAt: Instant;
  updatedAt: Instant;
  /** Who changed it last, by name; null while nobody did, and after the version before did. */
  changedBy: string | null;
  /** Whether the viewer's page opens with it. */
  isDefault: boolean;
}

const FIELDS = [
  'id',
  'page',
  'name',
  'search',
  'shared',
  'memberId',
  'madeBy',
  'createdAt',
  'updatedAt',
  'changedBy',
  'changedAt',
] as const satisfies readonly (keyof SavedView)[];
export type SavedViewRow = RowOf<SavedView, (typeof FIELDS)[number]> & { isDefault: boolean };

export const VIEW_COLUMNS = columns('v', FIELDS);

const Pages = z.enum(SAVED_VIEW_PAGES);

export const savedViewRecord = ({ changedAt, ...row }: SavedViewRow): SavedViewRecord => ({
  ...row,
  changedBy: changedAt?.getTime() === row.updatedAt.getTime() ? row.changedBy : null,
  page: Pages.parse(row.page),
  // Cast: `saveView` and `updateView` wrote it.
  search: row.search as unknown as ViewSearch,
  createdAt: row.createdAt.toISOString(),
  updatedAt: row.updatedAt.toISOString(),
});

/** What a change replaces, for `contentVersion`. */
export const viewContent = ({ name, search, shared }: SavedViewRecord): unknown => ({
  ...{ name, search, shared },
});

/** Among whom a name is unique, so that no refusal reveals a view that the viewer can't see. */
export function audienceOf(
  { organizationIds }: PartnerScope,
  { shared, memberId }: { shared: boolean; memberId: string },
): string {
  if (!shared) return memberId;
  if (!organizationIds) return 'PARTNER';
  return createHash('sha256').update(organizationIds.toSorted().join()).digest('hex');
}

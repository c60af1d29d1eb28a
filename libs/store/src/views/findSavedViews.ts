/** Reads saved views. */
import { Parameters } from '../database/parameters.ts';
import type { View } from '../tenancy/view.ts';
import { isUuid } from '../tenancy/visibility.ts';
import {
  savedViewRecord,
  VIEW_COLUMNS,
  type SavedViewPage,
  type SavedViewRecord,
  type SavedViewRow,
} from './savedViewRecord.ts';

/** Above both limits of `changeSavedViews.ts`, which count what each person sees. */
const MAX_LISTED = 500;

async function read(
  { sql, visibility }: View,
  which: (parameters: Parameters) => string,
): Promise<SavedViewRecord[]> {
  const parameters = new Parameters();
  const isDefault = visibility.personCondition(parameters, 'd');
  const rows = await sql.query<SavedViewRow>(
    `select ${VIEW_COLUMNS}, exists (select from default_view d where d.view_id = v.id and ${isDefault}) as "isDefault"
     from saved_view v where ${which(parameters)} and ${visibility.savedViewCondition(parameters, 'v')}
     order by v.name_key, v.id limit ${MAX_LISTED}`,
    parameters.values,
  );
  return rows.map(savedViewRecord);
}

/** Those of a page that the viewer sees, by name. */
export const listSavedViews = (view: View, page: SavedViewPage): Promise<SavedViewRecord[]> =>
  read(view, (parameters) => `v.page = ${parameters.add(page)}`);

export async function findSavedView(view: View, id: string): Promise<SavedViewRecord | null> {
  if (!isUuid(id)) return null;
  const [found] = await read(view, (parameters) => `v.id = ${parameters.add(id)}`);
  return found ?? null;
}

/** Saves, changes and deletes views, and keeps which one a person's page opens with. */
import { randomUUID } from 'node:crypto';
import { refuse, type Instant, type Refusal } from '@keyway/core';
import { insertRow } from '../database/insertRow.ts';
import { Parameters } from '../database/parameters.ts';
import type { DefaultView, SavedView } from '../generated/client.ts';
import { sortKey } from '../sortKey.ts';
import { assertVersion } from '../tenancy/contentVersion.ts';
import type { Unit } from '../tenancy/view.ts';
import { findSavedView } from './findSavedViews.ts';
import {
  audienceOf,
  viewContent,
  type SavedViewPage,
  type SavedViewRecord,
  type ViewSearch,
} from './savedViewRecord.ts';

/** Of one person, on one page. */
export const MAX_OWN_VIEWS = 50;
/** Of a partner, on one page. */
export const MAX_SHARED_VIEWS = 200;

/** Who changes a view, and when. */
export interface ViewWriter {
  memberId: string;
  name: string;
  /** Owners of the whole partner change what others share. */
  isOwner: boolean;
  at: Instant;
}

/** A view to save. */
export interface NewSavedView {
  page: SavedViewPage;
  name: string;
  search: ViewSearch;
  shared: boolean;
}

/** What is left out stays. */
export type SavedViewChange = {
  id: string;
  /** Refused where it is not the version of the view that holds. */
  ifVersion?: string | null;
} & Partial<Omit<NewSavedView, 'page'>>;

type Changed = { view: SavedViewRecord } | { refusal: Refusal };

/** The limits and the names hold where several save at once. */
const lockViews = ({ sql, visibility }: Unit): Promise<unknown> =>
  sql.query(`select pg_advisory_xact_lock(hashtextextended('keyway_saved_view ' || $1::text, 0))`, [
    visibility.scope.partnerId,
  ]);

/** A view as it is about to be. */
interface Wanted extends NewSavedView {
  id: string;
  memberId: string;
}

/** Why the view can't be so, of what the viewer sees; `before` is what it was. */
async function refusalOf(
  { sql, visibility }: Unit,
  wanted: Wanted,
  before: SavedViewRecord | null,
): Promise<Refusal | null> {
  const { id, page, name, shared, memberId } = wanted;
  const parameters = new Parameters();
  const [member, key, audience] = [
    memberId,
    sortKey(name),
    audienceOf(visibility.scope, wanted),
  ].map((value) => parameters.add(value));
  const [found] = await sql.query<{ own: number; shared: number; same: number }>(
    `select count(*) filter (where v.member_id = ${member})::int as own, count(*) filter (where v.shared)::int as shared,
       count(*) filter (where v.name_key = ${key} and v.audience = ${audience})::int as same
     from saved_view v where v.page = ${parameters.add(page)} and v.id <> ${parameters.add(id)}
       and ${visibility.savedViewCondition(parameters, 'v')}`,
    parameters.values,
  );
  if (!found) return null;
  if (found.same > 0) return refuse('viewNameTaken', ['name'], { name });
  if (!before && found.own >= MAX_OWN_VIEWS)
    return refuse('viewsMany', null, { max: MAX_OWN_VIEWS });
  return shared && !before?.shared && found.shared >= MAX_SHARED_VIEWS
    ? refuse('sharedViewsMany', ['shared'], { max: MAX_SHARED_VIEWS })
    : null;
}

/** What a writer determines: from then on, whoever sees what they see may see it. */
const columnsOf = ({ visibility }: Unit, wanted: Wanted, at: Instant) => ({
  name: wanted.name,
  nameKey: sortKey(wanted.name),
  search: JSON.stringify(wanted.search),
  shared: wanted.shared,
  everyOrganization: visibility.scope.organizationIds === null,
  organizationIds: [...(visibility.scope.organizationIds ?? [])],
  audience: audienceOf(visibility.scope, wanted),
  updatedAt: new Date(at),
});

export async function saveView(
  unit: Unit,
  given: NewSavedView,
  { memberId, name: madeBy, at }: ViewWriter,
): Promise<Changed> {
  await lockViews(unit);
  const wanted = { ...given, id: randomUUID(), memberId };
  const refusal = await refusalOf(unit, wanted, null);
  if (refusal) return { refusal };
  const { id, page } = wanted;
  const { partnerId } = unit.visibility.scope;
  const { query, values } = insertRow<SavedView>('saved_view', {
    ...{ id, partnerId, page, memberId, madeBy, createdAt: new Date(at) },
    ...columnsOf(unit, wanted, at),
  });
  await unit.sql.query(query, values);
  return { view: (await findSavedView(unit, id))! };
}

/** The view, if the writer may change it. */
async function viewToChange(unit: Unit, id: string, writer: ViewWriter): Promise<Changed> {
  await lockViews(unit);
  const view = await findSavedView(unit, id);
  if (!view) return { refusal: refuse('viewNotFound', ['id']) };
  if (view.memberId !== writer.memberId && !writer.isOwner)
    return { refusal: refuse('viewOfOther', ['id'], { name: view.madeBy }) };
  return { view };
}

export async function updateView(
  unit: Unit,
  { id, ifVersion, ...change }: SavedViewChange,
  writer: ViewWriter,
): Promise<Changed> {
  const found = await viewToChange(unit, id, writer);
  if ('refusal' in found) return found;
  const { view } = found;
  assertVersion(ifVersion, viewContent(view));
  const wanted = { ...view, ...change };
  if (!wanted.shared && view.memberId !== writer.memberId)
    return { refusal: refuse('viewPrivateOfOther', ['shared'], { name: view.madeBy }) };
  const refusal = await refusalOf(unit, wanted, view);
  if (refusal) return { refusal };
  const row = columnsOf(unit, wanted, writer.at);
  const parameters = new Parameters();
  const set = [
    `name = ${parameters.add(row.name)}, name_key = ${parameters.add(row.nameKey)}`,
    `search = ${parameters.add(row.search)}, shared = ${parameters.add(row.shared)}`,
    `every_organization = ${parameters.add(row.everyOrganization)}, organization_ids = ${parameters.add(row.organizationIds)}`,
    `audience = ${parameters.add(row.audience)}`,
    `updated_at = ${parameters.add(row.updatedAt)}`,
    `changed_by = ${parameters.add(writer.name)}, changed_at = ${parameters.add(row.updatedAt)}`,
  ];
  await unit.sql.query(
    `update saved_view v set ${set.join(', ')}
     where v.id = ${parameters.add(id)} and ${unit.visibility.savedViewCondition(parameters, 'v')}`,
    parameters.values,
  );
  return { view: (await findSavedView(unit, id))! };
}

export async function deleteView(
  unit: Unit,
  { id, ifVersion }: Pick<SavedViewChange, 'id' | 'ifVersion'>,
  writer: ViewWriter,
): Promise<{ id: string } | { refusal: Refusal }> {
  const found = await viewToChange(unit, id, writer);
  if ('refusal' in found) return found;
  assertVersion(ifVersion, viewContent(found.view));
  const parameters = new Parameters();
  await unit.sql.query(
    `delete from saved_view v where v.id = ${parameters.add(id)}
       and ${unit.visibility.savedViewCondition(parameters, 'v')}`,
    parameters.values,
  );
  return { id };
}

/** `id` null: the page opens without a view. */
export async function setDefaultView(
  unit: Unit,
  { page, id }: { page: SavedViewPage; id: string | null },
  { memberId }: Pick<ViewWriter, 'memberId'>,
): Promise<{ view: SavedViewRecord | null } | { refusal: Refusal }> {
  const view = id === null ? null : await findSavedView(unit, id);
  if (id !== null && view?.page !== page) return { refusal: refuse('viewNotFound', ['id']) };
  const parameters = new Parameters();
  await unit.sql.query(
    `delete from default_view d where d.member_id = ${parameters.add(memberId)}
       and d.page = ${parameters.add(page)} and ${unit.visibility.personCondition(parameters, 'd')}`,
    parameters.values,
  );
  if (!view) return { view: null };
  const { partnerId } = unit.visibility.scope;
  const { query, values } = insertRow<DefaultView>(
    'default_view',
    { memberId, page, partnerId, viewId: view.id },
    // Of two requests at once, the later counts.
    'on conflict (member_id, page) do update set view_id = excluded.view_id',
  );
  await unit.sql.query(query, values);
  return { view: await findSavedView(unit, view.id) };
}

/** Of a member who is being removed; what they share stays. */
export async function deletePrivateViews(
  { sql, visibility }: Unit,
  memberId: string,
): Promise<void> {
  await sql.query(
    'delete from saved_view v where v.partner_id = $1 and v.member_id = $2 and not v.shared',
    [visibility.scope.partnerId, memberId],
  );
}

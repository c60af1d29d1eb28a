/** A CSV list of planned keys, read line by line: a bad line loses none of the others. */
import { globalId, refuse, TRACK_IDS, validateImsOrgId, type TrackId } from '@keyway/core';
import {
  MAX_BULK_ITEMS,
  MAX_DRY_RUN_ITEMS,
  Refused,
  type OrganizationRecord,
  type PartnerStore,
} from '@keyway/store';
import type { ResolversTypes } from '../generated/resolverTypes.ts';
import { csvTable, rejected, type CsvRow, type Rejection } from '../organizations/csvTable.ts';
import { MAX_IMPORT_BYTES } from '../organizations/importOrganizations.ts';
import { hasNoKeyOf } from './hasNoKeyOf.ts';
import { selectOrganizations } from '../organizations/selectOrganizations.ts';
import { isStorable, MAX_LENGTHS } from '../userErrors/inputValidator.ts';

const REQUIRED = ['imsOrgId', 'track', 'keyIdentifier'] as const;
const COLUMNS = [...REQUIRED, 'vaultResourceId'] as const;
type Column = (typeof COLUMNS)[number];
const TABLE = {
  columns: COLUMNS,
  required: REQUIRED,
  maxRows: MAX_DRY_RUN_ITEMS * TRACK_IDS.length,
};

type PlannedKeyList = Awaited<ResolversTypes['PlannedKeyList']>;
type PlannedKeyLine = PlannedKeyList['keys'][number];
type Organizations = ReadonlyMap<string, OrganizationRecord>;

/** Lists what is wrong with the values, each with its column. */
function refusalsOf(cells: Record<Column, string>, organizations: Organizations) {
  const refusals = REQUIRED.filter((column) => cells[column] === '').map((column) =>
    refuse('rowValueMissing', [column]),
  );
  for (const column of COLUMNS) {
    const { length } = cells[column];
    const lengths = { length, max: MAX_LENGTHS.identifier };
    if (!isStorable(cells[column])) refusals.push(refuse('rowValueNotText', [column]));
    else if (length > lengths.max) refusals.push(refuse('textTooLong', [column], lengths));
  }
  if (cells.track && !trackOf(cells.track))
    refusals.push(refuse('rowValueNotListed', ['track'], { possible: TRACK_IDS }));
  const ims = validateImsOrgId(cells.imsOrgId);
  if (cells.imsOrgId && !ims.ok) refusals.push({ ...ims.refusal, field: ['imsOrgId'] });
  else if (cells.imsOrgId && !organizations.has(cells.imsOrgId.toLowerCase()))
    refusals.push(refuse('rowOrganizationUnknown', ['imsOrgId']));
  return refusals;
}

const trackOf = (text: string): TrackId | undefined =>
  TRACK_IDS.find((track) => track === text.toUpperCase());

function lineOf(
  { line, cells }: CsvRow<Column>,
  organizations: Organizations,
): PlannedKeyLine | Rejection {
  const text = (column: Column): string => cells[column]?.trim() ?? '';
  const given = {
    ...{ imsOrgId: text('imsOrgId'), track: text('track') },
    ...{ keyIdentifier: text('keyIdentifier'), vaultResourceId: text('vaultResourceId') },
  };
  const refusals = refusalsOf(given, organizations);
  const track = trackOf(given.track);
  const organization = organizations.get(given.imsOrgId.toLowerCase());
  if (track && organization && hasNoKeyOf(track, organization.cloud))
    refusals.push(refuse('dryRunKeyNotOnAws', ['track']));
  if (refusals.length > 0 || !track || !organization) return { line, refusals };
  return {
    ...{ line, track, keyIdentifier: given.keyIdentifier },
    organizationId: globalId('Organization', organization.id),
    organizationName: organization.name,
    vaultResourceId: given.vaultResourceId || null,
  };
}

/** Without the lines of an organization and track that an earlier one has. */
function withoutRepeated(lines: readonly (PlannedKeyLine | Rejection)[]): PlannedKeyList {
  const list: PlannedKeyList = { keys: [], rejected: [], userErrors: [] };
  const first = new Map<string, number>();
  for (const one of lines) {
    if ('refusals' in one) {
      list.rejected.push(one);
      continue;
    }
    const subject = `${one.organizationId} ${one.track}`;
    const line = first.get(subject);
    if (line === undefined) {
      first.set(subject, one.line);
      list.keys.push(one);
    } else list.rejected.push(rejected(one.line, refuse('rowKeyRepeated', ['track'], { line })));
  }
  return list;
}

/** Of the organizations that the viewer sees: others are as unknown as missing ones. */
export async function plannedKeyList(
  partner: PartnerStore,
  content: string,
): Promise<PlannedKeyList> {
  try {
    if (Buffer.byteLength(content) > MAX_IMPORT_BYTES) {
      const mebibytes = MAX_IMPORT_BYTES / 1024 / 1024;
      throw new Refused(refuse('importTooLarge', ['content'], { mebibytes }));
    }
    const rows = await csvTable(content, TABLE);
    const visible = await selectOrganizations(partner, { filter: {} }, MAX_BULK_ITEMS);
    const organizations = new Map(visible.map((one) => [one.imsOrgId.toLowerCase(), one]));
    return withoutRepeated(
      rows.map((row) => ('refusals' in row ? row : lineOf(row, organizations))),
    );
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    return { keys: [], rejected: [], userErrors: error.refusals };
  }
}

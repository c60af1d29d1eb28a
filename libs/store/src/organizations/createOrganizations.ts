/**
 * Creates one or many organizations with their chains and first entries: up to 1,000 in one
 * statement, so that an import is a short transaction.
 */
import { randomUUID } from 'node:crypto';
import { actorText, canonicalJson, refuse, type Refusal } from '@keyway/core';
import { inParts, ROWS_OF_A_STATEMENT } from '../database/inParts.ts';
import { entryHash, GENESIS_HASH } from '../history/historyChain.ts';
import { storable } from '../history/storableJson.ts';
import { sortKey } from '../sortKey.ts';
import type { Occurrence } from '../tenancy/mutation.ts';
import type { Unit } from '../tenancy/view.ts';
import { findByImsOrgId } from './findOrganizations.ts';
import type { NewOrganization, OrganizationRecord } from './organizationRecord.ts';

/** `json` and not `jsonb` throughout: it keeps an entry's data as it was hashed. */
const GIVEN = `
    given as materialized (
      select * from json_to_recordset($2) as g(place int, id uuid, name text, name_key text, ims_org_id text, cloud text, region text, shield text,
        owns_cja boolean, azure_tenant_id text, entry_id uuid, at timestamptz, actor text, principal text, data json, hash text)
    )`;
/**
 * Always in the order of the IMS organization IDs, so that two imports of the same file wait for
 * each other and do not deadlock.
 */
const MADE = `
    made as (
      insert into organization (id, partner_id, name, name_key, ims_org_id, cloud, region, shield, owns_cja, azure_tenant_id, created_at)
      select id, $1, name, name_key, ims_org_id, cloud, region, shield, owns_cja, azure_tenant_id, at from given order by ims_org_id collate "C", place
      on conflict (partner_id, ims_org_id) do nothing returning id
    )`;
/** In the order of the file. */
const ENTERED = `
    heads as (
      insert into chain_head (chain_id, partner_id, organization_id, seq, hash, at)
      select id, $1, id, 1, g.hash, g.at from given g join made using (id)
    ), entries as (
      insert into history_entry (id, partner_id, organization_id, run_id, chain_id, seq, at, actor, principal, principal_hashed, kind, data, previous_hash, hash)
      select g.entry_id, $1, id, null, id, 1, g.at, g.actor, g.principal, true, 'organizationCreated', g.data, '${GENESIS_HASH}', g.hash
      from given g join made using (id) order by g.place
    )`;

const CREATE = {
  name: 'create_organizations',
  text: `with ${GIVEN}, ${MADE}, ${ENTERED} select id from made`,
};
/** What `CREATE` does, in two statements. */
const MAKE = { name: 'make_organizations', text: `with ${GIVEN}, ${MADE} select id from made` };
const ENTER = {
  name: 'enter_organizations',
  text: `with ${GIVEN}, made as (select o.id from organization o join given using (id) where o.partner_id = $1), ${ENTERED}
    select id from made`,
};

interface Prepared {
  record: OrganizationRecord;
  row: Record<string, unknown>;
}

function prepare(
  partnerId: string,
  place: number,
  given: NewOrganization,
  occurrence: Occurrence,
): Prepared {
  const { actor, at: instant } = storable(occurrence);
  const { name, imsOrgId, cloud, region, shield, ownsCja, azureTenantId } = storable(given);
  const at = new Date(instant).toISOString();
  const id = randomUUID();
  const data = { name, imsOrgId, cloud, region, shield, ownsCja, azureTenantId };
  // Its keys in the order in which it is hashed, so that it is kept in its canonical form.
  const kept: unknown = JSON.parse(canonicalJson(data));
  const who = { actor: actorText(actor), principal: actor.principal };
  const entry = {
    id: occurrence.id,
    at,
    ...who,
    kind: 'organizationCreated',
    organizationId: id,
    runId: null,
    data,
  };
  return {
    record: {
      id,
      partnerId,
      createdAt: at,
      archivedAt: null,
      hasConfiguration: false,
      adobeConnected: false,
      azureConnected: null,
      awsConnected: false,
      ...data,
    },
    row: {
      ...{
        place,
        id,
        name,
        name_key: sortKey(name),
        ims_org_id: imsOrgId,
        cloud,
        region,
        shield,
        owns_cja: ownsCja,
      },
      ...{ azure_tenant_id: azureTenantId, entry_id: entry.id, at, ...who, data: kept },
      hash: entryHash({ ...entry, previousHash: GENESIS_HASH }),
    },
  };
}

const byImsOrgId = ({ record: a }: Prepared, { record: b }: Prepared): number =>
  a.imsOrgId < b.imsOrgId ? -1 : Number(a.imsOrgId > b.imsOrgId);

/**
 * The IDs of those that were not there. All organizations come before the first entry: the parts of
 * two imports that share some meet in one order, and entries have that of the file.
 */
async function write(
  { sql, visibility }: Unit,
  prepared: readonly Prepared[],
): Promise<Set<string>> {
  const send =
    (statement: { name: string; text: string }) =>
    async (part: readonly Prepared[]): Promise<string[]> => {
      const rows = JSON.stringify(part.map(({ row }) => row));
      const values = [visibility.scope.partnerId, rows];
      return (await sql.query<{ id: string }>(statement, values)).map(({ id }) => id);
    };
  if (prepared.length <= ROWS_OF_A_STATEMENT) return new Set(await send(CREATE)(prepared));
  const made = new Set(await inParts(prepared.toSorted(byImsOrgId), send(MAKE)));
  const created = prepared.filter(({ record }) => made.has(record.id));
  await inParts(created, send(ENTER));
  return made;
}

/**
 * All or nothing, each with its own `organizationCreated`. Returns those that were created;
 * what the partner has already, by its IMS organization ID, is left as it is.
 */
export async function createOrganizations(
  unit: Unit,
  organizations: readonly NewOrganization[],
  occurrence: () => Occurrence,
): Promise<{ created: OrganizationRecord[] } | { refusal: Refusal }> {
  const { partnerId, organizationIds } = unit.visibility.scope;
  if (organizationIds) return { refusal: refuse('createForbidden', null) };
  const prepared = organizations.map((given, place) =>
    prepare(partnerId, place, given, occurrence()),
  );
  const ids = await write(unit, prepared);
  return {
    created: prepared.filter(({ record }) => ids.has(record.id)).map(({ record }) => record),
  };
}

/** Refuses CONFLICT (field `imsOrgId`) where the partner has that organization. */
export async function createOrganization(
  unit: Unit,
  given: NewOrganization,
  occurrence: Occurrence,
): Promise<{ organization: OrganizationRecord } | { refusal: Refusal }> {
  const outcome = await createOrganizations(unit, [given], () => occurrence);
  if ('refusal' in outcome) return outcome;
  const [organization] = outcome.created;
  if (organization) return { organization };
  const isArchived = (await findByImsOrgId(unit, given.imsOrgId))?.archivedAt;
  const reason = isArchived ? 'imsOrgIdArchived' : 'imsOrgIdTaken';
  return { refusal: refuse(reason, ['imsOrgId'], { imsOrgId: given.imsOrgId }) };
}

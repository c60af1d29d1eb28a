/**
 * Links of hand-offs that a bulk job made: for a day, whoever started the job can read them while
 * they work, and nobody else. At rest they are sealed, and each opens in its own place alone.
 */
import type { Transaction } from '../database/database.ts';
import { Parameters } from '../database/parameters.ts';
import { withRequiredKeys } from '../sealing/dataKeys.ts';
import { openForPartner, sealForPartner } from '../sealing/partnerKey.ts';
import { isOpenRun } from '../runs/workConditions.ts';
import type { Sealing } from '../sealing/sealing.ts';
import type { Unit, View } from '../tenancy/view.ts';
import type { Visibility } from '../tenancy/visibility.ts';
import { isUuid } from '../tenancy/visibility.ts';
import type { BulkJobRecord } from './bulkRecord.ts';

/** How long links can be read. */
export const LINK_HOURS = 24;

/** A link's token, and the item that made it. */
export interface NewLink {
  position: number;
  organizationId: string;
  handOffId: string;
  token: string;
}

const bindingOf = (jobId: string, position: number): string => `bulk-link:${jobId}:${position}`;

/** In the transaction that made the links. */
export async function keepLinks(
  { sql, sealing }: Unit,
  { id, partnerId, starter }: BulkJobRecord,
  links: readonly NewLink[],
): Promise<void> {
  if (links.length === 0) return;
  const texts = links.map(({ position, token }) => ({
    text: token,
    binding: bindingOf(id, position),
  }));
  const sealed = await sealForPartner(sql, sealing, partnerId, texts, sql.clock.now());
  await sql.query(
    `insert into bulk_link (job_id, position, partner_id, organization_id, starter, sealed, ends_at, hand_off_id)
     select $1, l.position, $2, l.organization_id, $3, l.sealed, clock_timestamp() + interval '${LINK_HOURS} hours', l.hand_off_id
     from unnest($4::int[], $5::uuid[], $6::bytea[], $7::uuid[]) as l(position, organization_id, sealed, hand_off_id)`,
    [
      ...[id, partnerId, starter, links.map(({ position }) => position)],
      ...[links.map(({ organizationId }) => organizationId), sealed],
      links.map(({ handOffId }) => handOffId),
    ],
  );
}

/** Which links somebody asks for. */
export interface LinkRequest {
  jobId: string;
  /** For which they may make hand-offs now; null: for all. */
  organizationIds: readonly string[] | null;
}

/** SQL: the hand-off of a link works, as `authenticateHandOff` decides it. */
const WORKS = `exists (
  select from hand_off h join organization o on o.id = h.organization_id join run r on r.id = h.run_id
  where h.id = l.hand_off_id and h.revoked_at is null and h.expires_at > clock_timestamp()
    and o.archived_at is null and ${isOpenRun('r')})`;

const readable = (
  visibility: Visibility,
  parameters: Parameters,
  { jobId, organizationIds }: LinkRequest,
): string => {
  const ids = `${parameters.add(organizationIds)}::uuid[]`;
  return `l.job_id = ${parameters.add(jobId)}::uuid and l.ends_at > clock_timestamp() and ${visibility.ownCondition(parameters, 'l')}
    and (${ids} is null or l.organization_id = any (${ids})) and ${WORKS}`;
};

/** Tokens of these items by their positions, for whoever started the job. */
export async function findBulkLinks(
  { visibility, transaction }: View,
  sealing: Sealing,
  request: LinkRequest,
  positions: readonly number[],
): Promise<Map<number, string>> {
  const { jobId } = request;
  if (!isUuid(jobId)) return new Map();
  const parameters = new Parameters();
  const which = readable(visibility, parameters, request);
  const text = `select l.position, l.sealed from bulk_link l
    where ${which} and l.position = any (${parameters.add(positions)}::int[])`;
  const { partnerId } = visibility.scope;
  const open = async (sql: Transaction): Promise<Map<number, string>> => {
    const rows = await sql.query<{ position: number; sealed: Buffer }>(text, parameters.values);
    const kept = rows.map(({ position, sealed }) => ({
      sealed,
      binding: bindingOf(jobId, position),
    }));
    const tokens = await openForPartner(sql, sealing, partnerId, kept);
    return new Map(
      rows.flatMap(({ position }, place) => {
        const token = tokens[place];
        return token == null ? [] : [[position, token] as const];
      }),
    );
  };
  return withRequiredKeys(() => transaction(open));
}

/** When the first of a job's links can't be read any more; null for who can read none. */
export async function findLinksEnd(
  { sql, visibility }: View,
  request: LinkRequest,
): Promise<string | null> {
  if (!isUuid(request.jobId)) return null;
  const parameters = new Parameters();
  const [row] = await sql.query<{ end: Date | null }>(
    `select min(least(l.ends_at, of.expires_at)) as end from bulk_link l join hand_off of on of.id = l.hand_off_id
     where ${readable(visibility, parameters, request)}`,
    parameters.values,
  );
  return row?.end?.toISOString() ?? null;
}

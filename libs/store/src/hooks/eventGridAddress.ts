/**
 * The secret in the address that Event Grid sends to, one of an organization, and what its events
 * ask for. Only the hash is stored.
 */
import { timingSafeEqual } from 'node:crypto';
import { TRACK_IDS, vaultNameOf, type Refusal } from '@keyway/core';
import { newToken, tokenHash } from '../access/apiToken.ts';
import type { Database, Query } from '../database/database.ts';
import { appendHistory } from '../history/appendHistory.ts';
import { lockOrganization } from '../organizations/lockOrganization.ts';
import type { OrganizationRecord } from '../organizations/organizationRecord.ts';
import { noOrganization, organizationArchived } from '../organizations/organizationRefusals.ts';
import type { Occurrence } from '../tenancy/mutation.ts';
import type { Unit } from '../tenancy/view.ts';
import { isUuid } from '../tenancy/visibility.ts';
import { storedWatch, WATCH_COLUMNS, type WatchRow } from '../watch/watchRow.ts';

/** Logs redact what begins with it (`redactText`). */
const PREFIX = 'kwe_';
/** Events of a vault that comes apart never ask for more than one observation in this time. */
const AT_MOST_EVERY_SECONDS = 60;

const WRITE = `insert into event_grid_address (organization_id, partner_id, sha256, created_by, created_at) values ($1, $2, $3, $4, $5)
  on conflict (organization_id) do update set sha256 = excluded.sha256, created_by = excluded.created_by, created_at = excluded.created_at`;
const SECRET: Query = {
  name: 'event_grid_secret',
  text: `select e.sha256 from event_grid_address e join organization o on o.id = e.organization_id
    where e.organization_id = $1 and o.archived_at is null`,
};
const WATCHED: Query = {
  name: 'event_grid_watch',
  text: `select ${WATCH_COLUMNS} from watch w left join watch_observation l on l.organization_id = w.organization_id where w.organization_id = $1`,
};
/** One that somebody asked for and that nobody has begun answers these events, too. */
const ASK: Query = {
  name: 'event_grid_ask',
  text: `update watch_observation set asked = true, generation = generation + 1, due_at = least(due_at,
      greatest(clock_timestamp(), coalesce(observed_at, '-infinity') + make_interval(secs => $2::float8)))
    where organization_id = $1 and not (asked and lease_token is null) returning pg_notify('keyway_watch', '')`,
};
const NO_SECRET = Buffer.alloc(32);

/** Makes a new secret, which ends the one before. It is answered this once. */
export async function createEventGridAddress(
  unit: Unit,
  organizationId: string,
  occurrence: Occurrence,
): Promise<{ organization: OrganizationRecord; secret: string } | { refusal: Refusal }> {
  const locked = await lockOrganization(unit, organizationId);
  if (!locked) return { refusal: noOrganization() };
  const { organization, end } = locked;
  if (organization.archivedAt) return { refusal: organizationArchived() };
  const secret = newToken(PREFIX);
  const { partnerId } = unit.visibility.scope;
  const of = { cloud: organization.cloud };
  await appendHistory(unit, organizationId, 'eventGridAddressCreated', of, occurrence, end);
  await unit.sql.query(WRITE, [
    ...[organizationId, partnerId, tokenHash(secret), occurrence.actor.name, occurrence.at],
  ]);
  return { organization, secret };
}

/** What Event Grid sends to the address of one organization. */
export class EventGrid {
  private readonly database: Database;
  private readonly pollScale: number;

  constructor(database: Database, pollScale: number) {
    this.database = database;
    this.pollScale = pollScale;
  }

  /** Compared in the same time, whether or not the organization has an address. */
  async isAddress(organizationId: string | null, secret: string): Promise<boolean> {
    const isKnown = organizationId !== null && isUuid(organizationId);
    const [row] = isKnown
      ? await this.database.read<{ sha256: Buffer }>(SECRET, [organizationId])
      : [];
    const isEqual = timingSafeEqual(tokenHash(secret), row?.sha256 ?? NO_SECRET);
    return row !== undefined && isEqual;
  }

  /** Lower-case names of the vaults whose keys are watched. */
  async watchedVaults(organizationId: string): Promise<Set<string>> {
    const [row] = await this.database.read<WatchRow>(WATCHED, [organizationId]);
    const watch = row ? storedWatch(row).watch : null;
    const names = TRACK_IDS.map((id) => watch?.tracks[id]?.vaultResourceId);
    return new Set(names.flatMap((resourceId) => (resourceId && vaultNameOf(resourceId)) || []));
  }

  /** An observation that begins from now on; several requests may have one. */
  async requestObservation(organizationId: string): Promise<void> {
    await this.database.read(ASK, [organizationId, AT_MOST_EVERY_SECONDS * this.pollScale]);
  }
}

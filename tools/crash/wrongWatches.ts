/** What must hold of watched keys after all disturbances, as their rows and histories have it. */
import type pg from 'pg';

interface Entry {
  organizationId: string;
  kind: string;
  data: { track?: string; from?: string; to?: string; alertId?: string; health?: string };
}

/** Of one organization: each health follows the one before, and each alert opens once. */
function wrongHistory(id: string, entries: readonly Entry[]): string[] {
  const wrong: string[] = [];
  const healths = new Map<string, string>();
  const open = new Set<string>();
  const known = new Set<string>();
  for (const { kind, data } of entries) {
    if (kind === 'healthChanged') {
      const before = healths.get(data.track!) ?? 'NOT_WATCHED';
      if (before !== data.from)
        wrong.push(`${id} ${data.track}: from ${data.from} after ${before}`);
      healths.set(data.track!, data.to!);
    } else if (kind === 'alertOpened') {
      if (known.has(data.alertId!)) wrong.push(`${id}: ${data.alertId} was opened twice`);
      known.add(data.alertId!);
      open.add(data.alertId!);
    } else if (kind === 'alertResolved' && !open.delete(data.alertId!))
      wrong.push(`${id}: ${data.alertId} was resolved and was not open`);
  }
  for (const [track, health] of healths)
    if (health !== 'HEALTHY') wrong.push(`${id} ${track}: ${health} at the end`);
  for (const alert of open) wrong.push(`${id}: ${alert} is open`);
  return wrong;
}

/** @param hurt how often a key was revoked, by IMS organization */
export async function wrongWatches(
  client: pg.Client,
  hurt: ReadonlyMap<string, number>,
): Promise<string[]> {
  const { rows: entries } = await client.query<Entry>(
    `select organization_id as "organizationId", kind, data from history_entry
     where kind in ('healthChanged', 'alertOpened', 'alertResolved') order by organization_id, seq`,
  );
  const { rows: alerts } = await client.query<{ imsOrgId: string; revoked: number; rows: number }>(
    `select o.ims_org_id as "imsOrgId", count(*) filter (where a.health = 'REVOKED')::int as revoked, count(*)::int as rows
     from organization o join alert a on a.organization_id = o.id where a.health in ('REVOKED', 'CUT_OFF') group by 1`,
  );
  const byOrganization = Map.groupBy(entries, ({ organizationId }) => organizationId);
  const revoked = new Map(alerts.map((row) => [row.imsOrgId, row.rows]));
  return [
    ...[...byOrganization].flatMap(([id, own]) => wrongHistory(id, own)),
    ...[...new Set([...revoked.keys(), ...hurt.keys()])]
      .filter((id) => (revoked.get(id) ?? 0) !== (hurt.get(id) ?? 0))
      .map((id) => `${id}: ${revoked.get(id) ?? 0} alerts of ${hurt.get(id) ?? 0} revocations`),
  ];
}

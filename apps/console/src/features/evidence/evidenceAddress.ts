/** Where the server gives out evidence. */

export const KEYS_ADDRESS = '/.well-known/keyway-keys.json';

/** Days in UTC, such as `2026-11-25`, the second included. */
export interface EvidenceRange {
  since?: string | undefined;
  until?: string | undefined;
}

export const isRangeWrong = ({ since, until }: EvidenceRange): boolean =>
  since !== undefined && until !== undefined && until < since;

/** The server takes instants before which entries have to be. */
const dayAfter = (day: string): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10);

export function packAddress(
  organizationId: string,
  { since, until }: EvidenceRange,
  locale: string,
): string {
  const query = new URLSearchParams({
    ...(since && { since }),
    ...(until && { until: dayAfter(until) }),
    locale,
  });
  return `/evidence/${encodeURIComponent(organizationId)}.zip?${query.toString()}`;
}

export const checkpointsAddress = (organizationId: string): string =>
  `/checkpoints/${encodeURIComponent(organizationId)}.jsonl`;

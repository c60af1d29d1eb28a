/** A line of an audit stream: one entry, by names that a SIEM can index. */
import type { AuditEntry } from './readEntries.ts';

/**
 * The hash is that of the entry, and verifiable from `actor`, `time`, `data`, `id`, `kind`,
 * `organization.id`, `previousHash`, `principal` and `run` (docs/reference/api.md, "The chain").
 */
export function auditLine(entry: AuditEntry, partner: string): string {
  const { id, at, kind, actor, principal, summary, organization, run, data } = entry;
  const line = {
    source: 'keyway',
    ...{ time: at, id, partner, organization },
    run: run?.id ?? null,
    ...{ actor, principal, kind, action: summary, data },
    hash: entry.hash,
    previousHash: entry.previousHash,
  };
  return `${JSON.stringify(line)}\n`;
}

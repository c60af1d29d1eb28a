/** Entries of the history, grouped by day. */
import { Link } from '@react-spectrum/s2';
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { useIntl } from 'react-intl';
import type { HistoryEntry } from './historyDocuments.ts';
import { HistoryEntryRow } from './HistoryEntryRow.tsx';
import { organizationHref, runHref } from '../../ui/runAddress.ts';

const list = style({ listStyleType: 'none', margin: 0, padding: 0 });
const name = style({ lineClamp: 2 });
const day = style({ font: 'title-sm', color: 'neutral', marginTop: 16, marginBottom: 4 });

/** Groups of entries of the same local day. Keeps the order. */
export function groupByDay(
  entries: readonly HistoryEntry[],
): { day: string; entries: HistoryEntry[] }[] {
  const days: { day: string; entries: HistoryEntry[] }[] = [];
  for (const entry of entries) {
    const key = new Date(entry.at).toDateString();
    const last = days.at(-1);
    if (last?.day === key) last.entries.push(entry);
    else days.push({ day: key, entries: [entry] });
  }
  return days;
}

export function HistoryList({ entries }: { entries: readonly HistoryEntry[] }) {
  const intl = useIntl();
  return (
    <>
      {groupByDay(entries).map((group) => (
        <section
          key={group.day}
          aria-label={intl.formatDate(group.entries[0]?.at, { dateStyle: 'full' })}
        >
          <h2 className={day}>{intl.formatDate(group.entries[0]?.at, { dateStyle: 'full' })}</h2>
          <ul className={list}>
            {group.entries.map((entry) => (
              <HistoryEntryRow
                key={entry.id}
                entry={entry}
                where={<OrganizationLink entry={entry} />}
              />
            ))}
          </ul>
        </section>
      ))}
    </>
  );
}

function OrganizationLink({ entry }: { entry: HistoryEntry }) {
  if (!entry.organization) return null;
  const href = entry.run ? runHref(entry.run.id) : organizationHref(entry.organization.id);
  return (
    <Link href={href} isStandalone isQuiet variant="secondary">
      <bdi className={name} title={entry.organization.name}>
        {entry.organization.name}
      </bdi>
    </Link>
  );
}

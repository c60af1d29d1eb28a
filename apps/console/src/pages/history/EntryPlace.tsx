/** What an entry is about: its organization, with a link to its step or run where it has one. */
import { Link } from '@react-spectrum/s2';
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { findEntryStep } from '../../features/history/findEntryStep.ts';
import { organizationHref, runHref, stepHref } from '../../ui/runAddress.ts';
import type { HistoryLine } from './historyDocuments.ts';

/** Large enough to press where it has a line of its own (WCAG 2.5.8). */
const name = style({ lineClamp: 2, paddingY: { default: 4, '@media (width >= 900px)': 0 } });

function hrefOf({ run, data }: HistoryLine, organizationId: string): string {
  if (!run) return organizationHref(organizationId);
  const place = findEntryStep(data);
  return place ? stepHref(run.id, place.track, place.step) : runHref(run.id);
}

export function EntryPlace({ entry }: { entry: HistoryLine }) {
  if (!entry.organization) return null;
  return (
    <Link href={hrefOf(entry, entry.organization.id)} isStandalone isQuiet variant="secondary">
      <bdi className={name} title={entry.organization.name}>
        {entry.organization.name}
      </bdi>
    </Link>
  );
}

/** What an entry is about: its organization, with a link to its run where it has one. */
import { Link } from '@react-spectrum/s2';
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { organizationHref, runHref } from '../../ui/runAddress.ts';
import type { HistoryLine } from './historyDocuments.ts';

const name = style({ lineClamp: 2 });

export function EntryPlace({ entry }: { entry: HistoryLine }) {
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

/** What the picture shows, as a list, newest first. */
import { ActionButton } from '@react-spectrum/s2';
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useIntl } from 'react-intl';
import type { HealthEntry } from './timeline.ts';

const summary = style({ font: 'ui', cursor: 'pointer', paddingY: 4 });
const list = style({
  listStyleType: 'none',
  margin: 0,
  padding: 0,
  display: 'flex',
  flexDirection: 'column',
  rowGap: 8,
  font: 'body-sm',
});
const when = style({ font: 'ui-sm', color: 'neutral-subdued', display: 'block' });
const row = style({ overflowWrap: 'anywhere' });
const foot = style({ display: 'flex', flexWrap: 'wrap', alignItems: 'center', columnGap: 12 });

const PAGE = 20;

interface HealthEntriesProps {
  /** Oldest first. */
  entries: readonly HealthEntry[];
  /** Whether older ones were not read. */
  hasOlder: boolean;
  organizationId: string;
}

export function HealthEntries({ entries, hasOlder, organizationId }: HealthEntriesProps) {
  const intl = useIntl();
  const [shown, setShown] = useState(PAGE);
  return (
    <details>
      <summary className={summary}>
        {intl.formatMessage({ id: 'keyHealth.entries' }, { count: entries.length })}
      </summary>
      <ol className={list}>
        {entries
          .toReversed()
          .slice(0, shown)
          .map(({ id, at, summary: text }) => (
            <li key={id} className={row}>
              <time dateTime={at} className={when}>
                {intl.formatDate(at, { dateStyle: 'medium', timeStyle: 'short' })}
              </time>
              {text}
            </li>
          ))}
      </ol>
      <span className={foot}>
        {entries.length > shown ? (
          <ActionButton isQuiet size="S" onPress={() => setShown(shown + PAGE)}>
            {intl.formatMessage({ id: 'list.more' })}
          </ActionButton>
        ) : null}
        {hasOlder ? (
          <Link to="/history" search={{ organization: organizationId }}>
            {intl.formatMessage({ id: 'keyHealth.older' })}
          </Link>
        ) : null}
      </span>
    </details>
  );
}

/** Who is eligible for a bulk action, and who is not by reason: the first few, or all of them. */
import { ActionButton } from '@react-spectrum/s2';
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { useMemo, useState } from 'react';
import { useIntl } from 'react-intl';
import { reasonsOf, type Preview } from './bulkReasons.ts';

type Named = Preview['eligible'][number];

/** Shown of each group before somebody asks for all. */
const FEW = 5;

const group = style({ display: 'flex', flexDirection: 'column', rowGap: 4, alignItems: 'start' });
const list = style({
  margin: 0,
  paddingStart: 20,
  font: 'body-sm',
  overflowWrap: 'anywhere',
  alignSelf: 'stretch',
  // Hundreds of names stay within the dialog.
  maxHeight: { isOpen: 240 },
  overflowY: { isOpen: 'auto' },
});
const reasonText = style({ font: 'body-sm' });

export function BulkPreview({ preview }: { preview: Preview }) {
  const intl = useIntl();
  const { affected, eligible, blockedCount, blocked } = preview;
  const reasons = useMemo(() => reasonsOf(blocked), [blocked]);
  const hidden = blockedCount - blocked.length;
  return (
    <>
      <div className={group}>
        <strong>{intl.formatMessage({ id: 'bulk.affected' }, { count: affected })}</strong>
        <Names
          label={intl.formatMessage({ id: 'bulk.affected' }, { count: affected })}
          organizations={eligible}
          count={affected}
        />
      </div>
      {blockedCount > 0 ? (
        <strong>{intl.formatMessage({ id: 'bulk.blocked' }, { count: blockedCount })}</strong>
      ) : null}
      {reasons.map(([reason, blocks]) => (
        <div key={reason} className={group}>
          <span className={reasonText}>
            {reason} ({intl.formatNumber(blocks.length)})
          </span>
          <Names
            label={reason}
            organizations={blocks.map(({ organization }) => organization)}
            count={blocks.length}
          />
        </div>
      ))}
      {hidden > 0 ? (
        <span>{intl.formatMessage({ id: 'bulk.more' }, { count: hidden })}</span>
      ) : null}
    </>
  );
}

interface NamesProps {
  label: string;
  /** The first of them. */
  organizations: readonly Named[];
  count: number;
}

function Names({ label, organizations, count }: NamesProps) {
  const intl = useIntl();
  const [isOpen, setOpen] = useState(false);
  if (count === 0) return null;
  const shown = isOpen ? organizations : organizations.slice(0, FEW);
  const hidden = count - organizations.length;
  return (
    <>
      <ul className={list({ isOpen })} aria-label={label} tabIndex={isOpen ? 0 : undefined}>
        {shown.map(({ id, name }) => (
          <li key={id}>
            <bdi>{name}</bdi>
          </li>
        ))}
        {isOpen && hidden > 0 ? (
          <li>{intl.formatMessage({ id: 'bulk.more' }, { count: hidden })}</li>
        ) : null}
      </ul>
      {count > FEW ? (
        <ActionButton size="S" isQuiet aria-expanded={isOpen} onPress={() => setOpen(!isOpen)}>
          {isOpen
            ? intl.formatMessage({ id: 'bulk.showFewer' })
            : intl.formatMessage({ id: 'bulk.showAll' }, { count })}
        </ActionButton>
      ) : null}
    </>
  );
}

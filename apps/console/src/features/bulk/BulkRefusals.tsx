/** How many a bulk action is refused for and why, in view while somebody confirms it. */
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { useMemo } from 'react';
import { useIntl } from 'react-intl';
import { IndicatorIcon } from '../../status/IndicatorIcon.tsx';
import { ITEM_INDICATORS } from './bulkJobFields.ts';
import { reasonsOf, type Preview } from './bulkReasons.ts';

/** The most frequent; all of them are in the preview. */
const MAX_REASONS = 3;

const line = style({ display: 'flex', columnGap: 8, alignItems: 'start', font: 'ui-sm' });
const list = style({ listStyleType: 'none', margin: 0, padding: 0, overflowWrap: 'anywhere' });

export function BulkRefusals({ preview: { blockedCount, blocked } }: { preview: Preview }) {
  const intl = useIntl();
  const reasons = useMemo(() => reasonsOf(blocked), [blocked]);
  const rest = reasons.length - MAX_REASONS;
  const title = intl.formatMessage({ id: 'bulk.refused' }, { count: blockedCount });
  return (
    <div className={line}>
      <IndicatorIcon {...ITEM_INDICATORS.REFUSED} size={14} />
      <div>
        <strong>{title}</strong>
        <ul className={list} aria-label={title}>
          {reasons.slice(0, MAX_REASONS).map(([reason, { length }]) => (
            <li key={reason}>
              {reason} ({intl.formatNumber(length)})
            </li>
          ))}
          {rest > 0 ? (
            <li>{intl.formatMessage({ id: 'bulk.moreReasons' }, { count: rest })}</li>
          ) : null}
        </ul>
      </div>
    </div>
  );
}

/** Names and values in two columns. */
import { Fragment } from 'react';
import type { ReactNode } from 'react';
import { useIntl } from 'react-intl';
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };

const grid = style({
  display: 'grid',
  gridTemplateColumns: 'fit-content(40%) minmax(0, 1fr)',
  columnGap: 12,
  rowGap: 4,
  margin: 0,
  font: 'body-sm',
  alignItems: 'baseline',
});
const name = style({ font: 'ui-sm', color: 'neutral-subdued' });
const value = style({ margin: 0, minWidth: 0, overflowWrap: 'anywhere' });

export type FactId = FormatjsIntl.Message['ids'];

export function Facts({ rows }: { rows: readonly (readonly [id: FactId, value: ReactNode])[] }) {
  const intl = useIntl();
  return (
    <dl className={grid}>
      {rows.map(([id, content], index) => (
        <Fragment key={`${id}${index}`}>
          <dt className={name}>{intl.formatMessage({ id })}</dt>
          <dd className={value}>{content}</dd>
        </Fragment>
      ))}
    </dl>
  );
}

/** Gray shapes in place of what is loading, so that nothing moves when it arrives. */
import type { CSSProperties } from 'react';
import { useIntl } from 'react-intl';
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import './skeleton.css';

const column = style({ display: 'flex', flexDirection: 'column', rowGap: 12 });
const block = style({ backgroundColor: 'gray-200', borderRadius: 'default', flexShrink: 0 });
const rowLine = style({
  overflow: 'hidden',
  display: 'flex',
  alignItems: 'center',
  columnGap: 16,
  borderBottomWidth: 1,
  borderTopWidth: 0,
  borderXWidth: 0,
  borderStyle: 'solid',
  borderColor: 'gray-200',
  paddingY: 12,
});

function Bar({ width, height = 14 }: { width: CSSProperties['width']; height?: number }) {
  return <span className={`${block} kw-skeleton`} style={{ width, height }} />;
}

/** Rows of a list. */
export function ListSkeleton({ rows = 8, columns = 4 }: { rows?: number; columns?: number }) {
  const intl = useIntl();
  return (
    <div role="status" aria-label={intl.formatMessage({ id: 'loading' })}>
      {Array.from({ length: rows }, (_, row) => (
        <div key={row} className={rowLine}>
          <Bar width={`${22 + ((row * 7) % 14)}%`} />
          {Array.from({ length: columns - 1 }, (_cell, cell) => (
            <Bar key={cell} width={`${10 + ((row + cell * 5) % 6)}%`} height={10} />
          ))}
        </div>
      ))}
    </div>
  );
}

/** A page head and some cards. */
export function PageSkeleton({ cards = 3 }: { cards?: number }) {
  const intl = useIntl();
  return (
    <div className={column} role="status" aria-label={intl.formatMessage({ id: 'loading' })}>
      <Bar width="34%" height={28} />
      <Bar width="56%" />
      {Array.from({ length: cards }, (_, card) => (
        <Bar key={card} width="100%" height={112} />
      ))}
    </div>
  );
}

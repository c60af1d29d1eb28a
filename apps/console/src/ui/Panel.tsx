/** A titled part of a page. */
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { useId } from 'react';
import type { ReactNode } from 'react';

const panel = style({
  backgroundColor: 'layer-1',
  borderRadius: 'lg',
  padding: { default: 16, '@media (width >= 700px)': 20 },
  minWidth: 0,
  display: 'flex',
  flexDirection: 'column',
  rowGap: 12,
});
const head = style({
  display: 'flex',
  flexWrap: 'wrap',
  alignItems: 'center',
  justifyContent: 'space-between',
  columnGap: 16,
  rowGap: 8,
});
const heading = style({ font: 'title', margin: 0 });

export function Panel({
  title,
  side,
  children,
}: {
  title: string;
  side?: ReactNode;
  children: ReactNode;
}) {
  const id = useId();
  return (
    <section className={panel} aria-labelledby={id}>
      <div className={head}>
        <h2 id={id} className={heading}>
          {title}
        </h2>
        {side}
      </div>
      {children}
    </section>
  );
}

/** What a list says when there is nothing: why, and what to do. */
import type { ReactNode } from 'react';
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };

const box = style({
  display: 'flex',
  flexDirection: 'column',
  alignItems: 'center',
  textAlign: 'center',
  rowGap: 8,
  paddingX: 24,
  paddingY: 48,
  marginX: 'auto',
  maxWidth: 560,
});
const heading = style({ font: 'title-lg', margin: 0 });
const text = style({ font: 'body', color: 'neutral-subdued', margin: 0 });
const buttons = style({ display: 'flex', flexWrap: 'wrap', justifyContent: 'center', gap: 12, marginTop: 16 });

export function EmptyState({ title, children, actions }: { title: string; children?: ReactNode; actions?: ReactNode }) {
  return (
    <section className={box}>
      <h2 className={heading}>{title}</h2>
      {children ? <p className={text}>{children}</p> : null}
      {actions ? <div className={buttons}>{actions}</div> : null}
    </section>
  );
}

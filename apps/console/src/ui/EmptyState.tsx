/** What a list shows when it is empty: why, and what to do. */
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
const heading = style({ font: 'title-lg', margin: 0, outlineStyle: 'none' });
const text = style({ font: 'body', color: 'neutral-subdued', margin: 0 });
const buttons = style({
  display: 'flex',
  flexWrap: 'wrap',
  justifyContent: 'center',
  gap: 12,
  marginTop: 16,
});

interface EmptyStateProps {
  title: string;
  children?: ReactNode;
  actions?: ReactNode;
  /** True if it replaces the whole page: its title is then the page's heading. */
  isPage?: boolean;
}

export function EmptyState({ title, children, actions, isPage }: EmptyStateProps) {
  return (
    <section className={box}>
      {isPage ? (
        <h1 className={heading} tabIndex={-1} data-page-heading>
          {title}
        </h1>
      ) : (
        <h2 className={heading}>{title}</h2>
      )}
      {children ? <p className={text}>{children}</p> : null}
      {actions ? <div className={buttons}>{actions}</div> : null}
    </section>
  );
}

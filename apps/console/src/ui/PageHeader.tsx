/** The header of every page: its `h1`, which takes the focus after a navigation, and actions. */
import type { ReactNode } from 'react';
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };

const head = style({
  display: 'flex',
  flexWrap: 'wrap',
  alignItems: 'start',
  justifyContent: 'space-between',
  columnGap: 24,
  rowGap: 12,
  marginBottom: 20,
});
const text = style({
  minWidth: 0,
  flexGrow: 1,
  flexBasis: 240,
  display: 'flex',
  flexDirection: 'column',
  rowGap: 4,
});
const heading = style({ font: 'heading', margin: 0, outlineStyle: 'none' });
// At most three lines; the full name is in the tooltip, in the tab's title and for screen readers.
const headingText = style({ lineClamp: 3 });
const sub = style({ font: 'body', color: 'neutral-subdued', margin: 0, maxWidth: 720 });
const side = style({ display: 'flex', flexWrap: 'wrap', gap: 8, alignItems: 'center' });

interface PageHeaderProps {
  title: ReactNode;
  /** Above the title, such as a link back. */
  above?: ReactNode;
  children?: ReactNode;
  actions?: ReactNode;
}

export function PageHeader({ title, above, children, actions }: PageHeaderProps) {
  return (
    <header className={head}>
      <div className={text}>
        {above}
        <h1 className={heading} tabIndex={-1} data-page-heading>
          <bdi className={headingText} title={typeof title === 'string' ? title : undefined}>
            {title}
          </bdi>
        </h1>
        {children ? <div className={sub}>{children}</div> : null}
      </div>
      {actions ? (
        <div className={side} data-print="hidden">
          {actions}
        </div>
      ) : null}
    </header>
  );
}

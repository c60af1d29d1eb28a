/** Links to the sections of a page, above its content; the current one is underlined. */
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import type { ReactNode } from 'react';

const list = style({
  listStyleType: 'none',
  margin: 0,
  padding: 0,
  marginBottom: 20,
  display: 'flex',
  flexWrap: 'wrap',
  columnGap: 20,
  borderBottomWidth: 1,
  borderTopWidth: 0,
  borderXWidth: 0,
  borderStyle: 'solid',
  borderColor: 'gray-200',
});
const name = style({
  display: 'block',
  font: 'ui',
  fontWeight: { default: 'normal', isCurrent: 'bold' },
  color: { default: 'neutral-subdued', ':hover': 'neutral', isCurrent: 'neutral' },
  borderStyle: 'solid',
  borderTopWidth: 0,
  borderXWidth: 0,
  borderBottomWidth: 2,
  borderColor: { default: 'transparent', isCurrent: 'gray-800' },
  paddingY: 8,
  whiteSpace: 'nowrap',
});

/** @param props.children one list item with a link for each section */
export function SectionLinks({ label, children }: { label: string; children: ReactNode }) {
  return (
    <nav aria-label={label} data-print="hidden">
      <ul className={list}>{children}</ul>
    </nav>
  );
}

/** The text of a link, whose class is `kw-nav-link`. */
export function SectionName({ isCurrent, children }: { isCurrent: boolean; children: ReactNode }) {
  return <span className={name({ isCurrent })}>{children}</span>;
}

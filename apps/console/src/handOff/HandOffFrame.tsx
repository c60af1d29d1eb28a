/** What stays the same in every state of the page: one column, its name, and the languages. */
import type { ReactNode } from 'react';
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { LanguageSwitch } from '../ui/LanguageSwitch.tsx';
import { fromBase } from '../routing/basePath.ts';

const page = style({
  maxWidth: 760,
  marginX: 'auto',
  boxSizing: 'border-box',
  paddingX: { default: 16, '@media (width >= 700px)': 24 },
  paddingTop: 12,
  paddingBottom: 48,
  font: 'ui',
  color: 'neutral',
});
const bar = style({
  display: 'flex',
  alignItems: 'center',
  justifyContent: 'space-between',
  flexWrap: 'wrap',
  columnGap: 12,
  rowGap: 4,
  marginBottom: 20,
});
const brand = style({
  display: 'flex',
  alignItems: 'center',
  columnGap: 8,
  font: 'title-sm',
});

export function HandOffFrame({ children }: { children: ReactNode }) {
  return (
    <div className={page}>
      <header className={bar} data-print="hidden">
        <span className={brand}>
          <img src={fromBase('/keyway.svg')} alt="" width={24} height={24} />
          Keyway
        </span>
        <LanguageSwitch />
      </header>
      <main>{children}</main>
    </div>
  );
}

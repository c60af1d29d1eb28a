/**
 * Tabs after the ARIA pattern: one tab stop, arrow keys choose. Spectrum's turn into a picker where
 * they are too wide, which loads pickers, lists and overlays; these wrap.
 */
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { useId, useRef, useState } from 'react';
import type { KeyboardEvent, ReactNode } from 'react';

const list = style({
  display: 'flex',
  flexWrap: 'wrap',
  columnGap: 20,
  borderBottomWidth: 1,
  borderTopWidth: 0,
  borderXWidth: 0,
  borderStyle: 'solid',
  borderColor: 'gray-200',
});
const tab = style({
  font: 'ui',
  fontWeight: { default: 'normal', isSelected: 'bold' },
  color: { default: 'neutral-subdued', ':hover': 'neutral', isSelected: 'neutral' },
  backgroundColor: 'transparent',
  borderStyle: 'solid',
  borderTopWidth: 0,
  borderXWidth: 0,
  borderBottomWidth: 2,
  borderColor: { default: 'transparent', isSelected: 'gray-800' },
  paddingX: 0,
  paddingY: 8,
  whiteSpace: 'nowrap',
  cursor: 'pointer',
  outlineStyle: { default: 'none', ':focus-visible': 'solid' },
  outlineColor: 'focus-ring',
  outlineWidth: 2,
  outlineOffset: 2,
});

export interface TabContent {
  id: string;
  name: string;
  content: ReactNode;
}

/** The tab that has the key's place; undefined if the key moves nothing. */
function findNext(key: string, at: number, count: number): number | undefined {
  if (key === 'ArrowRight') return (at + 1) % count;
  if (key === 'ArrowLeft') return (at - 1 + count) % count;
  if (key === 'Home') return 0;
  if (key === 'End') return count - 1;
  return undefined;
}

export function Tabs({ label, tabs }: { label: string; tabs: readonly TabContent[] }) {
  const id = useId();
  const buttons = useRef<(HTMLButtonElement | null)[]>([]);
  const [selected, setSelected] = useState(tabs[0]?.id);
  const at = Math.max(
    0,
    tabs.findIndex((one) => one.id === selected),
  );
  function onKeyDown(event: KeyboardEvent) {
    const next = findNext(event.key, at, tabs.length);
    if (next === undefined) return;
    event.preventDefault();
    setSelected(tabs[next]?.id);
    buttons.current[next]?.focus();
  }
  return (
    <div>
      <div role="tablist" aria-label={label} className={list} onKeyDown={onKeyDown}>
        {tabs.map((one, index) => (
          <button
            key={one.id}
            ref={(button) => {
              buttons.current[index] = button;
            }}
            type="button"
            role="tab"
            id={`${id}-tab-${one.id}`}
            aria-selected={index === at}
            aria-controls={index === at ? `${id}-panel` : undefined}
            tabIndex={index === at ? 0 : -1}
            className={tab({ isSelected: index === at })}
            onClick={() => setSelected(one.id)}
          >
            {one.name}
          </button>
        ))}
      </div>
      <div role="tabpanel" id={`${id}-panel`} aria-labelledby={`${id}-tab-${tabs[at]?.id}`}>
        {tabs[at]?.content}
      </div>
    </div>
  );
}

/** Partner and search, with the menus of TopBarTools. */
import Search from '@react-spectrum/s2/icons/Search';
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { useIntl } from 'react-intl';
import type { ViewerQuery } from '../generated/graphql.ts';
import { Part, lazyPart } from '../ui/lazyPart.tsx';

const tools = lazyPart(async () => (await import('./TopBarTools.tsx')).TopBarTools);

const WIDE = '@media (width >= 700px)';

const bar = style({
  display: 'flex',
  alignItems: 'center',
  columnGap: 8,
  paddingX: { default: 12, [WIDE]: 24 },
  height: 52,
  flexShrink: 0,
  backgroundColor: 'layer-1',
});
const partner = style({
  font: 'title-sm',
  color: 'neutral',
  truncate: true,
  minWidth: 0,
  maxWidth: '[40%]',
  flexShrink: 0,
});
const middle = style({
  flexGrow: 1,
  display: 'flex',
  justifyContent: { default: 'end', [WIDE]: 'center' },
  flexShrink: { default: 0, [WIDE]: 1 },
  minWidth: 0,
});
const searchBox = style({
  font: 'ui',
  display: 'flex',
  alignItems: 'center',
  columnGap: 8,
  boxSizing: 'border-box',
  width: { default: 36, [WIDE]: 'full' },
  maxWidth: 440,
  height: 32,
  paddingX: { default: 8, [WIDE]: 12 },
  borderRadius: 'lg',
  borderWidth: 1,
  borderStyle: 'solid',
  borderColor: { default: 'gray-300', ':hover': 'gray-400' },
  backgroundColor: 'layer-2',
  color: 'neutral-subdued',
  cursor: 'pointer',
  outlineStyle: { default: 'none', ':focus-visible': 'solid' },
  outlineColor: 'focus-ring',
  outlineWidth: 2,
  outlineOffset: 2,
});
const searchText = style({ truncate: true, flexGrow: 1, textAlign: 'start' });
const searchKey = style({
  display: { default: 'none', '@media (width >= 900px)': 'block' },
  font: 'ui-sm',
  whiteSpace: 'nowrap',
});

// The width of its buttons, which load after the page: nothing moves then.
const buttons = style({
  display: 'flex',
  columnGap: 8,
  justifyContent: 'end',
  flexShrink: 0,
  minWidth: { default: 0, [WIDE]: 192 },
});

interface TopBarProps {
  viewer?: ViewerQuery['viewer'];
  onSearch: () => void;
  /** Somebody is about to search. */
  onNearSearch: () => void;
  onShortcuts: () => void;
}

export function TopBar({ viewer, onSearch, onNearSearch, onShortcuts }: TopBarProps) {
  const intl = useIntl();
  const label = intl.formatMessage({ id: 'shell.searchHint' });
  const isMac = /Mac|iP(hone|ad)/.test(navigator.userAgent);
  return (
    <header className={bar} data-print="hidden">
      {/* Where it has no space, the menu of the person says it. */}
      <span className={`${partner} kw-hidden-when-narrow`} title={viewer?.partner}>
        {viewer?.partner}
      </span>
      <div className={middle}>
        <button
          type="button"
          className={searchBox}
          onClick={onSearch}
          onPointerEnter={onNearSearch}
          onFocus={onNearSearch}
          aria-keyshortcuts="Control+K Meta+K"
        >
          <Search aria-hidden="true" />
          <span className={`${searchText} kw-hidden-when-narrow`}>{label}</span>
          <kbd className={searchKey}>{isMac ? '⌘K' : 'Ctrl K'}</kbd>
        </button>
      </div>
      <div className={buttons}>
        <Part part={tools} isWanted props={{ viewer, onShortcuts }} />
      </div>
    </header>
  );
}

/** Partner, search, language, theme and user menu. */
import Contrast from '@react-spectrum/s2/icons/Contrast';
import Search from '@react-spectrum/s2/icons/Search';
import Translate from '@react-spectrum/s2/icons/Translate';
import User from '@react-spectrum/s2/icons/User';
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { useIntl } from 'react-intl';
import { useAppLocale } from '../intl/IntlRoot.tsx';
import { LOCALES } from '../intl/locale.ts';
import { THEMES, useTheme } from '../theme/theme.ts';
import type { ViewerQuery } from '../generated/graphql.ts';
import { formatGrants } from '../features/people/formatGrant.ts';
import { MenuButton } from '../ui/MenuButton.tsx';
import { signOut } from './signOut.ts';

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
      <span className={partner}>{viewer?.partner}</span>
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
      <LanguageMenu />
      <ThemeMenu />
      {viewer ? <PersonMenu viewer={viewer} onShortcuts={onShortcuts} /> : null}
    </header>
  );
}

function LanguageMenu() {
  const intl = useIntl();
  const { locale, setLocale } = useAppLocale();
  return (
    <MenuButton
      label={intl.formatMessage({ id: 'shell.language' })}
      choices={LOCALES.map((id) => ({ id, name: intl.formatMessage({ id: `language.${id}` }) }))}
      selected={locale}
      onChoose={setLocale}
    >
      <Translate />
    </MenuButton>
  );
}

function ThemeMenu() {
  const intl = useIntl();
  const [theme, setTheme] = useTheme();
  return (
    <MenuButton
      label={intl.formatMessage({ id: 'shell.theme' })}
      choices={THEMES.map((id) => ({ id, name: intl.formatMessage({ id: `shell.theme.${id}` }) }))}
      selected={theme}
      onChoose={setTheme}
    >
      <Contrast />
    </MenuButton>
  );
}

interface PersonMenuProps {
  viewer: ViewerQuery['viewer'];
  onShortcuts: () => void;
}

function PersonMenu({ viewer, onShortcuts }: PersonMenuProps) {
  const intl = useIntl();
  const { name, email, grants } = viewer;
  return (
    <MenuButton
      label={intl.formatMessage({ id: 'shell.person' }, { name })}
      heading={{
        title: name,
        detail: [email, formatGrants(grants, intl)].filter(Boolean).join(' · '),
      }}
      choices={[
        {
          id: 'shortcuts',
          name: intl.formatMessage({ id: 'shell.shortcuts' }),
          shortcut: '?',
        },
        { id: 'signOut', name: intl.formatMessage({ id: 'shell.signOut' }) },
      ]}
      onChoose={(id) => (id === 'signOut' ? void signOut() : onShortcuts())}
    >
      <User />
    </MenuButton>
  );
}

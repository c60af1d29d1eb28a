/** Partner, search, language, theme and user menu. */
import {
  ActionButton,
  Header,
  Heading,
  Keyboard,
  Menu,
  MenuItem,
  MenuSection,
  MenuTrigger,
  Text,
} from '@react-spectrum/s2';
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
import { chooseFrom } from '../ui/chooseFrom.ts';
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
  onShortcuts: () => void;
}

export function TopBar({ viewer, onSearch, onShortcuts }: TopBarProps) {
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
    <MenuTrigger>
      <ActionButton isQuiet aria-label={intl.formatMessage({ id: 'shell.language' })}>
        <Translate />
      </ActionButton>
      <Menu
        selectionMode="single"
        disallowEmptySelection
        selectedKeys={[locale]}
        onAction={chooseFrom(LOCALES, setLocale)}
      >
        {LOCALES.map((one) => (
          <MenuItem key={one} id={one}>
            {intl.formatMessage({ id: `language.${one}` })}
          </MenuItem>
        ))}
      </Menu>
    </MenuTrigger>
  );
}

function ThemeMenu() {
  const intl = useIntl();
  const [theme, setTheme] = useTheme();
  return (
    <MenuTrigger>
      <ActionButton isQuiet aria-label={intl.formatMessage({ id: 'shell.theme' })}>
        <Contrast />
      </ActionButton>
      <Menu
        selectionMode="single"
        disallowEmptySelection
        selectedKeys={[theme]}
        onAction={chooseFrom(THEMES, setTheme)}
      >
        {THEMES.map((one) => (
          <MenuItem key={one} id={one}>
            {intl.formatMessage({ id: `shell.theme.${one}` })}
          </MenuItem>
        ))}
      </Menu>
    </MenuTrigger>
  );
}

function PersonMenu({
  viewer,
  onShortcuts,
}: {
  viewer: ViewerQuery['viewer'];
  onShortcuts: () => void;
}) {
  const intl = useIntl();
  return (
    <MenuTrigger>
      <ActionButton
        isQuiet
        aria-label={intl.formatMessage({ id: 'shell.person' }, { name: viewer.name })}
      >
        <User />
      </ActionButton>
      <Menu onAction={(key) => (key === 'signOut' ? void signOut() : onShortcuts())}>
        <MenuSection>
          <Header>
            <Heading>{viewer.name}</Heading>
            <Text slot="description">
              {[viewer.email, intl.formatMessage({ id: `role.${viewer.role}` })]
                .filter(Boolean)
                .join(' · ')}
            </Text>
          </Header>
          <MenuItem id="shortcuts">
            <Text slot="label">{intl.formatMessage({ id: 'shell.shortcuts' })}</Text>
            <Keyboard>?</Keyboard>
          </MenuItem>
          <MenuItem id="signOut">{intl.formatMessage({ id: 'shell.signOut' })}</MenuItem>
        </MenuSection>
      </Menu>
    </MenuTrigger>
  );
}

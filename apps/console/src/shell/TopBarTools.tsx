/** What of the top bar loads after the page: the inbox, help, language, theme and the person. */
import Contrast from '@react-spectrum/s2/icons/Contrast';
import Translate from '@react-spectrum/s2/icons/Translate';
import User from '@react-spectrum/s2/icons/User';
import { useNavigate } from '@tanstack/react-router';
import { useIntl } from 'react-intl';
import { HelpMenu } from '../features/help/HelpMenu.tsx';
import { InboxBell } from '../features/inbox/InboxBell.tsx';
import { formatGrants } from '../features/people/formatGrant.ts';
import type { ViewerQuery } from '../generated/graphql.ts';
import { useAppLocale } from '../intl/IntlRoot.tsx';
import { LOCALES } from '../intl/locale.ts';
import { THEMES, useTheme } from '../theme/theme.ts';
import { MenuButton } from '../ui/MenuButton.tsx';
import { signOut } from './signOut.ts';

interface TopBarToolsProps {
  viewer?: ViewerQuery['viewer'];
  onShortcuts: () => void;
}

/** Tokens have no inbox. */
export const TopBarTools = ({ viewer, onShortcuts }: TopBarToolsProps) => (
  <>
    {viewer?.kind === 'MEMBER' ? <InboxBell /> : null}
    {viewer ? <HelpMenu onShortcuts={onShortcuts} /> : null}
    <LanguageMenu />
    <ThemeMenu />
    {viewer ? <PersonMenu viewer={viewer} /> : null}
  </>
);

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

const PERSON_CHOICES = ['notifications', 'signOut'] as const;

function PersonMenu({ viewer }: { viewer: ViewerQuery['viewer'] }) {
  const intl = useIntl();
  const navigate = useNavigate();
  const { name, email, grants, partner } = viewer;
  return (
    <MenuButton
      label={intl.formatMessage({ id: 'shell.person' }, { name })}
      heading={{
        title: name,
        detail: [partner, email, formatGrants(grants, intl)].filter(Boolean).join(' · '),
      }}
      choices={PERSON_CHOICES.map((id) => ({
        id,
        name: intl.formatMessage({ id: `shell.${id}` }),
      }))}
      onChoose={(id) =>
        void (id === 'signOut' ? signOut() : navigate({ to: '/settings/notifications' }))
      }
    >
      <User />
    </MenuButton>
  );
}

/** The actions of the console that match the typed text. */
import { useNavigate } from '@tanstack/react-router';
import { useIntl } from 'react-intl';
import { useTheme } from '../theme/theme.ts';
import type { SearchResult } from './SearchResults.tsx';

const PAGES = [
  { id: 'action.goPortfolio', to: '/' },
  { id: 'action.goOrganizations', to: '/organizations' },
  { id: 'action.addOrganization', to: '/organizations/new' },
  { id: 'action.importOrganizations', to: '/organizations/import' },
  { id: 'action.goApprovals', to: '/approvals' },
  { id: 'action.goHistory', to: '/history' },
  { id: 'action.goSettings', to: '/settings' },
  { id: 'action.goChecks', to: '/checks' },
  { id: 'action.goRules', to: '/rules' },
] as const;

export function useSearchActions(text: string): SearchResult[] {
  const intl = useIntl();
  const navigate = useNavigate();
  const [, setTheme] = useTheme();
  const wanted = text.trim().toLocaleLowerCase();
  const actions: SearchResult[] = PAGES.map(({ id, to }) => ({
    kind: 'action',
    name: intl.formatMessage({ id }),
    open: () => navigate({ to }),
  }));
  actions.push({
    kind: 'action',
    name: intl.formatMessage({ id: 'action.toggleTheme' }),
    open: () => setTheme(isDark() ? 'light' : 'dark'),
  });
  return actions.filter((action) => action.name.toLocaleLowerCase().includes(wanted));
}

function isDark(): boolean {
  const chosen = document.documentElement.dataset.colorScheme;
  return chosen ? chosen === 'dark' : matchMedia('(prefers-color-scheme: dark)').matches;
}

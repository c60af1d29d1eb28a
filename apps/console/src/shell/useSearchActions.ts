/** The actions of the console that match the typed text. */
import { useNavigate } from '@tanstack/react-router';
import { useIntl } from 'react-intl';
import { useSections } from '../features/settings/sections.ts';
import { useOnlyOrganization, usePartnerRole } from '../features/viewer/ViewerQuery.ts';
import { useTheme } from '../theme/theme.ts';
import type { SearchResult } from './SearchResults.tsx';

const HOME = [{ id: 'notFound.home', to: '/' }] as const;
const OF_MANY = [
  { id: 'action.goPortfolio', to: '/' },
  { id: 'action.goOrganizations', to: '/organizations' },
] as const;
const ADDING = [
  { id: 'action.addOrganization', to: '/organizations/new' },
  { id: 'action.importOrganizations', to: '/organizations/import' },
] as const;
const ALL = [
  { id: 'action.goApprovals', to: '/approvals' },
  { id: 'action.goHistory', to: '/history' },
  { id: 'action.goSettings', to: '/settings' },
  { id: 'action.goChecks', to: '/checks' },
  { id: 'action.goRules', to: '/rules' },
  { id: 'action.goGlossary', to: '/glossary' },
] as const;

/** The pages that this person can open, as actions. */
function usePageActions(): SearchResult[] {
  const intl = useIntl();
  const navigate = useNavigate();
  const isOfOne = Boolean(useOnlyOrganization());
  const mayAdd = usePartnerRole('OWNER', 'OPERATOR');
  const pages = [...(isOfOne ? HOME : OF_MANY), ...(mayAdd ? ADDING : []), ...ALL];
  const sections = useSections().filter(({ id }) => id !== 'general');
  return [
    ...pages.map(({ id, to }) => ({ name: intl.formatMessage({ id }), to })),
    ...sections.map(({ id, to }) => ({
      name: intl.formatMessage(
        { id: 'action.goSection' },
        { section: intl.formatMessage({ id: `settings.section.${id}` }) },
      ),
      to,
    })),
  ].map(({ name, to }) => ({ kind: 'action', name, open: () => navigate({ to }) }));
}

export function useSearchActions(text: string): SearchResult[] {
  const intl = useIntl();
  const pages = usePageActions();
  const [, setTheme] = useTheme();
  const wanted = text.trim().toLocaleLowerCase();
  const actions = [...pages];
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

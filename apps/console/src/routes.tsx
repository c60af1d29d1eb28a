/**
 * Every route of the console on one page. Each page is its own chunk; IDs are opaque and
 * URL-encoded by the router.
 */
import {
  Outlet,
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
} from '@tanstack/react-router';
import { NotFoundPage } from './ui/NotFoundPage.tsx';
import { PageErrorState } from './shell/PageErrorState.tsx';
import { Shell } from './shell/Shell.tsx';
import { PageSkeleton } from './ui/Skeleton.tsx';

/**
 * `status`, `waiting`: the view of the matrix; `sort`: its order. Absent is "all" and "by name".
 */
export interface PortfolioSearch {
  text?: string;
  status?: string;
  waiting?: string;
  sort?: 'name' | 'wait';
}
export interface OrganizationsSearch {
  text?: string;
  cloud?: string;
  region?: string;
  status?: string;
  waiting?: string;
  archived?: string;
}
export interface HistorySearch {
  organization?: string;
  actor?: string;
  kind?: string;
  since?: string;
  until?: string;
}
export interface CheckCatalogSearch {
  text?: string;
  track?: string;
}
export interface SignInSearch {
  returnTo?: string;
}

/**
 * Keeps the strings that a page knows and drops everything else that somebody may have put into the
 * address.
 */
function only<T>(...names: (keyof T & string)[]) {
  return (search: Record<string, unknown>): T => {
    const kept: Record<string, string> = {};
    for (const name of names) {
      const value = search[name];
      // The router reads `?text=123` as a number.
      if (typeof value === 'number' || typeof value === 'boolean') kept[name] = String(value);
      else if (typeof value === 'string' && value !== '') kept[name] = value;
    }
    return kept as T;
  };
}

const root = createRootRoute({ component: Outlet });
const shell = createRoute({ getParentRoute: () => root, id: 'shell', component: Shell });
const inShell = () => shell;

const portfolio = createRoute({
  getParentRoute: inShell,
  path: '/',
  validateSearch: only<PortfolioSearch>('text', 'status', 'waiting', 'sort'),
  component: lazyRouteComponent(
    () => import('./pages/portfolio/PortfolioPage.tsx'),
    'PortfolioPage',
  ),
});
const organizations = createRoute({
  getParentRoute: inShell,
  path: '/organizations',
  validateSearch: only<OrganizationsSearch>(
    'text',
    'cloud',
    'region',
    'status',
    'waiting',
    'archived',
  ),
  component: lazyRouteComponent(
    () => import('./pages/organizations/OrganizationsPage.tsx'),
    'OrganizationsPage',
  ),
});
const newOrganization = createRoute({
  getParentRoute: inShell,
  path: '/organizations/new',
  component: lazyRouteComponent(
    () => import('./pages/newOrganization/NewOrganizationPage.tsx'),
    'NewOrganizationPage',
  ),
});
const importOrganizations = createRoute({
  getParentRoute: inShell,
  path: '/organizations/import',
  component: lazyRouteComponent(() => import('./pages/import/ImportPage.tsx'), 'ImportPage'),
});
const organization = createRoute({
  getParentRoute: inShell,
  path: '/organizations/$organizationId',
  component: lazyRouteComponent(
    () => import('./pages/organization/OrganizationPage.tsx'),
    'OrganizationPage',
  ),
});
const run = createRoute({
  getParentRoute: inShell,
  path: '/runs/$runId',
  component: lazyRouteComponent(() => import('./pages/run/RunPage.tsx'), 'RunPage'),
});
const approval = createRoute({
  getParentRoute: inShell,
  path: '/runs/$runId/approval/$track',
  component: lazyRouteComponent(() => import('./pages/approval/ApprovalPage.tsx'), 'ApprovalPage'),
});
const submit = createRoute({
  getParentRoute: inShell,
  path: '/runs/$runId/submit',
  component: lazyRouteComponent(() => import('./pages/submit/SubmitPage.tsx'), 'SubmitPage'),
});
const ticket = createRoute({
  getParentRoute: inShell,
  path: '/runs/$runId/ticket',
  component: lazyRouteComponent(() => import('./pages/ticket/TicketPage.tsx'), 'TicketPage'),
});
const approvals = createRoute({
  getParentRoute: inShell,
  path: '/approvals',
  component: lazyRouteComponent(
    () => import('./pages/approvals/ApprovalsPage.tsx'),
    'ApprovalsPage',
  ),
});
const history = createRoute({
  getParentRoute: inShell,
  path: '/history',
  validateSearch: only<HistorySearch>('organization', 'actor', 'kind', 'since', 'until'),
  component: lazyRouteComponent(() => import('./pages/history/HistoryPage.tsx'), 'HistoryPage'),
});
const checks = createRoute({
  getParentRoute: inShell,
  path: '/checks',
  validateSearch: only<CheckCatalogSearch>('text', 'track'),
  component: lazyRouteComponent(
    () => import('./pages/checks/CheckCatalogPage.tsx'),
    'CheckCatalogPage',
  ),
});
const settings = createRoute({
  getParentRoute: inShell,
  path: '/settings',
  component: lazyRouteComponent(() => import('./pages/settings/SettingsPage.tsx'), 'SettingsPage'),
});
/** Whatever no other route has: said inside the shell, so that every way out is there. */
const nowhere = createRoute({ getParentRoute: inShell, path: '$', component: NotFoundPage });
const signIn = createRoute({
  getParentRoute: () => root,
  path: '/sign-in',
  validateSearch: only<SignInSearch>('returnTo'),
  component: lazyRouteComponent(() => import('./pages/signIn/SignInPage.tsx'), 'SignInPage'),
});

const routeTree = root.addChildren([
  shell.addChildren([
    portfolio,
    organizations,
    newOrganization,
    importOrganizations,
    organization,
    run,
    approval,
    submit,
    ticket,
    approvals,
    history,
    checks,
    settings,
    nowhere,
  ]),
  signIn,
]);

export const router = createRouter({
  routeTree,
  defaultPreload: 'intent',
  defaultPendingComponent: PageSkeleton,
  defaultErrorComponent: PageErrorState,
  scrollRestoration: true,
  scrollToTopSelectors: ['#main'],
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}

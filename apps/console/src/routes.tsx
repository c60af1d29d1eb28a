/** Every route of the console. Each page is a chunk, with a schema for its search parameters. */
import { createRoute, createRouter, lazyRouteComponent } from '@tanstack/react-router';
import type { RouterHistory } from '@tanstack/react-router';
import { withAdministrationTexts } from './intl/administrationTexts.ts';
import { NotFoundPage } from './ui/NotFoundPage.tsx';
import { bulkJobSearch } from './pages/bulkJob/bulkJobSearch.ts';
import { checkCatalogSearch } from './pages/checks/checkCatalogSearch.ts';
import { healthSearch } from './pages/health/healthSearch.ts';
import { inboxSearch } from './pages/inbox/inboxSearch.ts';
import { historySearch } from './pages/history/historySearch.ts';
import { approvalsSearch } from './pages/approvals/approvalsSearch.ts';
import { newOrganizationSearch } from './pages/newOrganization/newOrganizationSearch.ts';
import { organizationSearch } from './pages/organization/organizationSearch.ts';
import { organizationsSearch } from './pages/organizations/organizationsSearch.ts';
import { readinessSearch } from './pages/readiness/readinessSearch.ts';
import { portfolioSearch } from './pages/portfolio/portfolioSearch.ts';
import { ruleCatalogSearch } from './pages/rules/ruleCatalogSearch.ts';
import { noSearch } from './routing/searchParameter.ts';
import { PageErrorState } from './shell/PageErrorState.tsx';
import { settingsRoutes } from './settingsRoutes.ts';
import { inShell, inShellAt, root, shell } from './shellRoute.ts';
import { PageSkeleton } from './ui/Skeleton.tsx';
import { BASE_PATH } from './routing/basePath.ts';

const portfolio = createRoute({
  ...{ getParentRoute: inShell, path: '/' as const, validateSearch: portfolioSearch },
  component: lazyRouteComponent(
    () => import('./pages/portfolio/PortfolioPage.tsx'),
    'PortfolioPage',
  ),
});
const insights = createRoute({
  ...inShellAt('/insights'),
  component: lazyRouteComponent(() => import('./pages/insights/InsightsPage.tsx'), 'InsightsPage'),
});
const organizations = createRoute({
  getParentRoute: inShell,
  path: '/organizations',
  validateSearch: organizationsSearch,
  component: lazyRouteComponent(
    () => import('./pages/organizations/OrganizationsPage.tsx'),
    'OrganizationsPage',
  ),
});
const newOrganization = createRoute({
  getParentRoute: inShell,
  path: '/organizations/new',
  validateSearch: newOrganizationSearch,
  component: lazyRouteComponent(
    () => withAdministrationTexts(import('./pages/newOrganization/NewOrganizationPage.tsx')),
    'NewOrganizationPage',
  ),
});
const importOrganizations = createRoute({
  ...inShellAt('/organizations/import'),
  component: lazyRouteComponent(
    () => withAdministrationTexts(import('./pages/import/ImportPage.tsx')),
    'ImportPage',
  ),
});
const organization = createRoute({
  getParentRoute: inShell,
  path: '/organizations/$organizationId',
  validateSearch: organizationSearch,
  component: lazyRouteComponent(
    () => withAdministrationTexts(import('./pages/organization/OrganizationPage.tsx')),
    'OrganizationPage',
  ),
});
const inbox = createRoute({
  ...{ getParentRoute: inShell, path: '/inbox' as const, validateSearch: inboxSearch },
  component: lazyRouteComponent(() => import('./pages/inbox/InboxPage.tsx'), 'InboxPage'),
});
const bulkJobs = createRoute({
  ...inShellAt('/bulk-jobs'),
  component: lazyRouteComponent(
    () => withAdministrationTexts(import('./pages/bulkJobs/BulkJobsPage.tsx')),
    'BulkJobsPage',
  ),
});
const bulkJob = createRoute({
  ...{ getParentRoute: inShell, path: '/bulk-jobs/$jobId' as const, validateSearch: bulkJobSearch },
  component: lazyRouteComponent(
    () => withAdministrationTexts(import('./pages/bulkJob/BulkJobPage.tsx')),
    'BulkJobPage',
  ),
});
const readinessList = createRoute({
  ...inShellAt('/readiness'),
  component: lazyRouteComponent(
    () => import('./pages/readinessList/ReadinessListPage.tsx'),
    'ReadinessListPage',
  ),
});
const plannedKeys = createRoute({
  ...inShellAt('/readiness/keys'),
  component: lazyRouteComponent(
    () => withAdministrationTexts(import('./pages/plannedKeys/PlannedKeysPage.tsx')),
    'PlannedKeysPage',
  ),
});
const readiness = createRoute({
  getParentRoute: inShell,
  path: '/readiness/$dryRunId',
  validateSearch: readinessSearch,
  component: lazyRouteComponent(
    () => import('./pages/readiness/ReadinessPage.tsx'),
    'ReadinessPage',
  ),
});
const run = createRoute({
  ...inShellAt('/runs/$runId'),
  component: lazyRouteComponent(() => import('./pages/run/RunPage.tsx'), 'RunPage'),
});
const approval = createRoute({
  ...inShellAt('/runs/$runId/approval/$track'),
  component: lazyRouteComponent(() => import('./pages/approval/ApprovalPage.tsx'), 'ApprovalPage'),
});
const submit = createRoute({
  ...inShellAt('/runs/$runId/submit'),
  component: lazyRouteComponent(() => import('./pages/submit/SubmitPage.tsx'), 'SubmitPage'),
});
const ticket = createRoute({
  ...inShellAt('/runs/$runId/ticket'),
  component: lazyRouteComponent(() => import('./pages/ticket/TicketPage.tsx'), 'TicketPage'),
});
const approvals = createRoute({
  ...{ getParentRoute: inShell, path: '/approvals' as const, validateSearch: approvalsSearch },
  component: lazyRouteComponent(
    () => import('./pages/approvals/ApprovalsPage.tsx'),
    'ApprovalsPage',
  ),
});
const health = createRoute({
  ...{ getParentRoute: inShell, path: '/health' as const, validateSearch: healthSearch },
  component: lazyRouteComponent(() => import('./pages/health/HealthPage.tsx'), 'HealthPage'),
});
const alert = createRoute({
  ...inShellAt('/alerts/$alertId'),
  component: lazyRouteComponent(() => import('./pages/alert/AlertPage.tsx'), 'AlertPage'),
});
const history = createRoute({
  ...{ getParentRoute: inShell, path: '/history' as const, validateSearch: historySearch },
  component: lazyRouteComponent(
    () => withAdministrationTexts(import('./pages/history/HistoryPage.tsx')),
    'HistoryPage',
  ),
});
const checks = createRoute({
  ...{ getParentRoute: inShell, path: '/checks' as const, validateSearch: checkCatalogSearch },
  component: lazyRouteComponent(
    () => withAdministrationTexts(import('./pages/checks/CheckCatalogPage.tsx')),
    'CheckCatalogPage',
  ),
});
const rules = createRoute({
  ...{ getParentRoute: inShell, path: '/rules' as const, validateSearch: ruleCatalogSearch },
  component: lazyRouteComponent(
    () => withAdministrationTexts(import('./pages/rules/RuleCatalogPage.tsx')),
    'RuleCatalogPage',
  ),
});
const glossary = createRoute({
  ...inShellAt('/glossary'),
  component: lazyRouteComponent(() => import('./pages/glossary/GlossaryPage.tsx'), 'GlossaryPage'),
});
/** Every other address: inside the shell, so that its navigation is there. */
const notFound = createRoute({ ...inShellAt('$'), component: NotFoundPage });
/** Where a second window ends after signing in, so that the page of the first continues. */
const signedIn = createRoute({
  getParentRoute: () => root,
  path: '/signed-in',
  validateSearch: noSearch,
  component: lazyRouteComponent(() => import('./pages/signedIn/SignedInPage.tsx'), 'SignedInPage'),
});

const routeTree = root.addChildren([
  shell.addChildren([
    portfolio,
    insights,
    organizations,
    newOrganization,
    importOrganizations,
    organization,
    inbox,
    bulkJobs,
    bulkJob,
    readinessList,
    plannedKeys,
    readiness,
    run,
    approval,
    submit,
    ticket,
    approvals,
    health,
    alert,
    history,
    checks,
    rules,
    glossary,
    ...settingsRoutes,
    notFound,
  ]),
  signedIn,
]);

export function createConsoleRouter(history?: RouterHistory) {
  return createRouter({
    routeTree,
    history,
    basepath: BASE_PATH || '/',
    defaultPreload: 'intent',
    defaultPendingComponent: PageSkeleton,
    defaultErrorComponent: PageErrorState,
    scrollRestoration: true,
    scrollToTopSelectors: ['#main'],
  });
}

export type ConsoleRouter = ReturnType<typeof createConsoleRouter>;

declare module '@tanstack/react-router' {
  interface Register {
    router: ConsoleRouter;
  }
}

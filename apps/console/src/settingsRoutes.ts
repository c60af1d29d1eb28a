/** The routes of the settings. */
import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { withAdministrationTexts } from './intl/administrationTexts.ts';
import { membersSearch } from './pages/members/membersSearch.ts';
import { inShell, inShellAt } from './shellRoute.ts';

const settings = createRoute({
  ...inShellAt('/settings'),
  component: lazyRouteComponent(
    () => withAdministrationTexts(import('./pages/settings/SettingsPage.tsx')),
    'SettingsPage',
  ),
});
const notifications = createRoute({
  ...inShellAt('/settings/notifications'),
  component: lazyRouteComponent(
    () => withAdministrationTexts(import('./pages/notifications/NotificationsPage.tsx')),
    'NotificationsPage',
  ),
});
const members = createRoute({
  ...{ getParentRoute: inShell, path: '/settings/members' as const, validateSearch: membersSearch },
  component: lazyRouteComponent(
    () => withAdministrationTexts(import('./pages/members/MembersPage.tsx')),
    'MembersPage',
  ),
});
const invitations = createRoute({
  ...inShellAt('/settings/invitations'),
  component: lazyRouteComponent(
    () => withAdministrationTexts(import('./pages/invitations/InvitationsPage.tsx')),
    'InvitationsPage',
  ),
});
const singleSignOn = createRoute({
  ...inShellAt('/settings/single-sign-on'),
  component: lazyRouteComponent(
    () => withAdministrationTexts(import('./pages/singleSignOn/SingleSignOnPage.tsx')),
    'SingleSignOnPage',
  ),
});
const policies = createRoute({
  ...inShellAt('/settings/policies'),
  component: lazyRouteComponent(
    () => withAdministrationTexts(import('./pages/policies/PoliciesPage.tsx')),
    'PoliciesPage',
  ),
});
const webhookPages = lazyRouteComponent(
  () => withAdministrationTexts(import('./pages/webhooks/WebhooksPage.tsx')),
  'WebhooksPage',
);
const webhooks = createRoute({
  ...inShellAt('/settings/webhooks'),
  component: webhookPages,
});
const webhook = createRoute({
  ...inShellAt('/settings/webhooks/$webhookId'),
  component: webhookPages,
});
const tokens = createRoute({
  ...inShellAt('/settings/tokens'),
  component: lazyRouteComponent(
    () => withAdministrationTexts(import('./pages/tokens/TokensPage.tsx')),
    'TokensPage',
  ),
});

export const settingsRoutes = [
  settings,
  notifications,
  members,
  invitations,
  singleSignOn,
  policies,
  tokens,
  webhooks,
  webhook,
] as const;

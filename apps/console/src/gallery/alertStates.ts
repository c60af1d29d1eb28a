/** The page about the health of keys, alerts, and the banner in their states. */
import { acknowledged, alertPage, anAlert } from '../fixtures/anAlert.ts';
import { aCredential, expiring } from '../fixtures/expiringCredentials.ts';
import { PENDING, serverError } from '../fixtures/AnsweringLink.ts';
import type { PageStateProps } from './PageState.tsx';
import { LONG_NAME } from './workStates.ts';

const HOUR = 3_600_000;
const inHours = (hours: number): string => new Date(Date.now() + hours * HOUR).toISOString();
const health = (counts: Record<string, number>, checkedSince: string | null = inHours(-0.1)) => ({
  HealthPage: {
    portfolio: {
      checkedSince,
      byHealth: Object.entries(counts).map(([one, count]) => ({ health: one, count })),
    },
  },
});
const CAUSE =
  'The key’s version was disabled. Adobe treats a disabled key as a deliberate withdrawal.';
const unhealthy = (name: string, kind: string, index: number) => ({
  id: `organization-${index}`,
  name,
  keyHealth: {
    ...{ health: kind, since: inHours(-3 - index), lookedAt: inHours(-0.1) },
    tracks: [
      {
        ...{ track: 'AEP', health: kind, cause: CAUSE },
        clock: {
          startedAt: inHours(-3 - index),
          marks: [
            { at: inHours(21), rule: 'TM-05', text: 'Adobe’s primary stores can’t be read.' },
          ],
        },
      },
    ],
  },
  topAlert: anAlert(index % 2 ? acknowledged('Ana Approver') : {}),
});
const pageOf = (nodes: readonly object[]) => ({
  organizations: {
    pageInfo: { hasNextPage: false, endCursor: null },
    edges: nodes.map((node, index) => ({ cursor: `${index}`, node })),
  },
});
const of = (id: string, name: string, part: object = {}) =>
  anAlert({ id, openedAt: inHours(-2), organization: { id: `of-${id}`, name }, ...part });
const ALERTS = [
  of('1', LONG_NAME),
  of('2', 'Fabrikam', acknowledged('Ana Approver')),
  of('3', 'Contoso', {
    ...{ purgeClass: false, kind: 'ALERT_NOTIFICATION', health: null, track: null },
    ...{ title: 'Adobe reports: alert notification', source: { event_id: 'e-1' } },
  }),
  of('4', 'Litware', { status: 'RESOLVED', resolvedAt: inHours(-1), purgeClass: false }),
];

export const ALERT_STATES: Readonly<Record<string, PageStateProps>> = {
  'health-page-unhealthy': {
    path: '/health',
    answers: {
      ...health({ REVOKED: 2, AT_RISK: 2, HEALTHY: 40 }),
      OpenAlerts: alertPage(ALERTS.slice(0, 3)),
      Unhealthy: ({ filter }) => {
        const [wanted = ''] = (filter as { health: string[] }).health;
        return pageOf([LONG_NAME, 'Fabrikam'].map((name, at) => unhealthy(name, wanted, at)));
      },
    },
  },
  'health-page-well': { path: '/health', answers: health({ HEALTHY: 40 }) },
  'health-page-credentials': {
    path: '/health',
    answers: {
      ...health({ HEALTHY: 40 }),
      ...expiring([
        aCredential('Fabrikam', -2, { kind: 'ADOBE' }),
        aCredential(LONG_NAME, 5),
        aCredential('Contoso', 20, { credentialKind: 'CERTIFICATE', inUse: false }),
      ]),
    },
  },
  'health-page-nothing': { path: '/health', answers: health({ NOT_WATCHED: 3 }) },
  'health-page-loading': { path: '/health', answers: { HealthPage: PENDING } },
  'health-page-failed': {
    path: '/health',
    answers: { HealthPage: serverError('The database is unavailable.') },
  },
  alerts: { path: '/health?show=alerts', answers: { Alerts: alertPage(ALERTS) } },
  'alerts-none': { path: '/health?show=alerts', answers: { Alerts: alertPage([]) } },
  'alert-of-adobe': { path: '/alerts/3', answers: { AlertPage: { node: ALERTS[2] } } },
  'banner-open': {
    path: '/alerts/1',
    answers: { AlertPage: { node: ALERTS[0] }, OpenAlerts: alertPage([ALERTS[0]!]) },
  },
  'banner-acknowledged': {
    path: '/alerts/2',
    answers: { AlertPage: { node: ALERTS[1] }, OpenAlerts: alertPage([ALERTS[1]!]) },
  },
};

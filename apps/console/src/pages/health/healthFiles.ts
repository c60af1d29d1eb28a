/** The files of the page about the health of keys: organizations, alerts and credentials. */
import {
  columnsFor,
  FILE_PAGE,
  listFile,
  readNow,
  type FileTools,
  type ListFile,
} from '../../features/export/listFile.ts';
import { ALERTS_QUERY, type AlertView } from '../../features/alerts/alertDocuments.ts';
import { EXPIRING_QUERY } from '../../features/health/expiringDocuments.ts';
import type { Health } from '../../generated/enums.ts';
import type { AlertFilter, ExpiringCredentialRowFragment } from '../../generated/graphql.ts';
import { UNHEALTHY_QUERY, type UnhealthyRow } from './healthDocuments.ts';

interface UnhealthyFilter {
  health: Health[];
  text?: string;
}

const causeOf = ({ keyHealth: { health, tracks } }: UnhealthyRow): string =>
  tracks
    .filter((track) => track.health === health)
    .map(({ track, cause }) => `${track}: ${cause ?? ''}`)
    .join('\n');

export function unhealthyFile(tools: FileTools, filter: UnhealthyFilter): ListFile {
  const { intl, client, locale } = tools;
  const { plain, coded } = columnsFor<UnhealthyRow>(tools);
  return listFile<UnhealthyRow>({
    name: 'key-health',
    columns: [
      plain('organization', ({ name }) => name),
      ...coded(
        'health',
        ({ keyHealth }) => keyHealth.health,
        (health) => intl.formatMessage({ id: `health.${health}` }),
      ),
      plain('healthSince', ({ keyHealth }) => keyHealth.since),
      plain('cause', causeOf),
      plain('checkedAt', ({ keyHealth }) => keyHealth.lookedAt),
      ...coded(
        'alert',
        ({ topAlert }) => topAlert?.status,
        (status) => intl.formatMessage({ id: `alertStatus.${status}` }),
      ),
      plain('openedAt', ({ topAlert }) => topAlert?.openedAt),
      plain('acknowledgedBy', ({ topAlert }) => topAlert?.acknowledgedBy),
    ],
    page: async (after) => {
      const variables = { first: FILE_PAGE, after, filter, locale };
      return (await readNow(client, UNHEALTHY_QUERY, variables)).organizations;
    },
  });
}

export function alertsFile(tools: FileTools, filter: AlertFilter): ListFile {
  const { intl, client, locale } = tools;
  const { plain, coded } = columnsFor<AlertView>(tools);
  return listFile<AlertView>({
    name: 'alerts',
    columns: [
      plain('organization', ({ organization }) => organization.name),
      ...coded(
        'track',
        ({ track }) => track,
        (track) => intl.formatMessage({ id: `track.${track}` }),
      ),
      ...coded(
        'kind',
        ({ kind }) => kind,
        (kind) => intl.formatMessage({ id: `alertKind.${kind}` }),
      ),
      ...coded(
        'status',
        ({ status }) => status,
        (status) => intl.formatMessage({ id: `alertStatus.${status}` }),
      ),
      ...coded(
        'health',
        ({ health }) => health,
        (health) => intl.formatMessage({ id: `health.${health}` }),
      ),
      plain('title', ({ title }) => title),
      plain('detail', ({ detail }) => detail),
      plain('openedAt', ({ openedAt }) => openedAt),
      plain('acknowledgedBy', ({ acknowledgedBy }) => acknowledgedBy),
      plain('acknowledgedAt', ({ acknowledgedAt }) => acknowledgedAt),
      plain('resolvedAt', ({ resolvedAt }) => resolvedAt),
    ],
    page: async (after) => {
      const variables = { first: FILE_PAGE, after, filter, locale };
      return (await readNow(client, ALERTS_QUERY, variables)).alerts;
    },
  });
}

export function credentialsFile(tools: FileTools): ListFile {
  const { intl, client } = tools;
  const { plain, coded } = columnsFor<ExpiringCredentialRowFragment>(tools);
  return listFile<ExpiringCredentialRowFragment>({
    name: 'credentials',
    columns: [
      plain('organization', ({ organization }) => organization.name),
      plain('cloud', ({ kind }) => kind),
      plain('credential', ({ credentialKind }) => credentialKind),
      plain('clientId', ({ clientId }) => clientId),
      ...coded(
        'expiry',
        ({ expiry }) => expiry.state,
        (state) => intl.formatMessage({ id: `healthPage.expiry.${state}` }),
      ),
      plain('expiresAt', ({ expiry }) => expiry.expiresAt),
    ],
    page: async (after) => {
      const variables = { first: FILE_PAGE, after };
      return (await readNow(client, EXPIRING_QUERY, variables)).expiringCredentials;
    },
  });
}

/** The page of an organization with the health of its keys in its states. */
import { anOrganization } from '../fixtures/anOrganization.ts';
import {
  aKeyHealth,
  healthAnswers,
  HEALTH_ENTRIES,
  LOST_ANSWERS,
  MANY_ENTRIES,
} from '../fixtures/aKeyHealth.ts';
import { PENDING, serverError } from '../fixtures/AnsweringLink.ts';
import type { Answers } from '../fixtures/AnsweringLink.ts';
import type { PageStateProps } from './PageState.tsx';

const NONE = aKeyHealth({
  ...{ health: 'NOT_WATCHED', lookedAt: null, tracks: [] },
  sentence: 'Nothing is watched: there is no completed run, or nothing that Keyway may read.',
});

const CONNECTED = {
  ...{ state: 'CONNECTED', checkedAt: '2026-11-20T12:00:00Z', nextCheckAt: null, code: null },
  ...{
    message: null,
    cause: null,
    remedy: null,
    tenantId: null,
    subscriptionId: null,
    replacement: null,
  },
  clientId: '0123456789abcdef0123456789abcdef',
};
const MADE = {
  organization: {
    id: 'organization-1',
    keyHealth: {
      adobeWebhookUrl: `https://keyway.example/hooks/adobe/${'T3JnYW5pemF0aW9u'.repeat(4)}`,
    },
  },
  history: {
    nodes: [{ id: 'entry-1', at: '2026-11-20T12:00:00Z', actor: 'Omar Operator (Northwind)' }],
  },
};

function page(answers: Answers, part: object = {}): PageStateProps {
  const organization = anOrganization(['updateOrganization'], part);
  return {
    path: '/organizations/organization-1',
    answers: {
      Organization: { organization },
      Connections: { organization },
      KeyHealthChanges: PENDING,
      ...answers,
    },
  };
}

export const HEALTH_STATES: Readonly<Record<string, PageStateProps>> = {
  'health-lost': page(LOST_ANSWERS),
  'health-healthy': page(healthAnswers(aKeyHealth(), HEALTH_ENTRIES)),
  'health-many-changes': page(healthAnswers(aKeyHealth(), MANY_ENTRIES)),
  'health-events': page(
    { ...healthAnswers(aKeyHealth(), HEALTH_ENTRIES), EventAddresses: MADE },
    { adobeConnection: CONNECTED },
  ),
  'health-events-failed': page({
    ...healthAnswers(aKeyHealth(), HEALTH_ENTRIES),
    EventAddresses: serverError('The database is unavailable.'),
  }),
  'health-not-watched': page(healthAnswers(NONE)),
  'health-loading': page({ OrganizationHealth: PENDING }),
  'health-failed': page({ OrganizationHealth: serverError('The database is unavailable.') }),
};

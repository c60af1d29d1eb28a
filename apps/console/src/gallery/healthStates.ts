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

/** A credential of Azure that expires in so many days, and what is to replace it. */
function credential(days: number, replacement: object | null = null): PageStateProps {
  const expiresAt = new Date(Date.now() + days * 86_400_000).toISOString();
  const azureConnection = { ...CONNECTED, expiry: { expiresAt }, replacement };
  return page(healthAnswers(NONE), {
    ...{ azureConnected: 'READ', azureConnection },
    azureCredential: { kind: 'CLIENT_SECRET', expiresAt },
    nextActions: [{ mutation: 'connectAzure', needsReason: false }],
  });
}
const REPLACEMENT = {
  ...{ state: 'PENDING', checkedAt: null, nextCheckAt: '2027-11-28T12:00:00Z', code: null },
  ...{ message: null, cause: null, remedy: null, clientId: CONNECTED.clientId },
  expiry: { expiresAt: '2027-05-31T00:00:00Z' },
};

export const HEALTH_STATES: Readonly<Record<string, PageStateProps>> = {
  'credential-expires': credential(5),
  'credential-expired': credential(-3),
  'credential-replacement-waits': credential(20, REPLACEMENT),
  'credential-replacement-refused': credential(5, {
    ...{ ...REPLACEMENT, state: 'FAILED', code: 'AADSTS7000215' },
    message: 'AADSTS7000215: Invalid client secret provided.',
    cause: 'Entra rejected the client secret.',
    remedy: 'Copy the value of the secret, not its ID.',
  }),
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

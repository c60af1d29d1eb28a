/** Readiness checks: none, running, done with what is in the way, many, failed; planned keys. */
import { PENDING, Pushes, serverError } from '../fixtures/AnsweringLink.ts';
import type { PageStateProps } from './PageState.tsx';

const dryRun = (part: object = {}) => ({
  ...{ __typename: 'DryRun', id: 'dry-1', status: 'RUNNING', tracks: ['AEP', 'CJA'] },
  ...{ total: 3, checked: 1, skipped: 0, startedBy: 'Omar Operator', cancelledBy: null },
  ...{ startedAt: '2026-11-25T08:00:00Z', endedAt: null, expiresAt: null },
  ...{ outcomes: [{ outcome: 'READY', count: 1 }], causes: [] },
  ...part,
});
const item = (name: string, outcome: string | null, message: string | null = null) => ({
  organization: { id: `organization-${name}`, name, imsOrgId: `${name}@AdobeOrg` },
  ...{ outcome, skipped: false, checkedAt: null, message },
});
const CAUSES = [
  ['BLOCKED', 'CHECK', 'Vault: Purge protection is on', 212],
  ['BLOCKED', 'CHECK', 'Key policy: The key policy holds Adobe’s statements', 41],
  ['WAITING', 'CHECK', 'Consent: Adobe’s app has consent in the tenant', 96],
  ['UNKNOWN', 'PERMISSION', 'Vault: the permission Microsoft.KeyVault/vaults/read is missing', 18],
  ['UNKNOWN', 'CONNECTION', 'Azure is not connected', 7],
].map(([outcome, kind, message, count], at) => ({
  ...{ id: `cause-${at}`, outcome, step: 'VAULT', kind, code: `code-${at}`, message, count },
}));
const OUTCOMES = ['BLOCKED', 'READY', 'WAITING', 'UNKNOWN', 'SUBMITTED'];
const MANY = Array.from({ length: 50 }, (_, at) => {
  const outcome = OUTCOMES[at % 5]!;
  const cause = CAUSES.find((one) => one.outcome === outcome);
  return item(`Contoso ${at + 1}`, outcome, (cause?.message as string | undefined) ?? null);
});

const page = (part: object, items: readonly object[], totalCount = items.length) => ({
  path: '/readiness/dry-1',
  answers: {
    DryRunChanged: new Pushes(),
    // The second page never comes: the list says that it loads.
    DryRunPage: ({ after }: { after?: string | null }) =>
      after
        ? PENDING
        : {
            node: {
              ...dryRun(part),
              organizations: {
                ...{ totalCount, nodes: items },
                pageInfo: { hasNextPage: totalCount > items.length, endCursor: 'end' },
                edges: items.map((node, at) => ({ cursor: `${at}`, node })),
              },
            },
          },
  },
});
const DONE = {
  ...{ status: 'DONE', total: 500, checked: 498, skipped: 2, causes: CAUSES },
  ...{ endedAt: '2026-11-25T08:04:00Z', expiresAt: '2026-12-25T08:04:00Z' },
  outcomes: [
    { outcome: 'READY', count: 118 },
    { outcome: 'WAITING', count: 96 },
    { outcome: 'UNKNOWN', count: 25 },
    { outcome: 'BLOCKED', count: 253 },
    { outcome: 'SUBMITTED', count: 6 },
  ],
};
const list = (answer: object): PageStateProps => ({
  path: '/readiness',
  answers: { DryRuns: answer },
});
const pageOf = (nodes: readonly object[]) => ({
  dryRuns: {
    pageInfo: { hasNextPage: false, endCursor: null },
    edges: nodes.map((node, at) => ({ cursor: `${at}`, node })),
  },
});

export const READINESS_STATES: Readonly<Record<string, PageStateProps>> = {
  'readiness-none': list(pageOf([])),
  'readiness-list': list(pageOf([dryRun(), dryRun({ ...DONE, id: 'dry-2' })])),
  'readiness-running': page({}, [
    item('Contoso', 'READY'),
    item('Adatum', null),
    item('Fabrikam', null),
  ]),
  'readiness-many': page(DONE, MANY, 500),
  'readiness-loading': {
    path: '/readiness/dry-1',
    answers: { DryRunPage: PENDING, DryRunChanged: new Pushes() },
  },
  'readiness-failed': {
    path: '/readiness/dry-1',
    answers: {
      ...{ DryRunPage: serverError('The database is unavailable.'), DryRunChanged: new Pushes() },
    },
  },
  'readiness-keys': { path: '/readiness/keys', answers: {} },
};

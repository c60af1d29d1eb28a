/** Pages of daily work in their states: tasks, refusals, cooling-offs, outcomes of a bulk job. */
import { aHealth } from '../fixtures/aHealth.ts';
import { aRun, aStep, aTrack, anApproval, NOW } from '../fixtures/aRun.ts';
import { PENDING, type Answers } from '../fixtures/AnsweringLink.ts';
import { runAnswers } from '../fixtures/runAnswers.ts';
import { tasksAnswer } from '../fixtures/tasksAnswer.ts';
import type { PageStateProps } from './PageState.tsx';

export const LONG_NAME =
  'Hospitals and Clinics of the Northern and Western Counties, Holding Company';
export const LIVE_PORTFOLIO = { MatrixChanges: PENDING, Tasks: tasksAnswer([]) };

const OWNER = {
  id: 'member-1',
  name: 'Maximiliana Fernández-Castellanos y Rodríguez',
  removedAt: null,
};
const DAY = 86_400_000;
const inDays = (days: number): string => new Date(Date.now() + days * DAY).toISOString();
const CUSTOMERS = ['Contoso Health', LONG_NAME, 'Fabrikam', 'Litware', 'Northwind'];
const matrixRun = (place: number, part: object) => ({
  ...{ id: `run-${place}`, version: 1, status: 'IN_PROGRESS', waitingOn: ['PARTNER'] },
  ...{ nobodysTurnUntil: null, refusedTracks: [], coolingOffs: [], delays: [] },
  ...{ owner: null, dueAt: null, overdue: false, progress: { done: 7, total: 19 } },
  tracks: [aTrack('AEP', { steps: [aStep('ENTITLEMENT', 'DONE'), aStep('APPROVAL', 'READY')] })],
  ...part,
});
const DELAY = {
  ...{ track: 'AEP', steps: ['SUBMISSION'] },
  ...{ until: inDays(0.003), remainingSeconds: 259 },
};
/** Overdue, refused, in a cooling-off, waiting, and delayed. */
const MATRIX_RUNS = [
  matrixRun(0, { owner: OWNER, dueAt: inDays(-3), overdue: true, status: 'BLOCKED' }),
  matrixRun(1, { refusedTracks: ['AEP'] }),
  matrixRun(2, {
    waitingOn: ['ADOBE'],
    coolingOffs: [
      { track: 'AEP', step: 'SUBMISSION', until: inDays(1), remainingSeconds: DAY / 1000 },
    ],
  }),
  matrixRun(3, { owner: OWNER, dueAt: inDays(4) }),
  matrixRun(4, {
    waitingOn: ['SYSTEM'],
    tracks: [aTrack('AEP', { steps: [aStep('APPROVAL', 'DONE'), aStep('SUBMISSION', 'WORKING')] })],
    delays: [DELAY],
  }),
];
const organizationAt = (place: number) => ({
  ...{ id: `organization-${place}`, name: CUSTOMERS[place]! },
  imsOrgId: '0123456789ABCDEF01234567@AdobeOrg',
  keyHealth: aHealth(
    (['HEALTHY', 'NOT_WATCHED', 'REVOKED', 'AT_RISK', 'HEALTHY'] as const)[place],
    1,
  ),
});
const TASKS = (['OVERDUE', 'PROBLEM', 'DUE_SOON', 'WAITING'] as const).map((urgency, index) => {
  const place = [0, 1, 3, 2][index]!;
  const isRefused = urgency === 'PROBLEM';
  const reason = 'Refused by Ana Approver (console): “The key must live in the EU region”.';
  return {
    ...{ urgency, position: `${index}`, since: inDays(-10 - index) },
    action: {
      ...{ mutation: isRefused ? 'requestApproval' : 'provideKey', track: 'AEP', step: 'APPROVAL' },
      ...{
        label: isRefused ? 'Request approval' : 'Provide key',
        reason: isRefused ? reason : null,
      },
    },
    run: { ...MATRIX_RUNS[place]!, organization: organizationAt(place) },
  };
});
const work = {
  ...LIVE_PORTFOLIO,
  MatrixPage: {
    organizations: {
      ...{ totalCount: CUSTOMERS.length, pageInfo: { hasNextPage: false, endCursor: null } },
      nodes: CUSTOMERS.map((_, place) => ({
        ...organizationAt(place),
        currentRun: MATRIX_RUNS[place],
      })),
    },
  },
  RunOwners: { runOwners: [OWNER] },
};
const refusedRun = aRun({
  ...{ status: 'IN_PROGRESS', refusedTracks: ['AEP'] },
  sentence: 'Experience Platform · Approval: Refused by Ana Approver (console).',
  tracks: [
    aTrack('AEP', {
      approval: anApproval({
        ...{ status: 'REFUSED', decidedBy: 'Ana Approver (console)', decidedAt: NOW },
        reason: 'The key must live in the EU region',
      }),
      steps: [aStep('KEY', 'DONE'), aStep('APPROVAL', 'READY')],
    }),
    aTrack('CJA'),
  ],
});

/** More than are shown at first. */
const MANY_TASKS = Array.from({ length: 40 }, (_, index) => ({
  ...TASKS[index % TASKS.length]!,
  position: String(100 + index),
  run: {
    ...MATRIX_RUNS[0]!,
    id: `run-${index + 10}`,
    organization: { ...organizationAt(0), name: `Customer ${index + 1}` },
  },
}));

const item = (place: number, part: object) => ({
  organization: organizationAt(place),
  ...{ run: { id: `run-${place}` }, status: 'DONE', code: null, message: null },
  ...{ outcome: null, outcomeMessage: null, findings: [], keys: [] },
  ...part,
});
const ITEMS = [
  item(0, { outcome: 'NEEDS_ATTENTION', outcomeMessage: 'Blocked at Vault: no purge protection.' }),
  item(1, { status: 'REFUSED', run: null, code: 'RUN_CLOSED', message: 'It has no open run.' }),
  item(2, { outcome: 'WAITING', outcomeMessage: 'Waiting on the Azure admin.' }),
  item(3, { outcome: 'PASSED' }),
];
const bulkJob = {
  node: {
    __typename: 'BulkJob',
    ...{ id: 'job-1', action: 'VERIFY', track: null, status: 'DONE', total: 4, done: 3 },
    ...{ refused: 1, skipped: 0, startedBy: 'Omar Operator', startedAt: NOW, endedAt: NOW },
    ...{ cancelledBy: null, linksUntil: null, needsAttention: 2 },
    outcomes: [
      { outcome: 'NEEDS_ATTENTION', count: 1 },
      { outcome: 'WAITING', count: 1 },
      { outcome: 'PASSED', count: 1 },
    ],
    items: {
      ...{ totalCount: 4, pageInfo: { hasNextPage: false, endCursor: null } },
      edges: ITEMS.map((node, place) => ({ cursor: String(place), node })),
    },
  },
};

/** As the server says it. */
const WHY_DELAYED = {
  en: 'Keyway’s database failed over to another server on 2026-11-30 13:58 UTC. So that nothing is sent twice, Keyway first checks whether Adobe has the configuration already. If not, Keyway sends it automatically, from 2026-11-30 14:04 UTC on. Nobody has to do anything.',
  es: 'La base de datos de Keyway pasó a otro servidor el 2026-11-30 13:58 UTC. Para no enviar nada dos veces, Keyway comprueba primero si Adobe ya tiene la configuración. Si no la tiene, Keyway la envía automáticamente a partir del 2026-11-30 14:04 UTC. Nadie tiene que hacer nada.',
};
/** One that waits, and one that is delayed. */
const organizations: Answers[string] = ({ locale }) => ({
  organizations: {
    ...{ totalCount: 2, pageInfo: { hasNextPage: false, endCursor: null } },
    edges: [3, 4].map((place) => {
      const sentence = WHY_DELAYED[locale === 'es' ? 'es' : 'en'];
      const node = {
        ...{ ...organizationAt(place), cloud: 'AZURE', region: 'VA7', shield: 'HEALTHCARE_SHIELD' },
        ...{ adobeConnection: null, azureConnection: null, awsConnection: null },
        currentRun: { ...MATRIX_RUNS[place]!, delays: place === 4 ? [{ ...DELAY, sentence }] : [] },
      };
      return { cursor: `cursor-${place}`, node };
    }),
  },
});

export const WORK_STATES: Readonly<Record<string, PageStateProps>> = {
  'portfolio-tasks': { path: '/', answers: { ...work, Tasks: tasksAnswer(TASKS) } },
  'portfolio-many-tasks': { path: '/', answers: { ...work, Tasks: tasksAnswer(MANY_TASKS, 57) } },
  'organizations-delayed': {
    path: '/organizations',
    answers: { Organizations: organizations, RunOwners: { runOwners: [OWNER] } },
  },
  'run-refused': { path: '/runs/run-1', answers: runAnswers(refusedRun) },
  'bulk-outcomes': {
    path: '/bulk-jobs/job-1',
    answers: { BulkJob: bulkJob, BulkJobChanged: PENDING },
  },
};

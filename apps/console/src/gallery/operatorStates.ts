/** Pages of an operator with many organizations, and of an approver who may not submit. */
import { aHealth } from '../fixtures/aHealth.ts';
import { aRun, aStep, aTrack, anApproval, NOW, VAULT_KEY } from '../fixtures/aRun.ts';
import { runAnswers } from '../fixtures/runAnswers.ts';
import { shellAnswers } from '../fixtures/shellAnswers.ts';
import { tasksAnswer } from '../fixtures/tasksAnswer.ts';
import type { Actor, StepId, StepStatus } from '../generated/enums.ts';
import { listSteps } from '../features/run/steps/stepDependencies.ts';
import type { PageStateProps } from './PageState.tsx';
import { LIVE_PORTFOLIO, LONG_NAME } from './workStates.ts';

const OWNER = { id: 'member-1', name: 'Maximiliana Fernández-Castellanos', removedAt: null };
const BLOCKED =
  'Blocked for 3 days: requirement “The vault has purge protection” is not met. Observed: Purge protection is off since 2026-11-21 08:30 UTC.';
const DONE_BEFORE: readonly StepId[] = ['ENTITLEMENT', 'VAULT', 'NETWORK'];

const statusOf = (step: StepId, place: number): StepStatus => {
  if (DONE_BEFORE.includes(step)) return 'DONE';
  if (step === 'KEY') return (['BLOCKED', 'WAITING', 'READY', 'DONE'] as const)[place % 4]!;
  return 'LOCKED';
};
const stepsOf = (track: 'AEP' | 'CJA', place: number) =>
  listSteps(track).map((step) =>
    aStep(step, statusOf(step, place), { actor: 'AZURE_ADMIN', sentence: BLOCKED }),
  );
const nameAt = (place: number) => (place === 5 ? LONG_NAME : `Customer ${place + 1}`);
const organizationAt = (place: number) => ({
  ...{ id: `organization-${place}`, name: nameAt(place) },
  imsOrgId: `${String(place).padStart(24, '0')}@AdobeOrg`,
  keyHealth: aHealth('HEALTHY', 1),
});

const matrixOf = (part: object) => ({
  organizations: {
    ...{ totalCount: 40, pageInfo: { hasNextPage: false, endCursor: null } },
    nodes: Array.from({ length: 40 }, (_, place) => ({
      ...organizationAt(place),
      currentRun: {
        ...{ id: `run-${place}`, version: 1, status: place % 4 === 0 ? 'BLOCKED' : 'WAITING' },
        waitingOn: ['AZURE_ADMIN'] satisfies Actor[],
        ...{ nobodysTurnUntil: null, refusedTracks: [], coolingOffs: [], delays: [] },
        ...{ owner: null, dueAt: null, overdue: false, progress: { done: 6, total: 19 } },
        tracks: [
          aTrack('AEP', { steps: stepsOf('AEP', place) }),
          aTrack('CJA', { steps: stepsOf('CJA', place) }),
        ],
        ...part,
      },
    })),
  },
});
const TASKS = ['Approve', 'Check now'].flatMap((label, group) =>
  Array.from({ length: 4 }, (_, place) => ({
    ...{ urgency: 'WAITING', position: `${group}${place}`, since: NOW },
    action: {
      ...{ mutation: group === 0 ? 'approve' : 'verify', track: 'AEP', step: 'APPROVAL' },
      ...{ label, reason: null },
    },
    run: {
      ...{ id: `run-${place}`, version: 1, owner: null, dueAt: null, overdue: false },
      organization: organizationAt(place),
    },
  })),
);
const portfolioOf = (part: object) => ({
  ...LIVE_PORTFOLIO,
  Tasks: tasksAnswer(TASKS, 30),
  MatrixPage: matrixOf(part),
  CellSentences: {
    run: {
      ...{ id: 'run-0', sentence: `Experience Platform · Key: ${BLOCKED}` },
      tracks: [
        { id: 'AEP', steps: stepsOf('AEP', 0) },
        { id: 'CJA', steps: stepsOf('CJA', 0) },
      ],
    },
  },
});

const ACTIVE = { archivedAt: null };
const approvals = {
  pendingApprovals: {
    ...{ totalCount: 12, pageInfo: { hasNextPage: false, endCursor: null } },
    edges: Array.from({ length: 12 }, (_, place) => ({
      cursor: String(place),
      node: {
        run: aRun({
          ...{ id: `run-${place}`, version: 1 },
          organization: { ...aRun().organization, ...organizationAt(place), ...ACTIVE },
          tracks: [
            aTrack('AEP', {
              steps: [aStep('APPROVAL', 'WAITING')],
              approval: anApproval({
                requestedAt: `2026-11-${10 + place}T08:00:00Z`,
                keyIdentifier: `${VAULT_KEY.replace('kv-contoso', `kv-customer-${place}-production`)}/0123456789abcdef0123456789abcdef`,
              }),
            }),
          ],
        }),
      },
    })),
  },
};

const SPANISH: Partial<Record<StepId, string>> = {
  ...{ CONSENT: 'Consentimiento', CONFIRMATION: 'Confirmación', ENTITLEMENT: 'Licencia' },
  APP_REGISTRATION: 'Registro de la aplicación',
};
/** The longest names of steps, each the current one, which is bold. */
const spanish = aRun({
  sentence: 'Experience Platform · Consentimiento: bloqueado.',
  tracks: (['AEP', 'CJA'] as const).map((id) =>
    aTrack(id, {
      steps: listSteps(id).map((step) =>
        aStep(step, 'BLOCKED', { title: SPANISH[step] ?? 'Aprobación', actor: 'ENTRA_ADMIN' }),
      ),
    }),
  ),
});

/** Approved by a person who may not submit: the next step is somebody else's. */
const approved = aRun({
  ...{ status: 'IN_PROGRESS', waitingOn: ['PARTNER'] },
  sentence: 'Experience Platform · Submission: Ready for the partner since 2026-11-25 12:00 UTC.',
  tracks: [
    aTrack('AEP', {
      approval: anApproval({ status: 'APPROVED', decidedBy: 'Ana Approver', decidedAt: NOW }),
      steps: listSteps('AEP')
        .filter((step) => step !== 'POLICY' && step !== 'CONFIRMATION')
        .map((step) =>
          step === 'SUBMISSION'
            ? aStep(step, 'READY')
            : aStep(step, step === 'ACTIVATION' ? 'LOCKED' : 'DONE'),
        ),
    }),
    aTrack('CJA', {
      steps: listSteps('CJA').map((step) =>
        aStep(step, step === 'VAULT' ? 'BLOCKED' : 'LOCKED', { actor: 'AZURE_ADMIN' }),
      ),
    }),
  ],
});

/** The same for who may submit and hand off. */
const OFFERED = {
  ...approved,
  nextActions: [
    {
      ...{ mutation: 'submitConfiguration', track: 'AEP', step: 'SUBMISSION', movesRun: true },
      ...{ label: 'Submit', reason: null },
    },
    {
      ...{ mutation: 'verify', track: 'CJA', step: 'VAULT', movesRun: false },
      ...{ label: 'Check now', reason: null },
    },
  ] satisfies (typeof approved)['nextActions'],
};

export const OPERATOR_STATES: Readonly<Record<string, PageStateProps>> = {
  'portfolio-many': { path: '/', answers: portfolioOf({}) },
  'portfolio-owned': {
    path: '/',
    answers: portfolioOf({ owner: OWNER, dueAt: '2026-11-20T12:00:00Z', overdue: true }),
  },
  approvals: { path: '/approvals', answers: { ...LIVE_PORTFOLIO, Approvals: approvals } },
  'run-spanish': { path: '/runs/run-1', answers: runAnswers(spanish) },
  'run-approved': { path: '/runs/run-1', answers: runAnswers(OFFERED) },
  'run-approver': {
    path: '/runs/run-1',
    answers: { ...runAnswers(approved), ...shellAnswers('APPROVER') },
  },
};

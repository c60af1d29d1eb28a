/** Pages in their states: ready, loading, empty, failed. */
import { aPolicy, CHECK_CHOICES } from '../fixtures/aPolicy.ts';
import { aRun, aStep, aTrack, anApprovableTrack, anApproval, NOW } from '../fixtures/aRun.ts';
import { PENDING, serverError } from '../fixtures/AnsweringLink.ts';
import { runAnswers } from '../fixtures/runAnswers.ts';
import { ALERT_STATES } from './alertStates.ts';
import { APPROVAL_STATES } from './approvalStates.ts';
import { AWS_STATES } from './awsStates.ts';
import { COMPLETED_STATES } from './completedStates.ts';
import { HEALTH_STATES } from './healthStates.ts';
import { INBOX_STATES } from './inboxStates.ts';
import { INSIGHT_STATES } from './insightStates.ts';
import { LAST_BLOCKED_STATES } from './lastBlockedStates.ts';
import { NOTIFICATION_STATES } from './notificationStates.ts';
import { OPERATOR_STATES } from './operatorStates.ts';
import { READINESS_STATES } from './readinessStates.ts';
import { SETUP_STATES } from './setupStates.ts';
import { SUBMIT_STATES } from './submitStates.ts';
import { WEBHOOK_STATES } from './webhookStates.ts';
import { LIVE_PORTFOLIO, LONG_NAME, WORK_STATES } from './workStates.ts';
import type { PageStateProps } from './PageState.tsx';

const blocked = aRun({
  nextActions: [
    { mutation: 'verify', track: 'AEP', step: 'VAULT', movesRun: false, label: 'Check now' },
  ],
});
const long = aRun({
  organization: { ...blocked.organization, name: LONG_NAME },
});
const requested = aRun({
  status: 'WAITING',
  sentence: 'Waiting on an approver: the AEP track is ready.',
  tracks: [anApprovableTrack('AEP', { approval: anApproval() }), aTrack('CJA')],
});
const approved = aRun({
  status: 'IN_PROGRESS',
  sentence: 'Ready to submit.',
  nextActions: [
    {
      mutation: 'submitConfiguration',
      track: 'AEP',
      step: 'SUBMISSION',
      movesRun: true,
      label: 'Submit',
    },
  ],
  tracks: [
    aTrack('AEP', {
      approval: anApproval({
        status: 'APPROVED',
        decidedBy: 'Ana Approver (console)',
        decidedAt: NOW,
      }),
      steps: [aStep('APPROVAL', 'DONE'), aStep('SUBMISSION', 'READY')],
    }),
    aTrack('CJA'),
  ],
});
const strict = aPolicy({
  fourEyes: 'OWN_APPROVER',
  coolingOffSeconds: 129_600,
  neverAccept: ['keyHasNoExpiry'],
});
const noOrganizations = {
  totalCount: 0,
  pageInfo: { hasNextPage: false, endCursor: null },
  edges: [],
  nodes: [],
};
const portfolio = { ...LIVE_PORTFOLIO, MatrixPage: { organizations: noOrganizations } };

export const PAGE_STATES: Readonly<Record<string, PageStateProps>> = {
  ...HEALTH_STATES,
  ...SETUP_STATES,
  ...AWS_STATES,
  ...READINESS_STATES,
  ...INBOX_STATES,
  ...NOTIFICATION_STATES,
  ...INSIGHT_STATES,
  ...WEBHOOK_STATES,
  ...ALERT_STATES,
  ...APPROVAL_STATES,
  ...SUBMIT_STATES,
  ...COMPLETED_STATES,
  ...LAST_BLOCKED_STATES,
  ...WORK_STATES,
  ...OPERATOR_STATES,
  'run-blocked': { path: '/runs/run-1', answers: runAnswers(blocked) },
  'run-long-name': { path: '/runs/run-1', answers: runAnswers(long) },
  'run-loading': { path: '/runs/run-1', answers: { ...runAnswers(blocked), RunPage: PENDING } },
  'run-failed': {
    path: '/runs/run-1',
    answers: { ...runAnswers(blocked), RunPage: serverError('The database is unavailable.') },
  },
  'run-not-found': {
    path: '/runs/run-1',
    answers: { ...runAnswers(blocked), RunPage: { run: null } },
  },
  'approval-pending': { path: '/runs/run-1/approval/AEP', answers: runAnswers(requested) },
  policies: {
    path: '/settings/policies',
    answers: {
      ...CHECK_CHOICES,
      PartnerPolicy: { policy: strict },
      ComparePartnerPolicy: { policy: { ...strict, loosenedBy: true } },
    },
  },
  'submit-ready': { path: '/runs/run-1/submit', answers: runAnswers(approved) },
  'new-organization': { path: '/organizations/new', answers: {} },
  'new-organization-further': { path: '/organizations/new?further=now', answers: {} },
  'import-empty': { path: '/organizations/import', answers: {} },
  'portfolio-empty': { path: '/', answers: portfolio },
  'portfolio-loading': { path: '/', answers: { ...portfolio, MatrixPage: PENDING } },
  'portfolio-failed': {
    path: '/',
    answers: { ...portfolio, MatrixPage: serverError('The database is unavailable.') },
  },
};

/**
 * What may happen to a run, for the exploration of its states. The ID of an event is its name in
 * the state tables (docs/generated/states.md).
 */
import type { EventData, EventKind, RunEvent, SubmissionCall } from '../src/event.ts';
import type { StepFacts } from '../src/facts.ts';
import type { ReadFailure } from '../src/observedSchema.ts';
import { planFor } from '../src/plans/planFor.ts';
import { isObservedStep } from '../src/stepStatus.ts';
import { STEP_IDS, type ObservedStepId, type StepId, type TrackId } from '../src/vocabulary.ts';
import { APPROVER, OPERATOR } from './drivenRun.ts';
import {
  attestedReference,
  goodFacts,
  goodOrganization,
  goodVault,
  keyIdentifier,
} from './goodFacts.ts';

/** Everything happens at once, but for what waits for time to pass. */
const NOW = '2026-11-24T00:00:00.000Z';
const A_MINUTE_LATER = '2026-11-24T00:01:00.000Z';
const WEEKS_LATER = '2026-12-24T00:00:00.000Z';
/** So small that nothing is still propagating. */
const timeScale = 1e-9;
const submissionId = 'submission';
const confirmImsOrgId = goodOrganization.imsOrgId;

const event = <K extends EventKind>(id: string, kind: K, data: EventData[K], at = NOW): RunEvent =>
  ({
    id,
    at,
    actor: { principal: 'somebody', name: 'Somebody', origin: 'console' },
    kind,
    data,
  }) as RunEvent;

/**
 * What an observation may read besides what it should; not of every step, since those that depend
 * on the same steps are alike to the rules.
 */
function badFacts(track: TrackId, step: ObservedStepId): StepFacts | null {
  const good = goodFacts(track, step);
  switch (good.step) {
    case 'VAULT': {
      // On CJA our own rule, which may be overridden (GAP-19).
      const flaw =
        track === 'AEP' ? { enablePurgeProtection: false } : { enableRbacAuthorization: false };
      return { ...good, vault: { outcome: 'seen', value: { ...goodVault(track), ...flaw } } };
    }
    case 'KEY':
      return track === 'AEP' && 'key' in good
        ? { ...good, key: { outcome: 'unreadable', failure: failure('denied') } }
        : null;
    case 'NETWORK':
      return track === 'CJA' ? { ...good, vault: { outcome: 'absent', detail: 'gone' } } : null;
    case 'CONSENT':
      return { ...good, servicePrincipal: { outcome: 'absent', detail: 'gone' } };
    case 'ROLE':
      return { ...good, assignments: { outcome: 'seen', value: [] } };
    case 'POLICY':
    case 'APP_REGISTRATION':
      return null;
  }
}

const failure = (kind: ReadFailure['kind']): ReadFailure => ({
  kind,
  message: kind,
  status: null,
  code: null,
  permission: kind === 'denied' ? 'read' : null,
  retryAfterSeconds: null,
});

const azureSteps = (track: TrackId): StepId[] =>
  (planFor('AZURE').tracks[track] ?? []).map(({ id }) => id);

/** What the bad facts of each step are. */
const BAD: Readonly<Record<ObservedStepId, string>> = {
  VAULT: 'wrong',
  NETWORK: 'missing',
  KEY: 'not readable',
  POLICY: '',
  APP_REGISTRATION: '',
  CONSENT: 'missing',
  ROLE: 'missing',
};

function observed(track: TrackId, how: string, facts: StepFacts): RunEvent {
  const data = { track, facts, attempt: 0, waitingSince: NOW, timeScale };
  return event(`observed: ${how}`, 'factsObserved', data);
}

export const observations = (track: TrackId): RunEvent[] =>
  azureSteps(track)
    .filter(isObservedStep)
    .flatMap((step) => {
      const bad = badFacts(track, step);
      const good = observed(track, 'in order', goodFacts(track, step));
      return bad ? [good, observed(track, BAD[step], bad)] : [good];
    });

export const startEvents = (track: TrackId): RunEvent[] => [
  event('attested', 'stepAttested', {
    track,
    step: 'ENTITLEMENT',
    statement: 'said',
    reference: null,
  }),
  event('key provided', 'keyProvided', {
    track,
    keyIdentifier: keyIdentifier(track),
    vaultResourceId: null,
  }),
  event('run cancelled', 'runCancelled', { reason: 'given up' }),
];
export const attestations = (track: TrackId): RunEvent[] =>
  STEP_IDS.map((step) =>
    event('attested', 'stepAttested', {
      track,
      step,
      statement: 'said',
      reference: attestedReference(step),
      confirmImsOrgId,
    }),
  );

export const decisions = (track: TrackId): RunEvent[] => [
  event('requested', 'approvalRequested', { track, principal: OPERATOR.principal }),
  event('granted', 'approvalGranted', {
    track,
    principal: APPROVER.principal,
    confirmImsOrgId,
    comment: null,
  }),
  event('granted by who requested', 'approvalGranted', {
    track,
    principal: OPERATOR.principal,
    confirmImsOrgId,
    comment: null,
  }),
  event('refused', 'approvalRefused', { track, principal: APPROVER.principal, reason: 'no' }),
  event('withdrawn', 'approvalWithdrawn', {
    track,
    principal: APPROVER.principal,
    owner: false,
    reason: 'no',
  }),
  event('expired', 'approvalExpired', { track }, WEEKS_LATER),
];

export function submissions(): RunEvent[] {
  const reread = (how: string, facts: StepFacts[]): RunEvent => {
    const data = { track: 'AEP', purpose: 'submission', facts, attempt: 0, timeScale } as const;
    return event(`reread: ${how}`, 'trackReread', data);
  };
  const failed = (
    id: string,
    during: SubmissionCall,
    definite: boolean,
    kind: ReadFailure['kind'],
  ): RunEvent =>
    event(id, 'configurationSendFailed', {
      submissionId,
      during,
      definite,
      failure: failure(kind),
      attempt: 0,
      timeScale,
    });
  const answer = (status: string) => ({
    id: 'job',
    status,
    keyVaultKeyIdentifier: null,
    imsOrgId: null,
  });
  const polled = { submissionId, failure: null, attempt: 0, pollingSince: NOW, timeScale };
  return [
    event('submitted', 'submissionRequested', {
      submissionId,
      configurationName: 'cmk',
      confirmImsOrgId,
    }),
    ...(['SUBMISSION', 'ACTIVATION'] as const).map((step) =>
      event('attested', 'stepAttested', {
        track: 'AEP',
        step,
        statement: 'said',
        reference: 'cmk',
        confirmImsOrgId,
      }),
    ),
    reread('as approved', [goodFacts('AEP', 'VAULT'), goodFacts('AEP', 'KEY')]),
    reread('changed', [badFacts('AEP', 'VAULT')!, goodFacts('AEP', 'KEY')]),
    ...[1, 2, 3, 4, 5, 6].map((send) =>
      event('intent committed', 'configurationSending', { submissionId, send }),
    ),
    ...[false, true].map((found) =>
      event(found ? 'found by name' : 'accepted', 'configurationAccepted', {
        submissionId,
        found,
        answer: answer('CREATED'),
        timeScale,
      }),
    ),
    failed('lookup refused', 'lookup', false, 'denied'),
    failed('send refused', 'send', true, 'denied'),
    failed('send not answered', 'send', false, 'unavailable'),
    event(
      'not found, 5 times',
      'configurationNotFound',
      { submissionId, lookups: 5, timeScale },
      A_MINUTE_LATER,
    ),
    ...['RUNNING', 'ODD', 'COMPLETED', 'FAILED'].map((status) =>
      event(`Adobe reports ${status}`, 'configurationObserved', {
        ...polled,
        answer: answer(status),
      }),
    ),
    event('retried', 'stepRetried', { track: 'AEP', step: 'SUBMISSION' }),
    event('retried', 'stepRetried', { track: 'AEP', step: 'ACTIVATION' }),
  ];
}

export function tickets(): RunEvent[] {
  const facts = [goodFacts('CJA', 'VAULT'), badFacts('CJA', 'NETWORK')!];
  return [
    event('block overridden', 'checkOverridden', {
      track: 'CJA',
      check: 'vaultUsesRbac',
      reason: 'accepted',
    }),
    event('reread before the ticket', 'trackReread', {
      track: 'CJA',
      purpose: 'ticket',
      facts,
      attempt: 0,
      timeScale,
    }),
    event('recorded', 'ticketRecorded', { caseNumber: 'E-1', openedAt: null, url: null }),
    event('confirmed', 'cjaConfirmed', {
      confirmedBy: 'Customer Care',
      confirmedAt: null,
      text: 'done',
    }),
  ];
}

/** The role that Keyway assigns itself. */
export function assignments(track: TrackId): RunEvent[] {
  const failed = (kind: ReadFailure['kind']) =>
    ({ track, failure: failure(kind), attempt: 0, timeScale }) as const;
  return [
    event('assigned', 'roleAssigned', { track, created: true, assignmentGuid: 'guid' }),
    event('assignment not answered', 'roleAssignmentFailed', failed('unavailable')),
    event('assignment refused', 'roleAssignmentFailed', failed('denied')),
    event('retried', 'stepRetried', { track, step: 'ROLE' }),
  ];
}

/**
 * Every state that each plan can reach over a small alphabet of events, and the rules of
 * docs/reference/run.md asserted in all of them.
 */
import { expect, it } from 'vitest';
import { APPROVER, CONNECTED, DrivenRun, OPERATOR } from '../testing/drivenRun.ts';
import {
  attestedApplication,
  goodFacts,
  goodOrganization,
  goodVault,
  keyIdentifier,
} from '../testing/goodFacts.ts';
import { refusalOf } from '../testing/refusalOf.ts';
import { lostBy } from '../testing/lostBy.ts';
import { canReach, exploreStates, wayTo } from '../testing/stateSpace.ts';
import type { EventData, EventKind, RunEvent } from './event.ts';
import { evidenceHash } from './evidence.ts';
import type { ReadFailure, StepFacts } from './facts.ts';
import { hasSubmitted, heldConfiguration } from './heldConfiguration.ts';
import { isFrozen } from './knowledge.ts';
import { nextActions } from './nextActions.ts';
import { planFor, planSteps } from './plans/planFor.ts';
import type { Run } from './run.ts';
import { runStatus, trackStatus, waitingOn } from './runStatus.ts';
import { isObservedStep } from './stepStatus.ts';
import { STEP_IDS, type ObservedStepId, type StepId, type TrackId } from './vocabulary.ts';

/** Everything happens at once, but for what waits for time to pass. */
const NOW = '2026-11-24T00:00:00.000Z';
const A_MINUTE_LATER = '2026-11-24T00:01:00.000Z';
const WEEKS_LATER = '2026-12-24T00:00:00.000Z';
/** So small that nothing is still propagating. */
const timeScale = 1e-9;
const submissionId = 'submission';
const confirmImsOrgId = goodOrganization.imsOrgId;

const happened = <K extends EventKind>(kind: K, data: EventData[K], at = NOW): RunEvent =>
  ({ id: kind, at, actor: { principal: 'somebody', name: 'Somebody' }, kind, data }) as RunEvent;

/**
 * What a look may see besides what it should; not of every step, since those that depend on the
 * same steps are alike to the rules.
 */
function badFacts(track: TrackId, step: ObservedStepId): StepFacts | null {
  const good = goodFacts(track, step);
  switch (good.step) {
    case 'VAULT': {
      // On CJA a house rule, which may be overridden (GAP-19).
      const flaw =
        track === 'AEP' ? { enablePurgeProtection: false } : { enableRbacAuthorization: false };
      return { ...good, vault: { outcome: 'seen', value: { ...goodVault(track), ...flaw } } };
    }
    case 'KEY':
      return track === 'AEP'
        ? { ...good, key: { outcome: 'unreadable', failure: failure('denied') } }
        : null;
    case 'NETWORK':
      return track === 'CJA' ? { ...good, vault: { outcome: 'absent', detail: 'gone' } } : null;
    case 'CONSENT':
      return { ...good, servicePrincipal: { outcome: 'absent', detail: 'gone' } };
    case 'ROLE':
      return { ...good, assignments: { outcome: 'seen', value: [] } };
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

const looks = (track: TrackId): RunEvent[] =>
  azureSteps(track)
    .filter(isObservedStep)
    .flatMap((step) => [goodFacts(track, step), badFacts(track, step)])
    .filter((facts) => facts !== null)
    .map((facts) =>
      happened('factsObserved', { track, facts, attempt: 0, waitingSince: NOW, timeScale }),
    );

const beginnings = (track: TrackId): RunEvent[] => [
  happened('stepAttested', { track, step: 'ENTITLEMENT', statement: 'said', reference: null }),
  happened('keyProvided', { track, keyIdentifier: keyIdentifier(track), vaultResourceId: null }),
  happened('runCancelled', { reason: 'given up' }),
];
const attestations = (track: TrackId): RunEvent[] =>
  STEP_IDS.map((step) =>
    happened('stepAttested', {
      track,
      step,
      statement: 'said',
      reference: attestedApplication,
      confirmImsOrgId,
    }),
  );

const decisions = (track: TrackId): RunEvent[] => [
  happened('approvalRequested', { track, principal: OPERATOR.principal }),
  happened('approvalGranted', {
    track,
    principal: APPROVER.principal,
    confirmImsOrgId,
    comment: null,
  }),
  happened('approvalGranted', {
    track,
    principal: OPERATOR.principal,
    confirmImsOrgId,
    comment: null,
  }),
  happened('approvalRefused', { track, principal: APPROVER.principal, reason: 'no' }),
  happened('approvalWithdrawn', {
    track,
    principal: APPROVER.principal,
    owner: false,
    reason: 'no',
  }),
  happened('approvalExpired', { track }, WEEKS_LATER),
];

function submissions(): RunEvent[] {
  const reread = (facts: StepFacts[]): RunEvent =>
    happened('trackReread', { track: 'AEP', purpose: 'submission', facts, attempt: 0, timeScale });
  const failed = (
    during: 'lookup' | 'send',
    definite: boolean,
    kind: ReadFailure['kind'],
  ): RunEvent =>
    happened('configurationSendFailed', {
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
    happened('submissionRequested', { submissionId, configurationName: 'cmk', confirmImsOrgId }),
    ...(['SUBMISSION', 'ACTIVATION'] as const).map((step) =>
      happened('stepAttested', {
        track: 'AEP',
        step,
        statement: 'said',
        reference: 'cmk',
        confirmImsOrgId,
      }),
    ),
    reread([goodFacts('AEP', 'VAULT'), goodFacts('AEP', 'KEY')]),
    reread([badFacts('AEP', 'VAULT')!, goodFacts('AEP', 'KEY')]),
    ...[1, 2, 3, 4, 5, 6].map((send) => happened('configurationSending', { submissionId, send })),
    ...[false, true].map((found) =>
      happened('configurationAccepted', {
        submissionId,
        found,
        answer: answer('CREATED'),
        timeScale,
      }),
    ),
    failed('lookup', false, 'denied'),
    failed('send', true, 'denied'),
    failed('send', false, 'unavailable'),
    happened('configurationNotFound', { submissionId, lookups: 5, timeScale }, A_MINUTE_LATER),
    ...['RUNNING', 'ODD', 'COMPLETED', 'FAILED'].map((status) =>
      happened('configurationObserved', { ...polled, answer: answer(status) }),
    ),
    happened('stepRetried', { track: 'AEP', step: 'SUBMISSION' }),
    happened('stepRetried', { track: 'AEP', step: 'ACTIVATION' }),
  ];
}

function tickets(): RunEvent[] {
  const facts = [goodFacts('CJA', 'VAULT'), badFacts('CJA', 'NETWORK')!];
  return [
    happened('checkOverridden', { track: 'CJA', check: 'vaultUsesRbac', reason: 'accepted' }),
    happened('trackReread', { track: 'CJA', purpose: 'ticket', facts, attempt: 0, timeScale }),
    happened('ticketRecorded', { caseNumber: 'E-1', openedAt: null, url: null }),
    happened('cjaConfirmed', { confirmedBy: 'Customer Care', confirmedAt: null, text: 'done' }),
  ];
}

/** The rules of docs/reference/run.md that a state breaks. */
function broken(run: Run, track: TrackId): string[] {
  const { steps, approval, submission, ticket } = run.tracks[track];
  const rules: [string, boolean][] = [];
  const must = (rule: string, holds: boolean): void => void rules.push([rule, holds]);
  const frozen = isFrozen(run, track);
  for (const { id, after } of planSteps(run, track)) {
    const state = steps[id]!;
    const open = after.some((before) => steps[before]!.status !== 'DONE');
    if (!frozen || !isObservedStep(id))
      must(
        `${id} is locked exactly while a predecessor is open`,
        (state.status === 'LOCKED') === open,
      );
    const unsettled = state.checks.some(
      (check) => check.verdict === 'UNKNOWN' || (check.verdict === 'BLOCK' && !check.override),
    );
    if (state.status === 'DONE' && !frozen)
      must(`${id} is done only where every check is green or accepted`, !unsettled);
  }
  const stands = approval?.status === 'requested' || approval?.status === 'approved';
  if (stands && !frozen)
    must(
      'an approval that stands is for the evidence there is',
      approval.evidenceHash === evidenceHash(run, track),
    );
  const used = approval?.status === 'approved' || approval?.status === 'spent';
  if (used)
    must(
      'two persons',
      approval.decidedBy !== null &&
        approval.decidedBy.principal !== approval.requestedBy.principal,
    );
  const sends = submission?.status === 'sending' || submission?.status === 'sent';
  if (sends)
    must(
      'what is sent was approved',
      approval?.status === 'spent' && submission.body!.includes(approval.keyIdentifier),
    );
  if (ticket) must('what the ticket says was approved', approval?.status === 'spent');
  for (const { id } of planSteps(run, track).filter(({ pointOfNoReturn }) => pointOfNoReturn))
    if (steps[id]!.status === 'DONE')
      must(
        `${id} is done only with a used approval by a second person`,
        approval?.status === 'spent',
      );
  must(
    'complete means that everything is done',
    (runStatus(run) === 'COMPLETED') === (run.completedAt !== null),
  );
  if (!run.cancelled && trackStatus(run, track) !== 'DONE')
    must('somebody is waited for', waitingOn(run).length > 0);
  const { principal } = APPROVER;
  for (const action of nextActions(run, { principal, may: () => true }, NOW))
    must(
      `what is offered is allowed: ${action.mutation} ${action.step}`,
      refusalOf(run, action, principal, NOW) === null,
    );
  return rules.filter(([, holds]) => !holds).map(([rule]) => rule);
}

/** What an event must not do. */
function brokenBy(before: Run, event: RunEvent, after: Run, track: TrackId): string[] {
  const rules: [string, boolean][] = [];
  const must = (rule: string, holds: boolean): void => void rules.push([rule, holds]);
  const [was, is] = [before.tracks[track], after.tracks[track]];
  if (isFrozen(before, track) && event.kind !== 'stepRetried') {
    must('past the point of no return a track stays there', isFrozen(after, track));
    const earlier = planSteps(before, track).filter(({ id }) => isObservedStep(id));
    must(
      'what went before stays as it was',
      earlier.every(({ id }) => was.steps[id]!.status === is.steps[id]!.status),
    );
  }
  const gone = heldConfiguration(before) !== null && heldConfiguration(after) === null;
  must('what Adobe has or may have stays held', !gone || is.submission?.outcome === 'refused');
  if (after.cancelled) must('nothing is cancelled once it was submitted', !hasSubmitted(before));
  if (was.submission?.body && is.submission)
    must('the bytes stay the same', is.submission.body === was.submission.body);
  if (was.submission && is.submission && is.submission.sends > was.submission.sends)
    must(
      'nothing is sent while an earlier send is unresolved',
      !was.submission.unresolved && was.submission.status === 'sending',
    );
  must('each change has its version', after.version === before.version + 1);
  return rules.filter(([, holds]) => !holds).map(([rule]) => `${rule} (${event.kind})`);
}

const AZURE = new DrivenRun({ connections: CONNECTED }).run;
const UNCONNECTED = new DrivenRun({ connections: { adobe: null, azure: null } }).run;
const AWS = new DrivenRun({
  organization: { cloud: 'AWS', region: 'VA6', shield: 'PRIVACY_AND_SECURITY_SHIELD' },
}).run;
const PLANS: [string, Run, TrackId, RunEvent[], number][] = [
  [
    'AEP on Azure',
    AZURE,
    'AEP',
    [...beginnings('AEP'), ...looks('AEP'), ...decisions('AEP'), ...submissions()],
    1000,
  ],
  [
    'CJA on Azure',
    AZURE,
    'CJA',
    [...beginnings('CJA'), ...looks('CJA'), ...decisions('CJA'), ...tickets()],
    1000,
  ],
  [
    'AEP on Azure, attested',
    UNCONNECTED,
    'AEP',
    [...beginnings('AEP'), ...attestations('AEP'), ...decisions('AEP')],
    40,
  ],
  [
    'CJA on Azure, attested',
    UNCONNECTED,
    'CJA',
    [...beginnings('CJA'), ...attestations('CJA'), ...decisions('CJA'), ...tickets()],
    30,
  ],
  ['AWS', AWS, 'AEP', [...beginnings('AEP'), ...attestations('AEP'), ...decisions('AEP')], 10],
];

it.each(PLANS)(
  '%s: every state keeps the rules, and has a way to the end',
  { timeout: 600_000 },
  (_name, start, track, events, atLeast) => {
    const faults = new Set<string>();
    const reached = exploreStates(start, track, events, (before, event, outcome) => {
      for (const jobKey of lostBy(before, event, outcome))
        faults.add(`${jobKey} is needed and lost by ${event.kind}`);
      if (outcome.run === before) return;
      for (const fault of brokenBy(before, event, outcome.run, track)) faults.add(fault);
    });
    for (const [state, { run }] of reached)
      for (const fault of broken(run, track)) faults.add(`${fault}\n${wayTo(reached, state)}`);
    expect([...faults].slice(0, 3)).toEqual([]);
    const alive = canReach(reached, (run) => trackStatus(run, track) === 'DONE');
    const stuck = [...reached]
      .filter(([state, { run }]) => !run.cancelled && !alive.has(state))
      .map(([state]) => wayTo(reached, state));
    expect(stuck.slice(0, 3)).toEqual([]);
    expect(reached.size).toBeGreaterThan(atLeast);
  },
);

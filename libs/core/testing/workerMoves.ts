/** What the worker does in a SafetyWorld, and what its Adobe answers. */
import type { ConfigurationFacts } from '../src/facts.ts';
import type { ReadFailure } from '../src/observedSchema.ts';
import { plusSeconds } from '../src/polling.ts';
import type { Submission } from '../src/run.ts';
import { TRACK_IDS } from '../src/vocabulary.ts';
import type { AtAdobe, SafetyWorld } from './safetyWorld.ts';
import { workOnSetup } from './setupWorker.ts';

const failureOf = (status: number): ReadFailure => ({
  kind: status === 503 ? 'unavailable' : 'rejected',
  message: String(status),
  status,
  code: null,
  permission: null,
  retryAfterSeconds: null,
});

const answerOf = ({ name, key, failed }: AtAdobe): ConfigurationFacts => ({
  id: name,
  status: failed ? 'FAILED' : 'RUNNING',
  keyVaultKeyIdentifier: key === 'by hand' ? null : key,
  imsOrgId: null,
});

/**
 * What the worker does with a set-up, and with a submission: a lookup by name, then a send if the
 * run allows it.
 */
export function work(world: SafetyWorld): void {
  const { driven } = world;
  for (const track of TRACK_IDS)
    workOnSetup(driven, world.azure[track], world.pick(['never', 'never', 'begun', 'sent']));
  const { submission } = driven.run.tracks.AEP;
  if (submission?.status !== 'sending') return void driven.observe();
  const found = world.adobe.find((one) => one.name === submission.name && !one.hidden);
  const { id: submissionId, unresolved, sends } = submission;
  if (found) {
    driven.apply('configurationAccepted', {
      submissionId,
      found: true,
      answer: answerOf(found),
      timeScale: 1,
    });
    return;
  }
  if (unresolved) {
    driven.wait(world.pick([1, 60]));
    driven.apply('configurationNotFound', {
      submissionId,
      lookups: world.pick([1, 5, 5]),
      timeScale: 1,
    });
    return;
  }
  if (world.pick([false, false, true])) {
    const delay = { era: world.pick([2, 3]), cause: 'RESTORED', since: driven.now } as const;
    const until = plusSeconds(driven.now, world.pick([0, 300]));
    driven.apply('configurationDelayed', { submissionId, ...delay, until });
  }
  if (world.pick([false, false, false, true])) {
    const restoredAt = plusSeconds(driven.now, world.pick([-60, 1]));
    driven.apply('configurationNotSent', { submissionId, restoredAt });
  }
  driven.apply('configurationSending', { submissionId, send: sends + 1 });
  if (driven.run.tracks.AEP.submission?.sends === sends + 1) send(world, submission);
}

function send(world: SafetyWorld, { id: submissionId, name, body }: Submission): void {
  const { driven } = world;
  const key = (JSON.parse(body!) as { configData: { keyVaultKeyIdentifier: string } }).configData
    .keyVaultKeyIdentifier;
  const failed = (status: number, definite: boolean): void =>
    void driven.apply('configurationSendFailed', {
      submissionId,
      during: 'send',
      definite,
      failure: failureOf(status),
      attempt: 0,
      timeScale: 1,
    });
  const outcome = world.pick([
    'taken',
    'taken',
    'lost',
    'hidden',
    'down',
    'refused',
    'conflict',
    'killed',
  ] as const);
  if (outcome === 'refused') return failed(400, true);
  if (outcome === 'down') return failed(503, false);
  if (outcome === 'conflict') return failed(409, true);
  world.takes(name, key, outcome === 'hidden');
  if (outcome === 'taken')
    driven.apply('configurationAccepted', {
      submissionId,
      found: false,
      answer: answerOf({ name, key, failed: false, hidden: false }),
      timeScale: 1,
    });
  else if (outcome !== 'killed') failed(503, false);
}

export function poll(world: SafetyWorld): void {
  const { driven } = world;
  const { submission } = driven.run.tracks.AEP;
  const mine = world.adobe.find((one) => one.name === submission?.name && !one.failed);
  if (submission?.status !== 'sent' || !mine) return;
  const status = world.pick(['RUNNING', 'COMPLETED', 'FAILED']);
  if (status === 'FAILED' && driven.step('AEP', 'ACTIVATION').status !== 'DONE') mine.failed = true;
  const answer = { ...answerOf(mine), status };
  driven.apply('configurationObserved', {
    submissionId: submission.id,
    answer,
    failure: null,
    attempt: 0,
    pollingSince: driven.now,
    timeScale: 1,
  });
}

/**
 * Version 9: on AWS, POLICY comes between KEY and APPROVAL. A run with a request or an approval, or
 * one that is past it, keeps its steps (docs/decisions/0069-aws.md).
 */
import { mapValues, objectIn, type Json, type StoredRun } from './storedRun.ts';

const HELD: ReadonlySet<unknown> = new Set(['requested', 'approved', 'spent']);

export const fromVersion8 = (run: StoredRun): StoredRun => ({
  ...run,
  ...(objectIn(run['organization'])?.['cloud'] === 'AWS' && !isOver(run)
    ? {
        tracks: mapValues(run['tracks'], (track, id) => (id === 'AEP' ? withPolicy(track) : track)),
      }
    : {}),
  planVersion: 9,
});

const isOver = (run: StoredRun): boolean => Boolean(run['cancelled'] ?? run['completedAt']);

/** Keys in the order of the plan. APPROVAL can be open only where nothing was asked of it yet. */
function withPolicy(track: Json): Json {
  const { ENTITLEMENT, KEY, APPROVAL, ...later } = objectIn(track['steps']) ?? {};
  const isHeld = HELD.has(objectIn(track['approval'])?.['status']);
  if (isHeld || later['POLICY'] || objectIn(later['SUBMISSION'])?.['attestation']) return track;
  const approval = objectIn(APPROVAL) ?? {};
  const isKeyDone = objectIn(KEY)?.['status'] === 'DONE';
  const POLICY = { ...NEW_STEP, since: approval['since'], status: isKeyDone ? 'READY' : 'LOCKED' };
  const steps = { ENTITLEMENT, KEY, POLICY, APPROVAL: { ...approval, status: 'LOCKED' }, ...later };
  return { ...track, steps };
}

/** As on a new run without a connection to AWS, which no run of version 8 had. */
const NEW_STEP = {
  actor: 'PARTNER',
  mode: 'ATTESTED',
  checks: [],
  facts: null,
  everPresent: false,
  observing: false,
  acting: false,
  nextObservationAt: null,
  externalStatus: null,
  attestation: null,
  failure: null,
};

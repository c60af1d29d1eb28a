/** Plan version 5 kept who acted as text, such as `Ana Approver (console)`. */
import { parseActor } from '../eventActor.ts';
import { mapValues, objectIn, objectsIn, textIn, type Json, type StoredRun } from './storedRun.ts';

export const fromVersion5 = (run: StoredRun): StoredRun => ({
  ...run,
  cancelled: withActor(run['cancelled'], 'by'),
  tracks: mapValues(run['tracks'], trackOf),
  planVersion: 6,
});

const trackOf = (track: Json): Json => ({
  ...track,
  approval: approvalOf(objectIn(track['approval'])),
  submission: withActor(track['submission'], 'requestedBy'),
  ticket: withActor(track['ticket'], 'recordedBy'),
  confirmation: withActor(track['confirmation'], 'recordedBy'),
  steps: mapValues(track['steps'], stepOf),
});

/** The text in `field` becomes an actor. */
function withActor(stored: unknown, field: string): Json | null {
  const record = objectIn(stored);
  return (
    record && {
      ...record,
      [field]: parseActor(textIn(record[field]) ?? '', textIn(record['principal'])),
    }
  );
}

function approvalOf(approval: Json | null): Json | null {
  if (!approval) return null;
  const { withdrawn } = approval;
  return {
    ...approval,
    requestedBy: approvalActor(approval['requestedBy']),
    decidedBy: approvalActor(approval['decidedBy']),
    ...(withdrawn ? { withdrawn: withActor(withdrawn, 'by') } : {}),
  };
}

/** Its principal was kept before, too. */
function approvalActor(stored: unknown): Json | null {
  const actor = objectIn(stored);
  const principal = textIn(actor?.['principal']);
  return actor && { principal, ...parseActor(textIn(actor['name']) ?? '', principal) };
}

const stepOf = (step: Json): Json => ({
  ...step,
  attestation: withActor(step['attestation'], 'by'),
  // Anything else than checks stays as it is: `upcastRun` refuses the run.
  checks: Array.isArray(step['checks']) ? objectsIn(step['checks']).map(checkOf) : step['checks'],
});

const checkOf = (check: Json): Json =>
  check['override'] ? { ...check, override: withActor(check['override'], 'by') } : check;

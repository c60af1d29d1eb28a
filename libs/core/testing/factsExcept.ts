/** Facts of a track that is in order but for one step. Imported by tests only. */
import type { StepFacts } from '../src/facts.ts';
import type { ReadFailure } from '../src/observedSchema.ts';
import { goodFacts, goodVault } from './goodFacts.ts';

/** Good facts but for one step of AEP. */
export const factsExcept =
  (facts: StepFacts) =>
  (track: 'AEP' | 'CJA', step: StepFacts['step']): StepFacts =>
    track === 'AEP' && step === facts.step ? facts : goodFacts(track, step);

export const noPurgeProtection: StepFacts = {
  step: 'VAULT',
  vault: { outcome: 'seen', value: { ...goodVault('AEP'), enablePurgeProtection: null } },
  deletedVault: null,
  otherOrganizations: 0,
};

/** HTTP 503, which passes; the patch makes it another failure. */
export const anOutage = (patch: Partial<ReadFailure> = {}): ReadFailure => ({
  kind: 'unavailable',
  message: 'HTTP 503',
  status: 503,
  code: null,
  permission: null,
  retryAfterSeconds: null,
  ...patch,
});

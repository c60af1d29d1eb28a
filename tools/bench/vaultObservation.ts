import { randomUUID } from 'node:crypto';
import { WORKER, type RunEvent, type StepFacts } from '@keyway/core';
import { goodFacts } from '@keyway/core/testing';

/**
 * The vault with purge protection and, every other turn, without: each observation changes
 * the step.
 */
export function vaultObservation(turn: number): RunEvent {
  const facts = goodFacts('AEP', 'VAULT');
  if (facts.step !== 'VAULT' || facts.vault.outcome !== 'seen')
    throw new Error('The good vault is not there.');
  const seen: StepFacts = {
    ...facts,
    vault: {
      ...facts.vault,
      value: { ...facts.vault.value, enablePurgeProtection: turn % 2 === 0 },
    },
  };
  const at = new Date().toISOString();
  const data = { track: 'AEP' as const, facts: seen, attempt: 0, waitingSince: at, timeScale: 1 };
  return {
    id: randomUUID(),
    at,
    actor: WORKER,
    kind: 'factsObserved',
    data,
  };
}

/**
 * For tests of any library: a run driven through the real transition, and facts of a customer who
 * did everything right.
 */
export { factsOfPlace, type Place } from './factsOfPlace.ts';
export * from './goodFacts.ts';
export * from './setupExamples.ts';
export * from './drivenRun.ts';
export { aFailure, runAssigningRole, CALL_OUTCOME_CASES } from './callOutcomeCases.ts';
export { OUTCOME_CASES } from './outcomeCases.ts';
export { withActorTexts } from './withActorTexts.ts';
export { situations } from './situations.ts';
export {
  absent,
  aContext,
  aKey,
  anAssignment,
  anHsm,
  aPrincipal,
  APPLICATION,
  aVault,
  roleStep,
  seen,
  TENANT,
  unreadable,
  vaultStep,
} from './exampleFacts.ts';
export { default as runsOfVersion2 } from '../fixtures/runs-of-version-2.json' with { type: 'json' };
export { movesOfPlans, PREDECESSOR_OPEN, PREDECESSORS_DONE, type StepMove } from './moves.ts';
export { factsExcept, noPurgeProtection } from './factsExcept.ts';
export {
  AWS_ROLE,
  goodPolicy,
  KEY_ARN,
  kmsStep,
  ON_AWS,
  POLICY_TEMPLATE,
  policyStep,
} from './awsFacts.ts';

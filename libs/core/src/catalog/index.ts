/** What other projects use of the catalog of checks. */
export {
  CHECK_IDS,
  CHECKS,
  checkDefinitions,
  type CATALOG,
  type CheckDefinition,
  type CheckId,
} from './catalog.ts';
export { evaluateStep } from './evaluateStep.ts';
export {
  idOfInstructionCheck,
  progressOf,
  INSTRUCTION_PROGRESS,
  type InstructionCheck,
  type InstructionProgress,
} from './progressOf.ts';
export * from '../aws.ts';

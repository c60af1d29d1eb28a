/** How far what an instruction asks for is, by the latest results of its checks. */
import type { CheckResult } from '../check.ts';
import type { CATALOG, CheckId } from './catalog.ts';

/** `FAILING`: a check found it wrong or missing; `OPEN`: not known to be done. */
export const INSTRUCTION_PROGRESS = ['DONE', 'FAILING', 'OPEN'] as const;
/** Its values are part of the API. */
export type InstructionProgress = (typeof INSTRUCTION_PROGRESS)[number];

/**
 * A check by its ID; where it covers several instructions, with the outcomes that prove this one.
 */
export type InstructionCheck =
  | CheckId
  | {
      [C in CheckId]: readonly [C, readonly (keyof (typeof CATALOG)[C]['outcomes'])[]];
    }[CheckId];

/** The ID of an instruction's check. */
export const idOfInstructionCheck = (check: InstructionCheck): CheckId =>
  typeof check === 'string' ? check : check[0];

const isDone = (result: CheckResult, check: InstructionCheck): boolean =>
  result.verdict === 'PASS' ||
  result.override !== undefined ||
  (typeof check !== 'string' && (check[1] as readonly string[]).includes(result.outcome));

/** Null where no check covers it. An unknown result proves nothing. */
export function progressOf(
  results: readonly CheckResult[],
  checks: readonly InstructionCheck[],
): InstructionProgress | null {
  if (checks.length === 0) return null;
  const found = checks.map((check) => ({
    check,
    result: results.find((one) => one.check === idOfInstructionCheck(check)),
  }));
  const open = found.filter(({ check, result }) => !result || !isDone(result, check));
  if (open.length === 0) return 'DONE';
  return open.some(({ result }) => result?.verdict === 'BLOCK' || result?.verdict === 'WARN')
    ? 'FAILING'
    : 'OPEN';
}

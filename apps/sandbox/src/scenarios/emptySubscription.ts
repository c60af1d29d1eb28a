import type { CustomerPlan } from '../control/customerPlan.ts';
import { scenario } from './scenario.ts';

/** The names of vaults and keys are free, and the credential may make them. */
export function emptied(plan: CustomerPlan): void {
  plan.isEmpty = true;
  for (const track of ['AEP', 'CJA'] as const) {
    plan.keys[track].quoteVersion = false;
    plan.access[track].assigned = false;
  }
}

export const emptySubscription = scenario(
  'Neither vaults nor keys are there yet, on both tracks; the credential may make them.',
  emptied,
);

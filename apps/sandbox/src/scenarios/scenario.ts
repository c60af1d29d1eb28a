/**
 * A scenario: one sentence for people, and the change it makes to a healthy customer. It changes
 * the AEP side only, unless it says otherwise.
 */
import type { CustomerPlan } from '../control/customerPlan.ts';

export interface Scenario {
  summary: string;
  change: (plan: CustomerPlan) => void;
}

export const scenario = (summary: string, change: (plan: CustomerPlan) => void): Scenario => ({
  summary,
  change,
});

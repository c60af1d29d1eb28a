/**
 * What a scenario is: one sentence for people, and the change it makes to a healthy customer.
 * Unless it says otherwise it is the AEP side that is bent, and CJA's stays healthy.
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

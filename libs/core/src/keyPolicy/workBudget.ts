/** Bounds what comparing two policies takes: both are texts that others wrote, at most 32 KiB. */

/** Far more than real policies need, and a small part of a second. */
const MAX_STEPS = 5_000_000;

/** Thrown by `WorkBudget` only, and caught by `withinBudget`. */
class BudgetSpent extends Error {}

/** Counts steps, and ends a comparison that takes too many. */
export class WorkBudget {
  private left: number;

  constructor(steps: number = MAX_STEPS) {
    this.left = steps;
  }

  /** To be called before the steps are taken. */
  spend(steps: number): void {
    this.left -= steps;
    if (this.left < 0) throw new BudgetSpent();
  }
}

/** What `compare` finds; null where it takes more steps than the budget has. */
export function withinBudget<T>(
  compare: (budget: WorkBudget) => T,
  budget: WorkBudget = new WorkBudget(),
): T | null {
  try {
    return compare(budget);
  } catch (error) {
    if (error instanceof BudgetSpent) return null;
    throw error;
  }
}

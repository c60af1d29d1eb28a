/** Programs that work while something is done to the platform. */
import type { TestSandbox } from '@keyway/testing';
import { someCustomers } from './outcome.ts';
import { begin, enable, readPages, type Begun, type Program } from './program.ts';

const AT_ONCE = 5;

/** Who does what: organizations and connections, runs, and approvals. */
export interface Callers {
  owner: Program;
  operator: Program;
  approver: Program;
}

/**
 * Brings one customer after the other to its own key, several at once, until `act` is done.
 * @param act gets those that were begun so far
 */
export async function underLoad(
  { owner, operator, approver }: Callers,
  sandbox: TestSandbox,
  act: (begun: readonly Begun[]) => Promise<void>,
): Promise<Begun[]> {
  const begun: Begun[] = [];
  let isOver = false;
  const work = async (): Promise<void> => {
    while (!isOver) {
      const [customer] = await someCustomers(sandbox, 1);
      const one = await begin(owner, operator, customer!);
      begun.push(one);
      await enable(operator, approver, one);
      await readPages(operator, one);
    }
  };
  await Promise.all([
    ...Array.from({ length: AT_ONCE }, work),
    act(begun).finally(() => (isOver = true)),
  ]);
  return begun;
}

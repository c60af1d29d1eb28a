/** What an act from outside must leave behind: at Adobe, and in the histories. */
import type { SandboxCustomer, SandboxLedgerRow, TestSandbox } from '@keyway/testing';
import type { Begun, Program } from './program.ts';

/** Customers for whom all goes well. */
export const someCustomers = (sandbox: TestSandbox, count: number): Promise<SandboxCustomer[]> =>
  Promise.all(
    Array.from({ length: count }, () =>
      sandbox.control<SandboxCustomer>('POST', '/scenario', { scenario: 'happyPath' }),
    ),
  );

/** By customer, how many configurations arrived at Adobe. */
export async function countPosts(
  sandbox: TestSandbox,
  customers: readonly SandboxCustomer[],
): Promise<number[]> {
  const ledger = await sandbox.control<SandboxLedgerRow[]>('GET', '/ledger');
  const posts = ledger.filter(({ path }) => path.endsWith('/customer/config'));
  return customers.map(
    ({ imsOrgId }) => posts.filter(({ body }) => body.includes(imsOrgId)).length,
  );
}

/** The organizations whose history doesn't verify. */
export async function brokenHistories(
  program: Program,
  begun: readonly Begun[],
): Promise<string[]> {
  const broken: string[] = [];
  for (const { organizationId: id } of begun) {
    const { historyVerification } = await program.ask<{ historyVerification: { ok: boolean } }>(
      'query($id: ID!) { historyVerification(organizationId: $id) { ok } }',
      { id },
    );
    if (!historyVerification.ok) broken.push(id);
  }
  return broken;
}

/** By run, what history says of its submission. */
export const submissionsOf = (
  query: (text: string) => Promise<{ requested: number; accepted: number }[]>,
): Promise<{ requested: number; accepted: number }[]> =>
  query(
    `select count(*) filter (where kind = 'submissionRequested')::int as requested,
       count(*) filter (where kind = 'configurationAccepted')::int as accepted
     from history_entry where run_id is not null group by run_id`,
  );

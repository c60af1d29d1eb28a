/**
 * What must hold after all disturbances, by other sources than the product: the sandbox's ledger
 * and the recomputed histories.
 */
import type { GraphqlClient } from '../product/graphqlClient.ts';
import type { LedgerRow, SandboxCustomer } from '../product/sandboxControl.ts';
import type { Product } from '../product/startProduct.ts';

/** Faults; none is right. `customers`: all whose run was driven to its end. */
export async function verdict(
  product: Pick<Product, 'sandbox'>,
  customers: readonly SandboxCustomer[],
  operator: GraphqlClient,
): Promise<string[]> {
  const ledger = await product.sandbox<LedgerRow[]>('GET', '/ledger');
  const faults = customers.flatMap((customer) => wrongPosts(ledger, customer));
  faults.push(...doubled(ledger).map((row) => `doubled: ${row}`));
  for await (const id of organizationIds(operator)) {
    const { historyVerification } = await operator.ask<{ historyVerification: { ok: boolean } }>(
      'query($id: ID) { historyVerification(organizationId: $id) { ok } }',
      { id },
    );
    if (!historyVerification.ok) faults.push(`the history of ${id} does not verify`);
  }
  return faults;
}

/** What was sent to Adobe for a customer, accepted or not. */
export const postsOf = (ledger: readonly LedgerRow[], { imsOrgId }: SandboxCustomer): LedgerRow[] =>
  ledger.filter(
    (row) =>
      row.method === 'POST' && row.path.endsWith('/customer/config') && row.body.includes(imsOrgId),
  );

/** Every customer has exactly one configuration. */
export function wrongPosts(ledger: readonly LedgerRow[], customer: SandboxCustomer): string[] {
  const posts = postsOf(ledger, customer);
  return posts.length === 1
    ? []
    : [
        `${posts.length} POSTs of ${customer.imsOrgId} (${posts.map(({ status }) => status).join()})`,
      ];
}

/** Calls that stand in the ledger more often than once for the same customer. */
function doubled(ledger: readonly LedgerRow[]): string[] {
  const seen = new Map<string, number>();
  for (const row of ledger) {
    const key = `${row.method} ${row.host}${row.path.split('?')[0]} ${/"imsOrgId":"[^"]*"/.exec(row.body)?.[0] ?? ''}`;
    if (row.host !== 'sandbox.keyway.test') seen.set(key, (seen.get(key) ?? 0) + 1);
  }
  return [...seen].filter(([, count]) => count > 1).map(([key, count]) => `${count} × ${key}`);
}

interface OrganizationPage {
  organizations: {
    nodes: { id: string }[];
    pageInfo: { hasNextPage: boolean; endCursor: string | null };
  };
}

async function* organizationIds(operator: GraphqlClient): AsyncGenerator<string> {
  for (let after: string | null = null; ;) {
    const { organizations }: OrganizationPage = await operator.ask(
      'query($after: String) { organizations(first: 100, after: $after) { nodes { id } pageInfo { hasNextPage endCursor } } }',
      { after },
    );
    yield* organizations.nodes.map(({ id }) => id);
    if (!organizations.pageInfo.hasNextPage) return;
    after = organizations.pageInfo.endCursor;
  }
}

/** Many viewers of a page of the console, by the subscriptions that the console itself sends. */
import { print, type DocumentNode } from 'graphql';
import { createClient, type Client } from 'graphql-ws';
import { graphqlClient } from '../product/graphqlClient.ts';
import type { Product } from '../product/startProduct.ts';
import type { ViewedChanges } from './viewedChanges.ts';

export type ConsolePage = 'run' | 'portfolio';

const generated = new URL('../../apps/console/src/generated/graphql.ts', import.meta.url);
const { MatrixChangesDocument, RunChangedDocument } = (await import(generated.href)) as Record<
  'MatrixChangesDocument' | 'RunChangedDocument',
  DocumentNode
>;
/** What a page of the console subscribes to. */
const SUBSCRIPTIONS: Record<ConsolePage, DocumentNode> = {
  run: RunChangedDocument,
  portfolio: MatrixChangesDocument,
};

/** One socket for each token, which shows a page. */
export async function openViewers(
  { url }: Product,
  page: ConsolePage,
  runId: string,
  tokens: readonly string[],
  viewed: ViewedChanges,
): Promise<Client[]> {
  const payload = { query: print(SUBSCRIPTIONS[page]), variables: { id: runId, locale: 'en' } };
  const clients = tokens.map((token) => {
    const client = createClient({
      url: `${url.replace('http', 'ws')}/graphql`,
      webSocketImpl: WebSocket,
      connectionParams: { authorization: `Bearer ${token}` },
    });
    client.subscribe<Partial<Record<'runChanged' | 'runsChanged', { version: number }>>>(payload, {
      next: ({ data }) => {
        const run = data?.runChanged ?? data?.runsChanged;
        if (run) viewed.note(run.version);
      },
      error: (error) => {
        throw new Error(JSON.stringify(error));
      },
      complete: () => undefined,
    });
    return client;
  });
  await openSubscriptions(url, tokens.length);
  return clients;
}

export async function openSubscriptions(url: string, count: number): Promise<void> {
  const open = new RegExp(`^keyway_subscriptions ${count}$`, 'm');
  while (!open.test(await (await fetch(`${url}/metrics`)).text()))
    await new Promise((resolve) => setTimeout(resolve, 100));
}

/** Tokens with the same rights, each a principal of its own. */
export async function makeTokens({ url, token }: Product, count: number): Promise<string[]> {
  const owner = graphqlClient(url, token);
  const tokens: string[] = [];
  for (let n = 0; n < count; n += 1) {
    const input = { name: `Bench ${n}`, role: 'OPERATOR', scopes: ['read', 'runs:write'] };
    const made = await owner.mutate<{ token: string }>(
      'createApiToken',
      'CreateApiTokenInput',
      input,
      'token',
    );
    tokens.push(made.token);
  }
  return tokens;
}

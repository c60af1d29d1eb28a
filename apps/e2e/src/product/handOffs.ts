/** Links for the admins of a prepared customer. */
import { runningProduct } from './running.ts';
import type { Prepared } from './customers.ts';
import { mutate } from './graphql.ts';

/** The link of a new hand-off to the Azure admin. */
export async function createHandOff({ runId }: Prepared, expiresAt?: Date): Promise<string> {
  const { url } = await mutate<{ url: string }>(
    'createHandOff',
    'CreateHandOffInput',
    { runId, actor: 'AZURE_ADMIN', ...(expiresAt && { expiresAt: expiresAt.toISOString() }) },
    'url',
  );
  return new URL(url).pathname;
}

/** Why the link is closed, as its own token is answered; null while it is open. */
export async function closingOf(link: string): Promise<string | null> {
  const answer = await fetch(`${runningProduct().url}/graphql`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      authorization: `Bearer ${link.split('/').at(-1)}`,
    },
    body: JSON.stringify({ query: '{ handedOff { partner } }' }),
  });
  const { errors } = (await answer.json()) as { errors?: { extensions: { reason: string } }[] };
  return errors?.[0]?.extensions.reason ?? null;
}

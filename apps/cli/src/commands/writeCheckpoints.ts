/** `keyway history checkpoints` */
import type { Client } from '@keyway/client';
import type { Cli } from '../cli/cli.ts';
import { notFoundError } from '../cli/cliError.ts';
import type { Given } from '../cli/given.ts';
import { unwrap } from '../cli/unwrap.ts';
import { findOrganization } from '../resolve/organization.ts';

/** The name in `/checkpoints/<name>.jsonl` of the partner's own chain. */
const OF_PARTNER = 'partner';

/** The signed checkpoints of a chain, as the server has them. */
export async function readCheckpoints(
  client: Client,
  organizationId: string | null,
): Promise<string> {
  const path = `/checkpoints/${encodeURIComponent(organizationId ?? OF_PARTNER)}.jsonl`;
  const response = unwrap(await client.download(path));
  // A Keyway from before there were checkpoints serves its console there.
  if (response.headers.get('content-type')?.includes('html'))
    throw notFoundError('This Keyway has no checkpoints.');
  return response.text();
}

export async function writeCheckpoints(cli: Cli, given: Given): Promise<void> {
  const client = await cli.client();
  const named = given.optionalArg(0);
  const id = named === undefined ? null : (await findOrganization(client, named)).id;
  // The lines are data as they are: each is signed.
  await cli.out.bytes(await readCheckpoints(client, id));
}

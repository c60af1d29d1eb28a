/** Asks about a configuration's name that Keyway warns of, before it is approved (VAL-26). */
import type { Client } from '@keyway/client';
import { confirm } from '../cli/ask.ts';
import type { Cli } from '../cli/cli.ts';
import { usageError } from '../cli/cliError.ts';
import { unwrap } from '../cli/unwrap.ts';
import { nameCheckDocument } from './approvalDocuments.ts';
import { describeCheck } from './showBasis.ts';

/** @throws CliError where it is not accepted; what can never be accepted is left to the server */
export async function acceptName(
  cli: Cli,
  client: Client,
  { runId, configurationName }: { runId: string; configurationName: string },
  accepted: string | undefined,
): Promise<void> {
  const { run } = unwrap(await client.request(nameCheckDocument, { id: runId, configurationName }));
  const check = run?.tracks.find(({ id }) => id === 'AEP')?.configurationNameCheck;
  if (check?.verdict !== 'WARN' || check.neverAccepted) return;
  cli.out.note(`Warning: ${describeCheck(check)}`);
  if (accepted === configurationName) return;
  if (accepted !== undefined || !cli.terminal.canAsk)
    throw usageError(
      `The name ${configurationName} is not accepted. Nothing was requested.`,
      `Give another --name, or accept this one: --accept-name ${JSON.stringify(configurationName)}.`,
    );
  await confirm(cli, `Use the name ${configurationName} anyway?`, false);
}

/** `keyway history verify` */
import type { Client } from '@keyway/client';
import { checkpointsOfText, CheckpointVerifier, EvidenceKeyring } from '@keyway/evidence';
import type { Cli } from '../cli/cli.ts';
import { CliError, EXIT, notFoundError } from '../cli/cliError.ts';
import type { Given } from '../cli/given.ts';
import { unwrap } from '../cli/unwrap.ts';
import { ChainFromItsEnd, type Mismatch } from '../evidence/chainFromItsEnd.ts';
import { keptCheckpoints } from '../evidence/kept.ts';
import { keysOfFile, trustedKeys } from '../evidence/knownKeys.ts';
import { progress } from '../output/progress.ts';
import { findOrganization, type Found } from '../resolve/organization.ts';
import { verifiedDocument } from './historyDocuments.ts';
import { readCheckpoints } from './writeCheckpoints.ts';

export async function verifyHistory(cli: Cli, given: Given): Promise<void> {
  const client = await cli.client();
  const named = given.optionalArg(0);
  const organization = named === undefined ? null : await findOrganization(client, named);
  const [keysFile, keptFile] = [given.text('keys'), given.text('checkpoints')];
  const kept = keptFile === undefined ? [] : await keptCheckpoints(keptFile);
  // Before the entries: what is written meanwhile is after every checkpoint.
  const served = await servedCheckpoints(client, organization?.id ?? null);
  const needsKeys = kept.length > 0 || served.length > 0;
  const keys = !needsKeys
    ? { keys: [] }
    : keysFile === undefined
      ? await trustedKeys(cli)
      : await keysOfFile(keysFile);
  const keyring = new EvidenceKeyring(keys);
  const chain = new ChainFromItsEnd(organization?.id ?? null);
  const mismatches: Mismatch[] = [];
  const verifier = new CheckpointVerifier(keyring);
  for (const [index, jws] of served.entries()) {
    const checked = verifier.add(jws);
    if ('problem' in checked) {
      mismatches.push({
        entry: `checkpoint ${index + 1}`,
        message: `The server's checkpoint is not valid: ${checked.problem}.`,
      });
      break;
    }
    chain.expect(checked.checkpoint, `checkpoint ${checked.checkpoint.number}`);
  }
  const own = chain.compared;
  for (const [index, jws] of kept.entries())
    mismatches.push(...chain.expectSigned(jws, keyring, `kept checkpoint ${index + 1}`));
  if (kept.length > 0 && chain.compared === own && mismatches.length === 0)
    mismatches.push({ entry: keptFile!, message: 'None of its checkpoints is of this chain.' });
  await readEntries(cli, client, organization, chain);
  mismatches.push(...chain.end());
  report(cli, organization, chain, mismatches, { served: verifier.count, kept: kept.length });
}

/** None where this Keyway has no checkpoints yet. */
async function servedCheckpoints(client: Client, organizationId: string | null): Promise<string[]> {
  try {
    return checkpointsOfText(await readCheckpoints(client, organizationId));
  } catch (error) {
    if (error instanceof CliError && error.exitCode === EXIT.notFound) return [];
    throw error;
  }
}

async function readEntries(
  cli: Cli,
  client: Client,
  organization: Found | null,
  chain: ChainFromItsEnd,
): Promise<void> {
  const filter = organization ? { organizationId: organization.id } : {};
  const bar = progress(cli.terminal, 'entries', null);
  try {
    const entries = client.pages(verifiedDocument, { filter }, (data) => data.history);
    for await (const item of entries) {
      const entry = unwrap(item);
      // The partner's own chain is among the entries of all organizations.
      if (!organization && entry.organization !== null) continue;
      chain.add(entry);
      bar.update(chain.entries);
    }
  } finally {
    bar.stop();
  }
}

function report(
  cli: Cli,
  organization: Found | null,
  chain: ChainFromItsEnd,
  mismatches: readonly Mismatch[],
  checkpoints: { served: number; kept: number },
): void {
  const ok = mismatches.length === 0;
  // Every chain has an entry: its beginning.
  if (ok && chain.entries === 0)
    throw notFoundError('No entry of this history is visible to you.', 'See `keyway whoami`.');
  const { entries, newestHash } = chain;
  const { out } = cli;
  out.record(
    {
      ok,
      organization: organization && {
        id: organization.id,
        name: organization.name,
        imsOrgId: organization.imsOrgId,
      },
      entries,
      hash: newestHash,
      checkpoints: { ...checkpoints, compared: chain.compared },
      problems: mismatches,
    },
    [
      ['organization', organization?.name ?? "(the partner's own entries)"],
      ['verified here', `${entries} entries`],
      ['last hash', newestHash],
      [
        'checkpoints',
        `${checkpoints.served} of the server, ${checkpoints.kept} kept; ${chain.compared} compared`,
      ],
      ['result', ok ? 'every entry fits' : `${mismatches.length} problems`],
    ],
  );
  if (ok && checkpoints.kept === 0)
    out.note(
      'A history that was rewritten as a whole is found only by checkpoints kept elsewhere: `keyway history checkpoints`, then --checkpoints.',
    );
  if (!out.json) for (const { entry, message } of mismatches) out.note(`${entry}: ${message}`);
  if (!ok)
    throw new CliError(EXIT.failed, `The history does not fit: ${mismatches.length} problems.`, {
      hint: 'Keep what you have, and report it to whoever is responsible for security.',
    });
}

/** `keyway probe` */
import { Option, type Command } from 'commander';
import { addCommand, type MakeCli } from '../cli/addCommand.ts';
import type { Cli } from '../cli/cli.ts';
import { CliError, EXIT } from '../cli/cliError.ts';
import type { Given } from '../cli/given.ts';
import { unwrap } from '../cli/unwrap.ts';
import { graphql } from '../generated/gql.ts';

const probeDocument = graphql(`
  query ProbeVault($identifier: String!, $locale: String) {
    probeVault(keyIdentifier: $identifier) {
      cloud
      kind
      exists
      tenantId
      vaultUri
      addresses
      privateLink
      sentence(locale: $locale)
    }
  }
`);

export function addProbeCommand(program: Command, makeCli: MakeCli): void {
  addCommand(program, makeCli, {
    name: 'probe <identifier>',
    summary: 'Ask a vault, without a credential, whether it exists and in which tenant',
    details:
      'Ends with 1 where there is no such vault, where the identifier is not valid, and with ' +
      '--tenant where the vault is not known to be in it. At most 10 a minute for each token.',
    args: { identifier: 'such as https://contoso-cmk.vault.azure.net/keys/aep' },
    options: [new Option('--tenant <id>', 'the tenant that the vault should be in')],
    examples: [
      'keyway probe https://contoso-cmk.vault.azure.net/keys/aep',
      'keyway probe https://contoso-cmk.vault.azure.net/keys/aep --tenant 11111111-1111-4111-8111-111111111111',
    ],
    run: probe,
  });
}

async function probe(cli: Cli, given: Given): Promise<void> {
  const client = await cli.client();
  const variables = { identifier: given.arg(0) };
  const { probeVault: found } = unwrap(await client.request(probeDocument, variables));
  const { tenantId, addresses, privateLink, exists } = found;
  cli.out.record(found, [
    ['answer', found.sentence],
    ['exists', exists],
    ['cloud', found.cloud],
    ['kind', found.kind],
    ['tenant', tenantId],
    ['vault URI', found.vaultUri],
    ['private endpoint', privateLink === null ? null : privateLink ? 'yes' : 'no'],
    ['addresses', addresses.join(', ')],
  ]);
  if (found.vaultUri === null && /^\s*arn:/i.test(variables.identifier))
    throw new CliError(
      EXIT.failed,
      'This is an ARN. Only vaults in Azure answer without a credential.',
      { hint: 'Check its text with `keyway key check <arn>`.' },
    );
  if (found.vaultUri === null)
    throw new CliError(EXIT.failed, 'This is not the identifier of a key in a vault.');
  if (exists === 'BLOCK') throw new CliError(EXIT.failed, 'There is no such vault.');
  const wanted = given.text('tenant')?.toLowerCase();
  if (wanted !== undefined && tenantId?.toLowerCase() !== wanted)
    throw new CliError(EXIT.failed, `The vault is not known to be in the tenant ${wanted}.`);
}

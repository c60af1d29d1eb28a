/** `keyway key` */
import { Option, type Command } from 'commander';
import { addCommand, addGroup, type MakeCli } from '../cli/addCommand.ts';
import { readStdin } from '../cli/ask.ts';
import type { Cli } from '../cli/cli.ts';
import { CliError, EXIT } from '../cli/cliError.ts';
import type { Given } from '../cli/given.ts';
import { readText } from '../cli/readText.ts';
import { unwrap } from '../cli/unwrap.ts';
import { graphql } from '../generated/gql.ts';
import { findRun } from '../resolve/run.ts';
import { TRACK_ARGUMENTS, trackOf } from '../resolve/runPart.ts';
import { provideKeyDocument, provideKeyPolicyDocument } from './stepDocuments.ts';
import { writeResult } from './writeResult.ts';

const inspectDocument = graphql(`
  query InspectKey($identifier: String!, $locale: String) {
    inspectKeyIdentifier(identifier: $identifier, locale: $locale) {
      ...InspectedKey
    }
  }

  fragment InspectedKey on KeyIdentifierInspection {
    verdict
    rules
    problems
    cloud
    kind
    vault
    key
    version
    normalized
  }
`);

/** Apart, since a server of an earlier version has no argument `cloud`. */
const inspectArnDocument = graphql(`
  query InspectKeyArn($identifier: String!, $locale: String) {
    inspectKeyIdentifier(identifier: $identifier, cloud: AWS, locale: $locale) {
      ...InspectedKey
    }
  }
`);

const ARN = 'arn:aws:kms:us-east-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab';
const IDENTIFIER = 'such as https://contoso-cmk.vault.azure.net/keys/aep';

export function addKeyCommands(program: Command, makeCli: MakeCli): void {
  const key = addGroup(program, 'key', 'Keys of runs');
  addCommand(key, makeCli, {
    name: 'set <run> <track> <identifier>',
    summary: 'Say which key a track uses',
    args: { ...TRACK_ARGUMENTS, identifier: `${IDENTIFIER}; on AWS an ARN` },
    options: [
      new Option('--vault-resource-id <id>', "the vault's ARM resource ID, where it is not found"),
    ],
    examples: ['keyway key set Contoso AEP https://contoso-cmk.vault.azure.net/keys/aep'],
    run: set,
  });
  addCommand(key, makeCli, {
    name: 'policy <run> <file>',
    summary: "Provide the key policy of Adobe's Encryption page, on AWS",
    details:
      'The whole policy as the page shows it; its comments can stay. Keyway compares the policy of\n' +
      'the key with it, statement by statement.',
    args: { run: TRACK_ARGUMENTS.run, file: 'JSON; - is stdin' },
    examples: [
      'keyway key policy Contoso adobe-policy.json',
      'pbpaste | keyway key policy Contoso -',
    ],
    run: setPolicy,
  });
  addCommand(key, makeCli, {
    name: 'check <identifier>',
    summary: 'Check a key identifier or an ARN by its text, without reading the key',
    details: 'Ends with 1 where the identifier would be refused.',
    args: { identifier: `${IDENTIFIER}, or the ARN of a KMS key` },
    examples: [
      'keyway key check https://contoso-cmk.vault.azure.net/keys/aep',
      `keyway key check ${ARN}`,
    ],
    run: check,
  });
}

async function set(cli: Cli, given: Given): Promise<void> {
  const client = await cli.client();
  const { id: runId, organization } = await findRun(client, given.arg(0));
  const input = {
    runId,
    track: trackOf(given.arg(1)),
    keyIdentifier: given.arg(2),
    vaultResourceId: given.text('vaultResourceId') ?? null,
  };
  const { run } = unwrap(await client.request(provideKeyDocument, { input })).provideKey;
  writeResult(cli.out, 'key set for', organization, run);
}

const readPolicy = (cli: Cli, file: string): Promise<string> =>
  file === '-' ? readStdin(cli) : readText(file);

async function setPolicy(cli: Cli, given: Given): Promise<void> {
  const client = await cli.client();
  const { id: runId, organization } = await findRun(client, given.arg(0));
  const policy = await readPolicy(cli, given.arg(1));
  const { run } = unwrap(
    await client.request(provideKeyPolicyDocument, { input: { runId, policy } }),
  ).provideKeyPolicy;
  writeResult(cli.out, "Adobe's key policy provided for", organization, run);
}

/** An ARN, and what people take for the name of a KMS key: an alias, a key ID, part of an ARN. */
const isOfAws = (identifier: string): boolean =>
  /^\s*(?:arn:|alias\/|key\/|mrk-|[\da-f]{8}-(?:[\da-f]{4}-){3}[\da-f]{12}\s*$)/i.test(identifier);

async function check(cli: Cli, given: Given): Promise<void> {
  const client = await cli.client();
  const identifier = given.arg(0);
  const document = isOfAws(identifier) ? inspectArnDocument : inspectDocument;
  const { inspectKeyIdentifier: found } = unwrap(await client.request(document, { identifier }));
  cli.out.record(found, [
    ['verdict', found.verdict],
    ['problems', found.problems.join(' ')],
    ['rules', found.rules.join(', ')],
    ['cloud', found.cloud],
    ['kind', found.kind],
    ['vault', found.vault],
    ['key', found.key],
    ['version', found.version],
    ['stored as', found.normalized],
  ]);
  if (found.verdict === 'BLOCK')
    throw new CliError(EXIT.failed, 'Keyway would refuse this key identifier.');
}

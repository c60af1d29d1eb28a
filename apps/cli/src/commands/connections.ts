/** `keyway orgs connect` */
import { Option, type Command } from 'commander';
import type { AzureAccess } from '@keyway/client';
import { addCommand, addGroup, type MakeCli } from '../cli/addCommand.ts';
import { readSecret, readStdin } from '../cli/ask.ts';
import { usageError } from '../cli/cliError.ts';
import type { Cli } from '../cli/cli.ts';
import type { Given } from '../cli/given.ts';
import { choice } from '../cli/options.ts';
import { readText } from '../cli/readText.ts';
import { unwrap } from '../cli/unwrap.ts';
import { AZURE_ACCESS } from '../cli/vocabulary.ts';
import { graphql } from '../generated/gql.ts';
import { findOrganization } from '../resolve/organization.ts';
import { addConnectAwsCommand } from './connectAws.ts';

const adobeDocument = graphql(`
  mutation CliConnectAdobe($input: ConnectAdobeInput!, $locale: String) {
    connectAdobe(input: $input) {
      organization {
        id
        name
        imsOrgId
        adobeConnection {
          state
        }
      }
      userErrors {
        ...RefusalFields
      }
    }
  }
`);

const azureDocument = graphql(`
  mutation CliConnectAzure($input: ConnectAzureInput!, $locale: String) {
    connectAzure(input: $input) {
      organization {
        id
        name
        imsOrgId
        azureConnection {
          state
          replacement {
            state
          }
        }
        azureFederation {
          issuer
          subject
          audience
        }
      }
      userErrors {
        ...RefusalFields
      }
    }
  }
`);

const ORGANIZATION = { organization: 'name, IMS organization ID or ID' };
const SECRET = new Option('--client-secret <source>', 'where the secret is read from: - is stdin');
const EXPIRES = new Option(
  '--secret-expires <instant>',
  'when the secret expires, such as 2027-03-01T00:00:00Z; you are warned before',
);
const HOW =
  'The secret is read from stdin or asked for, never taken from the command line. It is encrypted\n' +
  'by the server and never returned.';
const DEFAULT_SCOPES = 'openid,AdobeID,read_organizations,additional_info.projectedProductContext';

export function addConnectionCommands(orgs: Command, makeCli: MakeCli): void {
  const connect = addGroup(orgs, 'connect', "Connect a customer's clouds");
  addCommand(connect, makeCli, {
    name: 'adobe <organization>',
    summary: "Store Adobe's OAuth Server-to-Server credential",
    details: HOW,
    args: ORGANIZATION,
    options: [
      new Option('--client-id <id>', 'from the Adobe Developer Console').makeOptionMandatory(),
      SECRET,
      EXPIRES,
      new Option('--scopes <scopes>', 'with commas').default(DEFAULT_SCOPES),
    ],
    examples: [
      'keyway orgs connect adobe Contoso --client-id 0a1b2c3d --client-secret - < secret.txt',
    ],
    run: connectAdobe,
  });
  addCommand(connect, makeCli, {
    name: 'azure <organization>',
    summary: "Store the credential of an app in the customer's Entra tenant",
    details: HOW,
    args: ORGANIZATION,
    options: [
      new Option('--tenant-id <id>', "the customer's Entra tenant").makeOptionMandatory(),
      new Option('--client-id <id>', 'of the app registration').makeOptionMandatory(),
      SECRET,
      EXPIRES,
      new Option(
        '--certificate <file>',
        'PEM with an RSA key and its certificate, instead of a secret; - is stdin',
      ),
      new Option('--federated', 'let Entra trust Keyway, instead of a secret; nothing is stored'),
      new Option('--subscription-id <id>', 'without it, all that the app can read'),
      choice('--access <access>', 'what Keyway may do with it; READ by default', AZURE_ACCESS),
    ],
    examples: [
      'keyway orgs connect azure Contoso --tenant-id 11111111-2222-3333-4444-555555555555 --client-id 66666666-7777-8888-9999-000000000000 --client-secret - < secret.txt',
      'keyway orgs connect azure Contoso --tenant-id 11111111-2222-3333-4444-555555555555 --client-id 66666666-7777-8888-9999-000000000000 --certificate app.pem',
    ],
    run: connectAzure,
  });
  addConnectAwsCommand(connect, makeCli);
}

const secretOf = (cli: Cli, given: Given): Promise<string> =>
  readSecret(cli, 'Client secret:', '--client-secret', given.text('clientSecret'));

/** As it is typed; the server says what is no instant. */
const expiresAt = (given: Given): { clientSecretExpiresAt?: string } => {
  const at = given.text('secretExpires');
  return at === undefined ? {} : { clientSecretExpiresAt: at };
};

async function connectAdobe(cli: Cli, given: Given): Promise<void> {
  const client = await cli.client();
  const { id: organizationId } = await findOrganization(client, given.arg(0));
  const scopes = given
    .required('scopes', '--scopes')
    .split(',')
    .map((scope) => scope.trim());
  const clientId = given.required('clientId', '--client-id');
  const clientSecret = await secretOf(cli, given);
  const input = { organizationId, clientId, clientSecret, scopes, ...expiresAt(given) };
  const { organization } = unwrap(await client.request(adobeDocument, { input })).connectAdobe;
  cli.out.record(organization, [
    ['connected', organization?.name],
    ['Adobe connection', organization?.adobeConnection?.state],
  ]);
}

/** Exactly one of the three. The file of a certificate is read, never its text taken. */
async function azureCredentialOf(cli: Cli, given: Given) {
  const certificate = given.text('certificate');
  const named = [
    given.text('clientSecret') !== undefined,
    certificate !== undefined,
    given.flag('federated'),
  ];
  if (named.filter(Boolean).length > 1)
    throw usageError('Give only one of --client-secret, --certificate and --federated.');
  // The secret alone expires at a time that nobody can read from it.
  const expires = given.text('secretExpires') !== undefined;
  if (expires && certificate !== undefined)
    throw usageError(
      '--secret-expires is for a secret: the expiry of a certificate is read from it.',
    );
  if (expires && given.flag('federated'))
    throw usageError('--secret-expires is for a secret: with --federated nothing expires.');
  if (given.flag('federated')) return { federated: true };
  if (certificate === undefined)
    return { clientSecret: await secretOf(cli, given), ...expiresAt(given) };
  const isStdin = certificate === '-';
  return { certificatePem: isStdin ? await readStdin(cli) : await readText(certificate) };
}

async function connectAzure(cli: Cli, given: Given): Promise<void> {
  const client = await cli.client();
  const { id: organizationId } = await findOrganization(client, given.arg(0));
  const input = {
    organizationId,
    tenantId: given.required('tenantId', '--tenant-id'),
    clientId: given.required('clientId', '--client-id'),
    subscriptionId: given.text('subscriptionId') ?? null,
    access: (given.text('access') ?? 'READ') as AzureAccess,
    ...(await azureCredentialOf(cli, given)),
  };
  const { organization } = unwrap(await client.request(azureDocument, { input })).connectAzure;
  const replacement = organization?.azureConnection?.replacement;
  cli.out.record(organization, [
    ['connected', organization?.name],
    ['Azure connection', organization?.azureConnection?.state],
    // The stored credential stays in use until this one works.
    ...(replacement ? [['new credential', replacement.state] as const] : []),
    ...(given.flag('federated') ? federationRows(organization?.azureFederation) : []),
  ]);
}

/** What to enter in Entra. */
const federationRows = (
  federation: { issuer: string; subject: string; audience: string } | undefined,
) =>
  [
    ['issuer in Entra', federation?.issuer],
    ['subject in Entra', federation?.subject],
    ['audience in Entra', federation?.audience],
  ] as const;

/** `keyway orgs connect aws`: first what the role needs, then the role. */
import { Option, type Command } from 'commander';
import { addCommand, type MakeCli } from '../cli/addCommand.ts';
import type { Cli } from '../cli/cli.ts';
import type { Given } from '../cli/given.ts';
import { unwrap } from '../cli/unwrap.ts';
import { graphql } from '../generated/gql.ts';
import { severalLines } from '../output/safeText.ts';
import { findOrganization } from '../resolve/organization.ts';

const awsDocument = graphql(`
  mutation CliConnectAws($input: ConnectAwsInput!, $locale: String) {
    connectAws(input: $input) {
      organization {
        id
        name
        imsOrgId
        aws {
          roleArn
          externalId
          region
          trustPolicy
          permissionsPolicy
        }
        awsConnection {
          state
        }
      }
      userErrors {
        ...RefusalFields
      }
    }
  }
`);

export function addConnectAwsCommand(connect: Command, makeCli: MakeCli): void {
  addCommand(connect, makeCli, {
    name: 'aws <organization>',
    summary: "Store the role in the customer's AWS account that Keyway assumes",
    details:
      'Without a role: the external ID, and both policies to create the role with. With its ARN: the\n' +
      'role is stored and tried. Keyway stores no secret of AWS.',
    args: { organization: 'name, IMS organization ID or ID' },
    options: [
      new Option('--role-arn <arn>', 'such as arn:aws:iam::111122223333:role/KeywayRead'),
      new Option('--region <region>', 'where STS is asked').default('us-east-1'),
    ],
    examples: [
      'keyway orgs connect aws Contoso',
      'keyway orgs connect aws Contoso --json | jq -r .aws.trustPolicy > trust.json',
      'keyway orgs connect aws Contoso --role-arn arn:aws:iam::111122223333:role/KeywayRead',
    ],
    run: connectAws,
  });
}

async function connectAws(cli: Cli, given: Given): Promise<void> {
  const client = await cli.client();
  const { id: organizationId } = await findOrganization(client, given.arg(0));
  const roleArn = given.text('roleArn') ?? null;
  const input = { organizationId, roleArn, region: given.required('region', '--region') };
  const { organization } = unwrap(await client.request(awsDocument, { input })).connectAws;
  const aws = organization?.aws;
  cli.out.record(organization, [
    [roleArn === null ? 'prepared' : 'connected', organization?.name],
    ['AWS connection', organization?.awsConnection?.state],
    ['role', aws?.roleArn],
    ['external ID', aws?.externalId],
    ['region', aws?.region],
  ]);
  if (!aws || roleArn !== null || cli.out.json) return;
  cli.out.text(`\n${cli.out.paint.bold('Trust policy')}\n${severalLines(aws.trustPolicy)}`);
  const permissions = severalLines(aws.permissionsPolicy);
  cli.out.text(`\n${cli.out.paint.bold('Permissions policy')}\n${permissions}`);
}

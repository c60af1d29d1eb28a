/** `keyway orgs permissions` */
import { Option, type Command } from 'commander';
import { addCommand, type MakeCli } from '../cli/addCommand.ts';
import type { Cli } from '../cli/cli.ts';
import type { Given } from '../cli/given.ts';
import { unwrap } from '../cli/unwrap.ts';
import { graphql } from '../generated/gql.ts';
import type { ShowPermissionsQuery } from '../generated/graphql.ts';
import { statusStyle } from '../output/paint.ts';
import { severalLines } from '../output/safeText.ts';
import { findOrganization } from '../resolve/organization.ts';

const permissionsDocument = graphql(`
  query ShowPermissions($id: ID!) {
    organization(id: $id) {
      permissions {
        permission
        scope
        step
        track
        state
      }
      azureRoles {
        name
        scope
        definition
      }
    }
  }
`);

type Shown = NonNullable<ShowPermissionsQuery['organization']>;

export function addPermissionsCommand(orgs: Command, makeCli: MakeCli): void {
  addCommand(orgs, makeCli, {
    name: 'permissions <organization>',
    summary: 'List what the stored Azure credential may do, step by step',
    details:
      'GRANTED, MISSING, or UNKNOWN where Azure does not say. With --roles: the custom roles that\n' +
      'have exactly these permissions, ready for `az role definition create`.',
    args: { organization: 'name, IMS organization ID or ID' },
    options: [
      new Option('--missing', 'only those that the credential lacks').conflicts('roles'),
      new Option('--roles', 'the roles to paste, instead of the permissions'),
    ],
    examples: [
      'keyway orgs permissions Contoso',
      'keyway orgs permissions Contoso --missing --json',
      'keyway orgs permissions Contoso --roles --json | jq -r .[0].definition > role.json',
    ],
    run: permissions,
  });
}

async function permissions(cli: Cli, given: Given): Promise<void> {
  const client = await cli.client();
  const { id } = await findOrganization(client, given.arg(0));
  const { organization } = unwrap(await client.request(permissionsDocument, { id }));
  if (!organization) return;
  if (given.flag('roles')) writeRoles(cli, organization.azureRoles);
  else writePermissions(cli, organization.permissions, given.flag('missing'));
}

const NO_CREDENTIAL = 'No Azure credential is stored.';

function writePermissions(cli: Cli, all: Shown['permissions'], isMissingOnly: boolean): void {
  cli.out.list(
    all.filter(({ state }) => !isMissingOnly || state === 'MISSING'),
    [
      { title: 'state', value: ({ state }) => state, style: ({ state }) => statusStyle(state) },
      { title: 'track', value: ({ track }) => track },
      { title: 'step', value: ({ step }) => step },
      { title: 'permission', value: ({ permission }) => permission, min: 20 },
      { title: 'scope', value: ({ scope }) => scope },
    ],
    all.length === 0 ? NO_CREDENTIAL : 'No permission is missing.',
  );
}

function writeRoles(cli: Cli, roles: Shown['azureRoles']): void {
  if (cli.out.json) cli.out.document(roles);
  else if (roles.length === 0) cli.out.note(NO_CREDENTIAL);
  else
    for (const { name, scope, definition } of roles) {
      cli.out.note(`${name}, for ${scope}`);
      cli.out.text(severalLines(definition));
    }
}

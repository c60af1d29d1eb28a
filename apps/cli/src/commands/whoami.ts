/** `keyway whoami` */
import type { Command } from 'commander';
import { addCommand, type MakeCli } from '../cli/addCommand.ts';
import type { Cli } from '../cli/cli.ts';
import { unwrap } from '../cli/unwrap.ts';
import { graphql } from '../generated/gql.ts';

const viewerDocument = graphql(`
  query CliViewer {
    viewer {
      id
      name
      email
      kind
      role
      scopes
      partner
      organizations {
        id
        name
        imsOrgId
      }
    }
    environment {
      sandbox
      version
    }
  }
`);

export const readViewer = async (client: Awaited<ReturnType<Cli['client']>>) =>
  unwrap(await client.request(viewerDocument));

export function addWhoamiCommand(program: Command, makeCli: MakeCli): void {
  addCommand(program, makeCli, {
    name: 'whoami',
    summary: 'Show who is signed in, where, and what they may do',
    examples: ['keyway whoami', 'keyway whoami --json', 'keyway whoami --profile production'],
    run: async (cli) => {
      const { viewer, environment } = await readViewer(await cli.client());
      const { url, profile } = await cli.endpoint();
      const { organizations } = viewer;
      cli.out.record({ ...viewer, url, profile, ...environment }, [
        ['name', viewer.name],
        ['email', viewer.email],
        ['partner', viewer.partner],
        ['role', viewer.role],
        ['scopes', viewer.scopes.join(', ')],
        ['signed in as', viewer.kind.toLowerCase()],
        ['limited to', organizations?.map(({ name }) => name).join(', ')],
        ['address', url],
        ['profile', profile ?? '(KEYWAY_TOKEN)'],
        ['version', `${environment.version}${environment.sandbox ? ', sandbox' : ''}`],
      ]);
    },
  });
}
